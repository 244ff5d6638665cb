internal import Glibc

/// A path as the kernel sees it: bytes, `/`-separated. It may hold anything but NUL.
package struct FilePath: Sendable, Hashable {
  package var bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }
  package init(_ string: String) { bytes = Array(string.utf8) }

  package var isAbsolute: Bool { bytes.first == UInt8(ascii: "/") }

  /// The names between the slashes, without empty ones and `.`.
  package var components: [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
  }

  package func appending(_ name: some Collection<UInt8>) -> FilePath {
    if bytes.isEmpty { return FilePath(bytes: Array(name)) }
    if name.isEmpty { return self }
    let slash = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return FilePath(bytes: bytes + slash + name)
  }

  /// Calls `body` with the path as a C string, which lives as long as the call.
  @safe
  package func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    unsafe (bytes + [0]).withUnsafeBytes { buffer in
      // The buffer holds the final NUL, so it is never empty and `baseAddress` is there; the
      // fallback keeps the compiler content and is the empty string.
      unsafe buffer.baseAddress.map { unsafe body($0.assumingMemoryBound(to: CChar.self)) }
        ?? body("")
    }
  }
}

extension FilePath: Comparable {
  /// By bytes: the same order in every locale.
  package static func < (a: FilePath, b: FilePath) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}

extension FilePath {
  /// The path for records, messages and terminals: the text itself where it is plain UTF-8.
  ///
  /// Bytes that are no UTF-8 and control characters are written `%XX`, and so is a `%` that two
  /// hexadecimal digits follow. No two paths give the same text; `init(text:)` is the way back.
  package var text: String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let length = plainLength(at: at)
      if length > 0 {
        out += bytes[at..<at + length]
        at += length
      } else {
        out += [
          UInt8(ascii: "%"), Self.digits[Int(bytes[at] >> 4)], Self.digits[Int(bytes[at] & 15)],
        ]
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The path that `text` gave this text.
  package init(text: String) { self.init(text: Array(text.utf8)[...]) }

  init(text: ArraySlice<UInt8>) {
    guard text.contains(UInt8(ascii: "%")) else {
      bytes = Array(text)
      return
    }
    let text = Array(text)
    bytes = []
    var at = 0
    while at < text.count {
      if text[at] == UInt8(ascii: "%"), let value = Self.byte(in: text, at: at + 1) {
        bytes.append(value)
        at += 3
      } else {
        bytes.append(text[at])
        at += 1
      }
    }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func byte(in text: [UInt8], at index: Int) -> UInt8? {
    guard index + 1 < text.count,
      let high = Unicode.Scalar(text[index]).hexDigit,
      let low = Unicode.Scalar(text[index + 1]).hexDigit
    else { return nil }
    return high << 4 | low
  }

  /// Bytes of the character at `at` that may be written as it is; 0 where it must be escaped.
  private func plainLength(at: Int) -> Int {
    let byte = bytes[at]
    if byte < 0x20 || byte == 0x7F { return 0 }
    if byte == UInt8(ascii: "%") { return Self.byte(in: bytes, at: at + 1) == nil ? 1 : 0 }
    if byte < 0x80 { return 1 }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard at + length <= bytes.count else { return 0 }
    // U+0080 to U+009F are control characters too: terminals obey them.
    if byte == 0xC2, bytes[at + 1] < 0xA0 { return 0 }
    return String(validating: bytes[at..<at + length], as: UTF8.self) == nil ? 0 : length
  }
}

extension Unicode.Scalar {
  fileprivate var hexDigit: UInt8? {
    switch self {
    case "0"..."9": UInt8(value - 0x30)
    case "A"..."F": UInt8(value - 0x37)
    case "a"..."f": UInt8(value - 0x57)
    default: nil
    }
  }
}
