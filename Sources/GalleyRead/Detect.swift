internal import CUchardet
internal import GalleyModel

/// UTF-16 by its byte order mark.
func utf16Mark(_ bytes: [UInt8]) -> Charset? {
  if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
  return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BE : nil
}

/// UTF-16 without a mark: many units are ASCII in one order of bytes and hardly any in the other, or
/// nearly all stand in blocks that texts use and enough are ASCII or East Asian punctuation. The last
/// condition keeps out Shift_JIS and GBK, whose pairs of bytes fall into the blocks of Han and Hangul.
func utf16ByStatistics(_ bytes: [UInt8]) -> Charset? {
  guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
  let little = UTF16Statistics(bytes, high: 1)
  let big = UTF16Statistics(bytes, high: 0)
  guard little.isText(against: big) || big.isText(against: little) else { return nil }
  return little.evidence >= big.evidence ? .utf16LE : .utf16BE
}

private struct UTF16Statistics {
  private var units = 0
  private var usual = 0
  /// Units that are ASCII letters, digits or white space, or East Asian punctuation.
  private(set) var evidence = 0
  private var ascii = 0

  /// `high` is the offset of the high byte in a unit. The first 64 KiB say enough.
  init(_ bytes: [UInt8], high: Int) {
    for at in stride(from: 0, to: min(bytes.count, 1 << 16) & ~1, by: 2) {
      let unit = UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + 1 - high])
      units += 1
      switch unit {
      case 0x09, 0x0A, 0x0D, 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        usual += 1
        evidence += 1
        ascii += 1
      // No evidence: a line drawn with U+2500 is a row of percent signs in the other order.
      case 0x21...0x7E: usual += 1
      case 0x3000...0x3020, 0xFF01...0xFF1F:
        usual += 1
        evidence += 1
      case 0xA0...0x24F, 0x370...0x5FF, 0x2010...0x203B, 0x2190...0x2193, 0x2500...0x257F,
        0x3021...0x30FF, 0x4E00...0x9FFF, 0xFF20...0xFF9F,
        0xAC00...0xD7A3, 0xD800...0xDFFF, 0xFEFF:
        usual += 1
      default: break
      }
    }
  }

  func isText(against other: UTF16Statistics) -> Bool {
    (ascii * 8 >= units && other.ascii * 10 <= ascii)
      || (usual * 100 >= units * 95 && evidence * 50 >= units)
  }
}

/// Wrong bytes are few against right sequences of two bytes and more: UTF-8 that was cut or mixed.
func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
  var wrong = 0
  var high = 0
  var at = 0
  while at < bytes.count {
    let end = validUTF8(bytes, from: at).validPrefix
    for byte in bytes[at..<end] where byte >= 0xC0 { high += 1 }
    guard end < bytes.count else { break }
    // A file that was cut says nothing against what stands before the cut.
    if high > 0, isCutOff(bytes, from: end) { break }
    wrong += 1
    at = end + 1
    // A tail byte after a wrong one is the same damage.
    while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    // Most legacy texts are told by their first hundred wrong places.
    if wrong > 100, wrong * 10 > high { return false }
  }
  return wrong * 10 <= high
}

/// Whether the bytes from `start` on are the beginning of one character of UTF-8.
private func isCutOff(_ bytes: [UInt8], from start: Int) -> Bool {
  bytes.count - start < lengthOfUTF8(bytes[start])
    && bytes[(start + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
}

/// Hangul in EUC-KR: nearly all pairs of bytes but those of symbols stand in its 25 rows of
/// syllables. Of Chinese in GB 2312 some 60 % would; in Big5 half of the second bytes are lower.
private func isEUCKorean(_ bytes: [UInt8]) -> Bool {
  var (syllables, others, at) = (0, 0, 0)
  while at + 1 < bytes.count {
    let (lead, trail) = (bytes[at], bytes[at + 1])
    at += lead < 0x80 ? 1 : 2
    // Rows 4 and 5 are kana in EUC-JP, and seldom used in EUC-KR.
    let isSymbol = 0xA1..<0xB0 ~= lead && trail > 0xA0 && lead != 0xA4 && lead != 0xA5
    if lead < 0x80 || isSymbol { continue }
    if lead >= 0xB0, lead <= 0xC8, trail > 0xA0 { syllables += 1 } else { others += 1 }
  }
  return syllables >= 8 && syllables >= others * 9
}

/// What uchardet says, with corrections: it takes Korean with many symbols for Big5; and a text of
/// one byte a character with few letters above ASCII is windows-1252, for which uchardet needs more of
/// them than Western texts have.
func detectCharset(_ bytes: [UInt8]) -> Charset? {
  if isEUCKorean(bytes) { return .named("euc-kr".utf8) }
  guard let handle = unsafe uchardet_new() else { return nil }
  defer { unsafe uchardet_delete(handle) }
  unsafe bytes.withUnsafeBytes { buffer in
    // uchardet reads `count` bytes from the address and keeps none of them.
    _ = unsafe uchardet_handle_data(
      handle, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
  }
  unsafe uchardet_data_end(handle)
  // A zero-terminated string that lives as long as the handle.
  guard let name = unsafe uchardet_get_charset(handle) else { return nil }
  let charset = unsafe Charset.named(String(cString: name).utf8)
  let letters = bytes.count { $0 > 0x20 }
  let high = bytes.count { $0 >= 0x80 }
  guard let charset, charset.units == .single, high * 20 < letters else { return charset }
  return .windows1252
}
