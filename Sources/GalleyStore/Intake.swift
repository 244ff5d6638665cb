internal import CLinux
package import GalleyModel
internal import Glibc

/// Takes files in with care: what lies under a name is not ours to trust.
package struct Intake: Sendable {
  /// In bytes. A text of this size is some 500 books; what is larger is there by mistake.
  package static let defaultLimit = 256 << 20

  package var limit: Int

  package init(limit: Int = Intake.defaultLimit) { self.limit = limit }

  /// A document to take in.
  package struct Input: Sendable {
    package enum Location: Sendable {
      case standardInput
      /// Relative to the current directory.
      case path(FilePath)
      /// In a folder that is open; no component of the path may be a link.
      case inside(Folder, FilePath)
      /// It is known already that it can't be read.
      case unreadable(FilePath, IntakeError)
    }

    /// `Source.name`.
    package var name: String
    package var location: Location

    package init(name: String, location: Location) {
      self.name = name
      self.location = location
    }

    /// As a user would type it.
    package var path: FilePath {
      switch location {
      case .standardInput: FilePath("-")
      case .path(let path), .unreadable(let path, _): path
      case .inside(let folder, let path): folder.path.appending(path.bytes)
      }
    }

    package static let standardInput = Input(name: "stdin", location: .standardInput)
  }

  /// `willRead` hears how a file stands before it is read: reading may be what a process dies of.
  package func read(
    _ input: Input, willRead: (FileKey) -> Void = { _ in }
  ) throws(IntakeError) -> Source {
    let bytes =
      switch input.location {
      case .standardInput: try readStandardInput()
      case .path(let path):
        try readFile(
          try translating { () throws(SystemError) in
            try Descriptor.open(path, flags: Descriptor.readFlags)
          }, path, willRead)
      case .unreadable(_, let error): throw error
      case .inside(let folder, let path):
        try readFile(
          try translating { () throws(SystemError) in try folder.open(path) }, path,
          willRead)
      }
    return Source(name: input.name, bytes: bytes)
  }

  /// How a regular file stands before it is read; nil for all else.
  func key(of input: Input) -> FileKey? {
    do throws(SystemError) {
      switch input.location {
      case .standardInput, .unreadable: return nil
      case .path(let path):
        return try key(Descriptor.open(path, flags: Descriptor.readFlags), path)
      case .inside(let folder, let path): return try key(folder.open(path), path)
      }
    } catch {
      return nil
    }
  }

  private func key(_ file: consuming Descriptor, _ path: FilePath) throws(SystemError) -> FileKey? {
    let status = try file.status(path)
    return kindIfNotRegular(status) == nil ? FileKey(status) : nil
  }

  /// Reads a regular file whole, or not at all: what a writer changes meanwhile is no document.
  private func readFile(
    _ file: consuming Descriptor, _ path: FilePath, _ willRead: (FileKey) -> Void
  ) throws(IntakeError) -> [UInt8] {
    let before = try status(of: file, path)
    if let kind = kindIfNotRegular(before) { throw kind }
    let size = Int(before.st_size)
    willRead(FileKey(before))
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    // One byte more than there should be, to see a file that grows.
    try translating { () throws(SystemError) in
      try file.read(into: &bytes, upTo: size + 1, path)
    }
    let after = try status(of: file, path)
    guard bytes.count == size, isSame(before, after) else { throw .changing }
    return bytes
  }

  /// A pipe has no size beforehand: the cap counts as it comes.
  private func readStandardInput() throws(IntakeError) -> [UInt8] {
    let path = FilePath("standard input")
    // A copy, so that the descriptor may be closed.
    let copy = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw IntakeError(SystemError("dup", path)) }
    let file = Descriptor(copy)
    var bytes: [UInt8] = []
    let limit = limit
    try translating { () throws(SystemError) in
      try file.read(into: &bytes, upTo: limit + 1, path)
    }
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    return bytes
  }

  private func status(of file: borrowing Descriptor, _ path: FilePath) throws(IntakeError) -> stat {
    do { return try file.status(path) } catch { throw IntakeError(error) }
  }
}

private func translating<Value: ~Copyable>(
  _ body: () throws(SystemError) -> Value
) throws(IntakeError) -> Value {
  do { return try body() } catch { throw IntakeError(error) }
}

private func kindIfNotRegular(_ status: stat) -> IntakeError? {
  switch status.st_mode & S_IFMT {
  case S_IFREG: nil
  case S_IFDIR: .folder
  case S_IFIFO: .special(kind: "a FIFO")
  case S_IFSOCK: .special(kind: "a socket")
  default: .special(kind: "a device")
  }
}

private func isSame(_ a: stat, _ b: stat) -> Bool {
  a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec
    && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec && a.st_ctim.tv_sec == b.st_ctim.tv_sec
    && a.st_ctim.tv_nsec == b.st_ctim.tv_nsec
}
