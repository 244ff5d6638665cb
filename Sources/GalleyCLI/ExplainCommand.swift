internal import ArgumentParser
internal import Galley
internal import GalleyModel

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why a document was read as it was.",
    discussion: """
      With a line, from 1: why it was joined, kept apart or left out, and what it was taken for. \
      Without: the headings, and the evidence for them and for the runner-up.

      Example: galley explain scans/1999.txt:212
      """)

  @OptionGroup var profile: ProfileOptions
  @Argument(help: "FILE or FILE:LINE; - for standard input.") var place: String

  func validate() throws {
    if let line = Self.split(place).line, line < 1 {
      throw ValidationError("Lines count from 1; there is no line \(line).")
    }
  }

  func run() throws {
    let (file, line) = Self.split(place)
    let policy = try profile.policy()
    guard let text = about(file, { try explain(readSource(file), line: line, by: policy) }) else {
      Exit.stop("\(file): line \(line ?? 0) holds no text, or is past the end", Exit.badData)
    }
    write(Array(text.utf8))
  }

  /// `name:12` is line 12 of `name`; a name may hold colons.
  private static func split(_ place: String) -> (file: String, line: Int?) {
    guard let colon = place.lastIndex(of: ":"), let line = Int(place[place.index(after: colon)...])
    else { return (place, nil) }
    return (String(place[..<colon]), line)
  }
}
