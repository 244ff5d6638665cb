import Foundation
import GalleyModel
import Testing

@testable import GalleyStore

/// A list that is read as one document, whatever `text` says in it.
func source(_ title: String, _ text: String = "Some text.", name: String = "a.txt") -> Source {
  Source(name: name, bytes: Array("\(title)\n\n1 One\n\(text)\n\n2 Two\nMore text.\n".utf8))
}

/// A document that the rules would know by `id`.
func document(_ source: Source, id: String) throws -> Document {
  var record = try Document(source, knownTo: Catalogue()).record
  record.id = id
  return Document(name: source.name, source: source.bytes, record: record)
}

extension Store {
  /// Adds sources as a run does.
  func take(_ sources: [Source]) throws -> [Decision] {
    let known = catalogue
    let decisions = try sources.map { add(try Document($0, knownTo: known)) }
    try flush()
    return decisions
  }
}

@Suite struct StoreTests {
  let folder: TemporaryFolder
  var path: FilePath { folder("Store") }

  init() throws { folder = try TemporaryFolder() }

  func take(_ sources: Source...) throws -> [Decision] {
    let store = try Store(path)
    let decisions = try store.take(sources)
    try store.close()
    return decisions
  }

  @Test func keepsTheRecordAndItsSource() throws {
    let source = source("The list")
    #expect(try take(source) == [.write(.added)])
    let document = try Document(source, knownTo: Catalogue())
    let digest = sha256(source.bytes.span)
    #expect(
      try folder.files(below: "Store/records") == [document.record.id + ".json": document.json])
    #expect(
      try folder.files(below: "Store/blobs") == ["\(digest.prefix(2))/\(digest)": source.bytes])
    #expect(try folder.files(below: "Store/tmp").isEmpty)
    #expect(try folder.files(below: "Store")["lock"] == [])
    let json = try #require(JSONValue(document.json))
    #expect(json["id"]?.string == document.record.id)
  }

  @Test func writesNothingTheSecondTime() throws {
    let sources = [source("First"), source("Second", name: "b.txt")]
    let first = try Store(path)
    _ = try first.take(sources)
    try first.close()
    let calls = Calls()
    let second = try Store(path, disk: Disk { calls.note($0) })
    let opening = calls.count
    #expect(try second.take(sources) == [.unchanged, .unchanged])
    try second.close()
    #expect(calls.count == opening)
    // Folders that are there and the one sync of a start; nothing that writes.
    #expect(calls.all.allSatisfy { [.makeFolder, .sync].contains($0.call) })
  }

  @Test func aCopyIsTheSameDocument() throws {
    let original = source("The list")
    var copy = original
    copy.name = "b/copy.txt"
    #expect(try take(original, copy) == [.write(.added), .write(.alias)])
    let stored = try folder.files(below: "Store/records")
    #expect(try take(original, copy) == [.unchanged, .unchanged])
    #expect(try take(copy) == [.unchanged])
    #expect(try folder.files(below: "Store/records") == stored)
    #expect(stored.count == 1)
    let catalogue = try Catalogue(of: path)
    #expect(catalogue.sources.values.map(\.name) == ["a.txt"])
    #expect(Set(catalogue.names.all) == ["a.txt", "b/copy.txt"])
  }

  @Test func aNewSourceIsTheNextRevision() throws {
    let store = try Store(path)
    let old = try document(source("The list", "Old."), id: "list-und-1")
    let new = try document(source("The list", "New."), id: "list-und-1")
    #expect(store.add(old) == .write(.added))
    #expect(store.add(new) == .write(.revised))
    try store.close()
    #expect(try folder.files(below: "Store/records") == ["list-und-1.json": new.json])
    #expect(try folder.files(below: "Store/blobs").count == 2)
    let head = try Catalogue(of: path).documents["list-und-1"]
    #expect(head?.revision == 2)
    #expect(head?.source == new.record.sourceSHA256)
  }

  /// It is part of what the store knows of a source, also where the feed is made anew.
  @Test func anEncodingThatWasToldStays() throws {
    let plain = Source(name: "a.txt", bytes: Array("The list\n\ncaf".utf8) + [0xE9, 0x20, 0x9C])
    var told = plain
    told.encoding = "windows-1250"
    #expect(try take(plain) == [.write(.added)])
    #expect(try take(told) == [.write(.reprocessed)])
    #expect(try take(plain) == [.unchanged])
    #expect(try Verification(StoreReader(path)).stale.isEmpty)
    try folder.remove("Store/changes.jsonl")
    #expect(try take(plain) == [.unchanged])
    let catalogue = try Catalogue(of: path)
    #expect(catalogue.encodings == [sha256(plain.bytes.span): "windows-1250"])
    let store = try Store(path)
    try store.forget(Array(catalogue.documents.keys))
    try store.close()
    #expect(try Catalogue(of: path).encodings.isEmpty)
  }

  @Test func anIDStaysWhenTheRulesForTitlesChange() throws {
    let source = source("The list")
    let store = try Store(path)
    _ = store.add(try document(source, id: "list-by-older-rules"))
    try store.close()
    #expect(try Document(source, knownTo: store.catalogue).record.id == "list-by-older-rules")
  }

  @Test(arguments: ["records", "blobs"])
  func heals(_ part: String) throws {
    let source = source("The list")
    _ = try take(source)
    let whole = try folder.files(below: "Store/" + part)
    let name = try #require(whole.keys.first)
    try folder.write("cut", to: "Store/\(part)/\(name)")
    #expect(try take(source) == [.write(.reprocessed)])
    #expect(try folder.files(below: "Store/" + part) == whole)
    try folder.remove("Store/\(part)/\(name)")
    #expect(try take(source) != [.unchanged])
    #expect(try folder.files(below: "Store/" + part) == whole)
  }

  @Test(arguments: ["", "{\"seq\":1,\"chan", "\0\0\0\0\n"])
  func rebuildsALostFeed(_ text: String) throws {
    let sources = [source("First"), source("Second", name: "b.txt")]
    _ = try take(sources[0], sources[1])
    try folder.write(text, to: "Store/changes.jsonl")
    let store = try Store(path)
    #expect(store.catalogue.documents.count == 2)
    #expect(try store.take(sources) == [.unchanged, .unchanged])
    try store.close()
  }

  @Test func oneAtATime() throws {
    let first = try Store(path)
    _ = try first.take([source("The list")])
    #expect(throws: StoreError.locked(path, holder: "\(ProcessInfo.processInfo.processIdentifier)"))
    {
      try Store(path)
    }
    try first.close()
    withExtendedLifetime(first) {}
  }

  @Test(arguments: ["records", "blobs", "tmp", "lock", "changes.jsonl"])
  func followsNoLinkOut(_ name: String) throws {
    try folder.write("mine", to: "outside/file")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/Store", withIntermediateDirectories: false)
    let isFolder = ["records", "blobs", "tmp"].contains(name)
    try folder.link("Store/" + name, to: isFolder ? "../outside" : "../outside/file")
    #expect(throws: StoreError.self) { try Store(path) }
    #expect(try folder.files(below: "outside") == ["file": Array("mine".utf8)])
  }

  @Test func needsAFolder() throws {
    try folder.write("x", to: "file")
    #expect(throws: StoreError.notAFolder(folder("file"))) { try Store(folder("file")) }
    #expect(throws: StoreError.self) { try Store(folder("no/such/parent")) }
  }
}
