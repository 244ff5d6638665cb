import Foundation
import GalleyModel
import Testing

@testable import GalleyNormalize

/// Values read from hand-made gold, where it lies beside the repository.
@Suite(.enabled(if: Gold.folder != nil, "the corpus is not here: GALLEY_SHARED names it"))
struct GoldTests {
  @Test func playersAndAvailability() throws {
    var players = Tally()
    var availability = Tally()
    for gold in try Gold.all() {
      let sections = gold.draft.normalized.sections
      for (section, expected) in zip(sections, gold.sections) {
        if let names = expected["players"] as? [String], !names.isEmpty {
          players.count(section.players.map(\.text), names, in: gold.id)
        }
        if let value = expected["availability"] as? [String: Any] {
          availability.count(section.availability.map(Gold.key), Gold.key(value), in: gold.id)
        }
      }
    }
    print("players \(players), availability \(availability)")
    #expect(players.share >= 0.97)
    #expect(availability.share >= 0.97)
  }

  @Test func documents() throws {
    var year = Tally()
    var publisher = Tally()
    var language = Tally()
    for gold in try Gold.all() {
      let normalized = gold.draft.normalized
      year.count(normalized.year, gold.year, in: gold.id)
      publisher.count(normalized.publisher, gold.publisher, in: gold.id)
      language.count(normalized.language, gold.language, in: gold.id)
    }
    print("year \(year), publisher \(publisher), language \(language)")
    #expect(year.share >= 0.95)
    #expect(publisher.share >= 0.9)
    #expect(language.share == 1)
  }
}

/// Right answers of all, with the wrong ones for the log.
private struct Tally: CustomStringConvertible {
  private var right = 0
  private var all = 0
  private var wrong: [String] = []

  var share: Double { Double(right) / Double(max(all, 1)) }
  var description: String { "\(right) of \(all)" + wrong.map { "\n  " + $0 }.joined() }

  mutating func count<Value: Equatable>(_ value: Value, _ expected: Value, in id: String) {
    all += 1
    if value == expected { right += 1 } else { wrong.append("\(id): \(value), not \(expected)") }
  }
}

private struct Gold {
  let id: String
  let record: [String: Any]
  let source: String

  var sections: [[String: Any]] { record["sections"] as? [[String: Any]] ?? [] }
  var year: Int? { record["year"] as? Int }
  var publisher: String? { record["publisher"] as? String }
  var language: String { record["language"] as? String ?? "und" }

  static var folder: String? {
    let environment = ProcessInfo.processInfo.environment
    for shared in [environment["GALLEY_SHARED"], "../shared"].compactMap({ $0 }) {
      let folder = shared + "/eval/lists/dev"
      if FileManager.default.fileExists(atPath: folder) { return folder }
    }
    return nil
  }

  static func all() throws -> [Gold] {
    let folder = try #require(Gold.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.filter { $0.hasSuffix(".gold.json") }.map { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      let record = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let id = String(name.dropLast(10))
      let bytes = ["txt", "html"].lazy.compactMap {
        FileManager.default.contents(atPath: "\(folder)/\(id).\($0)")
      }.first
      return Gold(
        id: id, record: record ?? [:], source: String(decoding: bytes ?? Data(), as: UTF8.self))
    }
  }

  /// The gold's own parts as an outline, and the source's dates as metadata.
  var draft: Draft {
    var draft = Draft(
      title: record["title"] as? String, preface: record["preface"] as? [String] ?? [],
      trailer: record["trailer"] as? [String] ?? [], items: sections.count)
    for (index, section) in sections.enumerated() {
      for field in section["fields"] as? [[String: Any]] ?? [] {
        guard let key = field["key"] as? String, let value = field["value"] as? String else {
          continue
        }
        draft.addField(
          key, label: field["label"] as? String, value.components(separatedBy: "; "), item: index)
      }
      for paragraph in section["body"] as? [String] ?? [] { draft.addBody(paragraph, item: index) }
    }
    let date = #/(19|20)\d\d-[01]\d-[0-3]\d/#
    if let match = source.firstMatch(of: date) { draft.addMetadata(String(match.output.0)) }
    return draft
  }

  static func key(_ value: [String: Any]) -> String {
    key(
      value["kind"] as? String ?? "", value["min_years"] as? Double, value["max_years"] as? Double,
      value["year"] as? Int)
  }

  static func key(_ value: Record.Availability) -> String {
    key(value.kind.rawValue, value.minYears, value.maxYears, value.year)
  }

  private static func key(_ kind: String, _ low: Double?, _ high: Double?, _ year: Int?) -> String {
    func text<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }
    return "\(kind) \(text(low)) \(text(high)) \(text(year))"
  }
}
