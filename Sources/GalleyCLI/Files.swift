internal import GalleyModel
internal import Glibc

/// Reads a whole file. To be replaced by the careful reader of the store's room.
func readSource(_ path: String) throws -> Source {
  let descriptor = unsafe path == "-" ? 0 : open(path, O_RDONLY)
  guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
  defer { if descriptor > 0 { _ = close(descriptor) } }
  var bytes: [UInt8] = []
  while true {
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
      count = unsafe max(0, read(descriptor, buffer.baseAddress, 1 << 20))
    }
    if piece.isEmpty { break }
    bytes += piece
  }
  return Source(name: path, bytes: bytes)
}

/// A file that can't be opened.
struct FileError: Error, CustomStringConvertible {
  var path: String
  var code: Int32
  var description: String { unsafe String(cString: strerror(code)) }
}

func write(_ bytes: [UInt8]) { write(bytes, to: 1) }

/// A line on standard error.
func writeError(_ message: String) { write(Array(message.utf8) + [0x0A], to: 2) }

private func write(_ bytes: [UInt8], to descriptor: Int32) {
  var at = 0
  while at < bytes.count {
    let written = unsafe bytes[at...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if written <= 0 { return }
    at += written
  }
}
