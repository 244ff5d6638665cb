internal import ArgumentParser
internal import Galley
internal import GalleyModel
internal import GalleyProfile

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Differences from the built-in rules for one series of lists.",
    discussion: "Profiles are YAML files; Docs/profiles.md explains every key.",
    subcommands: [
      ProfileListCommand.self, ProfileCheckCommand.self, ProfileLearnCommand.self,
      ProfileTestCommand.self, ProfileExplainCommand.self,
    ])
}

struct ProfileListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the profiles of the folder.",
    discussion: "Example: galley profile list")

  @Option(help: "The folder of profiles (GALLEY_PROFILES; else Config/profiles).")
  var profiles: String?
  @Flag(help: "A line of JSON a profile.") var json = false

  func run() throws {
    let folder = ProfileFolder(profiles)
    let files = try folder.files()
    if files.isEmpty { writeError("galley: no profiles in \(folder.path)\n") }
    var isBroken = false
    for file in files {
      do {
        let profile = try ProfileFolder.loader.load(file)
        write(json ? Self.json(profile, file) : Self.line(profile))
      } catch {
        writeError("\(error)\n")
        isBroken = true
      }
    }
    if isBroken { throw ExitCode(Exit.configuration) }
  }

  private static func line(_ profile: Profile) -> [UInt8] {
    var facts = [profile.name]
    if let base = profile.ancestors.first { facts.append("extends \(base)") }
    if let key = profile.document.key { facts.append(key.source) }
    let patterns = profile.match.flatMap { $0.title + $0.filename + $0.publisher }
    facts.append(
      patterns.isEmpty ? "by name only" : patterns.map { "'\($0.source)'" }.joined(separator: " "))
    facts.append(counted(profile.tests.count, "test"))
    return Array((facts.joined(separator: "  ") + "\n").utf8)
  }

  private static func json(_ profile: Profile, _ file: String) -> [UInt8] {
    JSONWriter.line { out in
      out.key("name")
      out.value(profile.name)
      out.key("file")
      out.value(file)
      out.key("extends")
      out.array(profile.ancestors) { $0.value($1) }
      out.key("key")
      out.value(profile.document.key?.source)
      out.key("sha256")
      out.value(profile.sha256)
      out.key("tests")
      out.value(profile.tests.count)
    }
  }
}

struct ProfileCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell whether profiles are well written.",
    discussion: "Example: galley profile check Config/profiles/en-tr10.yaml")

  @Option(help: "The folder of profiles (GALLEY_PROFILES; else Config/profiles).")
  var profiles: String?
  @Flag(help: "A line of JSON a problem.") var json = false
  @Argument(help: "Names or files; without any, all profiles of the folder.")
  var files: [String] = []

  func run() throws {
    let folder = ProfileFolder(profiles)
    var isBroken = false
    let all = try folder.files()
    for name in files.isEmpty ? all : files {
      do {
        let file = try folder.file(name)
        _ = try ProfileFolder.loader.load(file)
        if !json { write(Array("\(file): well written\n".utf8)) }
      } catch {
        isBroken = true
        report(error)
      }
    }
    if isBroken { throw ExitCode(Exit.configuration) }
  }

  private func report(_ error: ProfileError) {
    guard json, case .invalid(let problems) = error else { return writeError("\(error)\n") }
    for problem in problems {
      write(
        JSONWriter.line { out in
          out.key("file")
          out.value(problem.file)
          out.key("line")
          out.value(problem.place.line)
          out.key("column")
          out.value(problem.place.column)
          out.key("key")
          out.value(problem.path)
          out.key("message")
          out.value(problem.message)
        })
    }
  }
}
