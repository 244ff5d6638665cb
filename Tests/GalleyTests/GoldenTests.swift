import Foundation
import Galley
import GalleyModel
import Testing

/// Each folder of Tests/Cases holds an article and the reading that is right: `input.txt` or
/// `input.html`, and `expected.json`. Scripts/renew-golden writes the readings anew; look at the
/// difference before you keep it. A folder with `issue.md` is read wrong so far, and the file says why.
@Suite struct GoldenTests {
  @Test(arguments: Document.cases.map(\.name)) func readsRight(name: String) throws {
    let document = try #require(Document.cases.first { $0.name == name })
    let text = Golden.text(of: try process(document.source))
    let folder = Document.casesFolder.appendingPathComponent(name).deletingLastPathComponent()
    let file = folder.appendingPathComponent("expected.json")
    if ProcessInfo.processInfo.environment["GALLEY_RENEW"] != nil {
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let issue = folder.appendingPathComponent("issue.md")
    let isKnown = FileManager.default.fileExists(atPath: issue.path)
    withKnownIssue("see issue.md", isIntermittent: true) {
      #expect(
        text == expected, "\(name) is read differently:\n\(difference(of: text, from: expected))")
    } when: {
      isKnown
    }
  }
}

/// The part of a record that says what was read, without ids and places.
enum Golden {
  static func text(of record: Record) -> String {
    Tree.object([
      "answer": answer(of: record),
      "dropped": .list(dropped(record)),
    ]).lines
  }

  /// What the article says, whatever stood around it. `withLabels`: also how its numbers are printed.
  static func answer(of record: Record, withLabels: Bool = true) -> Tree {
    .object([
      "title": .optional(record.title.map(record.string) ?? record.headTitle),
      "year": .optional(record.year),
      "publisher": .optional(record.publisher),
      "language": .string(record.language),
      "published": .optional(record.published),
      "preface": passages(record.preface, record),
      "sections": .list(record.sections.map { section($0, record, withLabels) }),
      "trailer": passages(record.trailer, record),
    ])
  }

  private static func passages(_ passages: [Record.Passage], _ record: Record) -> Tree {
    .list(passages.map { .string(record.string($0)) })
  }

  private static func section(
    _ section: Record.Section, _ record: Record, _ withLabels: Bool
  ) -> Tree {
    .object([
      "number": .optional(section.number),
      "label": .optional(withLabels ? section.label : nil),
      "title": .optional(section.title),
      "group": .optional(section.group),
      "fields": .list(
        section.fields.map { .string("\($0.key ?? "-") | \($0.label ?? "-") | \($0.value)") }),
      "players": .list(section.players.map { .string(player($0)) }),
      "availability": .optional(section.availability.map(availability)),
      "body": passages(section.body, record),
    ])
  }

  private static func player(_ player: Record.Player) -> String {
    ([player.name] + player.aliases).joined(separator: " = ")
      + (player.role == .participant ? "" : " (\(player.role.rawValue))")
  }

  private static func availability(_ value: Record.Availability) -> String {
    func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "…" }
    return switch value.kind {
    case .range: "\(text(value.minYears)) to \(text(value.maxYears)) years"
    case .year: "year \(value.year.map { "\($0)" } ?? "-")"
    case .now, .unknown: value.kind.rawValue
    }
  }

  /// Text that was left out; white space and joins aside.
  private static func dropped(_ record: Record) -> [Tree] {
    record.repairs.filter { $0.rule.rawValue.hasPrefix("drop.") }.map {
      .string($0.rule.rawValue + " | " + String(decoding: $0.before, as: UTF8.self))
    }
  }
}
