internal import GalleyModel

/// What may be a label at the beginning of a line. Whether it is one is decided when the items are
/// known: a sentence may begin with a short word and a colon too.
struct LabelHead: Sendable {
  enum Form: UInt8, Sendable {
    /// 成熟期：现在
    case colon
    /// 【概要】墙会呼吸。
    case bracket
    /// Alone on its line, the value below.
    case alone
    /// • Availability 3-5 years
    case bare
  }

  var line: Int
  /// Without colon or brackets.
  var label: Range<Int>
  /// Where the value begins; the line's end where the label stands alone.
  var value: Int
  var form: Form
  /// Of the folded label.
  var hash: UInt64
  var word: LabelWord?
  /// Labels with equal hashes have one, from 0; `Survey.labelCount` of them.
  var id: Int

  var isKnown: Bool { word.map { !$0.isWeak } ?? false }
}

/// Columns of the longest label.
private let labelReach = 36

/// Reads the label at the beginning of a line. `isShort` lines may be labels that stand alone.
func labelHead(
  in text: [UInt8], _ line: Line, _ chance: LabelChance, index: Int, words: LabelVocabulary,
  seen: inout SeenLabels
) -> LabelHead? {
  let end = line.text.upperBound
  var start = skipBullet(in: text, line.text)
  let first = text.scalar(at: start).value
  // （完成单位：甲、乙）
  if first == 0x28 || first == 0xFF08, isBracketed(text, line.text) {
    start += text.scalar(at: start).length
  }
  if case .term = line.kind {
    let label = trimDecoration(in: text, line.text)
    return LabelHead(
      line: index, label: label, value: end, form: .alone, text: text, seen: &seen,
      word: words.word(label, in: text))
  }
  if first == 0x3010 || first == 0x5B || first == 0x3016 {
    return bracketedLabel(
      in: text, at: start, end: end, index: index, words: words, seen: &seen)
  }
  if line.bold > 0,
    let head = boldLabel(
      in: text, line, start: start, index: index, words: words, seen: &seen)
  {
    return head
  }
  let stars = countStars(in: text, at: start, end: end)
  if chance == .any, let colon = colon(in: text, at: start + stars, end: end) {
    let inner = start + stars
    let label = text.trimmed(
      inner..<colon.at - min(stars, countStars(in: text, inner..<colon.at)))
    let past = colon.end + min(stars, countStars(in: text, at: colon.end, end: end))
    let value = skipSpaces(in: text, at: past, end: end)
    let form = value >= end ? LabelHead.Form.alone : .colon
    // A word is looked up where the label begins but for white space behind stars.
    let isWhole = label.lowerBound == start + stars && !label.isEmpty
    if isWhole, !words.mayGoOn, let same = seen.find(label, in: text) {
      return LabelHead(
        line: index, label: label, value: value, form: form, hash: same.hash, word: same.word,
        id: same.id)
    }
    let mayBegin = words.mayBegin(line.opening, at: start + stars)
    let known = mayBegin ? words.match(text, at: start + stars, end: end) : nil
    let head = LabelHead(
      line: index, label: label, value: value, form: form, text: text, seen: &seen,
      word: known.flatMap { $0.end >= label.upperBound ? $0.value : nil })
    if isWhole {
      seen.remember(
        SeenLabels.Label(text: label, hash: head.hash, id: head.id, word: head.word))
    }
    return head
  }
  if case .tableRow = line.kind,
    let head = rowLabel(in: text, line, start: start, index: index, words: words, seen: &seen)
  {
    return head
  }
  guard stars == 0, words.mayBegin(line.opening, at: start),
    let known = words.match(text, at: start, end: end), !known.value.isWeak
  else { return nil }
  let label = start..<known.end
  let value = skipSpaces(in: text, at: skipDash(in: text, at: label.upperBound, end: end), end: end)
  guard value < end else {
    return LabelHead(
      line: index, label: label, value: end, form: .alone, text: text, seen: &seen,
      word: known.value)
  }
  // Without a mark between them, label and value are told apart by a bullet or a capital.
  let next = text.scalar(at: value).value
  let isCapital = fold(next) != next || Scalar.isDigit(next)
  guard start > line.text.lowerBound || isCapital, value > known.end else { return nil }
  return LabelHead(
    line: index, label: label, value: value, form: .bare, text: text, seen: &seen,
    word: known.value)
}

/// What a quick look at a line tells of its label.
enum LabelChance {
  case none
  /// Only a word of the vocabulary may tell it, as no colon is near enough.
  case word
  case any

  /// Less than any for a line that begins with a letter or a digit, without bold type.
  @inline(__always)
  init(in text: [UInt8], _ line: Line, _ words: LabelVocabulary) {
    let start = line.text.lowerBound
    self = .any
    switch line.kind {
    case .term, .tableRow: return
    default: break
    }
    if line.bold > 0 || !isWordLead(text[start]) { return }
    if mayHoldLabel(text.span, start..<min(line.text.upperBound, start + labelBytes)) { return }
    self = words.mayBegin(line.opening, at: start) ? .word : .none
  }
}

extension LabelHead {
  init(
    line: Int, label: Range<Int>, value: Int, form: Form, text: [UInt8],
    seen: inout SeenLabels, word: LabelWord?
  ) {
    let hash = foldedHash(text, label)
    self.init(
      line: line, label: label, value: value, form: form, hash: hash, word: word,
      id: seen.id(of: hash))
  }
}

/// The stars that open a strong run of mark-down: two, else none.
private func countStars(in text: [UInt8], at start: Int, end: Int) -> Int {
  start + 2 < end && text[start] == 0x2A && text[start + 1] == 0x2A ? 2 : 0
}

/// Those that close it at the end of `run`, behind all that opened it: `***:` has none.
private func countStars(in text: [UInt8], _ run: Range<Int>) -> Int {
  let end = run.upperBound
  return run.count >= 2 && text[end - 1] == 0x2A && text[end - 2] == 0x2A ? 2 : 0
}

/// A label that only bold type tells: the colon may be inside or outside of the bold run, or
/// missing.
private func boldLabel(
  in text: [UInt8], _ line: Line, start: Int, index: Int, words: LabelVocabulary,
  seen: inout SeenLabels
) -> LabelHead? {
  let boldEnd = line.text.lowerBound + line.bold
  guard boldEnd > start, boldEnd - start <= 60, boldEnd < line.text.upperBound else { return nil }
  let label = trimDecoration(in: text, start..<boldEnd)
  guard !label.isEmpty, colon(in: text, at: label.lowerBound, end: label.upperBound) == nil else {
    return nil
  }
  var at = label.lowerBound
  while at < label.upperBound {
    let scalar = text.scalar(at: at)
    if isSentenceMark(scalar.value) { return nil }
    at += scalar.length
  }
  var value = skipSpaces(in: text, at: label.upperBound, end: line.text.upperBound)
  if isColon(text.scalar(at: value).value) {
    value = skipSpaces(
      in: text, at: value + text.scalar(at: value).length, end: line.text.upperBound)
  }
  guard value < line.text.upperBound else { return nil }
  return LabelHead(
    line: index, label: label, value: value, form: .colon, text: text, seen: &seen,
    word: words.word(label, in: text))
}

private func bracketedLabel(
  in text: [UInt8], at start: Int, end: Int, index: Int, words: LabelVocabulary,
  seen: inout SeenLabels
) -> LabelHead? {
  let open = text.scalar(at: start)
  let close: UInt32 = open.value == 0x5B ? 0x5D : open.value + 1
  var at = start + open.length
  let limit = min(end, at + labelReach)
  while at < limit {
    let scalar = text.scalar(at: at)
    if scalar.value == close {
      let label = text.trimmed(start + open.length..<at)
      var value = skipSpaces(in: text, at: at + scalar.length, end: end)
      if value < end, isColon(text.scalar(at: value).value) {
        value = skipSpaces(in: text, at: value + text.scalar(at: value).length, end: end)
      }
      return LabelHead(
        line: index, label: label, value: value, form: value >= end ? .alone : .bracket,
        text: text, seen: &seen, word: words.word(label, in: text))
    }
    if isSentenceMark(scalar.value) { return nil }
    at += scalar.length
  }
  return nil
}

func isColon(_ scalar: UInt32) -> Bool { scalar == 0x3A || scalar == 0xFF1A || scalar == 0xFE55 }

/// The colon that ends a label: near the line's beginning, with no other mark before it.
private func colon(in text: [UInt8], at start: Int, end: Int) -> (at: Int, end: Int)? {
  var at = start
  var width = 0
  while at < end, width <= labelReach {
    // Han characters and ASCII letters are no marks.
    let byte = text[at]
    if byte >= 0xE4, byte <= 0xE9 {
      width += 2
      at += 3
      continue
    }
    if isASCIILetter(byte) {
      let past = endOfASCIILetters(text, from: at, to: end)
      width += past - at
      at = past
      continue
    }
    if byte == 0x20 {
      width += 1
      at += 1
      continue
    }
    let scalar = text.scalar(at: at)
    if isColon(scalar.value) {
      guard at > start else { return nil }
      let next = text.scalar(at: at + scalar.length).value
      // 12:16, http://
      if scalar.value == 0x3A,
        next == 0x2F
          || Scalar.isDigit(next)
            && Scalar.isDigit(
              text.scalar(before: at).value)
      {
        return nil
      }
      return (at, at + scalar.length)
    }
    if isSentenceMark(scalar.value) { return nil }
    width += scalar.value >= 0x1100 ? 2 : 1
    at += scalar.length
  }
  return nil
}

/// Bytes of the longest label: no scalar takes more than three bytes a column.
let labelBytes = 3 * labelReach

/// Marks that a label does not hold.
private func isSentenceMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x2C, 0x2E, 0x3B, 0x21, 0x22, 0xFF0C, 0x3002, 0xFF1B, 0xFF01, 0x201C, 0x201D, 0x300A, 0x300C,
    0xFF0E:
    true
  default: false
  }
}

/// Steps over a dash or a bar between label and value, or a full stop right behind the label.
private func skipDash(in text: [UInt8], at start: Int, end: Int) -> Int {
  let at = skipSpaces(in: text, at: start, end: end)
  let scalar = text.scalar(at: at)
  if at == start, scalar.value == 0x2E { return at + 1 }
  return [0x2013, 0x2014, 0x2D, 0x7C].contains(scalar.value) ? at + scalar.length : start
}
