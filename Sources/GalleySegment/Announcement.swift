internal import GalleyModel

/// How many items a text says that it has: 十大, Ten, 5 tendencias.
struct Announcement: Sendable {
  /// In the title.
  var title: [Int] = []
  /// In each of the lines before the first item.
  var preface: ArraySlice<[Int]> = []

  var isEmpty: Bool { title.isEmpty && preface.allSatisfy(\.isEmpty) }
  func says(_ count: Int) -> Bool {
    title.contains(count) || preface.contains { $0.contains(count) }
  }
}

/// Words that say that a list is given in part.
func announcesExcerpt(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  excerptWords.isAnyWord(in: text, range)
}

private let excerptWords = WordTable<Bool>([
  (
    true,
    [
      "节选", "節選", "摘选", "摘選", "摘录", "摘錄", "选登", "選登", "其中两项", "其中兩項", "其中的两", "抜粋", "발췌",
      "excerpt", "an extract", "two of them", "auszug", "auszüge", "extrait", "extraits",
      "extracto", "excerto", "trecho", "estratto", "fragment", "отрывок", "фрагмент", "alıntı",
    ]
  )
])

/// Bytes of a paragraph that are searched for a count.
private let announcementReach = 320

/// The counts that `range` announces, small numbers that count things and not years, money or time.
func announcedCounts(in text: [UInt8], _ range: Range<Int>) -> [Int] {
  let numbers = numberWords
  var out: [Int] = []
  let end = min(range.upperBound, range.lowerBound + announcementReach)
  var at = range.lowerBound
  var last: UInt32 = 0
  /// The last scalar is a letter or a digit.
  var isInWord = false
  while at < end {
    let byte = text[at]
    // Marks of ASCII and CJK, kana, and Chinese characters but those that begin with E4 or E5, as
    // all numerals do. Of those of three bytes, only 第 matters to what follows.
    if byte < 0x30 || byte == 0xE3 || byte &- 0xE6 < 4 {
      last = byte < 0x30 || byte == 0xE7 ? text.scalar(at: at).value : 0x4E00
      isInWord = false
      at += byte < 0x30 ? 1 : 3
      continue
    }
    if isASCIILetter(byte) {
      if !isInWord, numbers.mayBegin(text, at: at, end: end),
        let word = numbers.match(text, at: at, end: end)
      {
        out.append(word.value)
      }
      at = endOfASCIILetters(text, from: at, to: end)
      last = 0x61
      isInWord = true
      continue
    }
    if byte & 0xFE == 0xE4, !mayBeHanNumber(byte, text[at + 1]) {
      last = 0x4E00
      isInWord = false
      at += 3
      continue
    }
    let scalar = text.scalar(at: at)
    if Scalar.isDigit(scalar.value) {
      let stop = skipDigits(in: text, at: at, end: end)
      if !isInWord, last != 0x2E, last != 0x2C, let count = digitCount(in: text, at..<stop, end) {
        out.append(count)
      }
      at = stop
      last = 0x30
      isInWord = true
      continue
    }
    // 两项
    if isPair(scalar.value) {
      if isClassifier(text.scalar(at: at + scalar.length).value) { out.append(2) }
    } else if hanDigit(scalar.value) != nil, let number = numeral(in: text, at: at, end: end),
      number.value >= 2
    {
      if last != 0x7B2C, isClassifier(text.scalar(at: number.end).value) {
        out.append(number.value)
      }
      last = scalar.value
      isInWord = false
      at = number.end
      continue
    }
    let isLetter = isLetter(scalar.value)
    if !isInWord, isLetter || Scalar.isHangul(scalar.value),
      let word = numbers.match(text, at: at, end: end)
    {
      out.append(word.value)
    }
    last = scalar.value
    isInWord = isLetter
    at += scalar.length
  }
  return out
}

/// By the first two bytes: 一 七 三 两 九 二 五 begin with E4 and B8 to BA, 八 六 兩 十 四 with E5 and 85,
/// 8D or 9B.
private func mayBeHanNumber(_ first: UInt8, _ second: UInt8) -> Bool {
  first == 0xE4
    ? second &- 0xB8 < 3 : second == 0x85 || second == 0x8D || second == 0x9B
}

/// 两 or 兩
private func isPair(_ scalar: UInt32) -> Bool { scalar == 0x4E24 || scalar == 0x5169 }

private func skipDigits(in text: [UInt8], at start: Int, end: Int) -> Int {
  var at = start
  while at < end, case let scalar = text.scalar(at: at), Scalar.isDigit(scalar.value) {
    at += scalar.length
  }
  return at
}

/// `10` of "Top 10", "10 Breakthrough", "10大", "5가지"; nil for dates, quantities and percentages.
private func digitCount(in text: [UInt8], _ digits: Range<Int>, _ end: Int) -> Int? {
  guard digits.count <= 3,
    let number = numeral(in: text, at: digits.lowerBound, end: digits.upperBound),
    (2...120).contains(number.value)
  else { return nil }
  let next = text.scalar(at: digits.upperBound)
  if isClassifier(next.value) { return number.value }
  let spaced = skipSpaces(in: text, at: digits.upperBound, end: end)
  if spaced == digits.upperBound { return spaced >= end ? number.value : nil }
  let word = text.scalar(at: spaced)
  if isClassifier(word.value) { return number.value }
  guard isLetter(word.value) || isOtherLetter(word.value),
    unitWords.match(text, at: spaced, end: end) == nil
  else { return nil }
  return number.value
}

/// 大 项 个 件 种 条 つ 选 款 句 则 点 类 本 部 首 座 册; 대 가지 개 권 편 곳.
private func isClassifier(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x5927, 0x9879, 0x9805, 0x4E2A, 0x500B, 0x4EF6, 0x79CD, 0x7A2E, 0x6761, 0x689D, 0x3064,
    0x9009,
    0x9078, 0x6B3E, 0x53E5, 0x5219, 0x5247, 0x70B9, 0x9EDE, 0x7C7B, 0x985E, 0x672C, 0x90E8, 0x9996,
    0x5EA7,
    0x518A, 0x518C, 0xAD8C, 0xD3B8, 0xACF3, 0xB300, 0xAC00, 0xAC1C,
    0xC120:
    true
  default: false
  }
}

/// Units and months: a number before one of them counts no items.
private let unitWords = WordTable<Bool>([
  (
    true,
    [
      "years", "year", "percent", "months", "month", "days", "day", "hours", "minutes", "minute",
      "min", "million", "billion", "km", "kg", "mb", "am", "pm", "jahre", "jahren", "jahr",
      "prozent", "millionen", "milliarden", "monate", "monaten", "tage", "tagen", "stunden",
      "minuten", "ans", "années", "mois", "jours", "heures", "millions", "milliards", "años", "año",
      "meses", "días", "horas", "millones", "de", "anos", "ano", "dias", "milhões", "bilhões",
      "лет",
      "года", "год", "году", "месяцев", "дней", "часов", "процентов", "млн", "млрд", "january",
      "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december", "januar", "februar", "märz", "mai", "juni", "juli", "oktober",
      "dezember", "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre", "января", "февраля", "марта", "апреля", "мая", "июня",
      "июля", "августа", "сентября", "октября", "ноября", "декабря", "x", "to", "bis", "à", "a",
      "e",
      "y", "и", "of", "and", "und", "et", "or", "anni", "anno", "mesi", "giorni", "ore", "minuti",
      "milioni", "jaar", "jaren", "maanden", "dagen", "uur", "miljoen", "lat", "lata", "miesięcy",
      "dni", "godzin", "tys", "mln", "mld", "yıl", "yıllık", "ay", "gün", "saat", "milyon", "năm",
      "tháng", "ngày", "giờ", "triệu", "tahun", "bulan", "hari", "jam", "juta", "persen", "سنوات",
      "عاما", "عام", "سنة", "شهرا", "يوما", "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
      "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر", "साल", "वर्ष", "महीने", "दिन",
      "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर",
      "दिसंबर", "ปี", "เดือน", "วัน", "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
      "luglio", "settembre", "ottobre", "dicembre", "januari", "februari", "maart", "mei",
      "augustus", "enero", "febrero", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre", "janeiro", "fevereiro", "março", "maio", "junho",
      "julho", "setembro", "outubro", "novembro", "dezembro", "ocak", "şubat", "mart", "nisan",
      "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık", "januari",
      "desember", "maret", "agustus", "oktober", "stycznia", "lutego", "marca", "kwietnia", "maja",
      "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
    ]
  )
])

/// Number words that announce a list. One is left out: it is an article.
let numberWords = WordTable<Int>([
  (
    2,
    [
      "two", "zwei", "deux", "dos", "dois", "duas", "два", "две", "두 가지", "twee", "dwa",
      "dwie",
    ]
  ),
  (
    3,
    [
      "three", "drei", "trois", "tres", "três", "три", "세 가지", "tre", "drie", "trzy", "üç", "tiga",
      "ثلاثة", "ثلاث", "तीन",
    ]
  ),
  (
    4,
    [
      "four", "vier", "quatre", "cuatro", "quatro", "четыре", "네 가지", "quattro", "vier", "cztery",
      "dört", "empat", "bốn", "أربعة", "أربع", "चार",
    ]
  ),
  (
    5,
    [
      "five", "fünf", "cinq", "cinco", "пять", "다섯", "cinque", "vijf", "pięć", "beş", "lima",
      "خمسة", "خمس", "पांच", "पाँच",
    ]
  ),
  (
    6,
    [
      "six", "sechs", "seis", "шесть", "여섯", "sei", "zes", "sześć", "altı", "enam", "sáu", "ستة",
      "ست", "छह",
    ]
  ),
  (
    7,
    [
      "seven", "sieben", "sept", "siete", "sete", "семь", "일곱", "sette", "zeven", "siedem", "yedi",
      "tujuh", "bảy", "سبعة", "سبع", "सात",
    ]
  ),
  (
    8,
    [
      "eight", "acht", "huit", "ocho", "oito", "восемь", "여덟", "otto", "acht", "osiem", "sekiz",
      "delapan", "tám", "ثمانية", "ثماني", "आठ",
    ]
  ),
  (
    9,
    [
      "nine", "neun", "neuf", "nueve", "nove", "девять", "아홉", "nove", "negen", "dziewięć", "dokuz",
      "sembilan", "chín", "تسعة", "تسع", "नौ",
    ]
  ),
  (
    10,
    [
      "ten", "zehn", "dix", "diez", "dez", "десять", "열 가지", "dieci", "tien", "dziesięć", "sepuluh",
      "mười", "عشرة", "عشر", "दस",
    ]
  ),
  (11, ["eleven", "elf", "onze", "once", "одиннадцать"]),
  (12, ["twelve", "zwölf", "douze", "doce", "doze", "двенадцать"]),
  (15, ["fifteen", "fünfzehn", "quinze", "quince", "пятнадцать"]),
  (20, ["twenty", "zwanzig", "vingt", "veinte", "vinte", "двадцать"]),
])
