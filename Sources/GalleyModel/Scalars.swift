/// Reading Unicode scalars from valid UTF-8 held as bytes.
///
/// Rules look at the ends of lines, so they decode a scalar here and there and never a whole text.

/// A scalar and the bytes that it takes.
@frozen
@usableFromInline
package struct ScalarAt: Sendable, Equatable {
  @usableFromInline package var value: UInt32
  @usableFromInline package var length: Int

  @inlinable
  package init(value: UInt32, length: Int) {
    self.value = value
    self.length = length
  }
}

/// Bytes of the sequence that a lead byte of UTF-8 begins; 0 for what begins none.
@inlinable
package func lengthOfUTF8(_ lead: UInt8) -> Int {
  switch lead {
  case 0..<0x80: 1
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 0
  }
}

extension [UInt8] {
  /// The scalar that begins at `offset`. The text is valid UTF-8 and `offset` is a boundary in it;
  /// past the end it is U+0000 of length 0.
  @inlinable
  @inline(__always)
  package func scalar(at offset: Int) -> ScalarAt {
    guard offset < count else { return ScalarAt(value: 0, length: 0) }
    let first = UInt32(self[offset])
    if first < 0x80 { return ScalarAt(value: first, length: 1) }
    if first < 0xE0, offset + 1 < count {
      return ScalarAt(value: (first & 0x1F) << 6 | tail(offset + 1), length: 2)
    }
    if first < 0xF0, offset + 2 < count {
      return ScalarAt(value: scalarOfThree(at: offset), length: 3)
    }
    guard offset + 3 < count else { return ScalarAt(value: 0xFFFD, length: 1) }
    return ScalarAt(
      value: (first & 0x07) << 18 | tail(offset + 1) << 12 | tail(offset + 2) << 6
        | tail(offset + 3), length: 4)
  }

  /// The scalar that ends just before `offset`; U+0000 of length 0 at the text's beginning.
  @inlinable
  package func scalar(before offset: Int) -> ScalarAt {
    var start = offset - 1
    guard start >= 0 else { return ScalarAt(value: 0, length: 0) }
    while start > 0, self[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return ScalarAt(value: scalar(at: start).value, length: offset - start)
  }

  @inlinable
  @inline(__always)
  package func tail(_ offset: Int) -> UInt32 { UInt32(self[offset] & 0x3F) }

  /// The scalar of three bytes that begins at `offset`.
  @inlinable
  @inline(__always)
  package func scalarOfThree(at offset: Int) -> UInt32 {
    UInt32(self[offset] & 0x0F) << 12 | tail(offset + 1) << 6 | tail(offset + 2)
  }

  /// Whether a part is drawn with one mark, `-----`, `_____` or `=====`, `least` times or more.
  @inlinable
  @inline(__always)
  package func isDrawn(_ range: Range<Int>, atLeast least: Int) -> Bool {
    let mark = self[range.lowerBound]
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "*"),
      UInt8(ascii: "~"):
      return range.count >= least && self[range].allSatisfy { $0 == mark }
    default: return false
    }
  }

  /// `range` without white space at its ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    // A look at one byte tells ASCII and ideographs apart from white space, the others are decoded.
    while low < high {
      if self[low] &- 0x21 < 0x5E || self[low] &- 0xE4 < 6 { break }
      let scalar = scalar(at: low)
      guard Scalar.isSpace(scalar.value) else { break }
      low += scalar.length
    }
    while high > low {
      let last = self[high - 1]
      if last &- 0x21 < 0x5E { break }
      if high - low >= 3 {
        // Of what E3 leads, U+3000 alone is white space, E3 80 80.
        let lead = self[high - 3]
        if lead &- 0xE4 < 6 || lead == 0xE3 && last != 0x80 { break }
      }
      let scalar = scalar(before: high)
      guard Scalar.isSpace(scalar.value) else { break }
      high -= scalar.length
    }
    return low..<Swift.max(low, high)
  }
}

/// Classes of scalars that several rooms ask for. The ranges are those of the Unicode Standard 15.
@usableFromInline
package enum Scalar {
  /// White space: White_Space of the Unicode Character Database, and U+FEFF and U+200B, which text
  /// uses as if they were.
  @inlinable
  @inline(__always)
  package static func isSpace(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0D) }
    return scalar <= 0x3000 ? isSpaceBeyondASCII(scalar) : scalar == 0xFEFF
  }

  /// The small letter of a capital of Latin-1, Latin Extended-A or basic Cyrillic, and any other scalar
  /// itself.
  @inlinable
  package static func small(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    // Capitals stand before their small letters, at even places or at odd ones.
    case 0x100...0x137, 0x14A...0x177: scalar | 1
    case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
    default: scalar
    }
  }

  @usableFromInline
  static func isSpaceBeyondASCII(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  @inlinable
  package static func isDigit(_ scalar: UInt32) -> Bool {
    (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
  }

  @inlinable
  package static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      return true
    default: return false
    }
  }

  /// Hiragana, Katakana, Bopomofo.
  @inlinable
  package static func isKana(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x30FF, 0x3105...0x312F, 0x31F0...0x31FF, 0xFF66...0xFF9F: return true
    default: return false
    }
  }

  @inlinable
  package static func isHangul(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97F, 0xAC00...0xD7FF: return true
    default: return false
    }
  }

  /// Punctuation of Chinese and Japanese, and the full-width forms.
  @inlinable
  package static func isWidePunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001...0x3004, 0x3008...0x303F, 0xFE30...0xFE4F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65:
      return true
    default: return false
    }
  }

  /// A character of the scripts that are written without spaces: Han, Kana and their punctuation.
  @inlinable
  package static func isUnspaced(_ scalar: UInt32) -> Bool {
    scalar >= 0x2E80 && (isHan(scalar) || isKana(scalar) || isWidePunctuation(scalar))
  }
}
