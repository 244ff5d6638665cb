internal import ArgumentParser
internal import Galley
internal import GalleyModel

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Print one document's cleaned text.")

  @Argument(help: "The file; - for standard input.") var file: String

  func run() throws {
    write(try cleanedText(readSource(file)))
  }
}
