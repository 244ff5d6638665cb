import Foundation
import GalleyModel
import Testing

@testable import GalleyStore

@Suite struct VerifyTests {
  let folder: TemporaryFolder
  let sources = [source("First", name: "a.txt"), source("Second", name: "b.txt")]

  init() throws {
    folder = try TemporaryFolder()
    let store = try Store(folder("Store"))
    _ = try store.take(sources)
    try store.close()
  }

  func codes() throws -> [String] {
    try Verification(StoreReader(folder("Store"))).problems.map(\.code)
  }

  func file(in part: String) throws -> String {
    let file = try #require(try folder.files(below: "Store/" + part).keys.sorted().first)
    return "Store/\(part)/\(file)"
  }

  @Test func aWholeStore() throws {
    let verification = try Verification(StoreReader(folder("Store")))
    #expect(verification.problems.isEmpty)
    #expect(verification.stale.isEmpty)
    #expect(verification.records == 2)
    #expect(verification.sources == 2)
  }

  @Test(arguments: [("records", "E315", "E314"), ("blobs", "E313", "E312")])
  func aFileChangedOrGone(_ part: String, changed: String, gone: String) throws {
    let file = try file(in: part)
    try folder.write("other", to: file)
    #expect(try codes() == [changed])
    try folder.remove(file)
    #expect(try codes() == [gone])
  }

  /// A text with repairs of several kinds: joins, a page number, a hyphen.
  static let wrapped = Source(
    name: "w.txt",
    bytes: Array(
      """
      The harbour of 2024

      The keepers of the harbour light wrote down each ship that passed in the
      night, and in the morning they counted the lan-
      terns that had come home again, as was the

      12

      habit of all keepers before them, who had never lost a single light there.
      """.utf8))

  @Test func repairsLeadFromTheSourceToTheText() throws {
    let document = try Document(Self.wrapped, knownTo: Catalogue())
    #expect(document.record.repairs.count >= 4)
    let record = try #require(JSONValue(document.json))
    let replay = try #require(Replay(record, of: document.source))
    #expect(replay.flaw == nil)
  }

  /// A record that says something else of its source than is so.
  @Test(arguments: [
    (#""after":" ""#, #""after":"  ""#), (#""before":"\n""#, #""before":"-""#),
    (#""text":"The keepers"#, #""text":"The sleepers"#), (#""repairs":["r0"#, #""repairs":["r9"#),
    (#"{"start":2"#, #"{"start":3"#),
  ]) func aFalseLogIsFound(_ said: String, _ instead: String) throws {
    let document = try Document(Self.wrapped, knownTo: Catalogue())
    let text = String(decoding: document.json, as: UTF8.self)
    let changed = text.replacingOccurrences(of: said, with: instead)
    #expect(changed != text)
    let record = try #require(JSONValue(Array(changed.utf8)))
    #expect(try #require(Replay(record, of: document.source)).flaw != nil)
  }

  @Test func verifyReplays() throws {
    let store = try Store(folder("Store"))
    var document = try Document(Self.wrapped, knownTo: Catalogue())
    document.record.repairs[0].after = Array("?".utf8)
    _ = store.add(
      Document(name: document.name, source: document.source, record: document.record))
    try store.close()
    #expect(try codes() == ["E321"])
  }

  @Test func theFeedBehindOrBroken() throws {
    let feed = try #require(try folder.files(below: "Store")["changes.jsonl"])
    let first = try #require(feed.firstIndex(of: 0x0A))
    try folder.write(Array(feed[...first]), to: "Store/changes.jsonl")
    #expect(try codes() == ["E311"])
    try folder.write(Array(feed[(first + 1)...]), to: "Store/changes.jsonl")
    #expect(try codes() == ["E310", "E311"])
    try folder.write(feed + Array("\0\0\n".utf8), to: "Store/changes.jsonl")
    #expect(try codes() == ["E310"])
    try Store(folder("Store")).close()
    #expect(try codes() == ["E310"])
  }

  @Test func aRecordByOtherRules() throws {
    let store = try Store(folder("Store"))
    let plain = try Document(sources[0], knownTo: store.catalogue)
    var record = plain.record
    record.diagnostics.append(Diagnostic(.info, "I999", "Other rules."))
    _ = store.add(Document(name: plain.name, source: plain.source, record: record))
    try store.close()
    let verification = try Verification(StoreReader(folder("Store")))
    #expect(verification.problems.isEmpty)
    #expect(verification.stale == [record.id])
  }

  @Test func findsByIDAndByName() throws {
    let reader = try StoreReader(folder("Store"))
    let id = try #require(reader.id(of: "b.txt"))
    #expect(reader.id(of: id) == id)
    #expect(try reader.source(reader.catalogue.documents[id]?.source ?? "") == sources[1].bytes)
    #expect(reader.id(of: "../Store/changes.jsonl") == nil)
  }
}
