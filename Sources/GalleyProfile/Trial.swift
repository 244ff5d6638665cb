package import GalleyModel

/// How one of a profile's tests went.
package struct TrialResult: Sendable, Equatable {
  /// What was tested, in a few words.
  package var name: String
  /// The test's line in the profile's file.
  package var line: Int
  /// What was expected and not found; empty where the test passed.
  package var failures: [String]
}

/// Runs the tests that travel inside profiles.
package struct Trial {
  /// The bytes of a file, nil where it can't be read.
  package let contents: (String) -> [UInt8]?
  package let process: (Source, Profile) throws -> Record

  package init(
    contents: @escaping (String) -> [UInt8]?, process: @escaping (Source, Profile) throws -> Record
  ) {
    self.contents = contents
    self.process = process
  }

  /// All tests of the profile that `file` holds.
  package func run(_ profile: Profile, file: String) -> [TrialResult] {
    profile.tests.map { test in
      TrialResult(
        name: name(of: test), line: test.line, failures: failures(of: test, profile, file))
    }
  }

  private func name(of test: Profile.Test) -> String {
    switch test.subject {
    case .text(let text): "text '\(shortened(text))'"
    case .path(let path): "input \(path)"
    case .line(let line, let isHeading):
      "line '\(shortened(line))' is \(isHeading ? "a heading" : "no heading")"
    }
  }

  private func shortened(_ text: String) -> String {
    let line = text.split(separator: "\n").first ?? ""
    return line.count > 40 ? line.prefix(39) + "…" : String(line)
  }

  private func failures(of test: Profile.Test, _ profile: Profile, _ file: String) -> [String] {
    do {
      switch test.subject {
      case .text(let text):
        let source = Source(name: profile.name + ".txt", bytes: Array(text.utf8))
        return test.expect.failures(try process(source, profile))
      case .path(let path):
        let path = ProfilePath.beside(file, path)
        guard let bytes = contents(path) else { return ["\(path) can't be read"] }
        let name = path.dropFirst(ProfilePath.folder(path).count)
        return test.expect.failures(
          try process(Source(name: String(name), bytes: bytes), profile))
      case .line(let line, let isHeading):
        return try failures(line, isHeading: isHeading, profile)
      }
    } catch {
      return ["\(error)"]
    }
  }

  private func failures(
    _ line: String, isHeading: Bool, _ profile: Profile
  ) throws -> [String] {
    guard let list = SampleList(around: line, isHeading: isHeading, profile) else {
      return ["has none of the forms in headings.patterns"]
    }
    let record = try process(Source(name: "line.txt", bytes: list.bytes), profile)
    let isFound = record.sections.contains { section in
      section.heading?.overlaps(list.line) ?? false
    }
    if isFound == isHeading { return [] }
    return [isHeading ? "is not taken for a heading" : "is taken for a heading"]
  }
}

extension Profile.Expectation {
  /// What a record holds and was not expected to.
  func failures(_ record: Record) -> [String] {
    var out: [String] = []
    func compare<Value: Equatable>(_ what: String, _ expected: Value?, _ found: Value?) {
      guard let expected, expected != found else { return }
      out.append("\(what): expected \(expected), found \(found.map { "\($0)" } ?? "none")")
    }
    let players = record.sections.flatMap(\.players).map(\.name)
    compare("id", id, record.id)
    compare("title", title, record.title.map(record.string) ?? record.headTitle)
    compare("year", year, record.year)
    compare("language", language, record.language)
    compare("sections", sections, record.sections.count)
    compareLists("titles", titles, record.sections.map { $0.title ?? "" }, &out)
    compare("fields", fields, record.sections.reduce(0) { $0 + $1.fields.count })
    compare("players", self.players, players.count)
    compareLists("players", playerNames, players, &out)
    for (name, count) in repairs.sorted(by: { $0.key < $1.key }) {
      let found = record.repairs.count { repair in
        (try? LinePattern(name))?.match(repair.rule.rawValue) != nil
      }
      compare("repairs \(name)", count, found)
    }
    return out
  }

  /// Tells of the first difference: a list whole would hide it.
  private func compareLists(
    _ what: String, _ expected: [String]?, _ found: [String], _ out: inout [String]
  ) {
    guard let expected, expected != found else { return }
    if expected.count != found.count {
      out.append("\(what): expected \(expected.count), found \(found.count)")
    }
    if let index = zip(expected, found).enumerated().first(where: { $1.0 != $1.1 })?.offset {
      out.append(
        "\(what): number \(index + 1): expected '\(expected[index])', found '\(found[index])'")
    }
  }
}
