internal import ArgumentParser
internal import Galley
internal import GalleyModel
internal import GalleyProfile
internal import GalleyRead
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
  @Option(name: .customLong("undo"), help: "Clean without a rule; may be repeated.")
  var undone: [String] = []
  @Option(help: "Clean without the rules that are right less often than this, from 0 to 1.")
  var minConfidence = 0.0
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Write the text of each document into this folder; --repairs adds NAME.repairs.jsonl.",
      discussion: "Files that are there and that galley did not write stay."))
  var output: String?
  @Flag(help: "With -o: replace files that galley did not write, too.") var force = false
  @OptionGroup var encoding: EncodingOption
  @OptionGroup var jobs: JobsOption
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
    if output == nil, paths.count > 1 {
      throw ValidationError("Give one file, or a folder for the results: -o DIR.")
    }
    if output == nil, force { throw ValidationError("--force goes with -o DIR.") }
    if output != nil, form == .diff || form == .signals {
      throw ValidationError("--\(form.rawValue) prints one document; leave out -o.")
    }
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence goes from 0 to 1.")
    }
    for name in undone where Rule(rawValue: name) == nil {
      let near = nearest(to: name, among: Rule.allCases.map(\.rawValue))
      throw ValidationError(
        "No rule is called '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "."))
    }
  }

  func run() async throws {
    if let output { return try await cleanFolder(output) }
    let file = paths[0]
    if (try? Folder(FilePath(argument: file))) != nil {
      Exit.stop(
        "E204 \(FilePath(argument: file).text) is a folder; name another for the results: "
          + "galley clean -o DIR \(FilePath(argument: file).text)", Exit.badData)
    }
    let source = about(file) { try readSource(file, in: encoding) }
    if form == .signals { return try printSignals(of: source) }
    let profile = choice.applied(to: try profile.named())
    let result = about(file) { try choice.cleaned(source, with: profile) }
    switch form {
    case .diff: write(diff(of: result.edits, in: result.blocks.text, isColored: Settings.hasColor))
    case .repairs: write(repairsJSON(result.edits, of: result.blocks))
    default: write(result.text)
    }
  }

  private func cleanFolder(_ output: String) async throws {
    var inputs = Inputs(inbox: Settings.inbox, current: currentFolder())
    for path in paths { inputs.add(FilePath(argument: path)) }
    let folder = CleanFolder(
      inputs: inputs.all,
      jobs: jobs.count, encoding: encoding.label, writesRepairs: form == .repairs,
      profile: choice.applied(to: try profile.named()), choice: choice)
    let results = try OutputFolder(
      FilePath(argument: output), keeping: inputs.all, replacesForeign: force)
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

  /// With the unwanted rules off, so that the others decide as if there were none of them: undoing
  /// one edit of several that belong together would leave a page number inside of a sentence.
  func applied(to profile: Profile) -> Profile {
    var profile = profile
    for rule in Rule.allCases where !includes(rule) { profile.repairs[rule] = .off }
    return profile
  }

  /// `profile` is one that this was applied to. Rules of white space heed no profile, and their edits
  /// depend on no others: they are left out one by one.
  func cleaned(
    _ source: Source, with profile: Profile
  ) throws(ReadError) -> (blocks: Blocks, edits: [Edit], text: [UInt8]) {
    let cleaned = try Galley.cleaned(source, with: profile)
    let edits = cleaned.edits.filter { includes($0.rule) }
    if edits.count == cleaned.edits.count { return (cleaned.blocks, edits, cleaned.text) }
    return (cleaned.blocks, edits, apply(edits, to: cleaned.blocks.text).text)
  }

  private func includes(_ rule: Rule) -> Bool {
    rule.confidence >= minConfidence && !undone.contains(rule)
  }
}
