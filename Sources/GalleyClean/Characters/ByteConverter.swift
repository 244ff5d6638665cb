internal import Glibc

/// A conversion between two character sets, by iconv. The handle is open for as long as the value
/// lives, and never leaves it.
@safe
struct ByteConverter: ~Copyable {
  private let handle: iconv_t

  /// nil where the system does not know one of the sets.
  init?(from source: String, to target: String) {
    let opened = unsafe iconv_open(target, source)
    // iconv_open answers (iconv_t)-1 for an error.
    guard Int(bitPattern: opened) != -1, let opened = unsafe opened else { return nil }
    unsafe handle = unsafe opened
  }

  deinit { unsafe _ = iconv_close(handle) }

  /// All of `bytes` converted, or nil where a part of them cannot be. For single characters: the
  /// output has room for 16 bytes.
  func convert(_ bytes: [UInt8]) -> [UInt8]? {
    var input = bytes.map { CChar(bitPattern: $0) }
    return unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16) { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var left = source.count
        var room = target.count
        // iconv reads at most `left` bytes at `from` and writes at most `room` at `to`.
        let status = unsafe iconv(handle, &from, &left, &to, &room)
        guard status == 0, left == 0 else {
          unsafe iconv(handle, nil, nil, nil, nil)
          return nil
        }
        return unsafe target[..<(16 - room)].map { UInt8(bitPattern: $0) }
      }
    }
  }
}
