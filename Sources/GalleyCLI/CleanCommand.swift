internal import ArgumentParser
internal import Galley
internal import GalleyModel
internal import GalleyStore

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Print one document's cleaned text, or what was repaired; or clean whole folders.",
    discussion: """
      galley clean scan.txt
      galley clean --diff scan.txt
      galley clean --undo join.cut --min-confidence 0.95 scan.txt
      galley clean -o cleaned/ scans/
      """)

  @OptionGroup var profile: ProfileOptions
  @Flag(exclusivity: .exclusive, help: "What to print.") var form = Form.text
  @Option(name: .customLong("undo"), help: "Leave out the repairs of a rule; may be repeated.")
  var undone: [String] = []
  @Option(help: "Leave out repairs of rules that are right less often than this, from 0 to 1.")
  var minConfidence = 0.0
  @Option(
    name: [.short, .customLong("output")],
    help: "Write the text of each document into this folder; --repairs adds NAME.repairs.jsonl.")
  var output: String?
  @Option(name: jobsName, help: "Documents in work at a time, with -o (else one a core).")
  var jobs: Int?
  @Argument(help: "The file; - for standard input. With -o, files and folders.")
  var paths: [String]

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
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if output == nil, paths.count > 1 {
      throw ValidationError("Give one file, or a folder for the results: -o DIR.")
    }
    if output != nil, form == .diff || form == .signals {
      throw ValidationError("--\(form.rawValue) prints one document; leave out -o.")
    }
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence goes from 0 to 1.")
    }
    for name in undone where Rule(rawValue: name) == nil {
      throw ValidationError("No rule is called \(name).")
    }
  }

  func run() async throws {
    if let output { return try await cleanFolder(output) }
    let file = paths[0]
    let source = about(file) { try readSource(file) }
    if form == .signals { return try printSignals(of: source) }
    let profile = try profile.named()
    let cleaned = about(file) { try Galley.cleaned(source, with: profile) }
    let edits = cleaned.edits.filter(choice.includes)
    switch form {
    case .diff: write(diff(of: edits, in: cleaned.blocks.text, isColored: Settings.hasColor))
    case .repairs: write(repairsJSON(edits, of: cleaned.blocks))
    default:
      write(
        edits.count == cleaned.edits.count
          ? cleaned.text : apply(edits, to: cleaned.blocks.text).text)
    }
  }

  private func cleanFolder(_ output: String) async throws {
    var inputs = Inputs(inbox: Settings.inbox, current: currentFolder())
    for path in paths { inputs.add(FilePath(argument: path)) }
    let folder = CleanFolder(
      inputs: inputs.all,
      jobs: jobs ?? Settings.jobs, writesRepairs: form == .repairs, profile: try profile.named(),
      choice: choice)
    let results = try OutputFolder(FilePath(argument: output), keeping: inputs.all)
    if await folder.run(into: results) > 0 { throw ExitCode(Exit.someFailed) }
  }

  private var choice: RepairChoice {
    RepairChoice(undone: Set(undone.compactMap(Rule.init(rawValue:))), minConfidence: minConfidence)
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

/// The repairs that a user wants.
struct RepairChoice: Sendable {
  var undone: Set<Rule>
  var minConfidence: Double

  func includes(_ edit: Edit) -> Bool {
    edit.rule.confidence >= minConfidence && !undone.contains(edit.rule)
  }
}
