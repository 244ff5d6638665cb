internal import ArgumentParser
internal import GalleyModel

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules that may change or leave out text.",
    discussion: """
      A rule can be left out of cleaning (galley clean --undo RULE) or be switched off in a profile.

      Example: galley rules --markdown
      """)

  @Flag(help: "As the table of Docs/rules.md.") var markdown = false

  func run() throws {
    write(Array((markdown ? Self.document : Self.list).utf8))
  }

  private static var list: String {
    Rule.allCases.map { rule in
      "\(column(rule.rawValue, 24))\(fixed(rule.confidence, decimals: 3))  \(rule.entry.summary)\n"
    }.joined()
  }

  private static var document: String {
    var out = """
      # Rules

      Every rule that may change a text or leave some of it out. `confidence` is the rule's measured precision on the development
      corpora, the lower bound of the 95 % Wilson interval; 1 where only white space changes, 0.9 where no corpus judges the rule. `right` is
      what it was measured on: the edits that a corpus could judge, and how many of them it found right.

      To leave a rule out: `galley clean --undo RULE`, or `repairs: { RULE: off }` in a [profile](profiles.md): the text is
      cleaned as if there were no such rule. This file is written by `Scripts/renew-docs`.

      | rule | what it does | before | after | confidence | right |
      | --- | --- | --- | --- | --- | --- |

      """
    for rule in Rule.allCases {
      let entry = rule.entry
      let example = entry.example.map { "`\(escaped($0.before))` | \(quoted($0.after))" } ?? " | "
      let judged = rule.judged.map { "\($0.right) of \($0.of)" } ?? ""
      out +=
        "| `\(rule.rawValue)` | \(entry.summary) | \(example) | \(fixed(rule.confidence, decimals: 3)) | "
        + "\(judged) |\n"
    }
    return out
  }

  private static func quoted(_ text: String) -> String { text.isEmpty ? "" : "`\(escaped(text))`" }

  /// A bar would end the table's cell, also inside of code.
  private static func escaped(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }
}
