import GalleyModel
import Testing

struct LinePatternTests {
  struct Case: Sendable {
    var pattern: String
    var line: String
    var number: String?
    var title: String?
  }

  @Test(arguments: [
    Case(pattern: "{n} {title}", line: "3 Paper Batteries", number: "3", title: "Paper Batteries"),
    Case(pattern: "{n} {title}", line: "  3\u{3000}纸电池 ", number: "3", title: "纸电池"),
    Case(pattern: "{n}、{title}", line: "12、纸电池", number: "12", title: "纸电池"),
    Case(pattern: "{n}、{title}", line: "１２、 纸电池", number: "１２", title: "纸电池"),
    Case(pattern: "{zh_n}、{title}", line: "十二、纸电池", number: "十二", title: "纸电池"),
    Case(pattern: "No.{n} {title}", line: "NO.7 Moss", number: "7", title: "Moss"),
    Case(pattern: "{roman}. {title}", line: "IV. Moss", number: "IV", title: "Moss"),
    Case(pattern: "{circled}{title}", line: "③苔藓", number: "③", title: "苔藓"),
    Case(pattern: "{n}", line: "41", number: "41"),
    Case(
      pattern: "{title} ({n} of 10)", line: "Moss (walls) (3 of 10)", number: "3",
      title: "Moss (walls)"),
    Case(pattern: "趋势{zh_n}：{title}", line: "趋势三:苔藓", number: "三", title: "苔藓"),
    Case(pattern: "THE LIST | {n}", line: "The List  |  18", number: "18"),
    Case(pattern: "Source: *", line: "source： the harbour"),
    Case(pattern: "*tr10*", line: "zh-TR10-2024.txt"),
    Case(pattern: "a*b*c", line: "a b b b bc"),
    Case(pattern: #"\*\{x}\\"#, line: #"*{x}\"#),
  ]) func matches(_ c: Case) throws {
    let line = Array(c.line.utf8)
    let match = try #require(try LinePattern(c.pattern).match(line, line.indices))
    func text(_ range: Range<Int>?) -> String? {
      range.map { String(decoding: line[$0], as: UTF8.self) }
    }
    #expect(text(match.number) == c.number)
    #expect(text(match.title) == c.title)
  }

  @Test(arguments: [
    ("{n} {title}", "3Paper"), ("{n} {title}", "3 "), ("{n} {title}", "Three Papers"),
    ("{n}、{title}", "3.纸电池"), ("{n}", "3 a"), ("Source: *", "A Source: b"), ("*x", "xy"),
    ("{zh_n}、{title}", "3、纸"), ("a*b*c", "acb"),
  ]) func doesNotMatch(_ pattern: String, _ line: String) throws {
    #expect(try LinePattern(pattern).match(line) == nil)
  }

  @Test(arguments: [
    ("", LinePattern.Flaw.empty), ("  ", .empty), ("{n", .unclosed), ("a\\", .unclosed),
    ("{number}", .unknownToken("number")), ("{title} - {title}", .repeatedToken("title")),
    ("*{title}", .adjacent),
  ]) func refuses(_ pattern: String, _ flaw: LinePattern.Flaw) {
    #expect(throws: flaw) { try LinePattern(pattern) }
  }

  /// Many wildcards over a long line: a naive matcher would need years.
  @Test func takesLinearTime() throws {
    let line = String(repeating: "a", count: 20_000)
    let pattern = try LinePattern(String(repeating: "*a", count: 12) + "*b")
    #expect(pattern.match(line) == nil)
  }

  @Test func escapesWhatItWouldRead() throws {
    let text = #"* {n} \ *"#
    let pattern = try LinePattern(LinePattern.escaped(text))
    #expect(pattern.match(text) != nil)
    #expect(pattern.match("x 3 y z") == nil)
  }
}
