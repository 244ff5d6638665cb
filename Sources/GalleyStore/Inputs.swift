/// The documents that a user names: files, folders, `-`, or the Inbox.
package struct Inputs: Sendable {
  package private(set) var all: [Intake.Input] = []
  /// Names in folders that were passed over: hidden, temporary, links.
  package private(set) var skipped = 0

  private let inbox: FilePath
  private let current: FilePath

  /// `inbox` is where names begin; `current` is the current directory, absolute.
  package init(inbox: FilePath, current: FilePath) {
    self.inbox = inbox.absolute(in: current)
    self.current = current
  }

  /// What the inbox holds. Throws where it can't be looked into.
  package mutating func addInbox(_ path: FilePath) throws(IntakeError) {
    add(try Folder(path), isInbox: true)
  }

  /// A path may be `-`, a folder or a file. What can't be read fails when its turn comes.
  package mutating func add(_ path: FilePath) {
    if path.bytes.elementsEqual("-".utf8) { return all.append(.standardInput) }
    if let folder = try? Folder(path) { return add(folder, isInbox: name(of: path).bytes.isEmpty) }
    let name = name(of: path)
    all.append(Intake.Input(name: name.text, location: .path(path)))
  }

  private mutating func add(_ folder: Folder, isInbox: Bool) {
    let walk = Walk(folder, isInbox: isInbox)
    let base = isInside(folder.path) ? name(of: folder.path) : FilePath("")
    skipped += walk.skipped
    if walk.files.isEmpty, walk.failures.isEmpty {
      let name = base.bytes.isEmpty ? folder.path : base
      return all.append(
        Intake.Input(name: name.text, location: .unreadable(folder.path, .noDocuments)))
    }
    let files = walk.files.map { file in
      (file, Intake.Input.Location.inside(folder, file))
    }
    let failures = walk.failures.map { failure in
      (
        failure.path,
        Intake.Input.Location.unreadable(folder.path.appending(failure.path.bytes), failure.error)
      )
    }
    all += (files + failures).sorted { $0.0 < $1.0 }.map { path, location in
      Intake.Input(name: base.appending(path.bytes).text, location: location)
    }
  }

  private func isInside(_ path: FilePath) -> Bool {
    let absolute = path.absolute(in: current)
    return absolute.relative(to: inbox) != nil || absolute.relative(to: current) != nil
  }

  /// Relative to the inbox, or else to the current directory; the last component of what lies
  /// outside of both: a record does not tell where on which machine it was made.
  private func name(of path: FilePath) -> FilePath {
    let absolute = path.absolute(in: current)
    return absolute.relative(to: inbox) ?? absolute.relative(to: current)
      ?? FilePath(bytes: Array(path.components.last ?? []))
  }
}

extension FilePath {
  /// Absolute, without empty components, `.` and `..`, which are taken at their word: links are not
  /// looked up.
  func absolute(in current: FilePath) -> FilePath {
    var stack: [ArraySlice<UInt8>] = []
    for component in (isAbsolute ? [] : current.components) + components {
      if component.elementsEqual("..".utf8) { _ = stack.popLast() } else { stack.append(component) }
    }
    return FilePath(bytes: stack.flatMap { [UInt8(ascii: "/")] + $0 })
  }

  /// The rest of the path below `folder`; both absolute.
  func relative(to folder: FilePath) -> FilePath? {
    let own = components
    let other = folder.components
    guard own.starts(with: other) else { return nil }
    return FilePath(bytes: Array(own.dropFirst(other.count).joined(separator: [UInt8(ascii: "/")])))
  }
}
