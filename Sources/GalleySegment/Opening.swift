internal import GalleyModel

/// The vocabularies that lines are asked for by what they begin with.
struct Vocabularies: OptionSet, Sendable {
  let rawValue: UInt8
  static let ordinals = Vocabularies(rawValue: 1)
  /// Numbers in words, one among them.
  static let numbers = Vocabularies(rawValue: 2)
  /// The labels that are no profile's own.
  static let labels = Vocabularies(rawValue: 4)
  static let noise = Vocabularies(rawValue: 8)
  static let credits = Vocabularies(rawValue: 16)
  static let structural = Vocabularies(rawValue: 32)
  /// The words of an availability.
  static let times = Vocabularies(rawValue: 64)
  static let awards = Vocabularies(rawValue: 128)
}

/// Which vocabularies have a word that begins as a line does.
struct Opening: Sendable {
  /// Where the line begins.
  fileprivate let start: Int
  /// Bytes of the digits that it begins with, and of the white space behind them: `2 comments`.
  fileprivate let count: UInt8
  fileprivate let vocabularies: Vocabularies
  /// Those of the place behind the digits.
  fileprivate let behindDigits: Vocabularies

  /// Where the line goes on behind the digits and the white space.
  var pastDigits: Int { start + Int(count) }

  /// False where no word of a vocabulary begins; nothing is known of other places than those two.
  func may(_ vocabulary: Vocabularies, at offset: Int) -> Bool {
    if offset == start { return !vocabularies.isDisjoint(with: vocabulary) }
    return offset != pastDigits || !behindDigits.isDisjoint(with: vocabulary)
  }
}

/// The vocabularies by the first scalars of their words.
///
/// A line's beginning is looked up once, where nearly all begin like no word; each vocabulary would
/// be asked for it several times. A place in the table may be shared by several beginnings: what is
/// found there is more than there is, never less.
struct Openings: Sendable {
  static let all = Openings()

  /// By `slot`.
  private var sets = [UInt8](repeating: 0, count: 32_768)

  private init() {
    add(ordinalWords, as: .ordinals)
    add(placeOrdinals, as: .ordinals)
    add(numberWords, as: .numbers)
    add(ones, as: .numbers)
    add(labelWords, as: .labels)
    add(noiseWords, as: .noise)
    add(creditWords, as: .credits)
    add(structuralWords, as: .structural)
    add(timeWords, as: .times)
    add(awardWords, as: .awards)
  }

  private mutating func add<Value>(_ table: WordTable<Value>, as vocabulary: Vocabularies) {
    table.forEachStart { word in
      if word.letters != 0 { sets[Self.slot(word.letters)] |= vocabulary.rawValue }
      if word.second == 0 { sets[Self.slot(word.first)] |= vocabulary.rawValue }
      sets[Self.slot(word.first, word.second)] |= vocabulary.rawValue
      if word.second < 0x80 { return }
      let third = word.third < 0x80 ? Self.noThird : word.third
      sets[Self.slot(word.first, word.second, third)] |= vocabulary.rawValue
    }
  }

  /// Stands for the third scalar of words that have none of Chinese.
  private static var noThird: UInt32 { 1 }

  /// Of what `firstLetters` gives; of one scalar, or two; or of the first two and the third of words
  /// before a third Chinese character.
  @inline(__always)
  private static func slot(_ first: UInt32, _ second: UInt32 = 0, _ third: UInt32 = 0) -> Int {
    Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA77 ^ third &* 0xC2B2_AE3D) >> 17)
  }

  /// The opening of a line, or of a part of it, that ends at `end`.
  @inline(__always)
  func opening(_ text: [UInt8], at start: Int, end: Int) -> Opening {
    let found = Vocabularies(rawValue: sets(text, at: start, end: end))
    if start < end, text[start] &- 0x30 < 10 {
      return counted(text, at: start, end: end, found)
    }
    return Opening(start: start, count: 0, vocabularies: found, behindDigits: found)
  }

  private func counted(_ text: [UInt8], at start: Int, end: Int, _ found: Vocabularies) -> Opening {
    var past = start
    while past < end, text[past] &- 0x30 < 10 { past += 1 }
    past = skipSpaces(in: text, at: past, end: end)
    guard past - start <= UInt8.max else {
      return Opening(start: start, count: 0, vocabularies: found, behindDigits: found)
    }
    return Opening(
      start: start, count: UInt8(past - start), vocabularies: found,
      behindDigits: Vocabularies(rawValue: sets(text, at: past, end: end)))
  }

  /// All that `WordTable.match` may find at `start`. Before three letters of ASCII no shorter word
  /// ends; elsewhere it finds words of one scalar and words whose first two stand there, or, where
  /// white space follows the first, that have it there or whose letters it only spaces out. Before a
  /// third Chinese character it finds words of two, and those with that third one.
  @inline(__always)
  private func sets(_ text: [UInt8], at start: Int, end: Int) -> UInt8 {
    let letters = start < end && text[start] < 0x80 ? firstLetters(text, start, end: end) : 0
    return letters == 0 ? others(text, at: start, end: end) : sets[Self.slot(letters)]
  }

  private func others(_ text: [UInt8], at start: Int, end: Int) -> UInt8 {
    let word = WordStart(text, at: start, end: end)
    let (first, second) = (word.first, word.second)
    let found = sets[Self.slot(first)]
    if case let third = word.third(text, end: end), third >= 0x80 {
      return found | sets[Self.slot(first, second, Self.noThird)]
        | sets[Self.slot(first, second, third)]
    }
    if word.spaced == 0 { return found | sets[Self.slot(first, second)] }
    return found | sets[Self.slot(first, second)] | sets[Self.slot(first, word.spaced)]
  }
}
