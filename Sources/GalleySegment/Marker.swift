internal import GalleyModel

/// The mark that opens an item: `3.`, `趋势三、`, `A03:2021`, `第3位：` ...
struct Marker: Sendable {
  enum Shape: UInt8, Sendable {
    /// 3. 3、 3: 3
    case plain
    /// 3) (3) 【3】
    case bracketed
    /// A03:2021
    case code
    /// 3 / 8, and (3 of 8) after the title
    case counter
    /// 一是: no title follows
    case ordinal
    /// 第三条 of a law
    case clause
  }

  var system: NumeralSystem
  var value: Int
  /// The 2 of `1.2`, else 0.
  var minor = 0
  /// Of the word before the number; 0 where there is none.
  var keyword: UInt64 = 0
  var shape = Shape.plain
  /// The scalar that divides number and title: a space, 0 where nothing does.
  var suffix: UInt32 = 0
  /// As printed, without the mark that divides it from the title.
  var label: Range<Int>
  /// Where the title begins; the line's end for a marker that stands alone.
  var title: Int
  /// What the title ends at: less than the line's end for a counter after the title.
  var titleEnd: Int

  var isAlone: Bool { title >= titleEnd }
}

/// The marker at the beginning of a line, nil where there is none.
func marker(in text: [UInt8], _ line: Range<Int>, _ opening: Opening) -> Marker? {
  mayOpenWithMarker(text, line, opening) ? readMarker(in: text, line, opening) : nil
}

/// A quick look: false for most lines of prose, which begin with a letter, have no number near it,
/// and no word for one.
private func mayOpenWithMarker(_ text: [UInt8], _ line: Range<Int>, _ opening: Opening) -> Bool {
  let start = line.lowerBound
  guard start < line.upperBound, isLetterLead(text[start]) else { return true }
  return opening.may([.ordinals, .numbers], at: start)
    || mayBeNumeral(text.scalar(at: start).value) || mayHoldKeyword(text, line)
}

private func readMarker(in text: [UInt8], _ line: Range<Int>, _ opening: Opening) -> Marker? {
  let end = line.upperBound
  let isPlain = line.isEmpty || isWordLead(text[line.lowerBound])
  let start = isPlain ? line.lowerBound : skipDecoration(in: text, line)
  let first = text.scalar(at: start)
  let bracket = closing(first.value)
  let open = bracket == 0 ? start : start + first.length
  let found: Marker?
  if mayBeNumeral(text.scalar(at: open).value), let number = numeral(in: text, at: open, end: end) {
    found = finish(number, in: text, start: start, end: end, keyword: 0, bracket: bracket)
  } else if mayHoldKeyword(text, open..<end), let word = keyword(in: text, at: open, end: end) {
    found = finish(
      word.numeral, in: text, start: start, end: end, keyword: word.hash, bracket: bracket,
      isCode: word.isCode, isOrdinal: word.isOrdinal)
  } else {
    found = nil
  }
  if found != nil || bracket != 0 { return found }
  if opening.may(.ordinals, at: start),
    let found = placeMarker(in: text, at: start, end: end)
      ?? ordinalMarker(in: text, at: start, end: end)
  {
    return found
  }
  return opening.may(.numbers, at: start) ? cardinalMarker(in: text, at: start, end: end) : nil
}

/// ◇ ■ ● ★ ▶ and the like before a number, `#` and `*` of mark-down.
private func skipDecoration(in text: [UInt8], _ line: Range<Int>) -> Int {
  var at = line.lowerBound
  while at < line.upperBound {
    let scalar = text.scalar(at: at)
    switch scalar.value {
    case 0x25A0...0x25FF, 0x2605, 0x2606, 0x2022, 0x2A, 0x20, 0x3000, 0xA0, 0x2756, 0xFE0F:
      at += scalar.length
    case 0x23 where [0x20, 0x23].contains(text.scalar(at: at + 1).value):
      at += 1
    default: return at
    }
  }
  return line.lowerBound
}

private func closing(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x28: 0x29
  case 0xFF08: 0xFF09
  case 0x5B: 0x5D
  case 0x3010: 0x3011
  case 0x300A: 0x300B
  case 0x3014: 0x3015
  default: 0
  }
}

/// Reads what follows the number, and refuses what is a quantity, a date or a range.
private func finish(
  _ number: Numeral, in text: [UInt8], start: Int, end: Int, keyword: UInt64, bracket: UInt32,
  isCode: Bool = false, isOrdinal: Bool = false
) -> Marker? {
  var out = Marker(
    system: number.system, value: number.value, minor: number.minor, keyword: keyword,
    label: start..<number.end, title: number.end, titleEnd: end)
  guard number.value > 0 else { return nil }
  var at = number.end
  if isCode {
    out.shape = .code
    at = skipEdition(in: text, at: at, end: end)
    out.label = start..<at
  }
  if let counted = counterWord(in: text, at: at, end: end) {
    if counted.isClause {
      out.shape = .clause
    } else if !isOrdinal && number.system == .han {
      return nil
    }
    at = counted.end
    out.label = start..<at
    out.keyword ^= counted.hash
  } else if isOrdinal && bracket == 0, let noun = classifiedNoun(in: text, at: at, end: end) {
    at = noun.upperBound
    out.label = start..<at
    out.keyword ^= foldedHash(text, noun)
  } else if isOrdinal && bracket == 0 {
    // 第一 is followed by a mark, or it is the beginning of a word.
    guard isDivider(text.scalar(at: at).value) || at == end else { return nil }
  }
  let mark = text.scalar(at: at)
  if bracket != 0 {
    guard mark.value == bracket else { return nil }
    at += mark.length
    out.shape = .bracketed
    out.label = start..<at
    out.suffix = mark.value
    let after = text.scalar(at: at)
    if at < end, isDivider(after.value), !Scalar.isSpace(after.value) { at += after.length }
  } else if at < end {
    guard let divided = divider(after: number, in: text, at: at, end: end, &out) else {
      return nil
    }
    at = divided
  }
  out.title = skipSpaces(in: text, at: at, end: end)
  return out
}

/// Steps over the mark between number and title; nil where number and text belong together.
private func divider(
  after number: Numeral, in text: [UInt8], at start: Int, end: Int, _ out: inout Marker
) -> Int? {
  let spaced = skipSpaces(in: text, at: start, end: end)
  let mark = text.scalar(at: spaced)
  let next = text.scalar(at: spaced + mark.length)
  out.suffix = mark.value
  switch mark.value {
  case 0x29, 0xFF09, 0x5D, 0x3011:
    out.shape = .bracketed
    // 1). Title
    return spaced + mark.length + (next.value == 0x2E ? next.length : 0)
  case 0x2F, 0xFF0F:
    if let total = numeral(in: text, at: skipSpaces(in: text, at: spaced + 1, end: end), end: end) {
      guard total.value >= number.value, out.shape != .code else { return nil }
      out.shape = .counter
      out.label = out.label.lowerBound..<total.end
      return total.end
    }
    return spaced + mark.length
  case 0x2E, 0xFF0E, 0x2C, 0xFF0C, 0x3A, 0xFF1A:
    if number.system == .roman && mark.value == 0x2C { return nil }
    if Scalar.isDigit(next.value) && spaced == start && mark.value != 0xFF1A { return nil }
    // 1.- Title, 1.) Title
    let isDashed = next.value == 0x2D || next.value == 0x2013 || next.value == 0x29
    return spaced + mark.length + (isDashed ? next.length : 0)
  // 丨 is a character of its own, and used as a bar.
  case 0x3001, 0x3002, 0x7C, 0xFF5C, 0xB7, 0x30FB, 0x3009, 0x4E28:
    return spaced + mark.length
  case 0x2D, 0x2013, 0x2014, 0x2212, 0x301C, 0xFF5E, 0x7E:
    guard !Scalar.isDigit(next.value), spaced > start || Scalar.isSpace(next.value) else {
      return nil
    }
    return spaced + mark.length
  default: break
  }
  if spaced > start {
    out.suffix = 0x20
    // A Roman numeral or a Chinese one and a space is a word more often than a rank.
    if number.system == .roman && out.keyword == 0 { return nil }
    if number.system == .han && out.keyword == 0 { return nil }
    let isDate = isDatePart(mark.value) && !isNoDate(mark.value, next.value)
    return isDate && out.keyword == 0 ? nil : spaced
  }
  if number.system == .circled { return spaced }
  if out.label.upperBound > number.end {
    out.suffix = 0
    return isLetter(mark.value) ? nil : spaced
  }
  // Glued on: 3储热砖. Only before a script without capitals, and never a quantity.
  let isWide = Scalar.isUnspaced(mark.value) || Scalar.isHangul(mark.value) || mark.value == 0x201C
  guard number.system == .decimal, number.minor == 0, number.value <= 50, isWide,
    !isQuantity(mark.value), !isCounted(mark.value)
  else { return nil }
  out.suffix = 0
  return spaced
}

/// `:2021` after `A03`.
private func skipEdition(in text: [UInt8], at start: Int, end: Int) -> Int {
  guard start + 5 <= end, text[start] == UInt8(ascii: ":") || text[start] == UInt8(ascii: "-")
  else { return start }
  for at in start + 1..<start + 5 where !Scalar.isDigit(UInt32(text[at])) { return start }
  return start + 5
}

func skipSpaces(in text: [UInt8], at start: Int, end: Int) -> Int {
  var at = start
  while at < end, case let scalar = text.scalar(at: at), Scalar.isSpace(scalar.value) {
    at += scalar.length
  }
  return at
}

/// A mark, or white space, that may divide a number from what it counts.
func isDivider(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x2E, 0xFF0E, 0x2C, 0xFF0C, 0x3A, 0xFF1A, 0x3001, 0x29, 0xFF09, 0x2D, 0x2013, 0x2014, 0x7C,
    0x2F, 0xFF0F, 0x4E28, 0xFF5C:
    true
  default: Scalar.isSpace(scalar)
  }
}

/// 年 月 日 년 월 일 %: behind a number and a space, still a date or a share.
private func isDatePart(_ scalar: UInt32) -> Bool {
  [0x5E74, 0x6708, 0x65E5, 0x25, 0xFF05, 0xB144, 0xC6D4, 0xC77C].contains(scalar)
}

/// 月球 月亮 月光 月面 月壤 月食, 日本 日食 日冕 日光 日常, 年轻: words that begin like a part of a date.
private func isNoDate(_ scalar: UInt32, _ next: UInt32) -> Bool {
  switch scalar {
  case 0x6708: [0x7403, 0x4EAE, 0x5149, 0x9762, 0x58E4, 0x98DF].contains(next)
  case 0x65E5: [0x672C, 0x98DF, 0x5195, 0x5149, 0x5E38].contains(next)
  case 0x5E74: [0x8F7B, 0x8F15].contains(next)
  default: false
  }
}

/// 年 月 日 世 万 亿 岁 时 秒 元 倍 ％ ...: what follows is measured, not ranked.
private func isQuantity(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x5E74, 0x6708, 0x65E5, 0x4E16, 0x4E07, 0x842C, 0x4EBF, 0x5104, 0x5C81, 0x6B72, 0x6642,
    0x65F6, 0x79D2, 0x5143, 0x500D, 0x25, 0xFF05, 0x81F3, 0x5206, 0x7C73, 0x516C, 0x591A, 0x4F59,
    0xB144, 0xC6D4, 0xC77C:
    true
  default: false
  }
}

/// 个 位 名 人 次 种 家 台 项 条 支 只 张 倍 件 款 束 大 ...: glued to a number they count.
private func isCounted(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x4E2A, 0x500B, 0x4F4D, 0x540D, 0x4EBA, 0x6B21, 0x79CD, 0x7A2E, 0x5BB6, 0x53F0, 0x9879,
    0x9805, 0x6761, 0x689D, 0x652F, 0x53EA, 0x5F20, 0x5F35, 0x4EF6, 0x6B3E, 0x675F, 0x5927, 0x56DE,
    0x3064, 0x5C4A, 0x5929, 0x5E45, 0x4EE3, 0x7EA7, 0x7D1A, 0x53F7, 0x865F, 0xBA85, 0xAC1C, 0xAC00,
    0xC704, 0xBC88, 0xB300, 0x65E5:
    true
  default: false
  }
}
