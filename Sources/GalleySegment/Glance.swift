internal import GalleyModel

/// Quick looks at a byte, or at 32 at once. They tell that a slower reader would find nothing.

/// Whether a scalar is a letter of ASCII, or of Han, Yi or Hangul (U+4000 to U+DFFF), by the byte
/// that it begins with: no bullet, no bracket, no decoration is.
@inline(__always)
func isLetterLead(_ byte: UInt8) -> Bool { isASCIILetter(byte) || byte &- 0xE4 < 0xEE - 0xE4 }

/// Such a letter, or a digit of ASCII.
@inline(__always)
func isWordLead(_ byte: UInt8) -> Bool { isLetterLead(byte) || byte &- 0x30 < 10 }

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

/// Whether all of the scalars from `offset` on, two or three, begin with a byte from E4 to E9, as
/// nearly all Chinese characters do. False where the text's end is too near to tell.
@inline(__always)
func areHan(_ text: Span<UInt8>, _ offset: Int, count: Int = 3) -> Bool {
  guard offset + 8 <= text.count else { return false }
  let lead: UInt64 = count == 2 ? 0x0100_0001 : 0x00_0001_0000_0100_0001
  // A byte from E4 to E9 gives 0 to 5: less than 8, and with 2 more still so. The lowest of others
  // gives more, whatever it borrows from those above.
  let offsets = (Word.load(text, offset) & (0xFF &* lead)) &- (0xE4 &* lead)
  return (offsets | (offsets &+ (2 &* lead))) & ~(7 &* lead) == 0
}

/// Whether 13 scalars and more from `offset` on begin with a byte from E4 to E9. False where the
/// text's end is too near to tell.
@inline(__always)
func isHanRun(_ text: Span<UInt8>, _ offset: Int) -> Bool {
  guard offset + 36 < text.count, text[offset + 33] &- 0xE4 < 6, text[offset + 36] &- 0xE4 < 6
  else { return false }
  let lanes = Lanes.load(text, offset)
  return (lanes.isIn(0x80...0xBF) | lanes.isIn(0xE4...0xE9)).all
}

/// The first three letters of ASCII that stand at `offset`, as small ones, the first in the lowest
/// byte, and in the highest a fourth one, 0 for another byte of ASCII. 0 in all where fewer stand there
/// before `end`, or something beyond ASCII behind them: full-width letters are like those of ASCII.
@inline(__always)
func firstLetters(_ text: [UInt8], _ offset: Int, end: Int) -> UInt32 {
  guard offset + 3 <= end else { return 0 }
  let bytes: UInt64
  if offset + 8 <= text.count {
    bytes = Word.load(text.span, offset)
  } else {
    bytes = (offset..<min(offset + 4, text.count)).reversed().reduce(0) {
      $0 << 8 | UInt64(text[$1])
    }
  }
  let small = bytes & 0xFF_FFFF | 0x20_2020
  guard Word.between(small, 0x61, 0x7A) & 0x80_8080 == 0x80_8080 else { return 0 }
  let next = offset + 3 < end ? UInt8(bytes >> 24 & 0xFF) : 0
  if isASCIILetter(next) { return UInt32(small) | UInt32(next | 0x20) << 24 }
  return next < 0x80 ? UInt32(small) : 0
}

/// Where the letters of ASCII end that stand at `start`.
@inline(__always)
func endOfASCIILetters(_ text: [UInt8], from start: Int, to end: Int) -> Int {
  var at = start
  while at < end, at + 8 <= text.count {
    let small = Word.load(text.span, at) | Word.ones &* 0x20
    let others = ~Word.between(small, 0x61, 0x7A) & Word.tops
    if others != 0 { return min(end, at + Word.first(others)) }
    at += 8
  }
  while at < end, isASCIILetter(text[at]) { at += 1 }
  return min(end, at)
}

/// The next of two bytes from `start` on; `end` or more where neither stands before it.
@inline(__always)
func next(_ one: UInt8, or other: UInt8, in text: [UInt8], from start: Int, to end: Int) -> Int {
  var at = start
  while at < end, at + 8 <= text.count {
    let bytes = Word.load(text.span, at)
    // The lowest hit of each is exact.
    let found = Word.equal(bytes, one) | Word.equal(bytes, other)
    if found != 0 { return at + Word.first(found) }
    at += 8
  }
  while at < end, text[at] != one, text[at] != other { at += 1 }
  return at
}

/// Whether a number but a Chinese one may begin in a part of the text of no more than 64 bytes: a
/// digit, ASCII or full width (EF), or an enclosed number (E2).
func mayHoldDigit(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard range.count <= 2 * Lanes.width, range.lowerBound + Lanes.width <= text.count else {
    return true
  }
  let found = digits(text, range.lowerBound)
  if range.count < Lanes.width { return (found & Lanes.first(range.count)).any }
  return (found | digits(text, range.upperBound - Lanes.width)).any
}

/// FF where a number may begin.
@inline(__always)
private func digits(_ text: Span<UInt8>, _ offset: Int) -> Lanes {
  let lanes = Lanes.load(text, offset)
  return lanes.isIn(0x30...0x39) | (lanes == 0xE2) | (lanes == 0xEF)
}

/// Whether a colon may stand in a part of the text before its first comma or stop of ASCII and its
/// first full-width comma, which no label holds; true where the text's end is too near to tell.
///
/// 32 bytes of ASCII leave less than 32 others to a label of 36 columns.
func mayHoldLabel(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
  var at = range.lowerBound
  var end = range.upperBound
  while at < end {
    guard at + Lanes.width + 2 <= text.count else { return true }
    let lanes = Lanes.load(text, at)
    // `:` and `,` and `.`, and what `：` and `﹕` begin with.
    let marks =
      (lanes == UInt8(ascii: ":")) | (lanes == UInt8(ascii: ",")) | (lanes == UInt8(ascii: "."))
      | (lanes == 0xEF)
    if marks.any {
      let mark = at + marks.first
      let isFull = text[mark] == 0xEF && !(text[mark + 1] == 0xBC && text[mark + 2] == 0x8C)
      return mark < end && (isFull || text[mark] == UInt8(ascii: ":"))
    }
    at += Lanes.width
    if lanes.isIn(0x00...0x7F).all { end = min(end, at + Lanes.width) }
  }
  return false
}
