internal import CLinux
internal import GalleyModel
internal import Glibc

/// A folder that results are written into, each whole or not at all. It is no store: it survives a
/// crash of the process, not of the machine.
package final class OutputFolder {
  package let path: FilePath
  private let root: Descriptor
  /// Files that must stay as they are, by device and inode.
  private let inputs: Set<[UInt64]>
  private var taken: Set<FilePath> = []
  private let replacesForeign: Bool
  /// What was written here, by this run and earlier ones: a line `SHA-256 name` a file. What does not
  /// stand in it is somebody else's.
  private let log: Descriptor
  private let written: Set<String>
  private static let logName = FilePath(".galley-written")

  /// Opens the folder, makes it if need be. Nothing is written over a file of `inputs`, and over what
  /// galley did not write only where it `replacesForeign`.
  package init(
    _ path: FilePath, keeping inputs: [Intake.Input], replacesForeign: Bool = false
  ) throws(OutputError) {
    self.path = path
    self.replacesForeign = replacesForeign
    // Looked at before it is made: a refusal leaves nothing behind.
    if let folder = inputs.folders.first(where: path.lies) { throw .insideInput(path, folder) }
    do {
      _ = try Disk().makeFolder(path)
      root = try Descriptor.open(path, flags: Descriptor.folderFlags & ~O_NOFOLLOW)
      log = try Disk().openLog(Self.logName, in: root.raw)
      let lines = try log.readAll(Self.logName).split(separator: UInt8(ascii: "\n"))
      written = Set(lines.map { String(decoding: $0, as: UTF8.self) })
    } catch {
      throw .cannotOpen(path, error)
    }
    self.inputs = Set(inputs.compactMap { identity(of: $0.path) })
  }

  /// Writes a file of this name, which is relative and stays inside.
  package func write(_ bytes: [UInt8], to name: FilePath) throws(OutputError) {
    guard taken.insert(name).inserted else { throw .taken(name) }
    if let old = identity(of: name, in: root.raw), inputs.contains(old) { throw .isInput(name) }
    let line = Self.line(sha256(bytes.span), name)
    do throws(SystemError) {
      if !replacesForeign, let old = try digest(of: name), Self.line(old, name) != line,
        !written.contains(Self.line(old, name))
      {
        throw SystemError("open", name, number: EEXIST)
      }
      // Before the file: what a crash leaves is known, whichever of the two contents it has.
      if !written.contains(line) {
        try Disk().write(Array("\(line)\n".utf8), to: log, Self.logName)
      }
      let folder = try Disk().makeFolders(
        name.components.dropLast(),
        in: Descriptor.open(FilePath("."), in: root.raw, flags: Descriptor.folderFlags))
      let last = FilePath(bytes: Array(name.components.last ?? []))
      let temporary = FilePath(bytes: Array(".galley-\(getpid())".utf8))
      // What an earlier process with this id left behind.
      try Disk().remove(temporary, in: folder)
      do throws(SystemError) {
        _ = try Disk().create(temporary, in: folder.raw, bytes)
        try Disk().rename(temporary, to: last, in: folder)
      } catch {
        try? Disk().remove(temporary, in: folder)
        throw error
      }
    } catch {
      throw error.number == EEXIST ? .isForeign(name) : .failed(name, error)
    }
  }

  private static func line(_ digest: String, _ name: FilePath) -> String {
    "\(digest) \(name.text)"
  }

  /// The SHA-256 of the file that has this name now; nil where there is none, empty where it is no regular file.
  private func digest(of name: FilePath) throws(SystemError) -> String? {
    do throws(SystemError) {
      let file = try Descriptor.open(name, in: root.raw, flags: Descriptor.readFlags)
      let status = try file.status(name)
      if status.st_mode & S_IFMT != S_IFREG { return "" }
      let bytes = try file.readAll(name)
      return sha256(bytes.span)
    } catch {
      switch error.number {
      case ENOENT: return nil
      case ELOOP: return ""
      default: throw error
      }
    }
  }
}

/// Why a result was not written.
package enum OutputError: Error, Equatable {
  case cannotOpen(FilePath, SystemError)
  case insideInput(FilePath, FilePath)
  case taken(FilePath)
  case isInput(FilePath)
  case isForeign(FilePath)
  case failed(FilePath, SystemError)

  /// Stable: a letter and three digits; see Docs/diagnostics.md.
  package var code: String {
    switch self {
    case .cannotOpen: "E401"
    case .insideInput: "E402"
    case .taken: "E403"
    case .isInput: "E404"
    case .failed: "E405"
    case .isForeign: "E406"
    }
  }
}

extension OutputError: CustomStringConvertible {
  package var description: String { "\(code) \(reason)" }

  private var reason: String {
    switch self {
    case .cannotOpen(let path, let error):
      "\(path.text) can't be made or opened: \(error.reason); make its parent folder, or name another"
    case .insideInput(let path, let input):
      "\(path.text) lies in \(input.text), which is read: the next run would take results for "
        + "documents; name a folder outside of it"
    case .taken(let name):
      "another document was written to \(name.text) already; clean them into two folders"
    case .isInput(let name): "\(name.text) is one of the documents; name another folder"
    case .isForeign(let name):
      "\(name.text) is there already and galley did not write it as it is; name another folder, or "
        + "replace it with --force"
    case .failed(let name, let error):
      "\(name.text) can't be written: \(error.call): \(error.reason)"
    }
  }
}

/// Device and inode of a file.
private func identity(of path: FilePath, in folder: Int32 = AT_FDCWD) -> [UInt64]? {
  var status = stat()
  let result = path.withCString { unsafe fstatat(folder, $0, &status, 0) }
  return result == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
}

extension [Intake.Input] {
  /// The folders that documents are read from, each once.
  package var folders: [FilePath] {
    var found: Set<FilePath> = []
    for case .inside(let folder, _) in map(\.location) { found.insert(folder.path) }
    return found.sorted()
  }
}

extension FilePath {
  /// Whether this is `folder` or lies in it, links looked up. It need not be there yet.
  package func lies(in folder: FilePath) -> Bool {
    guard let place = resolved ?? parent.resolved, let folder = folder.resolved else {
      return false
    }
    return place.relative(to: folder) != nil
  }

  fileprivate var parent: FilePath {
    let names = components.dropLast().joined(separator: [UInt8(ascii: "/")])
    return FilePath(bytes: (isAbsolute ? [UInt8(ascii: "/")] : Array("./".utf8)) + names)
  }

  /// Absolute and without links; nil where nothing is there.
  fileprivate var resolved: FilePath? {
    guard let found = withCString({ unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(found) }
    // realpath gives a NUL-terminated string of its own.
    return unsafe FilePath(bytes: Array(UnsafeRawBufferPointer(start: found, count: strlen(found))))
  }
}
