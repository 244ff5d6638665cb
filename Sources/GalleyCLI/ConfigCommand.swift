internal import ArgumentParser
internal import Galley
internal import GalleyConfig
internal import GalleyProfile
internal import GalleyStore

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Check the configuration, or show what is in force and from where.",
    discussion: "Config/galley.yaml has every setting with its default and what it is for.",
    subcommands: [ConfigShowCommand.self, ConfigCheckCommand.self],
    defaultSubcommand: ConfigShowCommand.self)
}

struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print each setting in force and where it comes from.",
    discussion: "Example: galley config show --json")

  @Flag(help: "A line of JSON a setting.") var json = false

  func run() throws {
    let configuration = Settings.configuration
    for setting in Setting.allCases {
      write(json ? Self.json(setting, configuration) : Self.line(setting, configuration))
    }
  }

  private static func line(_ setting: Setting, _ configuration: Configuration) -> [UInt8] {
    let value = configuration[setting].text ?? Settings.implied(setting, by: configuration)
    let origin = configuration[setting].origin.description
    return Array("\(column(setting.rawValue, 22))\(column(value, 20))\(origin)\n".utf8)
  }

  private static func json(_ setting: Setting, _ configuration: Configuration) -> [UInt8] {
    JSONWriter.line { out in
      out.key("setting")
      out.value(setting.rawValue)
      out.key("value")
      out.value(configuration[setting].text ?? Settings.implied(setting, by: configuration))
      out.key("from")
      out.value(configuration[setting].origin.description)
      out.key("variable")
      out.value(setting.variable)
    }
  }
}

struct ConfigCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find mistakes in the configuration and the profiles.",
    discussion: "Exit code 78 where there is one. Example: galley config check")

  func run() throws {
    // Both end the process where they find mistakes.
    _ = Settings.configuration
    _ = try ProfileFolder().loadAll()
    write(Array("the configuration is sound\n".utf8))
  }
}

extension Configuration.Origin {
  var description: String {
    switch self {
    case .standard: "default"
    case .file(let name, let place): "\(name):\(place.line)"
    case .variable(let name): name
    }
  }
}

extension Settings {
  /// The value of a setting that follows from others.
  static func implied(_ setting: Setting, by configuration: Configuration) -> String {
    guard setting == .archive, let store = path(.store, of: configuration) else { return "" }
    return store.appending("archive".utf8).text
  }
}
