internal import GalleyModel

/// A number as it is printed in a short text.
struct Numeral: Equatable {
  var value: Double
  /// The second number of two that are said in one breath: 三五年 is three to five years.
  var upper: Double?
  /// Digits printed; 0 for a number in words.
  var digits: Int
  /// Offset just after it.
  var end: Int
}

/// The number in digits that begins at `offset` of a folded text: `5`, `1.5`, `1,5`, `2030`.
func digits(in text: [UInt8], at offset: Int) -> Numeral? {
  var at = offset
  var value = 0.0
  while at < text.count, let digit = digit(text[at]), at - offset < 9 {
    value = value * 10 + Double(digit)
    at += 1
  }
  guard at > offset else { return nil }
  let count = at - offset
  // One decimal, not a thousand and not the next number of a list.
  if count < 3, at + 1 < text.count, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ","),
    let decimal = digit(text[at + 1]), at + 2 == text.count || digit(text[at + 2]) == nil
  {
    return Numeral(value: value + Double(decimal) / 10, upper: nil, digits: count, end: at + 2)
  }
  return Numeral(value: value, upper: nil, digits: count, end: at)
}

/// The number in Chinese numerals that begins at `offset`: 五, 十五, 二十, 二〇三〇, 三五 (3 to 5).
func chineseNumeral(in text: [UInt8], at offset: Int) -> Numeral? {
  var at = offset
  var figures: [Int] = []
  var total = 0
  var last: Int?
  var hasUnit = false
  // No numeral is longer; without an end, many zeros would take quadratic time.
  while at < text.count, text[at] >= 0xE3, at - offset < 48 {
    let scalar = text.scalar(at: at)
    guard let value = chineseFigure(scalar.value) else { break }
    if value < 10 {
      figures.append(value)
      last = value
    } else {
      total += (last ?? 1) * value
      last = nil
      hasUnit = true
    }
    at += scalar.length
  }
  guard at > offset else { return nil }
  if hasUnit {
    return Numeral(value: Double(total + (last ?? 0)), upper: nil, digits: 0, end: at)
  }
  switch figures.count {
  case 1: return Numeral(value: Double(figures[0]), upper: nil, digits: 0, end: at)
  case 2 where figures[0] < figures[1]:
    return Numeral(value: Double(figures[0]), upper: Double(figures[1]), digits: 0, end: at)
  case 4:
    let year = figures.reduce(0) { $0 * 10 + $1 }
    return Numeral(value: Double(year), upper: nil, digits: 4, end: at)
  default: return nil
  }
}

private func chineseFigure(_ scalar: UInt32) -> Int? {
  switch Unicode.Scalar(scalar) {
  case "〇", "零": 0
  case "一", "壹": 1
  case "二", "两", "兩": 2
  case "三": 3
  case "四": 4
  case "五": 5
  case "六": 6
  case "七": 7
  case "八": 8
  case "九": 9
  case "十": 10
  case "百": 100
  default: nil
  }
}

private func digit(_ byte: UInt8) -> Int? {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte) - 0x30 : nil
}

extension Lexicon<Double> {
  /// Numbers in words, and "one" as the article before a unit. Small letters.
  static let numbers = Lexicon<Double>([
    1: """
    one|a|ein|eine|einem|einen|einer|eines|un|une|uno|una|um|uma|один|одного|одну|één|een|한|일
    """,
    1.5: "anderthalb|eineinhalb|полтора|полутора",
    2: "two|a couple of|couple of|zwei|deux|dos|dois|duas|два|две|двух|due|twee|두|이",
    3: "three|drei|trois|tres|três|три|трёх|трех|tre|drie|세|삼",
    4: "four|vier|quatre|cuatro|quatro|четыре|четырёх|четырех|quattro|네|사",
    5: "five|fünf|cinq|cinco|пять|пяти|cinque|vijf|다섯|오",
    6: "six|sechs|seis|шесть|шести|sei|zes|여섯|육",
    7: "seven|sieben|sept|siete|sete|семь|семи|sette|zeven|일곱|칠",
    8: "eight|acht|huit|ocho|oito|восемь|восьми|otto|여덟|팔",
    9: "nine|neun|neuf|nueve|nove|девять|девяти|negen|아홉|구",
    10: "ten|zehn|dix|diez|dez|десять|десяти|dieci|tien|열|십",
    12: "twelve|zwölf|douze|doce|doze|двенадцать|двенадцати|dodici|twaalf|십이",
    15: "fifteen|fünfzehn|quinze|quince|пятнадцать|пятнадцати|quindici|vijftien|십오",
    18: "eighteen|achtzehn|dix-huit|dieciocho|dezoito|восемнадцать|восемнадцати|diciotto",
    20: "twenty|zwanzig|vingt|veinte|vinte|двадцать|двадцати|venti|twintig|이십",
    24: "twenty-four|vierundzwanzig|vingt-quatre|veinticuatro|двадцать четыре",
    25:
      "twenty-five|fünfundzwanzig|vingt-cinq|veinticinco|vinte e cinco|двадцать пять|двадцати пяти",
    30: "thirty|dreißig|dreissig|trente|treinta|trinta|тридцать|тридцати|trenta|dertig|삼십",
    40: "forty|vierzig|quarante|cuarenta|quarenta|сорок|сорока|quaranta|veertig|사십",
    50: "fifty|fünfzig|cinquante|cincuenta|cinquenta|пятьдесят|пятидесяти|cinquanta|vijftig|오십",
    100: "hundred|hundert|cent|cien|cem|сто|ста|cento|honderd|백",
  ])
}
