internal import GalleyModel

/// The language of a document by its letters and its small words, as BCP 47; what the page declares
/// counts only where the text does not decide.
///
/// A sample of `passages` is read, the beginning of each: the answer needs a few hundred letters.
func language(of passages: [Range<Int>], in text: [UInt8], declared: String?) -> String {
  var sample = LanguageSample()
  // Short texts are read whole; long ones by the beginnings of passages far apart.
  let step = max(1, passages.count / 8)
  var budget = 640
  for index in stride(from: 0, to: passages.count, by: step) where budget > 0 {
    let passage = passages[index]
    let length = min(passage.count, step > 1 ? 80 : 240, budget)
    sample.read(text, passage.lowerBound..<passage.lowerBound + length)
    budget -= length
  }
  return sample.language ?? declared.flatMap(normalizedTag) ?? "und"
}

/// A declared tag, with the script for Chinese and without a region: `zh-CN` is `zh-Hans`.
func normalizedTag(_ declared: String) -> String? {
  let parts = declared.lowercased().split { $0 == "-" || $0 == "_" }
  guard let first = parts.first, (2...3).contains(first.utf8.count) else { return nil }
  guard first == "zh" else { return String(first) }
  let isTraditional = parts.dropFirst().contains { ["tw", "hk", "mo", "hant"].contains($0) }
  return isTraditional ? "zh-Hant" : "zh-Hans"
}

/// Counts of what tells languages apart.
struct LanguageSample {
  private var han = 0
  private var kana = 0
  private var hangul = 0
  private var latin = 0
  private var cyrillic = 0
  private var doubleMarked = 0
  /// Letters of scripts that one language is known by: Greek, Hebrew, Arabic, Devanagari, Thai.
  private var others = [Int](repeating: 0, count: Self.otherScripts.count)
  private var simplified = 0
  private var traditional = 0
  private var words = [Int](repeating: 0, count: SpacedLanguage.allCases.count)

  private static let otherScripts: [(first: UInt32, last: UInt32, tag: String)] = [
    (0x370, 0x3FF, "el"), (0x590, 0x5FF, "he"), (0x600, 0x6FF, "ar"), (0x900, 0x97F, "hi"),
    (0xE00, 0xE7F, "th"),
  ]

  mutating func read(_ text: [UInt8], _ range: Range<Int>) {
    var at = range.lowerBound
    var isWordStart = true
    while at < range.upperBound {
      if text[at] & 0xC0 == 0x80 {
        at += 1
        continue
      }
      if isSpacedLetter(in: text, at: at) {
        if isWordStart { countWord(text, at, range.upperBound) }
        if text[at] >= 0xD0 { cyrillic += 1 } else { latin += 1 }
        // Vowels with two marks, U+1E80 to U+1EFF, are Vietnamese but for a few of Welsh.
        if text[at] == 0xE1, text[at + 1] >= 0xBA { doubleMarked += 1 }
        isWordStart = false
        at += 1
        continue
      }
      isWordStart = true
      let scalar = text.scalar(at: at)
      count(scalar.value)
      at += max(1, scalar.length)
    }
  }

  private mutating func countWord(_ text: [UInt8], _ offset: Int, _ limit: Int) {
    guard let match = Lexicon.functionWords.match(in: text, at: offset, limit: limit) else {
      return
    }
    var bits = match.meaning
    while bits != 0 {
      words[bits.trailingZeroBitCount] += 1
      bits &= bits - 1
    }
  }

  private mutating func count(_ scalar: UInt32) {
    if scalar < 0x2E80 {
      if scalar >= 0x370 { countOther(scalar) }
      return
    }
    if Scalar.isHan(scalar) {
      han += 1
      if ChineseScript.simplified.contains(scalar) {
        simplified += ChineseScript.traditional.contains(scalar) ? 0 : 1
      } else if ChineseScript.traditional.contains(scalar) {
        traditional += 1
      }
    } else if Scalar.isKana(scalar) {
      kana += 1
    } else if Scalar.isHangul(scalar) {
      hangul += 1
    }
  }

  private mutating func countOther(_ scalar: UInt32) {
    for (index, script) in Self.otherScripts.enumerated()
    where (script.first...script.last).contains(scalar) {
      others[index] += 1
    }
  }

  /// nil where too little was read.
  var language: String? {
    // A character of these scripts says what about three letters say.
    let wide = (han + kana + hangul) * 3
    let (other, otherCount) = others.enumerated().max { $0.element < $1.element } ?? (0, 0)
    guard max(wide, latin, cyrillic, otherCount) >= 8 else { return nil }
    if wide >= max(latin, cyrillic, otherCount) {
      if hangul > han + kana { return "ko" }
      if kana * 12 > han { return "ja" }
      return traditional > simplified ? "zh-Hant" : "zh-Hans"
    }
    if otherCount > max(latin, cyrillic) { return Self.otherScripts[other].tag }
    return cyrillic > latin ? bestCyrillic : bestLatin
  }

  private var bestCyrillic: String? {
    let best = best(among: [.russian, .ukrainian, .bulgarian])
    return best?.rawValue ?? SpacedLanguage.russian.rawValue
  }

  private var bestLatin: String? {
    if doubleMarked * 20 > latin { return SpacedLanguage.vietnamese.rawValue }
    return best(
      among: SpacedLanguage.allCases.filter {
        ![.russian, .ukrainian, .bulgarian].contains($0)
      })?.rawValue
  }

  /// The language with the most small words, two at least; of equals the first.
  private func best(among languages: [SpacedLanguage]) -> SpacedLanguage? {
    var best: (language: SpacedLanguage, count: Int)?
    for (language, count) in zip(SpacedLanguage.allCases, words)
    where languages.contains(language) && count > best?.count ?? 1 {
      best = (language, count)
    }
    return best?.language
  }
}
