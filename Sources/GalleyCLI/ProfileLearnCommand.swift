internal import ArgumentParser
internal import Galley
internal import GalleyModel
internal import GalleyProfile
internal import GalleyStore

struct ProfileLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Propose a profile from a sample of its series.",
    discussion: """
      The built-in rules read the sample; the profile tells what they found, with counts, and what \
      they do not know.

      Example: galley profile learn Inbox/2024.txt --name my-list > Config/profiles/my-list.yaml
      """)

  @Option(help: "The profile's name (else the sample's).") var name: String?
  @Argument(help: "A file of the series.") var sample: String

  func run() throws {
    let source = try readSource(sample)
    let (cleaned, outline, record) = try outline(source)
    let name = name ?? Self.name(source.name)
    guard ProfileName.isValid(name) else {
      throw ValidationError("A profile's name has lower-case letters, digits and hyphens.")
    }
    let findings = Findings(cleaned, outline, record)
    write(Array(findings.proposal(name: name, input: seenFromProfiles(sample)).utf8))
  }

  /// The file's name in the letters of a profile's name.
  private static func name(_ path: String) -> String {
    var out = ""
    for byte in ProfilePath.stem(path).lowercased().utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: out.unicodeScalars.append(Unicode.Scalar(byte))
      default: if !out.isEmpty, !out.hasSuffix("-") { out += "-" }
      }
    }
    while out.hasSuffix("-") { out.removeLast() }
    return out.isEmpty ? "my-list" : out
  }

  /// The sample's path as a profile in the folder writes it.
  private func seenFromProfiles(_ path: String) -> String {
    let folder = Settings.profiles
    if path.hasPrefix("/") || folder.isAbsolute { return path }
    return String(repeating: "../", count: folder.components.count) + path
  }
}
