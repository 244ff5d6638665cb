internal import CLinux
internal import Glibc

/// An open file or folder; closed when its owner goes.
package struct Descriptor: ~Copyable, Sendable {
  let raw: Int32

  init(_ raw: Int32) { self.raw = raw }

  deinit { _ = close(raw) }

  /// Never follows a link at the path's end, never waits for a FIFO's writer, never takes a
  /// terminal, never leaks into a child.
  static let readFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
  static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  static func open(
    _ path: FilePath, in folder: Int32 = AT_FDCWD, flags: Int32, mode: mode_t = 0
  ) throws(SystemError) -> Descriptor {
    let raw = retrying { path.withCString { unsafe openat(folder, $0, flags, mode) } }
    guard raw >= 0 else { throw SystemError("open", path) }
    return Descriptor(raw)
  }

  func status(_ path: FilePath) throws(SystemError) -> stat {
    var status = stat()
    guard unsafe fstat(raw, &status) == 0 else { throw SystemError("fstat", path) }
    return status
  }

  /// What lies under a path in this folder, not followed where it is a link; nil where it is gone.
  func status(of path: [UInt8]) -> stat? {
    var status = stat()
    let result = FilePath(bytes: path).withCString {
      unsafe fstatat(raw, $0, &status, AT_SYMLINK_NOFOLLOW)
    }
    return result == 0 ? status : nil
  }

  /// Fills the end of `bytes` up to `count` more bytes, less at the file's end.
  func read(into bytes: inout [UInt8], upTo count: Int, _ path: FilePath) throws(SystemError) {
    var left = count
    while left > 0 {
      let size = min(left, 1 << 20)
      var got = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        // The kernel writes at most `size` bytes into a buffer of that capacity.
        got = retrying { unsafe Glibc.read(raw, buffer.baseAddress, size) }
        filled = max(0, got)
      }
      guard got >= 0 else { throw SystemError("read", path) }
      if got == 0 { return }
      bytes += piece
      left -= got
    }
  }

  /// All of the file, which is one of the store's own.
  func readAll(_ path: FilePath) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(try status(path).st_size))
    guard lseek(raw, 0, SEEK_SET) == 0 else { throw SystemError("lseek", path) }
    try read(into: &bytes, upTo: .max, path)
    return bytes
  }

  /// The names in this folder but `.` and `..`, by bytes, each with its `d_type`.
  func names(_ path: FilePath) throws(SystemError) -> [(name: [UInt8], type: UInt8)] {
    // A stream of its own: fdopendir takes the descriptor over and moves its place.
    let copy = unsafe openat(raw, ".", Self.folderFlags)
    guard copy >= 0 else { throw SystemError("open", path) }
    guard let stream = unsafe fdopendir(copy) else {
      let error = SystemError("fdopendir", path)
      _ = close(copy)
      throw error
    }
    defer { unsafe _ = closedir(stream) }
    var names: [(name: [UInt8], type: UInt8)] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      // d_name is NUL-terminated and lives until the next readdir.
      let bytes = unsafe bytes(of: galley_name(entry))
      if bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) { continue }
      unsafe names.append((bytes, entry.pointee.d_type))
    }
    guard errno == 0 else { throw SystemError("readdir", path) }
    return names.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }
}

private func bytes(of string: UnsafePointer<CChar>?) -> [UInt8] {
  guard let string = unsafe string else { return [] }
  return unsafe Array(UnsafeRawBufferPointer(start: string, count: strlen(string)))
}

/// Calls again while a signal interrupts the call.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
