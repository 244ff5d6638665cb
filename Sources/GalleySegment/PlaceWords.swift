internal import GalleyModel

/// A marker that is a rank in words: `First place: Title`, `Третье место. Title`, `المركز الأول`.
///
/// Unlike an ordinal that opens a sentence (一是, Firstly) it has a title behind it.
func placeMarker(in text: [UInt8], at start: Int, end: Int) -> Marker? {
  guard let ordinal = placeOrdinals.match(text, at: start, end: end) else { return nil }
  var stop = ordinal.end
  var series = placeSeries
  if ordinal.value.needsNoun {
    let noun = skipSpaces(in: text, at: stop, end: end)
    guard noun > stop else { return nil }
    if let found = placeNouns.match(text, at: noun, end: end) {
      stop = found.end
    } else if let other = countedNoun(in: text, at: noun, end: end) {
      // First lesson: Title. The same word has to come back.
      series = foldedHash(text, noun..<other)
      stop = other
    } else {
      return nil
    }
  }
  let at = skipSpaces(in: text, at: stop, end: end)
  let mark = text.scalar(at: at)
  let divides = [0x2E, 0x3A, 0x2C, 0x2D, 0x2013, 0x2014, 0x7C, 0x60C, 0xFF1A].contains(mark.value)
  guard at == end || divides else { return nil }
  let title = at == end ? end : skipSpaces(in: text, at: at + mark.length, end: end)
  return Marker(
    system: .decimal, value: ordinal.value.value, keyword: series,
    suffix: at == end ? 0x20 : mark.value, label: start..<stop, title: title, titleEnd: end)
}

/// Where a word ends that a colon and a title follow; nil for anything else.
private func countedNoun(in text: [UInt8], at start: Int, end: Int) -> Int? {
  var at = start
  while at < end, at - start < 28, case let letter = text.scalar(at: at), isLetter(letter.value) {
    at += letter.length
  }
  let colon = skipSpaces(in: text, at: at, end: end)
  guard at > start, colon < end, isColon(text.scalar(at: colon).value), end - colon <= 120,
    ending(in: text, colon..<end) == .none
  else { return nil }
  return at
}

/// Ranks in words count together.
private let placeSeries: UInt64 = 1001

struct PlaceOrdinal: Sendable {
  var value: Int
  /// Is a rank only with a word like "place" behind it.
  var needsNoun: Bool
}

let placeOrdinals = WordTable<PlaceOrdinal>(
  adjectives.enumerated().map { (PlaceOrdinal(value: $0 + 1, needsNoun: true), $1) }
    + wholePlaces.enumerated().map { (PlaceOrdinal(value: $0 + 1, needsNoun: false), $1) })

/// From the first upward, as they stand before the words of `placeNouns`.
private let adjectives: [[String]] = [
  [
    "first", "erster", "premier", "première", "à la première", "primer", "primeiro", "primo",
    "al primo", "eerste", "op de eerste", "первое", "на первом",
    "первый", "первая", "pierwsze", "pierwsza", "birinci",
  ],
  [
    "second", "zweiter", "deuxième", "à la deuxième", "second", "seconde", "segundo", "secondo",
    "al secondo", "tweede", "op de tweede", "второе", "на втором",
    "второй", "вторая", "drugie", "druga", "ikinci",
  ],
  [
    "third", "dritter", "troisième", "à la troisième", "tercer", "terceiro", "terzo", "al terzo",
    "derde", "op de derde", "третье", "на третьем", "третий",
    "третья", "trzecie", "trzecia", "üçüncü",
  ],
  [
    "fourth", "vierter", "quatrième", "à la quatrième", "cuarto", "quarto", "al quarto", "vierde",
    "op de vierde", "четвёртое", "четвертое", "на четвёртом", "на четвертом",
    "czwarte", "dördüncü",
  ],
  [
    "fifth", "fünfter", "cinquième", "à la cinquième", "quinto", "al quinto", "vijfde",
    "op de vijfde", "пятое", "на пятом", "piąte", "beşinci",
  ],
  [
    "sixth", "sechster", "sixième", "sexto", "sesto", "al sesto", "zesde", "шестое",
    "на шестом", "szóste", "altıncı",
  ],
  [
    "seventh", "siebter", "septième", "séptimo", "sétimo", "settimo", "al settimo", "zevende",
    "седьмое",
    "siódme", "yedinci",
  ],
  [
    "eighth", "achter", "huitième", "octavo", "oitavo", "ottavo", "all'ottavo", "achtste",
    "восьмое", "ósme",
    "sekizinci",
  ],
  [
    "ninth", "neunter", "neuvième", "noveno", "nono", "al nono", "negende", "девятое", "dziewiąte",
    "dokuzuncu",
  ],
  [
    "tenth", "zehnter", "dixième", "décimo", "decimo", "al decimo", "tiende", "десятое",
    "dziesiąte", "onuncu",
  ],
]

private let placeNouns = WordTable<Bool>([
  (
    true,
    [
      "place", "prize", "spot", "position", "platz", "preis", "rang", "prix", "lugar", "puesto",
      "premio", "prêmio", "posto", "posizione", "plaats", "prijs", "место", "месте", "приз",
      "премия",
      "miejsce", "nagroda", "sıra", "sırada", "ödül",
    ]
  )
])

/// Words that are ranks by themselves, from the first upward, before a mark.
private let wholePlaces: [[String]] = [
  ["أولاً", "أولا", "المركز الأول", "المرتبة الأولى", "giải nhất", "hạng nhất"],
  ["ثانياً", "ثانيا", "المركز الثاني", "المرتبة الثانية", "giải nhì", "hạng nhì"],
  ["ثالثاً", "ثالثا", "المركز الثالث", "المرتبة الثالثة", "giải ba", "hạng ba"],
  ["رابعاً", "رابعا", "المركز الرابع", "المرتبة الرابعة"],
  ["خامساً", "خامسا", "المركز الخامس", "المرتبة الخامسة"],
  ["سادساً", "سادسا", "المركز السادس", "المرتبة السادسة"],
  ["سابعاً", "سابعا", "المركز السابع", "المرتبة السابعة"],
  ["ثامناً", "ثامنا", "المركز الثامن", "المرتبة الثامنة"],
  ["تاسعاً", "تاسعا", "المركز التاسع", "المرتبة التاسعة"],
  ["عاشراً", "عاشرا", "المركز العاشر", "المرتبة العاشرة"],
]
