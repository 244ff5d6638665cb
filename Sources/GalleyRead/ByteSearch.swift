internal import Glibc

extension [UInt8] {
  /// Where `byte` stands next at `start` or after it; the end where it doesn't.
  func next(_ byte: UInt8, from start: Int) -> Int {
    guard start < count else { return count }
    return unsafe withUnsafeBytes { bytes in
      // An array that is not empty has an address, and `count - start` bytes stand at `start`.
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return bytes.count }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
