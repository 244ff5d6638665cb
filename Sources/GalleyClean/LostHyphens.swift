internal import GalleyModel

/// U+FFFE, which some readers of PDF give for a hyphen at a line's end: gone where it divided a
/// word, a hyphen where a capital or a digit follows. At a line's end the joins decide.
func repairLostHyphens(_ text: [UInt8]) -> [Edit] {
  var edits: [Edit] = []
  var at = 0
  while let start = text[at...].firstIndex(of: 0xEF) {
    at = start + 1
    guard start + 2 < text.count, text[start + 1] == 0xBF, text[start + 2] == 0xBE else { continue }
    let next = text.scalar(at: start + 3).value
    if next == 0 || Scalar.isSpace(next) { continue }
    let isHyphen = Letters.isUpper(next) || Scalar.isDigit(next)
    edits.append(
      Edit(.joinHyphen, start..<start + 3, isHyphen ? [UInt8(ascii: "-")] : []))
  }
  return edits
}

/// Whether the text has any U+FFFE: one vectorized look.
func hasLostHyphens(_ text: Span<UInt8>) -> Bool {
  var at = 0
  while at + 34 <= text.count {
    // In bounds: 34 bytes lie after `at`; an unaligned load needs no alignment.
    let found = unsafe text.withUnsafeBytes { bytes in
      let first = unsafe bytes.loadUnaligned(fromByteOffset: at, as: SIMD32<UInt8>.self)
      let last = unsafe bytes.loadUnaligned(fromByteOffset: at + 2, as: SIMD32<UInt8>.self)
      return any((first .== 0xEF) .& (last .== 0xBE))
    }
    if found { return true }
    at += 32
  }
  while at + 2 < text.count {
    if text[at] == 0xEF, text[at + 2] == 0xBE { return true }
    at += 1
  }
  return false
}
