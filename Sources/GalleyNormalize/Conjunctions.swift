internal import GalleyModel

/// The last conjunction of `part` that stands between two names; an ampersand only where no word
/// does. `isAlone` says that nothing else shows the value to be a list.
func conjunction(in text: [UInt8], _ part: Range<Int>, isAlone: Bool) -> Range<Int>? {
  var found: Range<Int>?
  var ampersand: Range<Int>?
  var at = part.lowerBound
  while at < part.upperBound {
    if let end = endOfBrackets(in: text, at: at, limit: part.upperBound) {
      at = end
      continue
    }
    if let cut = conjunction(in: text, at: at, part, isAlone) {
      if text[at] == UInt8(ascii: "&") { ampersand = cut } else { found = cut }
      at = cut.upperBound
    } else {
      at += max(1, text.scalar(at: at).length)
    }
  }
  return found ?? ampersand
}

private func conjunction(
  in text: [UInt8], at offset: Int, _ part: Range<Int>, _ isAlone: Bool
) -> Range<Int>? {
  if text[offset] >= 0xE3 {
    return wideConjunction(in: text, at: offset, part)
      ?? koreanParticle(in: text, at: offset, part)
  }
  guard offset > part.lowerBound, text[offset - 1] == UInt8(ascii: " "),
    let match = Lexicon.conjunctions.match(in: text, at: offset, limit: part.upperBound),
    match.end < part.upperBound, text[match.end] == UInt8(ascii: " ")
  else { return nil }
  if match.meaning == .ampersand {
    let after = text.trimmed(match.end..<part.upperBound)
    let endsFirm = Lexicon.firms.holds(after, of: text) != nil
    return isAlone || endsFirm || isInsideWholeName(in: text, offset, part)
      ? nil : offset..<match.end
  }
  let left = text.trimmed(part.lowerBound..<offset)
  let word = (text[left].lastIndex(of: UInt8(ascii: " ")) ?? left.lowerBound - 1) + 1
  guard Lexicon.subjects.holds(word..<left.upperBound, of: text) == nil else { return nil }
  return offset..<match.end
}

/// 和, 与, と, 및 between names of two characters or more.
private func wideConjunction(in text: [UInt8], at offset: Int, _ part: Range<Int>) -> Range<Int>? {
  guard let match = Lexicon.conjunctions.match(in: text, at: offset, limit: part.upperBound) else {
    return nil
  }
  let left = text.trimmed(part.lowerBound..<offset)
  let right = text.trimmed(match.end..<part.upperBound)
  guard left.count >= 4, right.count >= 4 else { return nil }
  let before = text.scalar(before: left.upperBound).value
  let after = text.scalar(at: right.lowerBound).value
  if isPartOfWord(text.scalar(at: offset).value, before, after) { return nil }
  if left.count >= 6, Lexicon.subjects.holds(left.upperBound - 6..<left.upperBound, of: text) != nil
  {
    return nil
  }
  return offset..<match.end
}

/// Whether a conjunction's character only belongs to a longer word: 共和, 参与, 涉及, 暨南.
private func isPartOfWord(_ scalar: UInt32, _ before: UInt32, _ after: UInt32) -> Bool {
  func among(_ scalar: UInt32, _ set: String) -> Bool {
    set.unicodeScalars.contains { $0.value == scalar }
  }
  switch Unicode.Scalar(scalar) {
  case "和": return among(before, "共温溫饱飽平大昭三总總亲") || among(after, "平记記谐諧田歌声聲黄黃")
  case "与", "與": return among(before, "参參给給") || among(after, "会會")
  case "及": return among(before, "埃普涉") || among(after, "其时時")
  case "并", "並": return among(before, "合兼吞") || among(after, "购購且")
  case "暨": return among(after, "南")
  case "と": return isHiragana(before) || isHiragana(after)
  default: return false
  }
}

private func isHiragana(_ scalar: UInt32) -> Bool { (0x3041...0x309F).contains(scalar) }

/// 와 or 과 at the end of a word: 구글과 애플.
private func koreanParticle(in text: [UInt8], at offset: Int, _ part: Range<Int>) -> Range<Int>? {
  let scalar = text.scalar(at: offset)
  guard scalar.value == 0xC640 || scalar.value == 0xACFC else { return nil }
  let end = offset + scalar.length
  guard end < part.upperBound, text[end] == UInt8(ascii: " "), offset - part.lowerBound >= 2 else {
    return nil
  }
  return offset..<end
}

private func isInsideWholeName(in text: [UInt8], _ ampersand: Int, _ part: Range<Int>) -> Bool {
  for at in part.lowerBound..<ampersand where isWordStart(in: text, at: at, from: part.lowerBound) {
    if let match = Lexicon.wholeNames.match(in: text, at: at, limit: part.upperBound),
      match.end > ampersand
    {
      return true
    }
  }
  return false
}
