internal import GalleyModel

/// Lower case of the scripts that the vocabularies are written in, and ASCII for its full-width
/// forms.
@inline(__always)
func fold(_ scalar: UInt32) -> UInt32 {
  // CJK has no case, from the last mark that is folded to the first full-width form.
  if scalar &- 0x201A <= 0xFF00 - 0x201A { return scalar }
  if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar + 0x20 : scalar }
  return scalar < 0x530 || scalar >= 0x1E00 ? foldBeyondASCII(scalar) : scalar
}

private func foldBeyondASCII(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x2018, 0x2019: 0x27
  case 0xFF21...0xFF3A: scalar - 0xFEE0 + 0x20
  case 0xFF01...0xFF5E: scalar - 0xFEE0
  // İ has no other small letter.
  case 0x130: 0x69
  case 0x1E00...0x1E95, 0x1EA0...0x1EFF, 0x1A0...0x1A5: scalar | 1
  case 0x1AF...0x1B0: scalar + (scalar & 1)
  default: Scalar.small(scalar)
  }
}

/// A word as a `WordTable` stores it.
func folded(_ word: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in word.unicodeScalars {
    if !Scalar.isSpace(scalar.value) {
      out.append(Unicode.Scalar(fold(scalar.value)) ?? scalar)
    } else if let last = out.last, last != " " {
      out.append(" ")
    }
  }
  if out.last == " " { out.removeLast() }
  return String(out)
}

/// A letter of a script that divides words by spaces (Korean left out: its particles are glued on).
func isLetter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x370...0x3FF,
    0x400...0x52F, 0x1E00...0x1EFF:
    true
  default: false
  }
}

/// FNV-1a over the folded scalars of a text, white space left out: equal for "成 熟 期" and "成熟期".
func foldedHash(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text.scalar(at: at)
    at += scalar.length
    // Letters of ASCII and Han are no white space.
    if scalar.value &- 0x4E00 < 0x5200 || scalar.value < 0x80 && scalar.value > 0x20 {
      hash = (hash ^ UInt64(fold(scalar.value))) &* 0x100_0000_01B3
      continue
    }
    if Scalar.isSpace(scalar.value) { continue }
    hash = (hash ^ UInt64(fold(scalar.value))) &* 0x100_0000_01B3
  }
  return hash
}
