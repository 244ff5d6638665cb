internal import GalleyModel

/// A word before a number that makes it a rank: 趋势三, Trend 3, No. 3, #3, A03.
struct Keyword {
  var hash: UInt64
  var numeral: Numeral
  var isCode = false
  /// 第
  var isOrdinal = false
}

/// Bytes of a line that may hold the word before the number.
private let keywordReach = 36
/// Spaces between the beginning of that word, or words, and the number.
private let keywordSpaces = 2

/// The word at `start` and the number after it. Any word will do: only a word that every heading
/// has makes a chain. Nil where `mayHoldKeyword` is false.
func keyword(in text: [UInt8], at start: Int, end: Int) -> Keyword? {
  guard start < end else { return nil }
  let first = text.scalar(at: start)
  if first.value == 0x7B2C {
    guard let number = numeral(in: text, at: start + first.length, end: end) else { return nil }
    return Keyword(hash: 0x7B2C, numeral: number, isOrdinal: true)
  }
  let limit = min(end, start + keywordReach)
  var at = start
  var letters = 0
  var capitals = 0
  var spaces = 0
  while at < limit {
    let scalar = text.scalar(at: at)
    if letters + capitals > 0 || scalar.value == 0x23 || scalar.value == 0x2116,
      let number = rank(in: text, at: at, end: end, afterWide: Scalar.isUnspaced(first.value))
    {
      let word = text.trimmed(start..<at)
      let isCode =
        spaces == 0 && letters == capitals && capitals > 0 && capitals <= 4
        && number.system == .decimal && first.value < 0x80
      return Keyword(hash: foldedHash(text, word), numeral: number, isCode: isCode)
    }
    switch scalar.value {
    case 0x41...0x5A:
      capitals += 1
      letters += 1
    case 0x20, 0xA0, 0x3000:
      spaces += 1
      if spaces > keywordSpaces { return nil }
    case 0x23, 0x2116: letters += 1
    case 0x2E, 0x2D, 0xB0, 0xBA: break
    default:
      guard
        isLetter(scalar.value) || Scalar.isHangul(scalar.value) || isOtherLetter(scalar.value)
          || Scalar.isUnspaced(scalar.value) && !Scalar.isWidePunctuation(scalar.value)
      else { return nil }
      letters += 1
    }
    at += scalar.length
  }
  return nil
}

/// Letters and vowel signs of Hebrew, Arabic, and the scripts of India and Southeast Asia.
func isOtherLetter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x5D0...0x5EA, 0x620...0x65F, 0x66E...0x6D3, 0x900...0x963, 0x971...0x9E3, 0xA00...0xA65,
    0xA70...0xAE5, 0xB00...0xB65, 0xB70...0xBE5, 0xC00...0xC65, 0xC80...0xCE5, 0xD00...0xD65,
    0xE01...0xE4E:
    true
  default: false
  }
}

/// A quick look: whether a number stands near enough behind the beginning of `range` to belong to
/// a word there.
@inline(__always)
func mayHoldKeyword(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  if range.isEmpty { return false }
  let near = range.lowerBound..<min(range.upperBound, range.lowerBound + keywordReach)
  // A Chinese numeral counts behind a word of CJK only, whose few characters are soon read.
  guard text[near.lowerBound] >= 0xE3 else {
    return mayHoldDigit(text.span, near) && mayHoldRank(in: text, near)
  }
  if text.scalar(at: near.lowerBound).value == 0x7B2C { return true }
  // A Chinese clause without a number: the reach holds twelve of its 13 characters.
  if range.count >= 39, isHanRun(text.span, near.lowerBound) { return false }
  return mayHoldRank(in: text, near)
}

/// A digit or an enclosed number, or a Chinese numeral at the end of a run of Chinese characters,
/// with no mark before it that belongs to no word.
private func mayHoldRank(in text: [UInt8], _ range: Range<Int>) -> Bool {
  var at = range.lowerBound
  var spaces = 0
  while at < range.upperBound {
    switch text[at] {
    case 0xE4...0xE9:
      while at + 8 < range.upperBound, areHan(text.span, at) { at += 9 }
      while at < range.upperBound, text[at] &- 0xE4 < 6 { at += 3 }
      if hanDigit(text.scalar(at: at - 3).value) != nil { return true }
    // Hangul.
    case 0xEA...0xED: at += 3
    case 0x30...0x39: return true
    case 0x20:
      spaces += 1
      if spaces > keywordSpaces { return false }
      at += 1
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "."): at += 1
    case 0x00..<0x41: return false
    case 0xE2, 0xE3, 0xEF:
      let scalar = text.scalar(at: at)
      if Scalar.isDigit(scalar.value) || enclosedNumbers.contains(scalar.value) { return true }
      if Scalar.isWidePunctuation(scalar.value) { return false }
      at += scalar.length
    default: at += 1
    }
  }
  return false
}

/// ① to ➓
private let enclosedNumbers: ClosedRange<UInt32> = 0x2460...0x2793

/// A number after a word: a digit, an enclosed one, or, after CJK, a Chinese one with a mark behind.
private func rank(in text: [UInt8], at start: Int, end: Int, afterWide: Bool) -> Numeral? {
  let first = text.scalar(at: start).value
  if Scalar.isDigit(first) || enclosedNumbers.contains(first) {
    return numeral(in: text, at: start, end: end)
  }
  guard afterWide, hanDigit(first) != nil, let number = numeral(in: text, at: start, end: end),
    number.end == end || isDivider(text.scalar(at: number.end).value)
  else { return nil }
  return number
}

struct CounterWord {
  var hash: UInt64
  var end: Int
  var isClause: Bool
}

/// 位, 名, 号, 位, 위, -е место after the number; 条, 章, 节 of a law.
func counterWord(in text: [UInt8], at start: Int, end: Int) -> CounterWord? {
  guard start < end else { return nil }
  guard let match = counterWords.match(text, at: start, end: end) else { return nil }
  return CounterWord(
    hash: foldedHash(text, start..<match.end), end: match.end, isClause: match.value)
}

/// Characters of the longest noun between a classifier and a colon.
private let nounReach = 8

/// What 第3 counts before a colon: 个决定 of `第3个决定：`.
func classifiedNoun(in text: [UInt8], at start: Int, end: Int) -> Range<Int>? {
  guard start < end, nounClassifiers.contains(text.scalar(at: start).value) else { return nil }
  var at = start
  for _ in 0...nounReach {
    guard at < end, case let scalar = text.scalar(at: at) else { return nil }
    if isColon(scalar.value) { return start..<at }
    guard Scalar.isHan(scalar.value) || Scalar.isKana(scalar.value) else { return nil }
    at += scalar.length
  }
  return nil
}

/// 个 個 种 種 件 类 類 步 站 张 張 课 課 招 の
private let nounClassifiers: [UInt32] = [
  0x4E2A, 0x500B, 0x79CD, 0x7A2E, 0x4EF6, 0x7C7B, 0x985E, 0x6B65, 0x7AD9, 0x5F20, 0x5F35, 0x8BFE,
  0x8AB2, 0x62DB, 0x306E,
]

/// True for the divisions of a law.
private let counterWords = WordTable<Bool>([
  (true, ["条", "條", "章", "节", "節", "编", "編", "款", "조", "장"]),
  (
    false,
    [
      "位", "名", "号", "號", "番目", "番", "つ目", "위", "번째", "-е место", "-е", "-го", "º lugar", "º", "ª",
      "°", "er",
      "ème", "e place", "項", "项", "st place", "nd place", "rd place", "th place", "er prix",
      "e prix", ". platz", ". preis", ". rang", ". plaats", ". miejsce", ". sıra", " место",
      " miejsce", ". sırada",
    ]
  ),
])

/// A marker that is a word: 一是, 首先, First, Во-вторых. What follows is a sentence, not a title.
func ordinalMarker(in text: [UInt8], at start: Int, end: Int) -> Marker? {
  guard let match = ordinalWords.match(text, at: start, end: end) else { return nil }
  var out = Marker(
    system: .ordinal, value: match.value.value, keyword: match.value.series, shape: .ordinal,
    label: start..<match.end, title: match.end, titleEnd: end)
  var at = skipSpaces(in: text, at: match.end, end: end)
  let mark = text.scalar(at: at)
  let isMark = [0x2C, 0xFF0C, 0x3001, 0x3A, 0xFF1A].contains(mark.value)
  if match.value.needsMark && !isMark { return nil }
  if isMark { at = skipSpaces(in: text, at: at + mark.length, end: end) }
  out.title = at
  // First: The Folding Bridge
  if match.value.needsMark, isColon(mark.value), at < end, end - at <= titleBytes,
    ending(in: text, at..<end) == .none
  {
    out.system = .decimal
    out.shape = .plain
    out.suffix = mark.value
  }
  return out
}

/// Bytes of the longest title behind an ordinal.
private let titleBytes = 120

/// A number in words with a mark behind it: `UNO. Title`, `Two: Title`.
func cardinalMarker(in text: [UInt8], at start: Int, end: Int) -> Marker? {
  guard
    let match = numberWords.match(text, at: start, end: end)
      ?? ones.match(text, at: start, end: end)
  else { return nil }
  let at = skipSpaces(in: text, at: match.end, end: end)
  let mark = text.scalar(at: at)
  guard [0x2E, 0x3A, 0x29, 0x2013, 0x2014, 0xFF1A].contains(mark.value) else { return nil }
  return Marker(
    system: .decimal, value: match.value, keyword: cardinalSeries, suffix: mark.value,
    label: start..<match.end, title: skipSpaces(in: text, at: at + mark.length, end: end),
    titleEnd: end)
}

/// Numbers in words count together.
private let cardinalSeries: UInt64 = 1000

let ones = WordTable<Int>([
  (1, ["one", "uno", "una", "un", "une", "um", "uma", "eins", "один", "een", "jeden", "ett", "하나"])
])

struct OrdinalWord: Sendable {
  var value: Int
  /// Words of one series count together.
  var series: UInt64
  /// Counts only with a comma or a colon behind it.
  var needsMark: Bool
}

/// Ordinals as series, one for each way of counting in a language, from the first upward.
private let ordinalSeries: [(needsMark: Bool, words: [[String]])] = [
  (false, [["一是"], ["二是"], ["三是"], ["四是"], ["五是"], ["六是"], ["七是"], ["八是"], ["九是"], ["十是"]]),
  (false, [["其一"], ["其二"], ["其三"], ["其四"], ["其五"], ["其六"], ["其七"], ["其八"]]),
  (true, [["首先"], ["其次"], ["再次"], ["最后", "最後"]]),
  (true, [["第一"], ["第二"], ["第三"], ["第四"], ["第五"], ["第六"], ["第七"], ["第八"]]),
  (
    true,
    [
      ["first", "firstly"], ["second", "secondly"], ["third", "thirdly"], ["fourth", "fourthly"],
      ["fifth", "fifthly"], ["sixth"], ["seventh"], ["eighth"], ["ninth"], ["tenth"],
    ]
  ),
  (true, [["erstens"], ["zweitens"], ["drittens"], ["viertens"], ["fünftens"], ["sechstens"]]),
  (
    true,
    [
      ["premièrement", "en premier lieu"], ["deuxièmement", "en deuxième lieu", "en second lieu"],
      ["troisièmement", "en troisième lieu"], ["quatrièmement"], ["cinquièmement"],
    ]
  ),
  (
    // Spanish and Portuguese share a word.
    true,
    [
      ["primero", "en primer lugar", "primeiro", "em primeiro lugar"],
      ["segundo", "en segundo lugar", "em segundo lugar"],
      ["tercero", "en tercer lugar", "terceiro", "em terceiro lugar"],
      ["cuarto", "en cuarto lugar", "quarto", "em quarto lugar"],
      ["quinto", "en quinto lugar", "em quinto lugar"],
    ]
  ),
  (
    false,
    [["во-первых"], ["во-вторых"], ["в-третьих"], ["в-четвёртых", "в-четвертых"], ["в-пятых"]]
  ),
  (
    false,
    [
      ["첫째", "첫 번째", "첫째는", "첫 번째는"],
      ["둘째", "두 번째", "둘째는", "두 번째는"],
      ["셋째", "세 번째", "셋째는", "세 번째는"],
      ["넷째", "네 번째", "넷째는", "네 번째는"],
      ["다섯째", "다섯 번째", "다섯째는", "다섯 번째는"],
      ["여섯째", "여섯 번째", "여섯째는", "여섯 번째는"],
      ["일곱째", "일곱 번째", "일곱째는", "일곱 번째는"],
      ["여덟째", "여덟 번째", "여덟째는", "여덟 번째는"],
      ["아홉째", "아홉 번째", "아홉째는", "아홉 번째는"],
      ["열째", "열 번째", "열째는", "열 번째는"],
    ]
  ),
]

let ordinalWords = WordTable<OrdinalWord>(
  ordinalSeries.enumerated().flatMap { series, table in
    table.words.enumerated().map { index, words in
      (
        OrdinalWord(value: index + 1, series: UInt64(series + 1), needsMark: table.needsMark), words
      )
    }
  })
