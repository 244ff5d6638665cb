internal import GalleyModel

/// The tests that travel inside a profile.
extension ProfileReader {
  mutating func tests(_ entry: Entry) -> [Profile.Test] {
    guard case .list(let items) = entry.value.value else {
      expect("a list of tests", at: entry.value, entry.path)
      return []
    }
    return items.compactMap { test($0, entry.path) }
  }

  private mutating func test(_ node: YAMLNode, _ path: String) -> Profile.Test? {
    var subjects: [Profile.Test.Subject] = []
    var line: String?
    var heading: Entry?
    var expected: Entry?
    let known = ["text", "input", "line", "heading", "expect"]
    for entry in entries(of: node, at: path, known: known) {
      switch entry.key {
      case "text": text(entry).map { subjects.append(.text($0)) }
      case "input": text(entry).map { subjects.append(.path($0)) }
      case "line": line = text(entry)
      case "heading": heading = entry
      default: expected = entry
      }
    }
    if let line, let heading {
      guard let isHeading = truth(heading) else { return nil }
      subjects.append(.line(line, isHeading: isHeading))
    }
    guard subjects.count == 1, (line == nil) == (heading == nil) else {
      note(
        "a test has one of 'text', 'input', or 'line' with 'heading'", at: node.place, path)
      return nil
    }
    var test = Profile.Test(subjects[0], line: node.place.line)
    if let expected {
      if line == nil {
        test.expect = expectation(expected)
      } else {
        note("a line's test has 'heading' and no 'expect'", at: expected.place, path)
      }
    } else if line == nil {
      note("'expect' is missing", at: node.place, path)
    }
    return test
  }

  private mutating func expectation(_ parent: Entry) -> Profile.Expectation {
    var out = Profile.Expectation()
    let known = [
      "id", "title", "year", "language", "sections", "titles", "fields", "players", "repairs",
    ]
    for entry in entries(of: parent.value, at: parent.path, known: known) {
      switch entry.key {
      case "id": out.id = text(entry)
      case "title": out.title = text(entry)
      case "year": out.year = number(entry, in: 1000...9999)
      case "language": out.language = text(entry)
      case "sections": out.sections = number(entry, in: 0...10_000)
      case "titles": out.titles = texts(entry).map(\.text)
      case "fields": out.fields = number(entry, in: 0...100_000)
      case "players":
        if case .list = entry.value.value {
          out.playerNames = texts(entry).map(\.text)
        } else {
          out.players = number(entry, in: 0...100_000)
        }
      default: out.repairs = repairCounts(entry)
      }
    }
    return out
  }

  private mutating func repairCounts(_ parent: Entry) -> [String: Int] {
    var out: [String: Int] = [:]
    for entry in entries(of: parent.value, at: parent.path) {
      if rules(named: entry.key).isEmpty {
        unknown(
          "rule", entry.key, among: Rule.allCases.map(\.rawValue), at: entry.place, parent.path)
      } else {
        out[entry.key] = number(entry, in: 0...100_000)
      }
    }
    return out
  }
}
