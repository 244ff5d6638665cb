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
      return ScalarAt(
        value: (first & 0x0F) << 12 | tail(offset + 1) << 6 | tail(offset + 2), length: 3)
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
