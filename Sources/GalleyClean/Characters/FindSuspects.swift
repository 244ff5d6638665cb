internal import GalleyModel

/// Where a repair of characters may be due.
struct Suspects {
  /// Offsets of scalars that a rule should look at, ascending.
  var places: [Int] = []
  /// Whether sequences occur that come of reading a text in a wrong encoding, and rarely else.
  var mayBeMisread = false
}

/// Looks through a text, 32 bytes at a time; only where one of them may begin a suspicious sequence
/// is each byte judged by itself.
func findSuspects(in text: [UInt8]) -> Suspects {
  var suspects = Suspects()
  unsafe text.withUnsafeBytes { bytes in
    var at = 0
    // `Window` reads up to 4 bytes behind its 32.
    while at + 36 <= bytes.count {
      if unsafe Window(bytes, at).isSuspicious {
        for offset in at..<at + 32 { judge(text, offset, &suspects) }
      }
      at += 32
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
  if !suspects.mayBeMisread {
    suspects.mayBeMisread = isMisreading(text, offset, scalar)
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
  case 0x251C, 0x221A: return second.value >= 0x80
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
    case 0xA1...0xAA, 0xAC...0xBA, 0xBC...0xBF, 0x490, 0x2500...0x25A0: return true
    default: break
    }
    return (0x402...0x40F).contains(second.value)
      || (first.value >= 0x430 && (0x410...0x42F).contains(second.value))
  // EF BC, E3 80, E2 80, E7 9A, E6 98, E5 9C, EC 9D, CF 82, D1 81 and D1 82 as GBK.
  case 0x951B, 0x9286, 0x9225, 0x9428, 0x93C4, 0x9366, 0x979A, 0x87FC, 0x890B, 0x890C: return true
  // E3 81, E3 82, E3 83, E2 80 as Shift_JIS; C2 and C3 beside a letter.
  case 0x7E3A, 0x7E67, 0x7E5D, 0x7AB6: return true
  case 0xFF82, 0xFF83:
    return isLower(text.scalar(before: offset).value) && !isLower(second.value)
  // An accented letter read as GBK, in a word.
  case 0x4E00..<0xA000: return isLower(text.scalar(before: offset).value) && isLower(second.value)
  default: return false
  }
}

private func isLower(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }

/// Whether the scalar may be a byte from 80 to BF, read in a Latin code page.
private func isContinuation(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x80...0x9F, 0xA1...0xBF, 0x152...0x192, 0x2C6...0x2DD, 0x2018...0x203A, 0x20AC, 0x2122:
    true
  default: false
  }
}

private func isOddCyrillic(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x402...0x40F, 0x452...0x45F, 0x490, 0x491: true
  default: false
  }
}

// MARK: - 32 bytes at once

/// 32 neighbouring bytes, and for each the ones that follow it.
@safe
private struct Window {
  typealias Lanes = SIMD32<UInt8>
  typealias Mask = SIMDMask<SIMD32<Int8>>

  let bytes: UnsafeRawBufferPointer
  let at: Int
  let first: Lanes

  /// The caller sees to it that 36 bytes stand at `at`: `next(4)` is the furthest read.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, _ at: Int) {
    assert(at >= 0 && at + 36 <= bytes.count)
    unsafe self.bytes = unsafe bytes
    self.at = at
    first = unsafe bytes.loadUnaligned(fromByteOffset: at, as: Lanes.self)
  }

  @inline(__always)
  func next(_ distance: Int) -> Lanes {
    assert(distance <= 4)
    return unsafe bytes.loadUnaligned(fromByteOffset: at + distance, as: Lanes.self)
  }

  /// Whether one of the 32 bytes may begin what `judge` looks for. Never falsely no.
  @inline(__always)
  var isSuspicious: Bool {
    let control = (first .< 0x20) .& ((first &- 0x09) .> 0x04)
    let ascii = control .| (first .== UInt8(ascii: "&")) .| (first .== 0x7F)
    if any(ascii) { return true }
    guard any(first .>= 0x80) else { return false }
    let second = next(1)
    let third = next(2)
    if any((first .>= 0xC2) .& (first .<= 0xDF)), isSuspiciousPair(second, third) { return true }
    return isSuspiciousTriple(second, third)
  }

  /// Scalars of two bytes: Latin, Greek, Cyrillic.
  @inline(__always)
  func isSuspiciousPair(_ second: Lanes, _ third: Lanes) -> Bool {
    let fourth = next(3)
    let isLatin = (first | 1) .== 0xC3
    let followsLatin = (third | 1) .== 0xC3
    let c1 = (first .== 0xC2) .& ((second .<= 0xA0) .| (second .== 0xAD))
    let marks = (first .== 0xCC) .| ((first .== 0xCD) .& (second .<= 0xAF))
    if any(c1 .| marks) { return true }
    let run = isLatin .& followsLatin .& ((next(4) | 1) .== 0xC3)
    let tail =
      (third .== 0xC2) .| (third .== 0xC5) .| (third .== 0xC6) .| (third .== 0xCB)
      .| (third .== 0xE2)
    let lead = (first .== 0xC3) .| ((first .== 0xC4) .& ((second .== 0x82) .| (second .== 0xB9)))
    let pair = lead .& (tail .| ((first .== 0xC4) .& (third .== 0xC4)))
    if any(run .| pair) { return true }
    let greek = (first .== 0xCE) .& (second .== 0x93) .& (third .== 0xC3)
    return any(greek .| misreadCyrillic(second, third, fourth))
  }

  @inline(__always)
  func misreadCyrillic(_ second: Lanes, _ third: Lanes, _ fourth: Lanes) -> Mask {
    let isCyrillic = (first | 1) .== 0xD1
    let isLower = ((first .== 0xD0) .& (second .>= 0xB0)) .| ((first .== 0xD1) .& (second .<= 0x8F))
    let upperFollows = (third .== 0xD0) .& (fourth .>= 0x90) .& (fourth .<= 0xAF)
    let oddFollows = (third .== 0xD0) .& (fourth .<= 0x8F) .& (fourth .!= 0x81)
    let signFollows =
      ((third .== 0xC2) .& (fourth .>= 0xA1) .& (fourth .!= 0xAB) .& (fourth .!= 0xBB))
      .| ((third .== 0xE2) .& (fourth .>= 0x94) .& (fourth .<= 0x96))
      .| ((third .== 0xD2) .& (fourth .== 0x90))
    let isLead = (first .== 0xD0) .& ((second | 1) .== 0xA1)
    let tail =
      (third .== 0xC2) .| (third .== 0xD2) .| (third .== 0xE2)
      .| ((third .== 0xD1) .& (fourth .>= 0x90) .& (fourth .<= 0x9F))
    return (isLower .& upperFollows) .| (isCyrillic .& (oddFollows .| signFollows))
      .| (isLead .& tail)
  }

  /// Scalars of three bytes, by their lead byte.
  @inline(__always)
  func isSuspiciousTriple(_ second: Lanes, _ third: Lanes) -> Bool {
    let isE2 = first .== 0xE2
    if any(isE2) {
      let general =
        (second .== 0x80) .& ((third .<= 0x8F) .| ((third .>= 0xA8) .& (third .<= 0xAF)))
      let invisible = (second .== 0x81) .& (third .>= 0x9F)
      let singleton = (second .== 0x84) .& (third .>= 0xA6) .& (third .<= 0xAB)
      let fourth = next(3)
      let lead =
        ((second .== 0x88) .& (third .== 0x9A)) .| ((second .== 0x94) .& (third .== 0x9C))
        .| ((second .== 0x80) .& (third .== 0x9A) .& (fourth .== 0xC3))
      if any(isE2 .& (general .| invisible .| singleton .| lead .| (second .>= 0xBA))) {
        return true
      }
    }
    let isEF = first .== 0xEF
    if any(isEF) {
      let compatible =
        ((second .>= 0xA4) .& (second .<= 0xAB)) .| ((second .== 0xAC) .& (third .<= 0x86))
      let halfwidth = (second .== 0xBE) .| ((second .== 0xBD) .& (third .>= 0xA1))
      let invisible =
        ((second .== 0xBB) .& (third .== 0xBF)) .| ((second .== 0xB8) .& ((third | 1) .== 0x8F))
      if any(isEF .& (compatible .| halfwidth .| invisible)) { return true }
    }
    let jamo = (first .== 0xE1) .& (second .>= 0x84) .& (second .<= 0x87)
    let voiced = (first .== 0xE3) .& (second .== 0x82) .& ((third .== 0x99) .| (third .== 0x9A))
    // The ideographs of `isMisreading`.
    let asShiftJIS =
      (first .== 0xE7)
      .& (((second .== 0xB8) .& (third .== 0xBA)) .| ((second .== 0xB9) .& (third .>= 0x9D))
        .| ((second .== 0xAA) .& (third .== 0xB6)))
    let asGBK =
      (first .== 0xE9)
      .& (((second .== 0x8A) .& (third .== 0x86)) .| ((second .== 0x94) .& (third .== 0x9B))
        .| ((second .== 0x88) .& (third .== 0xA5)) .| ((second .== 0x90) .& (third .== 0xA8))
        .| ((second .== 0x8F) .& (third .== 0x84)) .| ((second .== 0x8D) .& (third .== 0xA6))
        .| ((second .== 0x9E) .& (third .== 0x9A)))
    let otherAsGBK =
      (first .== 0xE8)
      .& (((second .== 0xA4) .& ((third .== 0x8B) .| (third .== 0x8C)))
        .| ((second .== 0x9F) .& (third .== 0xBC)))
    // A Han character between two small letters; `first` is its lead byte.
    let fourth = next(3)
    let latinAsGBK =
      (first .>= 0xE4) .& (first .<= 0xE9) .& (fourth .>= 0x61) .& (fourth .<= 0x7A)
    return any(jamo .| voiced .| asShiftJIS .| asGBK .| otherAsGBK .| latinAsGBK)
  }
}
