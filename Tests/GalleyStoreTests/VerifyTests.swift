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
