internal import GalleyModel

/// What a line can end with, seen behind closing quotes, brackets and footnote marks.
enum Ending: UInt8, CaseIterable {
  case sentence, colon, comma, hyphen, dash, opening, lower, upper, digit, han, hangul, letter
  case closing, link, symbol
}

/// What a line can begin with.
enum Opening: UInt8, CaseIterable {
  case lower, upper, digit, han, hangul, letter, quote, quotedLower, closing, dash, symbol
}

/// Classes of scalars that only the cleaner asks for. Ranges are those of the Unicode Standard 15.
enum Letters {
  static func isLower(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x61 && scalar <= 0x7A }
    switch scalar {
    case 0xDF...0xF6, 0xF8...0xFF, 0x430...0x45F, 0x3AC...0x3CE, 0x561...0x587: return true
    case 0x100...0x24F, 0x1E00...0x1EFF, 0x460...0x52F: return scalar & 1 == 1
    default: return false
    }
  }

  static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE, 0x400...0x42F, 0x386...0x3AB, 0x531...0x556: return true
    case 0x100...0x24F, 0x1E00...0x1EFF, 0x460...0x52F: return scalar & 1 == 0
    default: return false
    }
  }

  /// A letter of any script, near enough: everything from U+00AA on that is no punctuation.
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isLower(scalar | 0x20) }
    switch scalar {
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x300...0x36F: return true
    case 0x370...0x1FFF: return scalar != 0x37E && scalar != 0x387
    case 0x2C00...0x2DFF, 0xA000...0xABFF, 0xFB00...0xFDFF, 0xFE70...0xFEFE: return true
    default:
      return Scalar.isHan(scalar) || Scalar.isKana(scalar) || Scalar.isHangul(scalar)
        || (0xFF21...0xFF3A).contains(scalar) || (0xFF41...0xFF5A).contains(scalar)
    }
  }

  static func isSentenceEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x2E, 0x3F, 0x2026, 0x203C, 0x203D, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF0E, 0xFF1F,
      0xFF61, 0x061F, 0x06D4, 0x0964, 0x0965, 0x0589, 0x1362:
      return true
    default: return false
    }
  }

  static func isColon(_ scalar: UInt32) -> Bool { scalar == 0x3A || scalar == 0xFF1A }

  static func isComma(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x3B, 0x3001, 0xFF0C, 0xFF1B, 0xFF64, 0x060C, 0x061B: return true
    default: return false
    }
  }

  static func isHyphen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0xAD, 0xAC, 0x2010, 0x2011, 0xFFFE: return true
    default: return false
    }
  }

  static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2012...0x2015, 0x2212, 0x2500: return true
    case 0x2E3A, 0x2E3B: return true
    default: return false
    }
  }

  /// Opening brackets and quotes that only open.
  static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x7B, 0xAB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039, 0x3008, 0x300A, 0x300C,
      0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0xFF08, 0xFF3B, 0xFF5B, 0xFF62, 0xBF, 0xA1:
      return true
    default: return false
    }
  }

  /// Closing brackets and quotes that only close.
  static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x203A, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
      0x3015, 0x3017, 0x3019, 0xFF09, 0xFF3D, 0xFF5D, 0xFF63:
      return true
    default: return false
    }
  }

  static func isPlainQuote(_ scalar: UInt32) -> Bool { scalar == 0x22 || scalar == 0x27 }

  /// Marks that stand before list items.
  static func isBullet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2A, 0x2B, 0x2D, 0xB7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25A0...0x25FF, 0x2605, 0x2606,
      0x2666, 0x2713...0x2718, 0x2794...0x27BE, 0x30FB, 0xF0A7, 0xF0B7, 0x2012...0x2015, 0x25CF:
      return true
    default: return false
    }
  }

  /// Columns that the scalar takes on a terminal: 2 for the wide scripts, 0 for marks.
  static func columns(_ scalar: UInt32) -> Int {
    if scalar < 0x300 { return 1 }
    switch scalar {
    case 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
