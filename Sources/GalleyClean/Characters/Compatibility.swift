internal import CUTF8Proc
internal import GalleyModel

/// Characters that exist for round trips with older character sets, and that PDF extraction leaves
/// in place of the ones that were meant. Only the families below: width and style of other
/// characters (full-width digits, superscripts, circled numbers) carry meaning and stay.

/// Latin ligatures U+FB00-FB06 in a word. One that stands alone is what the text speaks of.
func repairLigature(at place: Int, of text: [UInt8]) -> Edit? {
  let scalar = text.scalar(at: place)
  guard (0xFB00...0xFB06).contains(scalar.value) else { return nil }
  let range = place..<place + 3
  guard
    isLatin(text.scalar(before: range.lowerBound).value)
      || isLatin(text.scalar(at: range.upperBound).value)
  else { return nil }
  return Edit(.ligature, range, letters(ofLigature: scalar.value))
}

private func isLatin(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF, 0xFB00...0xFB06: true
  default: false
  }
}

private func letters(ofLigature scalar: UInt32) -> [UInt8] {
  switch scalar {
  case 0xFB00: Array("ff".utf8)
  case 0xFB01: Array("fi".utf8)
  case 0xFB02: Array("fl".utf8)
  case 0xFB03: Array("ffi".utf8)
  case 0xFB04: Array("ffl".utf8)
  default: Array("st".utf8)
  }
}

/// Radicals in running text, where fonts map an ideograph's glyph back to its radical. A single
/// radical with no CJK character beside it, or one space off, stays: tables of radicals look so.
func repairRadical(at place: Int, of text: [UInt8]) -> Edit? {
  var end = place
  var ideographs: [UInt8] = []
  while let ideograph = ideograph(ofRadical: text.scalar(at: end).value) {
    ideographs += utf8(ideograph)
    end += 3
  }
  guard end > place else { return nil }
  let before = text[..<place].last == UInt8(ascii: " ") ? place - 1 : place
  let after = end < text.count && text[end] == UInt8(ascii: " ") ? end + 1 : end
  let isInText =
    end - place > 3 || isBesideIdeograph(text.scalar(before: before).value)
    || isBesideIdeograph(text.scalar(at: after).value)
  return isInText ? Edit(.radical, place..<end, ideographs) : nil
}

private func isBesideIdeograph(_ scalar: UInt32) -> Bool {
  Scalar.isUnspaced(scalar) || Scalar.isHangul(scalar) || Scalar.isDigit(scalar)
}

private func ideograph(ofRadical scalar: UInt32) -> UInt32? {
  switch scalar {
  case 0x2E81...0x2EF3:
    let ideograph = radicalSupplement[Int(scalar - 0x2E81)]
    return ideograph == "?" ? nil : ideograph.value
  case 0x2F00...0x2FD5:
    return normalized(utf8(scalar)[...], UTF8PROC_COMPOSE, UTF8PROC_COMPAT).scalar(at: 0).value
  default: return nil
  }
}

/// The ideographs of U+2E81-2EF3, by EquivalentUnifiedIdeograph.txt of the Unicode Character
/// Database; `?` where there is none.
private let radicalSupplement = Array(
  """
  厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵?旡日月
  歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀
  聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨
  青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
  """.unicodeScalars.filter { $0 != "\n" })

/// A run of half-width katakana to full width, voiced marks into their letters. Two letters make a
/// word; a single one needs Japanese beside it.
func repairHalfwidthKana(at place: Int, of text: [UInt8]) -> Edit? {
  var end = place
  var letters = 0
  while true {
    let scalar = text.scalar(at: end)
    guard (0xFF61...0xFF9F).contains(scalar.value) else { break }
    if (0xFF66...0xFF9D).contains(scalar.value) { letters += 1 }
    end += 3
  }
  guard end > place else { return nil }
  let isJapanese =
    letters > 1 || Scalar.isUnspaced(text.scalar(before: place).value)
    || Scalar.isUnspaced(text.scalar(at: end).value)
  // Marks alone are drawn with: (ﾟ∀ﾟ).
  let isMark = letters == 0 && text.scalar(at: place).value >= 0xFF9E
  guard isJapanese, !isMark else { return nil }
  let kana = normalized(text[place..<end], UTF8PROC_COMPOSE, UTF8PROC_COMPAT)
  return kana.isEmpty ? nil : Edit(.halfwidthKana, place..<end, kana)
}

/// A scalar as UTF-8; nothing for what is no scalar.
func utf8(_ scalar: UInt32) -> [UInt8] {
  guard let scalar = Unicode.Scalar(scalar) else { return [] }
  return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
}
