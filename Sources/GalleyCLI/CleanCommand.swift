internal import ArgumentParser
internal import Galley
internal import GalleyModel

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Print one document's cleaned text, or what was repaired.",
    discussion: """
      galley clean scan.txt
      galley clean --diff scan.txt
      galley clean --undo join.cut --min-confidence 0.95 scan.txt
      """)

  @OptionGroup var profile: ProfileOptions
  @Flag(exclusivity: .exclusive, help: "What to print.") var form = Form.text
  @Option(name: .customLong("undo"), help: "Leave out the repairs of a rule; may be repeated.")
  var undone: [String] = []
  @Option(help: "Leave out repairs of rules that are right less often than this, from 0 to 1.")
  var minConfidence = 0.0
  @Argument(help: "The file; - for standard input.") var file: String

  enum Form: String, EnumerableFlag {
    /// The cleaned text (the default).
    case text
    /// Every repair of words and paragraphs in its place, coloured on a terminal.
    case diff
    /// Every repair as JSON, one a line.
    case repairs
    /// For Scripts/learn-scorecard: what the scorecard reads at each boundary.
    case signals

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .text: "The cleaned text (the default)."
      case .diff: "Every repair of words and paragraphs, in its place."
      case .repairs: "Every repair as JSON, one a line."
      case .signals: .hidden
      }
    }
  }

  func validate() throws {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence goes from 0 to 1.")
    }
    for name in undone where Rule(rawValue: name) == nil {
      throw ValidationError("No rule is called \(name).")
    }
  }

  func run() throws {
    let source = about(file) { try readSource(file) }
    if form == .signals { return try printSignals(of: source) }
    let profile = try profile.named()
    let cleaned = about(file) { try Galley.cleaned(source, with: profile) }
    let edits = cleaned.edits.filter(isWanted)
    switch form {
    case .diff: write(diff(of: edits, in: cleaned.blocks.text, isColored: Settings.hasColor))
    case .repairs: write(repairsJSON(edits, of: cleaned.blocks))
    default:
      write(
        edits.count == cleaned.edits.count
          ? cleaned.text : apply(edits, to: cleaned.blocks.text).text)
    }
  }

  private func isWanted(_ edit: Edit) -> Bool {
    edit.rule.confidence >= minConfidence && !undone.contains(edit.rule.rawValue)
  }

  /// A line for each boundary: its bytes, the scorecard's sum, the bucket of every signal.
  private func printSignals(of source: Source) throws {
    var out = (["end", "start", "score"] + signalNames()).joined(separator: "\t") + "\n"
    for reading in try boundarySignals(source) {
      out += reading.map(String.init).joined(separator: "\t") + "\n"
    }
    write(Array(out.utf8))
  }
}
