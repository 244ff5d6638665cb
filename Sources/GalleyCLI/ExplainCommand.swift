internal import ArgumentParser
internal import Galley
internal import GalleyModel
internal import GalleyStore

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why a document was read as it was.",
    discussion: """
      With a line, from 1: why it was joined, kept apart or left out, and what it was taken for. \
      Without: the headings, and the evidence for them and for the runner-up.

      A file whose name ends like that is itself meant: name:3:212 is line 212 of name:3.

      Example: galley explain scans/1999.txt:212
      """)

  @OptionGroup var encoding: EncodingOption
  @OptionGroup var profile: ProfileOptions
  // `-:3` looks like an option: whatever is none of ours comes in here.
  @Argument(parsing: .allUnrecognized, help: "FILE or FILE:LINE; - for standard input.")
  var places: [String]

  private var place: String { places[0] }

  func validate() throws {
    if let option = places.first(where: { $0.hasPrefix("-") && Self.split($0).file != "-" }) {
      throw ValidationError("Unknown option '\(option)'")
    }
    guard places.count == 1 else { throw ValidationError("Give one FILE or FILE:LINE.") }
    if let line = Self.split(place).line, line < 1 {
      throw ValidationError("Lines count from 1; there is no line \(line).")
    }
  }

  func run() throws {
    let (file, line) = Self.split(place)
    let policy = try profile.policy()
    guard
      let text = about(
        file, { try explain(readSource(file, in: encoding), line: line, by: policy) })
    else {
      Exit.stop("\(file): line \(line ?? 0) holds no text, or is past the end", Exit.badData)
    }
    write(Array(text.utf8))
  }

  /// `name:12` is line 12 of `name`, but where there is a file of that whole name.
  private static func split(_ place: String) -> (file: String, line: Int?) {
    guard !isThere(FilePath(argument: place)), let colon = place.lastIndex(of: ":"),
      let line = Int(place[place.index(after: colon)...])
    else { return (place, nil) }
    return (String(place[..<colon]), line)
  }
}
