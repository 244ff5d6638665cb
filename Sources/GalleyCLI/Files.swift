internal import GalleyModel
internal import Glibc

/// Reads a whole file. To be replaced by the careful reader of the store's room.
func readSource(_ path: String) throws -> Source {
  let descriptor = unsafe path == "-" ? 0 : open(path, O_RDONLY)
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

func write(_ bytes: [UInt8]) {
  var at = 0
  while at < bytes.count {
    let written = unsafe bytes[at...].withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
    if written <= 0 { return }
    at += written
  }
}
