import GalleyModel
import GalleyTestSupport
import Testing

@testable import GalleyStore

/// What a user asks of a store beside ingesting.
@Suite struct VerbTests {
  let folder: TemporaryFolder
  let sources = [source("First"), source("Second", name: "b.txt")]
  var path: FilePath { folder("Store") }

  init() throws {
    folder = try TemporaryFolder()
    let store = try Store(path)
    _ = try store.take(sources)
    try store.close()
  }

  func id(_ name: String) throws -> String { try #require(try StoreReader(path).id(of: name)) }

  func forget(_ ids: [String]) throws {
    let store = try Store(path)
    try store.forget(ids)
    try store.close()
  }

  @Test func theFeedsEndTellsWhetherAnythingCame() throws {
    let tail = try FeedTail(path)
    let lines = try tail.next(after: 0)
    let last = try #require(lines.last?.line)
    let first = try #require(lines.first?.line)
    let size = tail.offset
    #expect(tail.ends(with: last, at: size))
    #expect(!tail.ends(with: first, at: size))
    #expect(!tail.ends(with: last, at: size - 1))
    try forget([id("b.txt")])
    #expect(!tail.ends(with: last, at: size))
    #expect(try tail.next(after: 2).count == 1)
    #expect(!tail.ends(with: last, at: tail.offset))
  }

  @Test func severalDocumentsOfAName() throws {
    let store = try Store(path)
    _ = try store.take([source("Third", name: "b.txt")])
    try store.close()
    let reader = try StoreReader(path)
    let newest = try #require(reader.id(of: "b.txt"))
    #expect(reader.ids(of: "b.txt").count == 2)
    #expect(reader.ids(of: "b.txt").contains(newest))
    #expect(reader.ids(of: newest) == [newest])
    #expect(reader.ids(of: "c.txt") == [])
    try forget(reader.ids(of: "b.txt"))
    #expect(try StoreReader(path).ids(of: "b.txt") == [])
  }

  func codes() throws -> [String] { try Verification(StoreReader(path)).problems.map(\.code) }

  @Test func whatIsForgottenIsGone() throws {
    let id = try id("b.txt")
    try folder.write("words of it", to: "Store/index.sqlite")
    try forget([id, "no-such-id"])
    let files = try folder.files(below: "Store")
    #expect(files.keys.filter { $0.hasPrefix("records/") }.count == 1)
    #expect(files.keys.filter { $0.hasPrefix("blobs/") }.count == 1)
    #expect(files["index.sqlite"] == nil)
    #expect(files["lock"] == [])
    #expect(try StoreReader(path).id(of: "b.txt") == nil)
    #expect(try codes().isEmpty)
    let last = try #require(
      try FeedTail(path).next(after: 2).first.flatMap { Change(line: $0.line.dropLast()) })
    #expect(last.kind == .forgotten)
    #expect(last.id == id)
    #expect(last.sequence == 3)
  }

  @Test func itStaysForgottenUntilItIsRevived() throws {
    try forget([try id("b.txt")])
    let store = try Store(path)
    #expect(try store.take(sources) == [.unchanged, .forgotten])
    var renamed = sources[1]
    renamed.name = "c.txt"
    #expect(try store.take([renamed]) == [.forgotten])
    let document = try Document(sources[1], knownTo: store.catalogue)
    #expect(store.add(document, revives: true) == .write(.added))
    try store.close()
    let again = try Store(path)
    #expect(try again.take(sources) == [.unchanged, .unchanged])
    #expect(try codes().isEmpty)
  }

  /// Another text of a forgotten list is news.
  @Test func aNewSourceOfAForgottenListIsAdded() throws {
    let store = try Store(path)
    let old = try document(source("List", "Old."), id: "list-x")
    let new = try document(source("List", "New."), id: "list-x")
    #expect(store.add(old) == .write(.added))
    try store.forget(["list-x"])
    #expect(store.add(new) == .write(.added))
    #expect(store.add(old) == .forgotten)
    try store.close()
    let reader = try StoreReader(path)
    #expect(reader.catalogue.documents["list-x"]?.revision == 1)
    #expect(try reader.source(old.record.sourceSHA256) == nil)
    #expect(try reader.source(new.record.sourceSHA256) == new.source)
  }

  func reprocess(
    _ policy: ProfilePolicy = .use(.builtin), onlyStale: Bool = false, writes: Bool = true
  ) async throws -> [String] {
    let store = writes ? try Store(path) : nil
    let reader = try StoreReader(path)
    var outcomes: [String] = []
    try await Reprocess(jobs: 2, policy: policy, onlyStale: onlyStale).run(
      reader.catalogue.documents.keys.sorted(), of: reader, into: store
    ) { id, outcome in
      switch outcome {
      case .changed(_, let after):
        outcomes.append("changed")
        // What is told has happened.
        if writes { #expect((try? folder.read("Store/records/\(id).json")) == after) }
      case .unchanged: outcomes.append("unchanged")
      case .current: outcomes.append("current")
      case .failed(let failure): outcomes.append(failure.code)
      }
    }
    try store?.close()
    return outcomes
  }

  @Test func otherRulesMakeOtherRecords() async throws {
    #expect(try await reprocess() == ["unchanged", "unchanged"])
    #expect(try await reprocess(onlyStale: true) == ["current", "current"])
    var profile = Profile(name: "other")
    profile.sha256 = String(repeating: "0", count: 64)
    let before = try folder.files(below: "Store")
    #expect(try await reprocess(.use(profile), writes: false) == ["changed", "changed"])
    #expect(try folder.files(below: "Store") == before)
    #expect(
      try await reprocess(.use(profile), onlyStale: true) == ["changed", "changed"])
    #expect(try await reprocess(.use(profile)) == ["unchanged", "unchanged"])
    let changes = try FeedTail(path).next(after: 2).compactMap { Change(line: $0.line.dropLast()) }
    #expect(changes.map(\.kind) == [.reprocessed, .reprocessed])
    #expect(changes.map(\.revision) == [1, 1])
    #expect(try Verification(StoreReader(path), by: .use(profile)).stale.isEmpty)
  }

  @Test func aLostRecordIsMadeAnewAndABadSourceIsNot() async throws {
    let first = try id("a.txt")
    let second = try id("b.txt")
    let whole = try folder.files(below: "Store/records")
    try folder.remove("Store/records/\(first).json")
    let bytes = sources[1].bytes
    let digest = sha256(bytes.span)
    try folder.write("other", to: "Store/blobs/\(digest.prefix(2))/\(digest)")
    let outcomes = try await reprocess()
    #expect(outcomes == (first < second ? ["changed", "E313"] : ["E313", "changed"]))
    #expect(try folder.files(below: "Store/records") == whole)
  }

  @Test func theFeedIsShownInWholeLines() throws {
    let tail = try FeedTail(path)
    #expect(try tail.next(after: 1).map(\.sequence) == [2])
    #expect(try tail.next(after: 1).isEmpty)
    let feed = try #require(try folder.files(below: "Store")["changes.jsonl"])
    var change = try #require(Change(line: feed.split(separator: 0x0A)[0]))
    change.sequence = 3
    let line = change.line
    for part in [line.prefix(20), line.dropFirst(20).dropLast()] {
      try append(Array(part))
      #expect(try tail.next(after: 2).isEmpty)
    }
    try append([0x0A])
    #expect(try tail.next(after: 2).map(\.line) == [line])
    #expect(!tail.isReplaced)
    _ = try Store(path).rebuild()
    #expect(tail.isReplaced)
  }

  private func append(_ bytes: [UInt8]) throws {
    let root = try Descriptor.open(path, flags: Descriptor.folderFlags)
    let file = try Disk().openLog(Layout.feed, in: root.raw)
    try Disk().write(bytes, to: file, path)
  }
}

@Suite struct RebuildTests {
  /// rebuild(files) = ledger, as far as files tell: heads, sources and which document each belongs to.
  /// Names of aliases and the order of earlier revisions are in the feed alone.
  @Test(arguments: 0..<20)
  func givesWhatTheLostFeedSaid(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    let store = try Store(folder("Store"))
    for step in 0..<12 {
      let list = Int.random(in: 0..<4, using: &random)
      let text = "Text \(Int.random(in: 0..<3, using: &random))."
      _ = try store.take([source("List \(list) of 2024", text, name: "\(list).txt")])
      if step == 8 { try store.forget(store.catalogue.documents.keys.sorted().suffix(1)) }
    }
    try store.close()
    let told = try Catalogue(of: folder("Store"))

    try folder.write("", to: "Store/changes.jsonl")
    let broken = try Store(folder("Store"))
    let rebuilt = try broken.rebuild()
    try broken.close()
    #expect(rebuilt.unknown == 0)
    let found = try Catalogue(of: folder("Store"))
    #expect(found.documents.mapValues(\.source) == told.documents.mapValues(\.source))
    #expect(found.documents.mapValues(\.record) == told.documents.mapValues(\.record))
    #expect(found.sources.mapValues(\.id) == told.sources.mapValues(\.id))
    #expect(try Verification(StoreReader(folder("Store"))).problems.isEmpty)
  }

  @Test func whatCanBeReadIsKept() throws {
    let folder = try TemporaryFolder()
    let store = try Store(folder("Store"))
    _ = try store.take((0..<5).map { source("List \($0)", name: "\($0).txt") })
    let ids = store.catalogue.documents.keys.sorted()
    try store.forget([ids[0]])
    try store.close()
    let told = try Catalogue(of: folder("Store"))
    let feed = try #require(try folder.files(below: "Store")["changes.jsonl"])
    let lines = feed.split(separator: 0x0A).map { Array($0) + [0x0A] }
    try folder.write(
      lines[0] + [0, 0, 0x0A] + lines[2...].joined(), to: "Store/changes.jsonl")
    let broken = try Store(folder("Store"))
    _ = try broken.rebuild()
    try broken.close()
    let reader = try StoreReader(folder("Store"))
    #expect(reader.unreadable == 0)
    #expect(reader.gaps == 0)
    #expect(reader.catalogue.documents == told.documents)
    #expect(Set(reader.catalogue.forgotten.values).isSubset(of: [ids[0]]))
  }
}
