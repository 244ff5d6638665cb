/// 32 neighbouring bytes of a UTF-8 text, and for each the ones that follow it.
@safe
struct Window {
  /// Bytes that it looks at, and how many behind them it reads.
  static let width = 32
  static let overlap = 4

  private let bytes: UnsafeRawBufferPointer
  private let at: Int

  /// The caller sees to it that `width + overlap` bytes stand at `at`.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, _ at: Int) {
    assert(at >= 0 && at + Self.width + Self.overlap <= bytes.count)
    unsafe self.bytes = unsafe bytes
    self.at = at
  }

  /// The bytes `distance` behind: in bounds, for it is at most `overlap`.
  @inline(__always)
  private func lanes(_ distance: Int) -> Lanes {
    assert(distance <= Self.overlap)
    return unsafe Lanes(bytes.loadUnaligned(fromByteOffset: at + distance, as: Lanes.Bytes.self))
  }

  /// Whether one of the bytes may begin what a rule of characters looks for. Never falsely no.
  @inline(__always)
  var isSuspicious: Bool {
    let first = lanes(0)
    let ascii =
      (first.isIn(0x00...0x1F) & ~first.isIn(0x09...0x0D)) | (first == UInt8(ascii: "&"))
      | (first == 0x7F)
    let high = first.isIn(0x80...0xFF)
    guard (ascii | high).any else { return false }
    if ascii.any { return true }
    let second = lanes(1)
    let third = lanes(2)
    let fourth = lanes(3)
    if first.isIn(0xC2...0xDF).any {
      if isSuspiciousLatin(first, second, third) { return true }
      if isSuspiciousCyrillic(first, second, third, fourth) { return true }
    }
    if (first == 0xE2).any, isSuspiciousSign(first, second, third, fourth) { return true }
    if (first == 0xEF).any, isSuspiciousForm(first, second, third) { return true }
    return isSuspiciousIdeograph(first, second, third, fourth)
  }

  /// C1 controls, NBSP, soft hyphen; combining marks; Latin letters in a row.
  @inline(__always)
  private func isSuspiciousLatin(_ first: Lanes, _ second: Lanes, _ third: Lanes) -> Bool {
    let control = (first == 0xC2) & (second.isIn(0x80...0xA0) | (second == 0xAD))
    let mark = (first == 0xCC) | ((first == 0xCD) & second.isIn(0x80...0xAF))
    let latin: ClosedRange<UInt8> = 0xC2...0xC3
    let run = first.isIn(latin) & third.isIn(latin) & lanes(4).isIn(latin)
    let tail =
      (third == 0xC2) | third.isIn(0xC4...0xC6) | (third == 0xCB) | (third == 0xE2)
    let lead = (first == 0xC3) | ((first == 0xC4) & ((second == 0x82) | (second == 0xB9)))
    let greek = (first == 0xCE) & (second == 0x93) & (third == 0xC3)
    return (control | mark | run | (lead & tail) | greek).any
  }

  /// Letters and signs in an order that no language has.
  @inline(__always)
  private func isSuspiciousCyrillic(
    _ first: Lanes, _ second: Lanes, _ third: Lanes, _ fourth: Lanes
  ) -> Bool {
    let isCyrillic = first.isIn(0xD0...0xD1)
    guard isCyrillic.any else { return false }
    let isD0 = first == 0xD0
    let isLower = (isD0 & second.isIn(0xB0...0xBF)) | ((first == 0xD1) & second.isIn(0x80...0x8F))
    let d0Follows = third == 0xD0
    let upperFollows = d0Follows & fourth.isIn(0x90...0xAF) & (lanes(4) == 0xD0)
    let oddFollows =
      (d0Follows & fourth.isIn(0x80...0x8F) & ~(fourth == 0x81))
      | ((third == 0xC2) & fourth.isIn(0xA1...0xBF) & ~(fourth == 0xAB) & ~(fourth == 0xBB))
      | ((third == 0xE2) & (fourth.isIn(0x94...0x96) | (fourth == 0x84)))
      | ((third == 0xD2) & (fourth == 0x90))
    let isLead = isD0 & second.isIn(0xA0...0xA1)
    let tail =
      (third == 0xC2) | (third == 0xD2) | (third == 0xE2)
      | ((third == 0xD1) & fourth.isIn(0x90...0x9F))
    return ((isLower & upperFollows) | (isCyrillic & oddFollows) | (isLead & tail)).any
  }

  /// E2: spaces, joiners, directions, singletons, radicals; leads of misread UTF-8.
  @inline(__always)
  private func isSuspiciousSign(
    _ first: Lanes, _ second: Lanes, _ third: Lanes, _ fourth: Lanes
  ) -> Bool {
    let is80 = second == 0x80
    let format =
      (is80 & (third.isIn(0x80...0x8F) | third.isIn(0xA8...0xAF)))
      | ((second == 0x81) & third.isIn(0x9F...0xBF))
    let singleton = (second == 0x84) & third.isIn(0xA6...0xAB)
    let lead =
      ((second == 0x88) & (third == 0x9A)) | ((second == 0x94) & (third == 0x9C))
      | (is80 & (third == 0x9A) & (fourth == 0xC3))
    return ((first == 0xE2) & (format | singleton | lead | second.isIn(0xBA...0xBF))).any
  }

  /// EF: compatibility ideographs, ligatures, half-width kana, BOM, variation selectors.
  @inline(__always)
  private func isSuspiciousForm(_ first: Lanes, _ second: Lanes, _ third: Lanes) -> Bool {
    let form =
      second.isIn(0xA4...0xAB) | (second == 0xBE) | ((second == 0xAC) & third.isIn(0x80...0x86))
      | ((second == 0xBD) & third.isIn(0xA1...0xBF)) | ((second == 0xBB) & (third == 0xBF))
      | ((second == 0xB8) & third.isIn(0x8E...0x8F))
    return ((first == 0xEF) & form).any
  }

  /// Jamo, voiced marks, and the ideographs that UTF-8 misread as GBK or Shift_JIS brings.
  @inline(__always)
  private func isSuspiciousIdeograph(
    _ first: Lanes, _ second: Lanes, _ third: Lanes, _ fourth: Lanes
  ) -> Bool {
    let jamo = (first == 0xE1) & second.isIn(0x84...0x87)
    let voiced = (first == 0xE3) & (second == 0x82) & third.isIn(0x99...0x9A)
    let inWord = first.isIn(0xE4...0xE9) & fourth.isIn(0x61...0x7A)
    let e7 =
      (first == 0xE7)
      & (((second == 0xB8) & (third == 0xBA)) | ((second == 0xB9) & (third == 0xA7)))
    let e8 = (first == 0xE8) & (second == 0xA4) & third.isIn(0x8B...0x8C)
    let e9 =
      (first == 0xE9)
      & (((second == 0x8A) & (third == 0x86)) | ((second == 0x94) & (third == 0x9B))
        | ((second == 0x88) & (third == 0xA5)))
    return (jamo | voiced | inWord | e7 | e8 | e9).any
  }
}

/// 32 bytes that are compared at once. A comparison gives FF where it holds and 00 elsewhere: integer
/// vectors in place of masks, whose operators are not compiled to vector instructions.
struct Lanes {
  typealias Bytes = SIMD32<UInt8>
  private let bytes: Bytes

  @inline(__always)
  init(_ bytes: Bytes) { self.bytes = bytes }

  @inline(__always)
  static func == (lanes: Lanes, byte: UInt8) -> Lanes {
    // A mask is a vector of Int8 that are 0 or -1.
    unsafe Lanes(unsafeBitCast(lanes.bytes .== Bytes(repeating: byte), to: Bytes.self))
  }

  @inline(__always)
  func isIn(_ range: ClosedRange<UInt8>) -> Lanes {
    let offset = bytes &- Bytes(repeating: range.lowerBound)
    let width = Bytes(repeating: range.upperBound - range.lowerBound)
    // As above.
    return unsafe Lanes(unsafeBitCast(offset .<= width, to: Bytes.self))
  }

  // As four words: the bitwise operators of vectors of bytes are compiled to loops.
  @inline(__always)
  private var words: SIMD4<UInt64> { unsafe unsafeBitCast(bytes, to: SIMD4<UInt64>.self) }
  @inline(__always)
  private init(_ words: SIMD4<UInt64>) { bytes = unsafe unsafeBitCast(words, to: Bytes.self) }

  @inline(__always)
  static func & (a: Lanes, b: Lanes) -> Lanes { Lanes(a.words & b.words) }
  @inline(__always)
  static func | (a: Lanes, b: Lanes) -> Lanes { Lanes(a.words | b.words) }
  @inline(__always)
  static prefix func ~ (lanes: Lanes) -> Lanes { lanes == 0x00 }

  @inline(__always)
  var any: Bool { (words[0] | words[1] | words[2] | words[3]) != 0 }
}
