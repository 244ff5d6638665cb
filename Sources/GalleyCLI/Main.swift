internal import ArgumentParser
internal import CLinux
internal import GalleyModel

@main
struct GalleyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "galley",
    abstract: "Raw text and HTML articles to normalized JSON records.",
    version: galleyVersion,
    subcommands: [
      IngestCommand.self, ParseCommand.self, CleanCommand.self, ExplainCommand.self,
      RulesCommand.self,
      ListCommand.self,
      ShowCommand.self, VerifyCommand.self, ProfileCommand.self,
      SearchCommand.self, ReprocessCommand.self, ForgetCommand.self, ChangesCommand.self,
      RebuildCommand.self,
    ])

  static func main() async {
    galley_keep_large_blocks()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Exit.stop(error)
    }
  }
}
