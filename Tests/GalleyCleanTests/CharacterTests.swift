import GalleyModel
import GalleyTestSupport
import Testing

@testable import GalleyClean

/// A text after the repairs of its characters. Scalars, for `==` on String is blind to composition.
func repaired(_ text: String) -> String {
  let bytes = Array(text.utf8)
  return String(decoding: apply(repairCharacters(bytes), to: bytes).text, as: UTF8.self)
}

func rules(_ text: String) -> Set<Rule> {
  Set(repairCharacters(Array(text.utf8)).map(\.rule))
}

@Suite struct CharacterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let text: String
    let expected: String
    init(_ rule: Rule, _ text: String, _ expected: String) {
      self.rule = rule
      self.text = text
      self.expected = expected
    }
    var testDescription: String { "\(rule.rawValue): \(text.debugDescription)" }
  }

  static let cases: [Case] = [
    Case(.byteOrderMark, "\u{FEFF}Inhalt", "Inhalt"),
    Case(.invisible, "Wasser\u{FEFF}fall", "Wasserfall"),
    Case(.invisible, "Wasser\u{AD}fall und Ufer\u{200B}weg", "Wasserfall und Uferweg"),
    Case(.invisible, "河\u{200B}流\u{2060}两\u{200C}岸", "河流两岸"),
    Case(.invisible, "a \u{200E}plain\u{200F} line", "a plain line"),
    Case(.invisible, "letter\u{FE0F}s", "letters"),
    Case(.control, "a\u{0}b\u{8}c\u{7F}d\u{1F}e", "abcde"),
    Case(.control, "\u{1B}[1;31mred\u{1B}[0m wine", "red wine"),
    Case(.composition, "e\u{301}te\u{301}", "été"),
    Case(.composition, "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}", "한국"),
    Case(.composition, "가\u{11A8}", "각"),
    Case(.composition, "か\u{3099}", "が"),
    Case(.composition, "u\u{323}\u{302} 5 \u{212B}", "ụ\u{302} 5 Å"),
    Case(
      .ligature, "the o\u{FB03}ce of the \u{FB01}rst \u{FB02}oor", "the office of the first floor"),
    Case(.radical, "大\u{2F08}在\u{2F5A}上", "大人在片上"),
    Case(.radical, "\u{2EA0}族", "民族"),
    Case(.radical, "一 \u{2F08}", "一 人"),
    Case(.halfwidthKana, "\u{FF76}\u{FF9E}\u{FF97}\u{FF7D}の板", "ガラスの板"),
    Case(.halfwidthKana, "\u{FF8A}\u{FF9F}\u{FF9D}\u{FF61}", "パン。"),
    Case(.entity, "R&amp;D &#8211; caf&eacute;&nbsp;bar &#x2014; &#146;t", "R&D – café bar — ’t"),
    Case(.entity, "&amp;lt;b&amp;gt;", "&lt;b&gt;"),
    Case(.entity, "a &lt; b &frac12; &hellip;", "a < b ½ …"),
    Case(.space, "10\u{A0}km\u{2009}und\u{202F}mehr", "10 km und mehr"),
    Case(.mojibake, "the dog\u{92}s bone", "the dog’s bone"),
  ]

  @Test(arguments: cases) func repairs(_ test: Case) {
    #expect(Array(repaired(test.text).unicodeScalars) == Array(test.expected.unicodeScalars))
    #expect(rules(test.text).contains(test.rule))
  }

  /// Characters that look like damage and are none.
  @Test(arguments: [
    "می\u{200C}خواهم", "क्\u{200D}ष", "👩\u{200D}👩\u{200D}👧", "❤\u{FE0F} ©\u{FE0E}", "שלום\u{200F}!",
    "ភាសា\u{200B}ខ្មែរ", "Auf der Trenn\u{AD}\nstelle", "line one\u{2028}line two",
    "the \u{FB01} ligature", "the radical \u{2F08} and", "AT&T; Q&A; &unknown; & so on", "`&amp;`",
    "an ampersand is written as &amp;.", "<p>&nbsp;</p>", "p = &sum;", "&#0; &#xD800; &#99999999;",
    "全角ＡＢＣ１２３", "① ² ㎏ ™", "漢字\u{3000}かな", "(ﾟ∀ﾟ)", "tab\tand\u{C}page\r\n", "x\u{FFFE}y",
  ]) func staysAsItIs(_ text: String) {
    #expect(repairCharacters(Array(text.utf8)).isEmpty)
  }

  /// Edits come in order, do not overlap, change something, and leave valid UTF-8.
  @Test(arguments: [UInt64](1...60)) func editsAreSound(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces =
      CharacterTests.cases.map(\.text) + ["\u{301}", "\u{11A8}", "&", "Ã", "©", "\n", " ", "Р"]
    let bytes = (0..<80).flatMap { _ in Array(pieces[random.below(pieces.count)].utf8) }
    let edits = repairCharacters(bytes)
    var end = 0
    for edit in edits {
      #expect(edit.range.lowerBound >= end)
      #expect(edit.replacement[...] != bytes[edit.range])
      end = edit.range.upperBound
    }
    let edited = apply(edits, to: bytes).text
    #expect(String(validating: edited, as: UTF8.self) != nil)
    #expect(apply(inverse(of: edits, on: bytes), to: edited).text == bytes)
  }

  /// The vectorized look and the look at single bytes find the same, wherever in a window.
  @Test(arguments: 0..<36) func suspectsAreFoundAtEveryOffset(_ offset: Int) {
    for test in CharacterTests.cases {
      let padded = String(repeating: "a", count: offset) + " " + test.text
      #expect(
        rules(padded + String(repeating: " z", count: 30)).contains(test.rule)
          || test.rule == .byteOrderMark)
    }
  }
}
