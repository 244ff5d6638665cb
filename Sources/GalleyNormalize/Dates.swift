internal import GalleyModel

/// A date as it is printed: a day, a month or a year.
struct PrintedDate: Equatable {
  var year: Int
  var month: Int?
  var day: Int?

  /// ISO 8601: `2026-01-15`, `2026-01`, `2026`.
  var iso: String {
    var out = String(year)
    guard let month else { return out }
    out += month < 10 ? "-0\(month)" : "-\(month)"
    guard let day else { return out }
    return out + (day < 10 ? "-0\(day)" : "-\(day)")
  }
}

/// The first date in `range` that names a month. Years alone are no dates: they are printed for too
/// many reasons.
func firstDate(in text: [UInt8], _ range: Range<Int>) -> PrintedDate? {
  var at = range.lowerBound
  while let year = nextYear(in: text, from: at, limit: range.upperBound) {
    let reader = DateReader(text: text, range: range, year: year)
    if let date = reader.forward() ?? reader.backward() { return date }
    at = year.range.upperBound
  }
  return nil
}

/// A calendar year in four digits.
struct PrintedYear: Equatable {
  var value: Int
  var range: Range<Int>
}

/// The next number from 1900 to 2199 that is no part of a longer one.
func nextYear(in text: [UInt8], from start: Int, limit: Int) -> PrintedYear? {
  var at = start
  while at < limit {
    let (number, end, count) = number(in: text, at: at, limit: limit)
    if count == 0 {
      at += 1
      continue
    }
    // A decimal or a thousand is no year; a year glued to a word is one.
    if count == 4, (1900..<2200).contains(number), !isFraction(in: text, at..<end, limit) {
      return PrintedYear(value: number, range: at..<end)
    }
    at = end
  }
  return nil
}

/// The digits at `offset`, ASCII or full-width: value, end and how many.
private func number(in text: [UInt8], at offset: Int, limit: Int) -> (Int, Int, Int) {
  var at = offset
  var value = 0
  var count = 0
  while at < limit {
    let byte = text[at]
    if byte >= 0x30 && byte <= 0x39 {
      value = value * 10 + Int(byte - 0x30)
      at += 1
    } else if byte == 0xEF, at + 2 < limit, text[at + 1] == 0xBC,
      (0x90...0x99).contains(text[at + 2])
    {
      value = value * 10 + Int(text[at + 2] - 0x90)
      at += 3
    } else {
      break
    }
    count += 1
    if count > 8 { value = 0 }
  }
  return (value, at, count)
}

private func isFraction(in text: [UInt8], _ range: Range<Int>, _ limit: Int) -> Bool {
  func isDigit(_ offset: Int) -> Bool {
    offset >= 0 && offset < limit && text[offset] >= 0x30 && text[offset] <= 0x39
  }
  let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0x20
  let after = range.upperBound < limit ? text[range.upperBound] : 0x20
  let comma = UInt8(ascii: ",")
  let currency = before == UInt8(ascii: "$") || after == UInt8(ascii: "%")
  return currency || before == comma && isDigit(range.lowerBound - 2)
    || after == comma && isDigit(range.upperBound + 1)
}

/// Reads month and day around a year.
private struct DateReader {
  let text: [UInt8]
  let range: Range<Int>
  let year: PrintedYear

  /// `2026-01-15`, `2026/1/15`, `2026. 1. 15.`, `2026年1月15日`, `2026년 1월 15일`, `2026, Jan. 15`.
  func forward() -> PrintedDate? {
    guard let at = skip(marks: "-./年년,", from: year.range.upperBound) else { return nil }
    guard let (month, end) = month(at: at) else { return nil }
    guard let next = skip(marks: "-./月월 ", from: end) else {
      return PrintedDate(year: year.value, month: month)
    }
    let (day, dayEnd, count) = number(in: text, at: next, limit: range.upperBound)
    let isDay = (1...2).contains(count) && (1...31).contains(day) && !isTime(at: dayEnd)
    return PrintedDate(year: year.value, month: month, day: isDay ? day : nil)
  }

  /// `January 15, 2026`, `15 January 2026`, `15. Januar 2026`, `15 de enero de 2026`, `15.01.2026`.
  func backward() -> PrintedDate? {
    var words: [Word] = []
    var end = year.range.lowerBound
    while words.count < 2, let word = word(before: end) {
      words.append(word.word)
      end = word.start
    }
    switch (words.first, words.dropFirst().first) {
    case (.month(let month), .number(let day)): return date(month, day)
    case (.number(let day), .month(let month)): return date(month, day)
    case (.month(let month), _): return date(month, nil)
    case (.number(let second), .number(let first)):
      // 15.01.2026 is plain; 03/04/2026 is a day and a month in some order.
      if second <= 12, first > 12 || hasDots { return date(second, first) }
      if second > 12, first <= 12 { return date(first, second) }
      return first == second ? date(first, first) : nil
    default: return nil
    }
  }

  private enum Word {
    case number(Int)
    case month(Int)
  }

  private func date(_ month: Int, _ day: Int?) -> PrintedDate? {
    guard (1...12).contains(month) else { return nil }
    let day = day.flatMap { (1...31).contains($0) ? $0 : nil }
    return PrintedDate(year: year.value, month: month, day: day)
  }

  private var hasDots: Bool {
    year.range.lowerBound > 0 && text[year.range.lowerBound - 1] == UInt8(ascii: ".")
  }

  private func month(at offset: Int) -> (Int, Int)? {
    let (value, end, count) = number(in: text, at: offset, limit: range.upperBound)
    if (1...2).contains(count), (1...12).contains(value), !isTime(at: end) { return (value, end) }
    guard count == 0, offset < range.upperBound else { return nil }
    let match = Lexicon.months.match(in: text, at: offset, limit: range.upperBound)
    return match.map { ($0.meaning, $0.end) }
  }

  /// 8:30 after a day is a time; 20:15 in its place is no day.
  private func isTime(at offset: Int) -> Bool {
    offset < range.upperBound && text[offset] == UInt8(ascii: ":")
  }

  /// The offset after spaces and one of `marks`; nil where none of the marks stands there.
  private func skip(marks: StaticString, from offset: Int) -> Int? {
    var at = offset
    var hasMark = false
    while at < range.upperBound {
      let scalar = text.scalar(at: at)
      if Scalar.isSpace(scalar.value) {
        at += scalar.length
      } else if !hasMark, isMark(scalar.value, marks) {
        hasMark = true
        at += scalar.length
      } else {
        break
      }
    }
    return hasMark ? at : nil
  }

  private func isMark(_ scalar: UInt32, _ marks: StaticString) -> Bool {
    marks.description.unicodeScalars.contains { $0.value == scalar }
  }

  /// The number or month before `offset`, over spaces, commas, dots and words like "de" and "st".
  private func word(before offset: Int) -> (word: Word, start: Int)? {
    var end = offset
    for _ in 0..<3 {
      while end > range.lowerBound, isFiller(text[end - 1]) { end -= 1 }
      var start = end
      while start > range.lowerBound, !isFiller(text[start - 1]) { start -= 1 }
      guard start < end else { return nil }
      let (value, numberEnd, count) = number(in: text, at: start, limit: end)
      if (1...2).contains(count), numberEnd == end || isOrdinal(numberEnd..<end) {
        return (.number(value), start)
      }
      if let month = Lexicon.months.holds(start..<end, of: text) { return (.month(month), start) }
      guard Lexicon.dateFillers.holds(start..<end, of: text) != nil else { return nil }
      end = start
    }
    return nil
  }

  private func isFiller(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "-"), UInt8(ascii: "("):
      true
    default: false
    }
  }

  private func isOrdinal(_ range: Range<Int>) -> Bool {
    Lexicon.dateFillers.holds(range, of: text) != nil
  }
}

extension Lexicon<Int> {
  static let months = Lexicon<Int>(
    [
      1:
        "january|jan|januar|jänner|janvier|janv|enero|ene|janeiro|января|январь|янв|gennaio|januari|stycznia|ocak|يناير|जनवरी",
      2:
        "february|feb|februar|février|fevrier|févr|febrero|fevereiro|fev|февраля|февраль|фев|febbraio|februari|lutego|şubat|فبراير|फरवरी",
      3:
        "march|mar|märz|maerz|mrz|mars|marzo|março|marco|марта|март|мар|maart|marca|maret|mart|مارس|मार्च",
      4: "april|apr|avril|avr|abril|abr|апреля|апрель|апр|aprile|kwietnia|nisan|أبريل|अप्रैल",
      5: "may|mai|mayo|maio|мая|май|maggio|mei|maja|mayıs|مايو|मई",
      6: "june|jun|juni|juin|junio|junho|июня|июнь|июн|giugno|czerwca|haziran|يونيو|जून",
      7: "july|jul|juli|juillet|juil|julio|julho|июля|июль|июл|luglio|lipca|temmuz|يوليو|जुलाई",
      8:
        "august|aug|août|aout|agosto|ago|августа|август|авг|augustus|sierpnia|ağustos|agustus|أغسطس|अगस्त",
      9:
        "september|sep|sept|septembre|septiembre|setembro|set|сентября|сентябрь|сен|settembre|września|eylül|سبتمبر|सितंबर",
      10:
        "october|oct|oktober|okt|octobre|octubre|outubro|out|октября|октябрь|окт|ottobre|października|ekim|أكتوبر|अक्टूबर",
      11: "november|nov|novembre|noviembre|novembro|ноября|ноябрь|ноя|listopada|kasım|نوفمبر|नवंबर",
      12:
        "december|dec|dezember|dez|décembre|decembre|déc|diciembre|dic|dezembro|декабря|декабрь|дек|dicembre|grudnia|aralık|desember|des|ديسمبر|दिसंबर",
    ], letters: .anyCase)
}

extension Lexicon<Bool> {
  static let dateFillers = Lexicon<Bool>([true: "de|del|of|the|den|st|nd|rd|th|er|º|ª|le|do"])
}
