internal import CLinux
internal import Glibc

/// The system calls by which the store changes its folders; it makes no others.
///
/// This is the seam at which tests cut the power: `judge` sees each call before it is made.
package struct Disk: Sendable {
  package enum Call: String, Sendable {
    case makeFolder, create, write, sync, syncAll, rename, remove, truncate
  }

  package enum Verdict: Sendable {
    case proceed
    /// The call is not made and fails with this `errno`.
    case fail(Int32)
    /// Half of the bytes are written before the call fails with this `errno`.
    case tear(Int32)
  }

  /// `from` is there for a rename. Paths are relative to the store.
  package typealias Judge =
    @Sendable (_ call: Call, _ path: FilePath, _ from: FilePath?) -> Verdict

  let judge: Judge?

  package init(judge: Judge? = nil) { self.judge = judge }

  /// The error to give after half of the work, nil to go on.
  private func ask(
    _ call: Call, _ path: FilePath, from: FilePath? = nil
  ) throws(SystemError) -> SystemError? {
    switch judge?(call, path, from) ?? .proceed {
    case .proceed: return nil
    case .fail(let number): throw SystemError(call.rawValue, path, number: number)
    case .tear(let number): return SystemError(call.rawValue, path, number: number)
    }
  }

  /// Makes a folder. False where there is one already.
  func makeFolder(_ path: FilePath, in folder: Int32 = AT_FDCWD) throws(SystemError) -> Bool {
    _ = try ask(.makeFolder, path)
    if path.withCString({ unsafe mkdirat(folder, $0, 0o755) }) == 0 { return true }
    guard errno == EEXIST else { throw SystemError("mkdir", path) }
    return false
  }

  /// A new file with `bytes`, not yet durable.
  func create(
    _ path: FilePath, in folder: Int32, _ bytes: [UInt8]
  ) throws(SystemError) -> Descriptor {
    _ = try ask(.create, path)
    let file = try Descriptor.open(
      path, in: folder, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode: 0o644)
    try write(bytes, to: file, path)
    return file
  }

  func write(
    _ bytes: [UInt8], to file: borrowing Descriptor, _ path: FilePath
  ) throws(SystemError) {
    let torn = try ask(.write, path)
    let end = torn == nil ? bytes.count : bytes.count / 2
    let raw = file.raw
    var at = 0
    while at < end {
      // The kernel reads `end - at` bytes from an offset inside the array.
      let written = unsafe bytes.withUnsafeBytes { buffer in
        retrying { unsafe Glibc.write(raw, buffer.baseAddress.map { unsafe $0 + at }, end - at) }
      }
      guard written >= 0 else { throw SystemError("write", path) }
      at += written
    }
    if let torn { throw torn }
  }

  /// Makes a file's bytes, or a folder's names, durable.
  func sync(_ descriptor: borrowing Descriptor, _ path: FilePath) throws(SystemError) {
    _ = try ask(.sync, path)
    let raw = descriptor.raw
    guard retrying({ fsync(raw) }) == 0 else { throw SystemError("fsync", path) }
  }

  /// Makes all of the file system that `descriptor` is on durable.
  func syncAll(_ descriptor: borrowing Descriptor, _ path: FilePath) throws(SystemError) {
    _ = try ask(.syncAll, path)
    let raw = descriptor.raw
    guard retrying({ galley_syncfs(raw) }) == 0 else { throw SystemError("syncfs", path) }
  }

  /// Moves a file, over another one if there is one: readers see the one or the other, whole.
  func rename(
    _ from: FilePath, to path: FilePath, in folder: borrowing Descriptor
  ) throws(SystemError) {
    _ = try ask(.rename, path, from: from)
    let raw = folder.raw
    let result = from.withCString { from in
      path.withCString { unsafe renameat(raw, from, raw, $0) }
    }
    guard result == 0 else { throw SystemError("rename", path) }
  }

  func remove(_ path: FilePath, in folder: borrowing Descriptor) throws(SystemError) {
    _ = try ask(.remove, path)
    let raw = folder.raw
    guard path.withCString({ unsafe unlinkat(raw, $0, 0) }) == 0 || errno == ENOENT else {
      throw SystemError("unlink", path)
    }
  }

  func truncate(
    _ file: borrowing Descriptor, to size: Int, _ path: FilePath
  ) throws(SystemError) {
    _ = try ask(.truncate, path)
    let raw = file.raw
    guard retrying({ ftruncate(raw, size) }) == 0 else { throw SystemError("ftruncate", path) }
  }
}
