internal import GalleyModel

/// The scalars that a text begins with, folded as words are.
struct WordStart {
  var first: UInt32
  /// A space for white space of any kind; 0 at the text's end.
  var second: UInt32
  /// The scalar behind white space that may only space out the letters of a CJK word, else 0.
  var spaced: UInt32 = 0
  /// Where the second scalar stands.
  var behind: Int

  @inline(__always)
  init(_ text: [UInt8], at start: Int, end: Int) {
    // Chinese characters, which are folded to themselves, need the fewest questions.
    if start + 6 <= end, areHan(text.span, start, count: 2) {
      let bytes = Word.load(text.span, start)
      first = WordStart.han(bytes)
      second = WordStart.han(bytes >> 24)
      behind = start + 3
      return
    }
    let scalar = text.scalar(at: start)
    first = fold(scalar.value)
    behind = start + scalar.length
    second = fold(text.scalar(at: behind).value)
    guard Scalar.isSpace(second) else { return }
    second = 0x20
    if Scalar.isUnspaced(first) {
      spaced = fold(text.scalar(at: skipSpaces(in: text, at: behind, end: end)).value)
    }
  }

  /// The Chinese character that the three lowest bytes are.
  @inline(__always)
  private static func han(_ bytes: UInt64) -> UInt32 {
    UInt32(bytes & 0x0F) << 12 | UInt32(bytes >> 8 & 0x3F) << 6 | UInt32(bytes >> 16 & 0x3F)
  }

  /// The third scalar where it stands for nothing but itself: a letter of ASCII, as a small one, or
  /// a Chinese character, right behind another of ASCII or another character. 0 elsewhere.
  @inline(__always)
  func third(_ text: [UInt8], end: Int) -> UInt32 {
    guard spaced == 0, behind + 1 < end else { return 0 }
    if text[behind] < 0x80 {
      let letter = text[behind + 1]
      return isASCIILetter(letter) ? UInt32(letter | 0x20) : 0
    }
    guard behind + 5 < end, text[behind] &- 0xE4 < 6, text[behind + 3] &- 0xE4 < 6 else {
      return 0
    }
    return text.scalarOfThree(at: behind + 3)
  }
}

extension Scalar {
  /// `a` to `z`.
  @inline(__always)
  static func isSmallLetter(_ scalar: UInt32) -> Bool { scalar &- 0x61 < 26 }
}
