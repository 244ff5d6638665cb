internal import GalleyModel

/// A piece of an availability statement.
enum AvailabilityToken: Equatable {
  case number(Numeral)
  case word(AvailabilityWord)
  /// Letters that are in no vocabulary.
  case other
}

/// The tokens of a folded value, in order.
func availabilityTokens(of text: [UInt8]) -> [AvailabilityToken] {
  var tokens: [AvailabilityToken] = []
  tokens.reserveCapacity(12)
  var at = 0
  while at < text.count {
    let step = token(in: text, at: at)
    if let token = step.token, !(token == .other && tokens.last == .other) { tokens.append(token) }
    at = step.end
  }
  return tokens
}

private func token(in text: [UInt8], at offset: Int) -> (token: AvailabilityToken?, end: Int) {
  if text[offset] == UInt8(ascii: " ") { return (nil, offset + 1) }
  if let number = digits(in: text, at: offset) { return (.number(number), number.end) }
  if let number = chineseNumeral(in: text, at: offset) { return (.number(number), number.end) }
  let word = Lexicon.availability.match(in: text, at: offset, limit: text.count)
  let number = Lexicon.numbers.match(in: text, at: offset, limit: text.count)
  if let number, number.end >= word?.end ?? 0, isUnit(in: text, at: number.end) {
    let value = Numeral(value: number.meaning, upper: nil, digits: 0, end: number.end)
    return (.number(value), number.end)
  }
  if let word { return (.word(word.meaning), word.end) }
  return (.other, endOfWord(in: text, at: offset))
}

/// A word is a number where a unit or a sign between numbers follows: Korean numerals are common
/// syllables, and "one of the labs" is no quantity.
private func isUnit(in text: [UInt8], at offset: Int) -> Bool {
  var at = offset
  while at < text.count, text[at] == UInt8(ascii: " ") { at += 1 }
  guard at < text.count else { return true }
  switch Lexicon.availability.match(in: text, at: at, limit: text.count)?.meaning {
  case .years, .months, .weeks, .decades, .oneYear, .oneMonth, .oneDecade, .halfYear, .to,
    .orMore:
    return true
  default: return false
  }
}

private func endOfWord(in text: [UInt8], at offset: Int) -> Int {
  var at = offset + max(1, text.scalar(at: offset).length)
  guard isSpacedLetter(in: text, at: offset) else { return at }
  while isSpacedLetter(in: text, at: at) { at += max(1, text.scalar(at: at).length) }
  return at
}

extension Numeral {
  /// Four digits that can only be a calendar year.
  var isYear: Bool { digits == 4 && value >= 1900 && value < 2200 && upper == nil }
}

extension AvailabilityWord {
  /// Years in one of the unit that the word names, if it names one that needs a number.
  var unit: Double? {
    switch self {
    case .years: 1
    case .months: 1.0 / 12
    case .weeks: 1.0 / 52
    case .decades: 10
    default: nil
    }
  }

  /// The same for the units that mean one where no number stands.
  var unitOfOne: Double? {
    switch self {
    case .oneYear: 1
    case .oneMonth: 1.0 / 12
    case .oneDecade: 10
    default: nil
    }
  }
}
