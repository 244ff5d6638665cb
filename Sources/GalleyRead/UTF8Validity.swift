/// How much of a text is UTF-8.
struct UTF8Validity: Equatable {
  /// Bytes from the beginning up to the first that is wrong.
  var validPrefix: Int
  var isASCII: Bool
}

/// Bytes from `start` on that are valid UTF-8 (Unicode 15, table 3-7). ASCII goes 8 bytes at a time and
/// characters of three bytes, nearly all of a Chinese text, by one load for two of them.
func validUTF8(_ text: [UInt8], from start: Int = 0) -> UTF8Validity {
  unsafe text.withUnsafeBytes { bytes in
    // Every load of `width` bytes at `at` is guarded by `at + width <= count`.
    let count = bytes.count
    var at = start
    var isASCII = true
    while at < count {
      while at + 16 <= count {
        let low = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let high = unsafe bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
        guard (low | high) & 0x8080_8080_8080_8080 == 0 else { break }
        at += 16
      }
      while at + 8 <= count {
        let word = unsafe UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        // 1110xxxx 10xxxxxx 10xxxxxx, twice.
        guard word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, isPlainLead(word & 0x0F),
          isPlainLead(word >> 24 & 0x0F)
        else { break }
        isASCII = false
        at += 6
      }
      while at + 4 <= count {
        let word = unsafe UInt32(
          littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
        guard word & 0xC0C0F0 == 0x8080E0, isPlainLead(UInt64(word & 0x0F)) else { break }
        isASCII = false
        at += 3
      }
      guard at < count else { break }
      let first = unsafe bytes[at]
      if first < 0x80 {
        at += 1
        continue
      }
      isASCII = false
      let length = unsafe sequenceLength(bytes, at)
      guard length > 0 else { break }
      at += length
    }
    return UTF8Validity(validPrefix: at, isASCII: isASCII)
  }
}

/// Whether any two tail bytes may follow 0xE0 | `bits`: E0 would need a closer look, and ED may begin
/// a surrogate.
@inline(__always)
private func isPlainLead(_ bits: UInt64) -> Bool { bits != 0 && bits != 0x0D }

/// The length of the valid sequence at `at`, whose first byte is not ASCII; 0 where there is none.
private func sequenceLength(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
  let left = bytes.count - at
  let first = unsafe bytes[at]
  guard left >= 2 else { return 0 }
  // In bounds: `left` says how many bytes there are.
  let second = unsafe bytes[at + 1]
  switch first {
  case 0xC2...0xDF:
    return second & 0xC0 == 0x80 ? 2 : 0
  case 0xE0...0xEF:
    let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : 0xBF
    guard left >= 3, (low...high).contains(second) else { return 0 }
    return unsafe bytes[at + 2] & 0xC0 == 0x80 ? 3 : 0
  case 0xF0...0xF4:
    let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
    guard left >= 4, (low...high).contains(second) else { return 0 }
    return unsafe bytes[at + 2] & 0xC0 == 0x80 && bytes[at + 3] & 0xC0 == 0x80 ? 4 : 0
  default:
    return 0
  }
}

/// A text that is mostly UTF-8, with U+FFFD for each maximal part that is not.
func repairedUTF8(_ text: [UInt8]) -> Conversion {
  var out = Conversion()
  out.text.reserveCapacity(text.count + 64)
  var at = 0
  while at < text.count {
    let end = validUTF8(text, from: at).validPrefix
    out.copy(text, at..<end)
    at = end
    guard at < text.count else { break }
    let wrong = malformedLength(text, at)
    out.replace(at..<at + wrong)
    at += wrong
  }
  return out
}

/// The bytes that one U+FFFD stands for: a sequence as far as it could be right, else one byte
/// (Unicode 15, section 3.9, "U+FFFD substitution of maximal subparts").
private func malformedLength(_ text: [UInt8], _ at: Int) -> Int {
  func tail(_ offset: Int, _ range: ClosedRange<UInt8>) -> Bool {
    at + offset < text.count && range.contains(text[at + offset])
  }
  switch text[at] {
  case 0xE0: return tail(1, 0xA0...0xBF) ? 2 : 1
  case 0xED: return tail(1, 0x80...0x9F) ? 2 : 1
  case 0xE1...0xEF: return tail(1, 0x80...0xBF) ? 2 : 1
  case 0xF0: return tail(1, 0x90...0xBF) ? (tail(2, 0x80...0xBF) ? 3 : 2) : 1
  case 0xF1...0xF3: return tail(1, 0x80...0xBF) ? (tail(2, 0x80...0xBF) ? 3 : 2) : 1
  case 0xF4: return tail(1, 0x80...0x8F) ? (tail(2, 0x80...0xBF) ? 3 : 2) : 1
  default: return 1
  }
}
