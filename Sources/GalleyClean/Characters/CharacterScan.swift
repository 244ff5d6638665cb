internal import GalleyModel

/// Kinds of characters that a text may need repairs for.
struct Suspects: OptionSet {
  let rawValue: UInt8
  static let entity = Suspects(rawValue: 1)
  static let mojibake = Suspects(rawValue: 2)
  /// Controls, invisible characters, compatibility forms, marks that may compose.
  static let scalar = Suspects(rawValue: 4)
}

private typealias Lanes = SIMD32<UInt8>

/// One vectorized look at the text: what it may need, erring on the side of more.
func scanCharacters(_ text: Span<UInt8>) -> Suspects {
  var found = Suspects()
  var at = 0
  while at + 34 <= text.count {
    let first = lanes(text, at)
    if any(first .>= 0x80) {
      found.formUnion(scanBeyondASCII(first, lanes(text, at + 1), lanes(text, at + 2)))
    }
    if any(first .== UInt8(ascii: "&")) { found.insert(.entity) }
    if any(controls(first)) { found.insert(.scalar) }
    at += 32
  }
  if at < text.count { found.formUnion(scanTail(text, from: at)) }
  return found
}

/// The 32 bytes from `offset`, which has 32 bytes after it.
private func lanes(_ text: Span<UInt8>, _ offset: Int) -> Lanes {
  precondition(offset >= 0 && offset + 32 <= text.count)
  // In bounds by the precondition; an unaligned load needs no alignment.
  return unsafe text.withUnsafeBytes {
    unsafe $0.loadUnaligned(fromByteOffset: offset, as: Lanes.self)
  }
}

/// C0 without the white space, and DEL.
private func controls(_ first: Lanes) -> SIMDMask<SIMD32<Int8>> {
  ((first .< 0x20) .& ((first .< 0x09) .| (first .> 0x0D))) .| (first .== 0x7F)
}

private func scanBeyondASCII(_ first: Lanes, _ second: Lanes, _ third: Lanes) -> Suspects {
  var found = Suspects()
  // Accents that stand alone, conjoining jamo, NBSP, soft hyphen and C1.
  let marks = (first .== 0xCC) .| (first .== 0xCD)
  let jamo = (first .== 0xE1) .& (second .>= 0x84) .& (second .<= 0x87)
  let latin = (first .== 0xC2) .& ((second .<= 0xA0) .| (second .== 0xAD))
  // U+200B to U+200F, U+202A to U+202E, U+2060 to U+2064; radicals.
  let general = (first .== 0xE2) .& (second .== 0x80)
  let format =
    general .& (((third .>= 0x8B) .& (third .<= 0x8F)) .| ((third .>= 0xAA) .& (third .<= 0xAE)))
  let joiner = (first .== 0xE2) .& (second .== 0x81) .& (third .>= 0xA0) .& (third .<= 0xA4)
  let radical = (first .== 0xE2) .& (second .>= 0xBA)
  // Ligatures, BOM, half-width forms, U+FFFE and U+FFFF; compatibility ideographs.
  let form = (first .== 0xEF) .& ((second .<= 0xAC) .| (second .== 0xBB))
  let half = (first .== 0xEF) .& (((second .== 0xBD) .& (third .>= 0xA1)) .| (second .== 0xBE))
  let none = (first .== 0xEF) .& (second .== 0xBF) .& (third .>= 0xBE)
  if any(marks .| jamo .| latin .| format .| joiner .| radical .| form .| half .| none) {
    found.insert(.scalar)
  }
  // What UTF-8 read as another code page is full of, and Latin letters in a row.
  let wide = (first .== 0xC3) .& (second .>= 0x80)
  let cyrillic = ((first .== 0xD0) .| (first .== 0xD1))
  let chinese = (first .== 0xE9) .& ((second .== 0x94) .| (second .== 0x8A) .| (second .== 0x88))
  if any((wide .& (third .>= 0x80)) .| (cyrillic .& (third .>= 0xE0)) .| chinese) {
    found.insert(.mojibake)
  }
  if any((cyrillic .& (second .>= 0xA0) .& (third .== 0xC2)) .| (latin .& (third .>= 0xC2))) {
    found.insert(.mojibake)
  }
  if any(cyrillic), isShouting(first, second) { found.insert(.mojibake) }
  return found
}

/// Many Cyrillic capitals in one stretch: a sign of KOI8-R read as windows-1251.
private func isShouting(_ first: Lanes, _ second: Lanes) -> Bool {
  let capitals = (first .== 0xD0) .& (second .>= 0x90) .& (second .<= 0xAF)
  var count = 0
  for lane in 0..<32 where capitals[lane] { count += 1 }
  return count >= 8
}

private func scanTail(_ text: Span<UInt8>, from start: Int) -> Suspects {
  // Copied into a full block, so that the same comparisons serve.
  var found = Suspects()
  var tail = [UInt8](repeating: UInt8(ascii: " "), count: 70)
  for offset in start..<text.count { tail[offset - start] = text[offset] }
  for begin in [0, 32] {
    let first = lanes(tail.span, begin)
    if any(first .>= 0x80) {
      found.formUnion(
        scanBeyondASCII(first, lanes(tail.span, begin + 1), lanes(tail.span, begin + 2)))
    }
    if any(first .== UInt8(ascii: "&")) { found.insert(.entity) }
    if any(controls(first)) { found.insert(.scalar) }
  }
  return found
}
