internal import GalleyModel

/// Where a repair of characters may be due.
struct Suspects {
  /// Offsets of scalars that a rule should look at, ascending.
  var places: [Int] = []
  /// Offsets, ascending, of sequences that come of reading a text in a wrong encoding and hardly
  /// stand in sound text; of a cluster of them only the first.
  var misreadings: [Int] = []
}

/// Looks through a text, 32 bytes at a time; only where one of them may begin a suspicious sequence
/// is each byte judged by itself.
func findSuspects(in text: [UInt8]) -> Suspects {
  var suspects = Suspects()
  unsafe text.withUnsafeBytes { bytes in
    var at = 0
    while at + Window.width + Window.overlap <= bytes.count {
      if unsafe Window(bytes, at).isSuspicious {
        for offset in at..<at + Window.width { judge(text, offset, &suspects) }
      }
      at += Window.width
    }
    for offset in at..<bytes.count { judge(text, offset, &suspects) }
  }
  return suspects
}

// MARK: - A byte by itself

/// What the scalar that begins at `offset` gives reason for.
private func judge(_ text: [UInt8], _ offset: Int, _ suspects: inout Suspects) {
  let byte = text[offset]
  if byte < 0xC2 {
    let isPlain = byte >= 0x20 && byte != UInt8(ascii: "&") && byte != 0x7F
    if !isPlain, !(0x09...0x0D).contains(byte) { suspects.places.append(offset) }
    return
  }
  let scalar = text.scalar(at: offset)
  if isSuspect(scalar.value) { suspects.places.append(offset) }
  if offset - (suspects.misreadings.last ?? -16) >= 16, isMisreading(text, offset, scalar) {
    suspects.misreadings.append(offset)
  }
}

/// The scalars that some rule changes. Those of bidirectional text and the joiners may well stay.
private func isSuspect(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x80...0x84, 0x86...0xA0, 0xAD,  // C1 controls, NBSP, soft hyphen
    0x300...0x36F, 0x3099, 0x309A,  // combining marks
    0x1100...0x11FF,  // conjoining jamo
    0x2000...0x200F, 0x202A...0x202F, 0x205F...0x206F,  // spaces, joiners, directions
    0x2126, 0x212A, 0x212B,  // Ohm, Kelvin, Angstrom
    0x2E81...0x2EF3, 0x2F00...0x2FD5,  // radicals
    0xF900...0xFAFF, 0xFB00...0xFB06,  // compatibility ideographs, ligatures
    0xFE0E, 0xFE0F, 0xFEFF, 0xFF61...0xFF9F:  // variation selectors, BOM, half-width kana
    true
  default: false
  }
}

/// Whether a sequence begins here that sound text hardly has.
private func isMisreading(_ text: [UInt8], _ offset: Int, _ first: ScalarAt) -> Bool {
  let second = text.scalar(at: offset + first.length)
  switch first.value {
  case 0x80..<0xA0: return first.value != 0x85
  // Box drawing, the root and the low quote as leads of code pages 437 and 850 and of MacRoman.
  case 0x251C:
    return (0xA0..<0x2500).contains(second.value) || (0x2551...0x2563).contains(second.value)
  case 0x221A: return second.value >= 0xA0
  case 0x201A, 0x0393: return (0xC0...0xFF).contains(second.value)
  // Â to ô: a lead byte of UTF-8, or one of a run of bytes, read as windows-1252 or 1250.
  case 0xA1...0xFF, 0x102, 0x139:
    let third = text.scalar(at: offset + first.length + second.length)
    if (0xC2...0xDF).contains(first.value) || first.value > 0xFF {
      if isContinuation(second.value) { return true }
    } else if (0xE0...0xF4).contains(first.value) {
      if isContinuation(second.value), isContinuation(third.value) { return true }
    }
    return (0xA1...0xFF).contains(second.value) && (0xA1...0xFF).contains(third.value)
  // р and с read as windows-1251, and any other lead before a letter that Russian has not.
  case 0x420, 0x421: return isOddCyrillic(second.value) || isContinuation(second.value)
  case 0x410...0x44F:
    switch second.value {
    case 0xA1...0xAA, 0xAC...0xBA, 0xBC...0xBF, 0x490, 0x2116, 0x2122, 0x2500...0x25A0: return true
    default: break
    }
    if (0x402...0x40F).contains(second.value) { return true }
    // Case turned over, as KOI8 and windows-1251 do to each other; not a name in camel case.
    let third = text.scalar(at: offset + first.length + second.length)
    return first.value >= 0x430 && isCapital(second.value) && isCapital(third.value)
  // EF BC, E3 80 and E2 80, the beginnings of punctuation, and D1 81 and D1 82 as GBK; E3 81 and
  // E3 82 as Shift_JIS.
  case 0x951B, 0x9286, 0x9225, 0x890B, 0x890C, 0x7E3A, 0x7E67: return true
  // C2 and C3 as Shift_JIS, beside a letter.
  case 0xFF82, 0xFF83:
    return isLower(text.scalar(before: offset).value) && !isLower(second.value)
  case 0x4E00..<0xA000:
    return isLower(text.scalar(before: offset).value) && isLower(second.value)
      && accentedLettersAsGBK.contains(first.value)
  default: return false
  }
}

/// à to ÿ, and the accented letters of Polish, Czech and Turkish, in UTF-8 read as GBK.
private let accentedLettersAsGBK = Set(
  "脿谩芒茫盲氓忙莽猫茅锚毛矛铆卯茂冒帽貌贸么玫枚酶霉煤没眉媒每脽臋膮膰艂艅艣偶藕膷膹臎艌艡拧钮暖啪臒艧谋".unicodeScalars.map(\.value))

private func isLower(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }

/// Whether the scalar may be a byte from 80 to BF, read in a Latin code page.
private func isContinuation(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x80...0x9F, 0xA1...0xBF, 0x152...0x192, 0x2C6...0x2DD, 0x2018...0x203A, 0x20AC, 0x2122:
    true
  default: false
  }
}

private func isCapital(_ scalar: UInt32) -> Bool { (0x410...0x42F).contains(scalar) }

private func isOddCyrillic(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x402...0x40F, 0x452...0x45F, 0x490, 0x491: true
  default: false
  }
}
