import Testing

@testable import GalleyIndex

@Suite struct TokenTests {
  private func tokens(_ text: String) -> [String] {
    var all: [String] = []
    forEachToken(in: Array(text.utf8)) {
      all.append(String(decoding: $0.text, as: UTF8.self))
      return true
    }
    return all
  }

  @Test(arguments: [
    ("Paper Batteries, 2029", ["paper", "batteries", "2029"]),
    ("Épée STRASSE Straße ﬁne", ["epee", "strasse", "strasse", "fine"]),
    ("ＡＢＣ１", ["abc1"]),
    ("系统", ["系统", "统"]),
    ("人工智能", ["人工", "工智", "智能", "能"]),
    ("AI芯片", ["ai", "芯片", "片"]),
    ("がん治療", ["がん", "ん治", "治療", "療"]),
    ("반도체", ["반도", "도체", "체"]),
    ("Ёлка", ["елка"]),
    ("、。— \u{0}", []),
  ])
  func cuts(_ text: String, _ expected: [String]) { #expect(tokens(text) == expected) }

  @Test func rangesAreThoseOfTheText() {
    let text = Array("Ünïcode 芯片x".utf8)
    var parts: [String] = []
    forEachToken(in: text) {
      parts.append(String(decoding: text[$0.range], as: UTF8.self))
      return true
    }
    #expect(parts == ["Ünïcode", "芯片", "片", "x"])
  }

  @Test(arguments: [
    ("paper batteries", #""paper" "batteries""#),
    (#""paper batteries""#, #""paper" + "batteries""#),
    ("人工智能", #""人工" + "工智" + "智能""#),
    ("芯", #""芯" *"#),
    ("tech*", #""tech" *"#),
    ("AI芯片", #""ai" "芯片""#),
    ("a-b", #""a" + "b""#),
    (#"NOT "x AND OR"#, #""not" "x" + "and" + "or""#),
  ])
  func asksFor(_ query: String, _ expression: String) {
    #expect(matchExpression(query) == expression)
  }

  @Test(arguments: ["", "   ", "\"\"", "—*)("]) func asksForNothing(_ query: String) {
    #expect(matchExpression(query) == nil)
  }
}
