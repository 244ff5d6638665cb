internal import CUTF8Proc
internal import GalleyModel

/// A word, or a part of one, that can be searched for.
struct Token: Equatable {
  /// Folded: without case, accents and width.
  var text: [UInt8]
  /// In the text that it was found in.
  var range: Range<Int>
}

/// Cuts a text into what can be searched for.
///
/// Words of letters and digits are folded. Scripts that print no spaces between words give each pair
/// of neighbouring characters, and the last character of a run alone, so that a query of two
/// characters hits anywhere and one of a single character does as a prefix.
func forEachToken(in text: [UInt8], _ body: (Token) -> Bool) {
  var at = 0
  while at < text.count {
    let scalar = text.scalar(at: at)
    if isUnspaced(scalar.value) {
      let end = run(of: isUnspaced, in: text, from: at)
      guard pairs(in: text, at..<end, body) else { return }
      at = end
    } else if isWordPart(scalar.value) {
      let end = run(of: isWordPart, in: text, from: at)
      let folded = fold(text, at..<end)
      if !folded.isEmpty {
        guard body(Token(text: folded, range: at..<end)) else { return }
      }
      at = end
    } else {
      at += scalar.length
    }
  }
}

/// The end of the characters from `start` on that `holds` is true for.
func run(of holds: (UInt32) -> Bool, in text: [UInt8], from start: Int) -> Int {
  var at = start
  while at < text.count {
    let scalar = text.scalar(at: at)
    guard holds(scalar.value) else { break }
    at += scalar.length
  }
  return at
}

private func pairs(in text: [UInt8], _ range: Range<Int>, _ body: (Token) -> Bool) -> Bool {
  var at = range.lowerBound
  while at < range.upperBound {
    let next = at + text.scalar(at: at).length
    let end = next < range.upperBound ? next + text.scalar(at: next).length : next
    guard body(Token(text: Array(text[at..<end]), range: at..<end)) else { return false }
    at = next
  }
  return true
}

/// Han, kana, Hangul, and the scripts of Thailand, Laos, Burma and Cambodia: Unicode's blocks.
func isUnspaced(_ scalar: UInt32) -> Bool {
  switch scalar {
  case ..<0x0E00: false
  case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
  case 0x3005...0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FF: true
  case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
  case 0xFF66...0xFF9D, 0x20000...0x323AF: true
  default: false
  }
}

/// Letters, marks and digits of all other scripts.
private func isWordPart(_ scalar: UInt32) -> Bool {
  if scalar < 0x80 {
    return scalar >= 0x30 && scalar <= 0x39 || scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A
  }
  if isUnspaced(scalar) { return false }
  // Categories in utf8proc's order: 1 to 5 letters, 6 to 8 marks, 9 to 11 numbers.
  return (1...11).contains(Int(utf8proc_category(Int32(bitPattern: scalar)).rawValue))
}

/// Without case, accents and width.
private func fold(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(range.count)
  var at = range.lowerBound
  while at < range.upperBound {
    let byte = text[at]
    if byte < 0x80 {
      out.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      at += 1
      continue
    }
    let scalar = text.scalar(at: at)
    for folded in foldings(scalar.value) {
      if let scalar = Unicode.Scalar(folded) {
        out += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    at += scalar.length
  }
  return out
}

private func foldings(_ scalar: UInt32) -> [UInt32] {
  var out = [Int32](repeating: 0, count: 32)
  var boundary: Int32 = 0
  let options =
    UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue
    | UTF8PROC_CASEFOLD.rawValue | UTF8PROC_STRIPMARK.rawValue
  // utf8proc writes at most 32 scalars into a buffer of that size, and no scalar has more than 18.
  let count = unsafe out.withUnsafeMutableBufferPointer { buffer in
    unsafe utf8proc_decompose_char(
      Int32(bitPattern: scalar), buffer.baseAddress, 32, utf8proc_option_t(options), &boundary)
  }
  guard count >= 0, count <= 32 else { return [scalar] }
  return out[..<count].map { UInt32(bitPattern: $0) }
}
