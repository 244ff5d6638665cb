internal import ArgumentParser
internal import Galley
internal import GalleyModel

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print the records of documents, without a store.",
    discussion: """
      galley parse article.html
      galley parse --text article.html
      find pages -name '*.html' | galley parse --text --jsonl
      """)

  @Flag(exclusivity: .exclusive, help: "What to print.") var form = Form.json
  @Flag(help: "One JSON object a line; without files, their paths are read from standard input.")
  var jsonl = false
  @OptionGroup var encoding: EncodingOption
  @OptionGroup var profile: ProfileOptions
  @Argument(help: "The files; - for standard input.") var files: [String] = []

  enum Form: String, EnumerableFlag {
    /// The record as JSON (the default).
    case json
    /// The main text.
    case text
    /// The sections of the record, one a line.
    case sections
  }

  func validate() throws {
    guard !files.isEmpty || jsonl else {
      throw ValidationError("Give a file, or - for standard input.")
    }
  }

  func run() throws {
    // The main text is what the reader finds; no profile has a say in it.
    let policy: ProfilePolicy = form == .text ? .use(.builtin) : try profile.policy()
    var failed = false
    for path in files { failed = !print(path, by: policy) || failed }
    if files.isEmpty {
      while let path = readLine() { failed = !print(path, by: policy) || failed }
    }
    if failed { throw ExitCode(files.count == 1 ? 65 : 1) }
  }

  /// Prints one document; says on standard error why it can't.
  private func print(_ path: String, by policy: ProfilePolicy) -> Bool {
    do {
      write(try output(readSource(path, in: encoding), path, by: policy))
      return true
    } catch {
      writeError("galley: \(path): \(error)\n")
      return false
    }
  }

  private func output(
    _ source: Source, _ path: String, by policy: ProfilePolicy
  ) throws -> [UInt8] {
    switch form {
    case .json: return Galley.json(try process(source, by: policy)) + [UInt8(ascii: "\n")]
    case .sections: return sectionRows(try process(source, by: policy))
    case .text:
      let text = try mainText(source)
      return jsonl ? textLine(path: path, text: text) : text
    }
  }
}
