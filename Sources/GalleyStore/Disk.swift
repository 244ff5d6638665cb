internal import CLinux
internal import Glibc

/// The system calls by which the store changes its folders; it makes no others.
///
/// This is the seam at which tests cut the power: `judge` sees each call before it is made.
package struct Disk: Sendable {
  package enum Call: String, Sendable {
    case makeFolder = "mkdir"
    case create = "open"
    case write
    case sync = "fsync"
    case syncAll = "syncfs"
    case rename
    case remove = "unlink"
    case truncate = "ftruncate"
  }

  /// A call that is about to be made. Paths are relative to the store.
  package struct Event: Sendable {
    package var call: Call
    package var path: FilePath
    /// The old name, for a rename.
    package var from: FilePath?
    /// What is written, for a write.
    package var bytes: [UInt8] = []
    /// The new size, for a truncation.
    package var size = 0
  }

  package enum Verdict: Sendable {
    case proceed
    /// The call is not made and fails with this `errno`.
    case fail(Int32)
    /// Half of the bytes are written before the call fails with this `errno`.
    case tear(Int32)
  }

  let judge: (@Sendable (Event) -> Verdict)?

  package init(judge: (@Sendable (Event) -> Verdict)? = nil) { self.judge = judge }

  /// The error to give after half of the work, nil to go on.
  private func ask(_ event: @autoclosure () -> Event) throws(SystemError) -> SystemError? {
    guard let judge else { return nil }
    let event = event()
    switch judge(event) {
    case .proceed: return nil
    case .fail(let number):
      throw SystemError(event.call.rawValue, event.path, number: number)
    case .tear(let number):
      return SystemError(event.call.rawValue, event.path, number: number)
    }
  }

  /// Makes a folder. False where there is one already.
  func makeFolder(_ path: FilePath, in folder: Int32 = AT_FDCWD) throws(SystemError) -> Bool {
    _ = try ask(Event(call: .makeFolder, path: path))
    if path.withCString({ unsafe mkdirat(folder, $0, 0o755) }) == 0 { return true }
    guard errno == EEXIST else { throw SystemError(Call.makeFolder.rawValue, path) }
    return false
  }

  /// The last of `components`, each in the one before and made if need be. None may be a link.
  func makeFolders(
    _ components: some Sequence<ArraySlice<UInt8>>, in folder: consuming Descriptor
  ) throws(SystemError) -> Descriptor {
    var folder = folder
    for component in components {
      let path = FilePath(bytes: Array(component))
      _ = try makeFolder(path, in: folder.raw)
      folder = try Descriptor.open(path, in: folder.raw, flags: Descriptor.folderFlags)
    }
    return folder
  }

  /// A new file with `bytes`, not yet durable.
  func create(
    _ path: FilePath, in folder: Int32, _ bytes: [UInt8]
  ) throws(SystemError) -> Descriptor {
    _ = try ask(Event(call: .create, path: path))
    let file = try Descriptor.open(
      path, in: folder, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode: 0o644)
    try write(bytes, to: file, path)
    return file
  }

  /// A file that only grows, made if need be.
  func openLog(
    _ path: FilePath, in folder: Int32
  ) throws(SystemError) -> Descriptor {
    let flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC
    do {
      return try Descriptor.open(path, in: folder, flags: flags)
    } catch  where error.number == ENOENT {
      _ = try ask(Event(call: .create, path: path))
      return try Descriptor.open(path, in: folder, flags: flags | O_CREAT, mode: 0o644)
    }
  }

  /// The whole lines of a log. A line that a crash tore is cut off it.
  func readWholeLines(
    of log: borrowing Descriptor, _ path: FilePath
  ) throws(SystemError) -> [UInt8] {
    let bytes = try log.readAll(path)
    let whole = bytes.endOfWholeLines
    if whole == bytes.count { return bytes }
    try truncate(log, to: whole, path)
    return Array(bytes.prefix(whole))
  }

  func write(
    _ bytes: [UInt8], to file: borrowing Descriptor, _ path: FilePath
  ) throws(SystemError) {
    let torn = try ask(Event(call: .write, path: path, bytes: bytes))
    let end = torn == nil ? bytes.count : bytes.count / 2
    let raw = file.raw
    var at = 0
    while at < end {
      // The kernel reads `end - at` bytes from an offset inside the array.
      let written = unsafe bytes.withUnsafeBytes { buffer in
        retrying { unsafe Glibc.write(raw, buffer.baseAddress.map { unsafe $0 + at }, end - at) }
      }
      guard written >= 0 else { throw SystemError(Call.write.rawValue, path) }
      at += written
    }
    if let torn { throw torn }
  }

  /// Makes a file's bytes, or a folder's names, durable.
  func sync(_ descriptor: borrowing Descriptor, _ path: FilePath) throws(SystemError) {
    _ = try ask(Event(call: .sync, path: path))
    let raw = descriptor.raw
    guard retrying({ fsync(raw) }) == 0 else { throw SystemError(Call.sync.rawValue, path) }
  }

  /// Makes all of the file system that `descriptor` is on durable.
  func syncAll(_ descriptor: borrowing Descriptor, _ path: FilePath) throws(SystemError) {
    _ = try ask(Event(call: .syncAll, path: path))
    let raw = descriptor.raw
    guard retrying({ galley_syncfs(raw) }) == 0 else {
      throw SystemError(Call.syncAll.rawValue, path)
    }
  }

  /// Moves a file, over another one if there is one: readers see the one or the other, whole.
  func rename(
    _ from: FilePath, to path: FilePath, in folder: borrowing Descriptor
  ) throws(SystemError) {
    _ = try ask(Event(call: .rename, path: path, from: from))
    let raw = folder.raw
    let result = from.withCString { from in
      path.withCString { unsafe renameat(raw, from, raw, $0) }
    }
    guard result == 0 else { throw SystemError(Call.rename.rawValue, path) }
  }

  func remove(_ path: FilePath, in folder: borrowing Descriptor) throws(SystemError) {
    _ = try ask(Event(call: .remove, path: path))
    let raw = folder.raw
    guard path.withCString({ unsafe unlinkat(raw, $0, 0) }) == 0 || errno == ENOENT else {
      throw SystemError(Call.remove.rawValue, path)
    }
  }

  func truncate(
    _ file: borrowing Descriptor, to size: Int, _ path: FilePath
  ) throws(SystemError) {
    _ = try ask(Event(call: .truncate, path: path, size: size))
    let raw = file.raw
    guard retrying({ ftruncate(raw, size) }) == 0 else {
      throw SystemError(Call.truncate.rawValue, path)
    }
  }
}

extension [UInt8] {
  /// Where the last whole line of a log ends.
  var endOfWholeLines: Int { lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0 }
}
