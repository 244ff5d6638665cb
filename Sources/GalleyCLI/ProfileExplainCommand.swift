internal import ArgumentParser
internal import Galley
internal import GalleyModel
internal import GalleyProfile

struct ProfileExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell which profile a document gets, why, and what changes.",
    discussion: "Example: galley profile explain Inbox/2024.txt")

  @Option(help: "The folder of profiles (GALLEY_PROFILES; else Config/profiles).")
  var profiles: String?
  @Flag(help: "The same as JSON.") var json = false
  @Argument(help: "The file; - for standard input.") var file: String

  func run() throws {
    let all = try ProfileFolder(profiles).loadAll()
    let source = try readSource(file)
    let before = try process(source)
    let subject = ProfileSubject(before)
    let choice = choose(from: all, for: subject)
    var after: Record?
    if case .one(let profile) = choice { after = try process(source, with: profile) }
    write(
      json
        ? Self.json(subject, all, choice)
        : Self.text(subject, all, choice, before: before, after: after))
  }

  private static func text(
    _ subject: ProfileSubject, _ all: [Profile], _ choice: ProfileChoice, before: Record,
    after: Record?
  ) -> [UInt8] {
    var out = "name       \(subject.name)\n"
    out += "title      \(subject.title ?? "(none found)")\n"
    out += "publisher  \(subject.publisher ?? "(none found)")\n\n"
    for profile in all { out += "\(profile.name): \(reason(profile, subject))\n" }
    out += "-> \(verdict(choice))\n"
    if let after { out += "\n" + differences(before, after) }
    return Array(out.utf8)
  }

  private static func reason(_ profile: Profile, _ subject: ProfileSubject) -> String {
    if profile.match.isEmpty { return "has no 'match': taken by name only" }
    guard let fit = profile.fit(subject) else { return "does not fit" }
    let condition = profile.match.first { $0.fit(subject) == fit }
    let parts = [
      ("title", condition?.title), ("filename", condition?.filename),
      ("publisher", condition?.publisher),
    ].compactMap { name, patterns in
      patterns.flatMap { $0.isEmpty ? nil : name }
    }
    return
      "fits by \(parts.joined(separator: " and ")) (\(fit.literals) characters of its patterns)"
  }

  private static func verdict(_ choice: ProfileChoice) -> String {
    switch choice {
    case .none: "builtin: no profile fits"
    case .one(let profile): profile.name
    case .several(let profiles):
      "builtin: \(profiles.map(\.name).joined(separator: ", ")) fit equally well; "
        + "make one of them more exact, or name it with --profile"
    }
  }

  private static func differences(_ before: Record, _ after: Record) -> String {
    let facts: [(String, (Record) -> String)] = [
      ("id", { $0.id }),
      ("title", { $0.title.map($0.string) ?? $0.headTitle ?? "none" }),
      ("year", { $0.year.map(String.init) ?? "none" }),
      ("language", { $0.language }),
      ("sections", { String($0.sections.count) }),
      ("fields", { String($0.sections.reduce(0) { $0 + $1.fields.count }) }),
      ("players", { String($0.sections.reduce(0) { $0 + $1.players.count }) }),
      ("repairs", { String($0.repairs.count) }),
      ("warnings", { $0.diagnostics.map(\.code).joined(separator: " ") }),
    ]
    let changed = facts.compactMap { name, value -> String? in
      let (old, new) = (value(before), value(after))
      return old == new ? nil : "\(name): \(old) -> \(new)\n"
    }
    return changed.isEmpty ? "no difference from the built-in rules\n" : changed.joined()
  }

  private static func json(
    _ subject: ProfileSubject, _ all: [Profile], _ choice: ProfileChoice
  ) -> [UInt8] {
    JSONWriter.line { out in
      out.key("name")
      out.value(subject.name)
      out.key("title")
      out.value(subject.title)
      out.key("publisher")
      out.value(subject.publisher)
      out.key("fits")
      out.array(all.filter { $0.fit(subject) != nil }) { $0.value($1.name) }
      out.key("profile")
      if case .one(let profile) = choice {
        out.value(profile.name)
      } else {
        out.value(Profile.builtin.name)
      }
      out.key("equal")
      if case .several(let profiles) = choice {
        out.array(profiles) { $0.value($1.name) }
      } else {
        out.array([]) { (_, _: Profile) in }
      }
    }
  }
}
