import Foundation
import GalleyModel
import Testing

@testable import GalleyIndex
@testable import GalleyStore

@Suite struct SearchTests {
  let folder: URL
  var path: FilePath { FilePath(folder.path) }
  var file: String { folder.path + "/index.sqlite" }

  static let texts = [
    "Ten Things of 2024\n\n1 Paper Batteries\nWhy it matters: They are thin.\nA café sells épées.\n\n"
      + "2 Kites\nA kite on a rope.\n",
    "2023年十大技术\n\n1 人工智能芯片\n\n新的系统很快。\n\n2 量子计算\n\n它的系统很慢。\n\n3 纸电池\n\n它很薄。\n",
  ]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "galley-index-" + UUID().uuidString)
    try add(Self.texts)
  }

  func add(_ texts: [String]) throws {
    let store = try Store(path)
    for (index, text) in texts.enumerated() {
      let source = Source(name: "\(index)-\(text.utf8.count).txt", bytes: Array(text.utf8))
      _ = store.add(try Document(source, knownTo: store.catalogue))
    }
    try store.close()
  }

  func titles(_ query: String, _ filter: SearchFilter = SearchFilter()) throws -> [String] {
    try SearchIndex(of: path).search(query, where: filter, limit: 10).compactMap(\.title).sorted()
  }

  func end() { try? FileManager.default.removeItem(at: folder) }

  @Test(arguments: [
    ("BATTERIES", ["Paper Batteries"]), ("cafe epees", ["Paper Batteries"]),
    ("kit*", ["Kites"]), ("系统", ["人工智能芯片", "量子计算"]), ("片", ["人工智能芯片"]),
    ("芯", ["人工智能芯片"]), ("智能", ["人工智能芯片"]), ("智芯", []), ("系统 很慢", ["量子计算"]),
    ("\"rope on\"", []), ("nothing", []), ("thin", ["Paper Batteries"]),
    ("matters", ["Paper Batteries"]), ("things of", ["Ten Things of 2024"]), ("十大", ["2023年十大技术"]),
  ])
  func finds(_ query: String, _ expected: [String]) throws {
    defer { end() }
    #expect(try titles(query) == expected)
  }

  @Test func marksWhatWasFound() throws {
    defer { end() }
    let hit = try #require(
      try SearchIndex(of: path).search("人工智能", limit: 1).first)
    #expect(hit.snippet == "\u{2}人工智能\u{3}芯片")
    #expect(hit.position == 1)
    #expect(hit.year == 2023)
  }

  @Test func filters() throws {
    defer { end() }
    var filter = SearchFilter()
    filter.year = 2023
    #expect(try titles("系统", filter).count == 2)
    filter.year = 2022
    #expect(try titles("系统", filter).isEmpty)
    filter = SearchFilter()
    filter.language = "zh"
    #expect(try titles("系统", filter).count == 2)
    filter.language = "en"
    #expect(try titles("系统", filter).isEmpty)
    filter.key = "significance"
    #expect(try titles("a", filter) == ["Paper Batteries"])
  }

  @Test func followsTheFeed() throws {
    defer { end() }
    #expect(try titles("zeppelin").isEmpty)
    try add([
      "Ten Things of 2020\n\n1 Zeppelin\n\nIt flies over the hills.\n\n2 Boat\n\nIt swims in the lake.\n\n3 Cart\n\nIt rolls.\n"
    ])
    #expect(try titles("zeppelin") == ["Zeppelin"])
    let store = try Store(path)
    let id = try #require(store.catalogue.documents.keys.first { $0.contains("2020") })
    try store.forget([id])
    try store.close()
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try titles("zeppelin").isEmpty)
    #expect(try titles("kites") == ["Kites"])
  }

  @Test(arguments: ["", "no database at all, but longer than a header of SQLite is, by some bytes"])
  func aBadIndexIsMadeAnew(_ text: String) throws {
    defer { end() }
    #expect(try titles("kites") == ["Kites"])
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + end) }
    #expect(try titles("kites") == ["Kites"])
  }

  @Test func aRebuiltFeedMakesTheIndexAnew() throws {
    defer { end() }
    #expect(try titles("kites") == ["Kites"])
    let before = try Data(contentsOf: folder.appendingPathComponent("changes.jsonl"))
    // Another order of the same lines is another feed.
    let lines = before.split(separator: 0x0A).reversed().joined(separator: [0x0A]) + [0x0A]
    try Data(lines).write(to: folder.appendingPathComponent("changes.jsonl"))
    _ = try Store(path).rebuild()
    #expect(try titles("kites") == ["Kites"])
    // Nothing is there twice.
    let hits = try SearchIndex(of: path).search("a", limit: 100)
    #expect(!hits.isEmpty)
    #expect(Set(hits.map { "\($0.document)#\($0.position)" }).count == hits.count)
  }
}
