internal import ArgumentParser
internal import GalleyModel

@main
struct GalleyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "galley",
    abstract: "Raw text and HTML articles to normalized JSON records.",
    version: galleyVersion,
    subcommands: [ParseCommand.self, CleanCommand.self])
}
