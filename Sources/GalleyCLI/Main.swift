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
      IngestCommand.self, WatchCommand.self, ParseCommand.self, CleanCommand.self,
      ExplainCommand.self,
      RulesCommand.self,
      ListCommand.self,
      ShowCommand.self, SearchCommand.self, VerifyCommand.self, ReprocessCommand.self,
      ForgetCommand.self, ChangesCommand.self, RebuildCommand.self, QuarantineCommand.self,
      RetryCommand.self,
      ProfileCommand.self,
      ConfigCommand.self, StatusCommand.self, DoctorCommand.self,
    ])

  static func main() async {
    galley_keep_large_blocks()
    fillStandardDescriptors()
    do {
      try Self.checkVerb(CommandLine.arguments.dropFirst())
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
