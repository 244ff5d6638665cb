internal import GalleyModel

/// Letters of the scripts that part words with spaces and have capitals: Latin, Greek, Cyrillic.

extension Scalar {
  static func isSpacedLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
    return (0xC0...0x52F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7
      || (0x1E00...0x1EFF).contains(scalar)
  }
}

/// Whether a letter of Latin, Greek or Cyrillic script begins at `offset`.
func isSpacedLetter(in text: [UInt8], at offset: Int) -> Bool {
  guard offset < text.count else { return false }
  let byte = text[offset]
  if byte < 0x80 { return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  if byte == 0xE1 { return text[offset + 1] >= 0xB8 && text[offset + 1] <= 0xBB }
  return byte >= 0xC3 && byte <= 0xD4
}

/// Whether a word can begin at `offset`: no letter or digit stands just before it.
func isWordStart(in text: [UInt8], at offset: Int, from start: Int) -> Bool {
  guard offset > start else { return true }
  let before = text[offset - 1]
  if before < 0x80 {
    return !((before | 0x20) >= 0x61 && (before | 0x20) <= 0x7A || before >= 0x30 && before <= 0x39)
  }
  return !Scalar.isSpacedLetter(text.scalar(before: offset).value)
}

/// Makes capitals of the first `letters` small letters of ASCII, Latin-1 or Russian from `start` on.
func capitalize(_ text: inout [UInt8], from start: Int, letters: Int) {
  var left = letters
  var at = start
  while at < text.count, left > 0 {
    let scalar = text.scalar(at: at)
    switch scalar.value {
    case 0x61...0x7A: text[at] -= 0x20
    case 0xE0...0xF6, 0xF8...0xFE, 0x0430...0x043F: text[at + 1] -= 0x20
    case 0x0440...0x044F:
      text[at] = 0xD0
      text[at + 1] += 0x20
    default: break
    }
    at += max(1, scalar.length)
    left -= 1
  }
}
