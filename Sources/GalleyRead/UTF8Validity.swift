internal import GalleyModel

/// How much of a text is UTF-8.
struct UTF8Validity: Equatable {
  /// Bytes from the beginning up to the first that is wrong.
  var validPrefix: Int
  var isASCII = true
  /// U+0000 stands among them.
  var hasNull = false
}

/// Bytes from `start` on that are valid UTF-8 (Unicode 15, table 3-7).
func validUTF8(_ text: [UInt8], from start: Int = 0) -> UTF8Validity {
  let bytes = text.span
  var at = start
  var validity = UTF8Validity(validPrefix: 0)
  while true {
    at = endOfPlainASCII(bytes, from: at)
    guard at < bytes.count else { break }
    if bytes[at] >= 0x80 { validity.isASCII = false }
    // What stands just before is looked at too, and must be known to be valid.
    if at &- start >= 2 { at = endOfPlainUTF8(bytes, from: at) }
    // What is not plain goes character by character, as much of it as one look sees.
    let end = min(bytes.count, at &+ Lanes.width)
    while at < end {
      let length = sequenceLength(bytes, at)
      if length != 1 { validity.isASCII = false } else if bytes[at] == 0 { validity.hasNull = true }
      if length == 0 {
        validity.validPrefix = at
        return validity
      }
      at += length
    }
  }
  validity.validPrefix = at
  return validity
}

/// The offset of the first byte at or after `start` that is 0 or not ASCII, or `count`.
private func endOfPlainASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var at = start
  while at &+ Lanes.width <= bytes.count, Lanes.load(bytes, at).isIn(0x01...0x7F).all {
    at &+= Lanes.width
  }
  while at &+ 8 <= bytes.count {
    let word = Word.load(bytes, at)
    // Of ASCII, only 0 borrows when 1 is taken away; what stands above it may be hit wrongly.
    let tops = (word | (word &- Word.ones)) & Word.tops
    if tops != 0 { return at &+ Word.first(tops) }
    at &+= 8
  }
  while at < bytes.count, bytes[at] &- 1 < 0x7F { at &+= 1 }
  return at
}

/// The end of the characters from `start` on of which the lead byte and the number of bytes after it
/// tell that they are valid, 64 bytes at a time: all of two and three bytes but for those that begin
/// with E0 or ED. It stops at a 0, and where nothing but ASCII stands. Two bytes before `start` are looked at.
private func endOfPlainUTF8(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var at = start
  while at &+ 2 &* Lanes.width <= bytes.count {
    let odd = oddUTF8(bytes, at) | oddUTF8(bytes, at &+ Lanes.width)
    if odd.any || Lanes.load(bytes, at).isIn(0x00...0x7F).all { break }
    at &+= 2 &* Lanes.width
  }
  // Back to the beginning of a character that the last look cut.
  if at > start {
    if bytes[at - 1] >= 0xC0 { return at - 1 }
    if bytes[at - 2] >= 0xE0 { return at - 2 }
  }
  return at
}

/// Other than 00 where one of the 32 bytes from `at` on needs a closer look.
@inline(__always)
private func oddUTF8(_ bytes: Span<UInt8>, _ at: Int) -> Lanes {
  let lanes = Lanes.load(bytes, at)
  let isTail = lanes.isIn(0x80...0xBF)
  let isDue =
    Lanes.load(bytes, at &- 1).isIn(0xC0...0xFF) | Lanes.load(bytes, at &- 2).isIn(0xE0...0xFF)
  let odd =
    lanes.isIn(0xC0...0xC1) | (lanes == 0xE0) | (lanes == 0xED) | lanes.isOutside(0x01...0xEF)
  return odd | (isTail ^ isDue)
}

/// The length of the valid sequence at `at`; 0 where there is none.
private func sequenceLength(_ bytes: Span<UInt8>, _ at: Int) -> Int {
  func isTail(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
    at + offset < bytes.count && bytes[at + offset] >= low && bytes[at + offset] <= high
  }
  switch bytes[at] {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: return isTail(1) ? 2 : 0
  case 0xE0: return isTail(1, 0xA0) && isTail(2) ? 3 : 0
  case 0xED: return isTail(1, 0x80, 0x9F) && isTail(2) ? 3 : 0
  case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : 0
  case 0xF0: return isTail(1, 0x90) && isTail(2) && isTail(3) ? 4 : 0
  case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
  case 0xF4: return isTail(1, 0x80, 0x8F) && isTail(2) && isTail(3) ? 4 : 0
  default: return 0
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
