internal import GalleyModel

/// The names in a value of players, one range of `text` each, as printed.
///
/// `lines` are the value's lines. Separators part names, but not inside brackets; the conjunction
/// before the last name and a last "etc." go.
func playerNames(_ lines: [Range<Int>], in text: [UInt8]) -> [Range<Int>] {
  let separators = Separators(lines, in: text)
  var names: [Range<Int>] = []
  names.reserveCapacity(separators.marks.count + lines.count + 1)
  var next = 0
  for (number, line) in lines.enumerated() {
    var start = line.lowerBound
    while next < separators.marks.count, separators.marks[next].line == number {
      let mark = separators.marks[next]
      next += 1
      guard separators.part(names: mark.kind) else { continue }
      append(start..<mark.range.lowerBound, to: &names, in: text)
      start = mark.range.upperBound
    }
    append(start..<line.upperBound, to: &names, in: text)
  }
  splitLast(&names, in: text)
  return names
}

/// Adds a part, or lengthens the last one by it where it only ends a firm's name.
private func append(_ part: Range<Int>, to parts: inout [Range<Int>], in text: [UInt8]) {
  let name = withoutBullet(text.trimmed(part), in: text)
  if name.isEmpty { return }
  if let last = parts.last, Lexicon.firms.holds(name, of: text) != nil,
    last.upperBound < name.lowerBound
  {
    parts[parts.count - 1] = last.lowerBound..<name.upperBound
    return
  }
  parts.append(name)
}

private func withoutBullet(_ name: Range<Int>, in text: [UInt8]) -> Range<Int> {
  let scalar = text.scalar(at: name.lowerBound)
  switch Unicode.Scalar(scalar.value) {
  case "-", "–", "—", "*", "•", "·", "●", "■", "▪", "◦", "‣", ":", "：":
    guard !name.isEmpty else { return name }
    return text.trimmed(min(name.lowerBound + scalar.length, name.upperBound)..<name.upperBound)
  default: return name
  }
}

/// The last part of a list may hold two names, and what stands for the rest.
private func splitLast(_ names: inout [Range<Int>], in text: [UInt8]) {
  guard let part = names.popLast() else { return }
  let last = withoutConjunction(withoutRemainder(part, in: text), in: text)
  if last.isEmpty { return }
  guard let cut = conjunction(in: text, last, isAlone: names.isEmpty) else {
    names.append(last)
    return
  }
  names.append(text.trimmed(last.lowerBound..<cut.lowerBound))
  names.append(text.trimmed(cut.upperBound..<last.upperBound))
}

/// The part without a final stop and a final "etc.".
func withoutRemainder(_ part: Range<Int>, in text: [UInt8]) -> Range<Int> {
  var name = part
  if text.scalar(before: name.upperBound).value == 0x3002 {
    name = text.trimmed(name.lowerBound..<name.upperBound - 3)
  }
  var at = max(name.lowerBound, name.upperBound - 32)
  while at < name.upperBound, text[at] & 0xC0 == 0x80 { at += 1 }
  while at < name.upperBound {
    if !isSpacedLetter(in: text, at: at) || isWordStart(in: text, at: at, from: name.lowerBound),
      Lexicon.remainders.holds(at..<name.upperBound, of: text) != nil
    {
      return text.trimmed(name.lowerBound..<at)
    }
    at += max(1, text.scalar(at: at).length)
  }
  return withoutStop(name, in: text)
}

/// A full stop ends the sentence, not the name, unless an abbreviation ends in it.
private func withoutStop(_ name: Range<Int>, in text: [UInt8]) -> Range<Int> {
  guard let last = text[name].last, last == UInt8(ascii: ".") else { return name }
  let word = (text[name].lastIndex(of: UInt8(ascii: " ")) ?? name.lowerBound - 1) + 1
  let isAbbreviation =
    Lexicon.firms.holds(word..<name.upperBound, of: text) != nil
    || text[word..<name.upperBound - 1].contains(UInt8(ascii: ".")) || name.upperBound - word < 4
  return isAbbreviation ? name : name.lowerBound..<name.upperBound - 1
}

/// "and OpenAI" after the comma before it.
private func withoutConjunction(_ name: Range<Int>, in text: [UInt8]) -> Range<Int> {
  guard !name.isEmpty,
    let match = Lexicon.conjunctions.match(in: text, at: name.lowerBound, limit: name.upperBound),
    match.end < name.upperBound
  else { return name }
  let isWide = text[name.lowerBound] >= 0xE3
  guard isWide ? match.end - name.lowerBound > 3 : text[match.end] == UInt8(ascii: " ") else {
    return name
  }
  return text.trimmed(match.end..<name.upperBound)
}

/// The players of a field, with their glosses as aliases.
func players(
  _ field: Outline.Field, in text: [UInt8], with profile: Profile
) -> [Record.Player] {
  let label = profile.label(of: field, in: text)
  let role = label?.role ?? field.label.map { playerRole($0, in: text) } ?? .participant
  let marks = label?.split ?? []
  let names =
    marks.isEmpty
    ? playerNames(field.value, in: text) : playerNames(field.value, splitAt: marks, in: text)
  return names.map { profile.named(player($0, role, in: text)) }
}

private func playerRole(_ label: Range<Int>, in text: [UInt8]) -> Record.Player.Role {
  var role = Record.Player.Role.participant
  for at in label where text[at] & 0xC0 != 0x80 {
    guard isWordStart(in: text, at: at, from: label.lowerBound) else { continue }
    // The last word is the noun: 研究机构 are organizations, not researchers.
    if let match = Lexicon.playerRoles.match(in: text, at: at, limit: label.upperBound) {
      role = match.meaning
    }
  }
  return role
}

private func player(
  _ range: Range<Int>, _ role: Record.Player.Role, in text: [UInt8]
) -> Record.Player {
  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
  let printed = string(range)
  guard let gloss = gloss(in: text, range) else {
    return Record.Player(name: printed, role: role, text: printed)
  }
  let before = text.trimmed(range.lowerBound..<gloss.lowerBound)
  let after = text.trimmed(gloss.upperBound..<range.upperBound)
  let open = text.scalar(at: gloss.lowerBound).length
  let close = text.scalar(before: gloss.upperBound).length
  let inside = text.trimmed(gloss.lowerBound + open..<gloss.upperBound - close)
  return Record.Player(
    name: string(before) + string(after),
    aliases: inside.isEmpty ? [] : playerNames([inside], in: text).map(string),
    role: role, text: printed)
}

/// The first pair of brackets that has a name before it.
private func gloss(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
  var at = range.lowerBound
  while at < range.upperBound {
    if at > range.lowerBound, let end = endOfBrackets(in: text, at: at, limit: range.upperBound) {
      return at..<end
    }
    at += max(1, text.scalar(at: at).length)
  }
  return nil
}
