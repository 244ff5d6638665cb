internal import GalleyModel

/// Availability without a label: a line of its own (`dans 5 à 10 ans`), or the brackets behind a
/// title (`(через 3–5 лет)`). Only its place is found here; its meaning is read elsewhere.

/// The availability that is the whole of `range`: nil for any other text.
func availability(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
  guard range.count <= 90 else { return nil }
  var at = range.lowerBound
  var numbers = 0
  var hasTime = false
  while at < range.upperBound {
    let scalar = text.scalar(at: at)
    if Scalar.isDigit(scalar.value) {
      let start = at
      while at < range.upperBound, case let digit = text.scalar(at: at), Scalar.isDigit(digit.value)
      {
        at += digit.length
      }
      let count = at - start
      if count == 4, text[start] == 0x32, text[start + 1] == 0x30 { hasTime = true }
      if count > 4 { return nil }
      numbers += 1
      continue
    }
    if Scalar.isSpace(scalar.value) || isMark(scalar.value) {
      at += scalar.length
      continue
    }
    guard let word = timeWords.match(text, at: at, end: range.upperBound) else { return nil }
    if word.value == .time || word.value == .now { hasTime = true }
    if word.value == .now { numbers += 1 }
    at = word.end
  }
  return hasTime && numbers > 0 ? range : nil
}

extension Survey {
  /// The availability that a line is.
  func availability(of line: Int) -> Range<Int>? {
    let line = lines[line]
    let past = line.opening.pastDigits
    // It begins with a number, a mark or one of its words, which a number may stand before.
    if past < line.text.upperBound, isLetterLead(text[past]), !line.opening.may(.times, at: past) {
      return nil
    }
    return GalleySegment.availability(in: text, line.text)
  }
}

/// What stands between the numbers and words of an availability.
private func isMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x2D, 0x2013, 0x2014, 0x7E, 0x301C, 0xFF5E, 0x2E, 0x2C, 0x27, 0x2019: true
  default: false
  }
}

/// The availability in the brackets that end `range`, without the brackets.
func trailingAvailability(in text: [UInt8], _ range: Range<Int>) -> (
  inner: Range<Int>, outer: Range<Int>
)? {
  let last = text.scalar(before: range.upperBound)
  guard last.value == 0x29 || last.value == 0xFF09 else { return nil }
  let end = range.upperBound - last.length
  var at = end
  while at > range.lowerBound, end - at < 90 {
    let scalar = text.scalar(before: at)
    if scalar.value == 0x28 || scalar.value == 0xFF08 {
      guard let inner = availability(in: text, text.trimmed(at..<end)),
        at - scalar.length > range.lowerBound
      else { return nil }
      return (inner, at - scalar.length..<range.upperBound)
    }
    at -= scalar.length
  }
  return nil
}

enum TimeWord: Sendable {
  /// A unit of time.
  case time
  /// Says it all: now.
  case now
  /// Stands around the numbers.
  case filler
}

let timeWords = WordTable<TimeWord>([
  (
    .now,
    [
      "现在", "現在", "目前", "即将", "已上市", "已實現", "已实现", "now", "available now", "today",
      "available today", "already available", "実現済み", "実用化済み", "すでに利用可能", "지금", "현재", "이미 상용화",
      "jetzt", "heute", "bereits verfügbar", "ab sofort", "dès aujourd'hui", "aujourd'hui",
      "maintenant", "dès maintenant", "disponible dès maintenant", "ya disponible", "ahora", "hoy",
      "disponible ahora", "agora", "já disponível", "hoje", "disponível agora", "уже сейчас",
      "сейчас", "доступно уже сейчас", "доступно сейчас", "уже доступно", "ora", "adesso", "oggi",
      "già oggi", "nu", "nu al", "vandaag", "teraz", "już teraz", "dziś", "şimdi", "bugün", "الآن",
      "متاح الآن", "अभी", "उपलब्ध", "hiện nay", "đã có", "sekarang", "sudah tersedia", "ตอนนี้",
    ]
  ),
  (
    .time,
    [
      "年", "年以内", "年以內", "年以上", "年内", "年內", "年后", "年後", "年前后", "年前後", "年左右", "年之后", "年之後", "个月",
      "個月", "か月", "ヶ月", "years", "year", "months", "month", "년", "년 이내", "년 후", "년 내", "개월",
      "jahre", "jahren", "jahr", "monate", "monaten", "ans", "an", "années", "mois", "años", "año",
      "meses", "mes", "anos", "ano", "лет", "года", "год", "году", "месяцев", "месяца",
      "anni", "anno", "mesi", "jaar", "jaren", "maanden", "lat", "lata", "rok", "roku", "miesięcy",
      "yıl", "yılda", "ay", "سنوات", "سنة", "عام", "साल", "वर्ष", "năm", "tháng", "tahun", "bulan",
      "ปี",
    ]
  ),
  (
    .filler,
    [
      "至", "到", "约", "約", "大约", "大約", "不到", "超过", "以内", "以內", "之内", "之內", "预计", "預計", "in",
      "within",
      "about", "around", "to", "or", "more", "less", "than", "by", "over", "under", "from",
      "available",
      "expected", "the", "next", "約", "ほど", "程度", "頃", "ごろ", "から", "以上", "以下", "약", "이내", "이상",
      "정도", "후", "경", "까지", "in etwa", "etwa", "rund", "bis", "zu", "innerhalb", "von", "ab",
      "verfügbar", "mehr", "als", "oder", "dans", "d'ici", "à", "environ", "sous", "moins", "plus",
      "de", "ou", "en", "vers", "disponible", "a", "dentro", "unos", "más", "menos", "o", "hacia",
      "entre", "y", "em", "até", "cerca", "mais", "por", "volta", "e", "dentro de", "disponível",
      "через", "к", "в", "до", "около", "от", "более", "менее", "не", "примерно", "течение",
      "будет", "fra", "tra", "entro", "circa", "meno", "più", "o", "a", "binnen", "over", "tot",
      "ongeveer", "vanaf", "za", "do", "około", "ponad", "mniej", "niż", "więcej", "od", "içinde",
      "sonra", "en az", "yaklaşık", "dan fazla", "خلال", "بعد", "من", "إلى", "نحو", "में", "से",
      "तक", "trong", "sau", "khoảng", "đến", "dalam", "sampai", "sekitar", "lebih", "kurang",
      "ภายใน", "ประมาณ",
      "доступно", "доступна", "доступен", "ожидается", "появится",
    ]
  ),
])
