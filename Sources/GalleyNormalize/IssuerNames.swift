internal import GalleyModel

/// Where names begin in scripts without capitals.
extension IssuerScanner {
  /// The name of the institution whose last word is `suffix`; empty where that word stands alone or
  /// behind a mask (某研究院).
  func institution(endingAt suffix: Range<Int>) -> Range<Int> {
    let whole = widened(suffix)
    guard suffix.lowerBound - whole.lowerBound >= 3, !isCounted(whole) else {
      return suffix.lowerBound..<suffix.lowerBound
    }
    return whole
  }

  /// 十一家实验室, 6 家公司: several, and none of them named.
  private func isCounted(_ name: Range<Int>) -> Bool {
    var at = name.lowerBound
    while at < name.upperBound, Self.hanNumerals.contains(text.scalar(at: at).value) { at += 3 }
    // 家 所 间 間
    return [0x5BB6, 0x6240, 0x95F4, 0x9593].contains(text.scalar(at: at).value)
      && (at > name.lowerBound || endsWithNumber(before: at))
  }

  private func endsWithNumber(before offset: Int) -> Bool {
    var at = offset
    while at > zone.lowerBound, text[at - 1] == UInt8(ascii: " ") { at -= 1 }
    return at > zone.lowerBound && Scalar.isDigit(text.scalar(before: at).value)
  }

  /// 一 to 十, 百, 两, 几, 多, 数.
  private static let hanNumerals: [UInt32] = [
    0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x4E24,
    0x51E0, 0x591A, 0x6570,
  ]

  /// `range` with the characters before it that belong to the same name, back to the last word that
  /// is none.
  func widened(_ range: Range<Int>) -> Range<Int> {
    let limit = marks.last { !$0.isName && $0.kind != .word(.list) }?.range.upperBound
    let first = limit ?? zone.lowerBound
    var start = range.lowerBound
    while start > first, range.lowerBound - start < 60 {
      let scalar = text.scalar(before: start)
      guard isInName(scalar.value, at: start - scalar.length) else { break }
      start -= scalar.length
    }
    while let adverb = Lexicon.leadingAdverbs.match(in: text, at: start, limit: range.lowerBound) {
      start = adverb.end
    }
    // 某研究院, 某某大学: the name is masked.
    if text.scalar(at: start).value == 0x67D0 { return range.upperBound..<range.upperBound }
    return start..<range.upperBound
  }

  /// Whether the character at `offset` can stand inside an institution's name.
  private func isInName(_ scalar: UInt32, at offset: Int) -> Bool {
    if scalar < 0x80 { return Scalar.isSpacedLetter(scalar) }
    if Scalar.isHangul(scalar) || Scalar.isKana(scalar) && scalar >= 0x30A1 { return true }
    if scalar == 0x3001 { return followsName(offset) }
    guard Scalar.isHan(scalar) else { return false }
    switch Unicode.Scalar(scalar) {
    case "日", "月", "年": return !Scalar.isDigit(text.scalar(before: offset).value)
    case "和": return followsName(offset) || isPartOfWord(offset)
    case "的", "由", "在", "对", "對", "被", "据", "據", "从", "從", "与", "與", "及", "是", "了", "向", "让", "讓",
      "把", "将", "將", "以", "使", "等", "该", "該", "本", "各", "这", "這", "那", "份", "个", "個", "自", "给", "給",
      "为", "為", "到", "也", "说", "說":
      return isPartOfWord(offset)
    default: return true
    }
  }

  /// 中国科学院和中国工程院: two names, one issuer.
  private func followsName(_ offset: Int) -> Bool {
    guard case .name(let base) = marks.last?.kind, base >= 2 else { return false }
    return marks.last?.range.upperBound == offset
  }

  /// 自 parts words, but not in 自然; 本 does, but not in 日本.
  private func isPartOfWord(_ offset: Int) -> Bool {
    let before = offset - text.scalar(before: offset).length
    return [before, offset].contains { start in
      start >= zone.lowerBound && start + 6 <= zone.upperBound
        && Lexicon.innerPairs.holds(start..<start + 6, of: text) != nil
    }
  }

  /// 本誌「…」: what it is stands right before the name.
  mutating func scanNamed(_ offset: Int) -> Int? {
    guard let last = marks.last, last.kind == .word(.role), last.range.upperBound == offset,
      let inner = quoted(offset)
    else { return nil }
    marks.append(IssuerMark(kind: .name(base: 3), range: inner))
    return inner.upperBound + 3
  }

  /// `X, 2026년 10대 기술 발표`: who stands first in a Korean headline, before a comma.
  mutating func appendKoreanHead() {
    var end = zone.lowerBound
    while end < zone.upperBound, end - zone.lowerBound <= 45, text[end] != UInt8(ascii: ",") {
      let scalar = text.scalar(at: end)
      guard
        Scalar.isHangul(scalar.value) || Scalar.isSpacedLetter(scalar.value)
          || Scalar.isDigit(scalar.value)
      else { return }
      end += scalar.length
    }
    guard end + 1 < zone.upperBound, end > zone.lowerBound, text[end] == UInt8(ascii: ","),
      text[end + 1] == UInt8(ascii: " "), text[zone].contains(where: { $0 >= 0xEA && $0 <= 0xED })
    else { return }
    marks.append(IssuerMark(kind: .name(base: 0), range: zone.lowerBound..<end))
  }

  /// `X가 선정한`: who stands before a Korean verb, without the particle.
  mutating func appendKoreanSubject(of verb: Range<Int>) {
    var end = verb.lowerBound
    while end > zone.lowerBound, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let particle = text.scalar(before: end)
    // 가, 이, 은, 는, 서 (에서).
    guard [0xAC00, 0xC774, 0xC740, 0xB294, 0xC11C].contains(particle.value) else { return }
    var name = end - particle.length
    if particle.value == 0xC11C, text.scalar(before: name).value == 0xC5D0 { name -= 3 }
    var start = name
    while start > zone.lowerBound, text[start - 1] != UInt8(ascii: " ") { start -= 1 }
    if isTitle, name - zone.lowerBound <= 40 { start = zone.lowerBound }
    guard start < name, marks.last?.range.upperBound ?? 0 <= start else { return }
    marks.append(IssuerMark(kind: .name(base: 1), range: start..<name))
  }
}
