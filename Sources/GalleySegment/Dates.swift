internal import GalleyModel

/// A short line that is hardly more than a date: 2019.11.30 周六; February 24, 2021.
///
/// A year and, beside it, a day or a month; at most as many other letters as a by-line has.
func isDateLine(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  guard range.count <= 120, mayHoldYear(text, range) else { return false }
  var hasYear = false
  // A number right beside the year, and the letters before the last year and the last number.
  var isDay = false
  var lastYear: Int?
  var number: Int?
  var hasMonth = false
  var letters = 0
  var at = range.lowerBound
  var last: UInt32 = 0
  while at < range.upperBound {
    // Letters inside of a word, and Chinese characters, are counted and nothing else.
    if isASCIILetter(text[at]), isLetter(last) {
      let past = endOfASCIILetters(text, from: at, to: range.upperBound)
      letters += past - at
      if letters > dateLetters { return false }
      at = past
      continue
    }
    if text[at] &- 0xE4 < 6 {
      letters += 1
      if letters > dateLetters { return false }
      last = 0x4E00
      at += 3
      continue
    }
    let scalar = text.scalar(at: at)
    if Scalar.isDigit(scalar.value) {
      var value = 0
      var count = 0
      while at < range.upperBound, case let digit = text.scalar(at: at),
        Scalar.isDigit(digit.value),
        count < 9
      {
        value = value * 10 + Int(digit.value & 15)
        count += 1
        at += digit.length
      }
      if count == 4 && (1900...2100).contains(value) {
        // 2025年度: a year of a list, not of a day.
        if !isFiscal(text, at, range.upperBound) {
          hasYear = true
          if let number, letters - number <= 2 { isDay = true }
          lastYear = letters
        }
      } else if count <= 2, !isLetter(last) {
        if let lastYear, letters - lastYear <= 2 { isDay = true }
        number = letters
      }
      last = 0x30
      continue
    }
    if !isLetter(last), isLetter(scalar.value) || isOtherLetter(scalar.value),
      let word = monthNames.match(text, at: at, end: range.upperBound)
    {
      hasMonth = true
      at = word.end
      last = 0x61
      continue
    }
    if isLetter(scalar.value) || isOtherLetter(scalar.value)
      || scalar.value >= 0x2E80 && !Scalar.isWidePunctuation(scalar.value)
    {
      letters += 1
      if letters > dateLetters { return false }
    }
    last = scalar.value
    at += scalar.length
  }
  return hasYear && (isDay || hasMonth) && letters <= (hasMonth ? dateLetters : 14)
}

/// Letters beside a date with a month's name: as many as a by-line has.
private let dateLetters = 26

/// 年度 follows.
private func isFiscal(_ text: [UInt8], _ at: Int, _ end: Int) -> Bool {
  at + 6 <= end && text[at..<at + 6].elementsEqual("年度".utf8)
}

/// A quick look, eight bytes at a time and a little beyond: four digits, or full-width forms.
private func mayHoldYear(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  let bytes = text.span
  var digits = 0
  var at = range.lowerBound
  while at < range.upperBound {
    guard at + 8 <= text.count else { return true }
    let word = Word.load(bytes, at)
    if Word.equal(word, 0xEF) != 0 { return true }
    digits += Word.between(word, UInt8(ascii: "0"), UInt8(ascii: "9")).nonzeroBitCount
    at += 8
  }
  return digits >= 4
}

private let monthNames = WordTable<Bool>([
  (
    true,
    [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
      "sept", "oct", "nov", "dec", "januar", "februar", "märz", "mai", "juni", "juli", "oktober",
      "dezember", "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre", "enero", "febrero", "marzo", "abril", "mayo", "junio",
      "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", "janeiro", "fevereiro",
      "março", "maio", "junho", "julho", "setembro", "outubro", "novembro", "dezembro", "января",
      "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
      "ноября", "декабря", "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio",
      "settembre",
      "ottobre", "dicembre", "januari", "februari", "maart", "mei", "augustus", "stycznia",
      "lutego",
      "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
      "listopada", "grudnia", "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz",
      "ağustos", "eylül", "ekim", "kasım", "aralık", "januari", "februari", "maret", "agustus",
      "desember", "des", "okt", "agu", "tháng", "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
      "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر", "जनवरी", "फरवरी", "मार्च", "अप्रैल", "जून",
      "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर", "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน",
      "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ]
  )
])

/// A line above the text that holds a whole date in digits and either the time or bars between its
/// parts: `Kim 2024. 11. 5. 23:10 Print`, `Elif Y. | 06.01.2025`.
func isDatedLine(_ text: [UInt8], _ line: Line) -> Bool {
  guard line.marks.contains(.digit), line.width <= 120 else { return false }
  var numbers: [(length: Int, start: Int, end: Int)] = []
  var hasBar = false
  var hasTime = false
  var at = line.text.lowerBound
  while at < line.text.upperBound {
    let byte = text[at]
    if byte &- 0x30 < 10 {
      let start = at
      while at < line.text.upperBound, text[at] &- 0x30 < 10 { at += 1 }
      if let last = numbers.last, start == last.end + 1, text[start - 1] == UInt8(ascii: ":"),
        at - start == 2, last.length <= 2
      {
        hasTime = true
      }
      numbers.append((at - start, start, at))
      continue
    }
    if byte == UInt8(ascii: "|") { hasBar = true }
    at += 1
  }
  guard hasBar || hasTime, numbers.count >= 3 else { return false }
  return (2..<numbers.count).contains { last in
    let date = numbers[last - 2...last]
    let lengths = date.map(\.length)
    let isNear = zip(date, date.dropFirst()).allSatisfy { $1.start - $0.end <= 4 }
    return isNear
      && (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2
        || lengths[2] == 4 && lengths[0] <= 2 && lengths[1] <= 2)
  }
}

/// A magazine's name and its number: `The Walking Year, no. 12, autumn`, `大众天文 2023年第11期`.
func isIssueLine(_ text: [UInt8], _ line: Line) -> Bool {
  guard line.width <= 100, line.ending == .none, line.marks.contains(.digit) else { return false }
  // Nothing before the number is a rank.
  var at = line.text.lowerBound + text.scalar(at: line.text.lowerBound).length
  while at < line.text.upperBound {
    let scalar = text.scalar(at: at)
    if !isLetter(text.scalar(before: at).value) || scalar.value >= 0x2E80,
      let word = issueWords.match(text, at: at, end: line.text.upperBound)
    {
      let number = skipSpaces(in: text, at: word.end, end: line.text.upperBound)
      if number < line.text.upperBound, Scalar.isDigit(text.scalar(at: number).value) {
        // 第11期
        if scalar.value != 0x7B2C { return true }
        var past = number
        while past < line.text.upperBound, Scalar.isDigit(text.scalar(at: past).value) {
          past += text.scalar(at: past).length
        }
        return [0x671F, 0x53F7, 0x865F, 0x5377].contains(text.scalar(at: past).value)
      }
    }
    at += scalar.length
  }
  return false
}

private let issueWords = WordTable<Bool>([
  (true, ["no.", "nr.", "n°", "nº", "vol.", "issue", "heft", "ausgabe", "№", "第"])
])

/// A line right below the title that names its author: `By Jane Doe`, `12.07.2017 Von J. D., editor`.
///
/// It begins with a numeric date, or with a word like "by" before a capital.
func isByLine(_ text: [UInt8], _ line: Line) -> Bool {
  guard line.width <= 100 else { return false }
  let range = line.text
  if let end = numericDate(in: text, range) {
    let name = skipSpaces(in: text, at: end, end: range.upperBound)
    return line.ending != .stop || byWords.match(text, at: name, end: range.upperBound) != nil
  }
  guard let word = byWords.match(text, at: range.lowerBound, end: range.upperBound) else {
    return false
  }
  let name = text.scalar(at: skipSpaces(in: text, at: word.end, end: range.upperBound)).value
  return fold(name) != name && (line.ending != .stop || line.marks.contains(.digit))
}

/// Where a date of digits that opens a text ends, white space behind it included: 12.07.2017,
/// 2017-07-12, 12/07/2017 09:30.
func numericDate(in text: [UInt8], _ range: Range<Int>) -> Int? {
  var at = range.lowerBound
  var digits = 0
  var marks = 0
  while at < range.upperBound, at - range.lowerBound < 20 {
    switch text[at] {
    case 0x30...0x39: digits += 1
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"): marks += 1
    case 0x20: break
    default: return digits >= 6 && marks >= 2 ? at : nil
    }
    at += 1
  }
  return digits >= 6 && marks >= 2 ? at : nil
}

private let byWords = WordTable<Bool>([
  (
    true,
    [
      "by", "text by", "words by", "di", "a cura di", "door", "door:", "autor:", "von", "text von",
      "par", "propos de", "por", "texto de",
      "da redação",
      "автор", "текст", "redactie", "tekst", "yazan", "oleh", "theo", "bởi", "från", "av", "af",
      "from our",
      "文/", "取材・文",
    ]
  )
])
