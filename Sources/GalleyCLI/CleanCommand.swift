internal import ArgumentParser
internal import Galley
internal import GalleyModel

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Print one document's cleaned text.")

  @OptionGroup var profile: ProfileOptions
  @Flag(help: .hidden) var signals = false
  @Argument(help: "The file; - for standard input.") var file: String

  func run() throws {
    if signals { return try printSignals() }
    write(try cleanedText(readSource(file), with: profile.named()))
  }

  /// A line for each boundary: its bytes, the scorecard's sum, the bucket of every signal.
  private func printSignals() throws {
    let names = signalNames()
    var out = "end\tstart\tscore\t" + names.joined(separator: "\t") + "\n"
    for reading in try boundarySignals(readSource(file)) {
      out += reading.map(String.init).joined(separator: "\t") + "\n"
    }
    write(Array(out.utf8))
  }
}
