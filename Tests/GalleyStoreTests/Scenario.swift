import GalleyModel
import Testing

@testable import GalleyStore

/// A store with a history, and a run that adds to it all that can happen to a document.
struct Scenario {
  /// In the store before the run.
  let before: [Document]
  /// What the run adds, in batches.
  let batches: [[Document]]
  /// Forgotten before the run and taken again in its second batch.
  let revived: Document
  /// The store's records and blobs after it.
  let records: [String: [UInt8]]
  let blobs: [String: [UInt8]]

  /// Without a history the run begins with no store at all.
  init(hasHistory: Bool) throws {
    let old = try document(source("Old", "First.", name: "old.txt"), id: "list-old")
    let revised = try document(source("Old", "Second.", name: "old.txt"), id: "list-old")
    let stale = try document(source("Stale", name: "stale.txt"), id: "list-stale")
    let again = try document(source("Stale", name: "stale.txt"), id: "list-stale").reprocessed
    let kept = try document(source("Kept", name: "kept.txt"), id: "list-kept")
    var copy = kept
    copy.name = "copy.txt"
    // Two revisions that go, and one that was gone and comes back.
    let gone = try ["First.", "Second."].map {
      try document(source("Gone", $0, name: "gone.txt"), id: "list-gone")
    }
    let back = try document(source("Back", name: "back.txt"), id: "list-back")
    revived = back
    let new = try (0..<6).map {
      try document(source("New \($0)", name: "new\($0).txt"), id: "list-new-\($0)")
    }
    before = hasHistory ? [old, stale, kept] + gone + [back] : []
    // The middle batch is above the number of files that are synced one by one. The first and the
    // last change what is there already, so that nothing but the feed's and the lock's syncs saves
    // them from being forgotten.
    batches = [[revised], [copy, kept, back] + new, [again]]
    records = Dictionary(
      uniqueKeysWithValues: ([revised, again, kept, back] + new).map {
        ($0.record.id + ".json", $0.json)
      })
    blobs = Dictionary(
      uniqueKeysWithValues: (before.prefix(1) + [revised, again, kept, back] + new).map {
        let digest = $0.record.sourceSHA256
        return ("\(digest.prefix(2))/\(digest)", $0.source)
      })
  }

  func prepare(_ path: FilePath) throws {
    if before.isEmpty { return }
    let store = try Store(path)
    for document in before { _ = store.add(document) }
    try store.forget([revived.record.id])
    try store.close()
  }

  /// A run, as far as it comes.
  func run(_ path: FilePath, disk: Disk = Disk()) throws(StoreError) -> [Decision] {
    let store = try Store(path, disk: disk)
    var decisions: [Decision] = []
    for (index, batch) in batches.enumerated() {
      decisions += batch.map { store.add($0, revives: true) }
      try store.flush()
      if index == 0 { try store.forget(["list-gone"]) }
    }
    try store.close()
    return decisions
  }
}

extension Document {
  /// The same source by other rules: its record says one thing more.
  fileprivate var reprocessed: Document {
    var record = record
    record.diagnostics.append(Diagnostic(.info, "I999", "Other rules."))
    return Document(name: name, source: source, record: record)
  }
}

/// What is wrong with a store.
struct Fault: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// What must hold at any moment: a reader sees whole records only, each with its source, and what
/// the feed tells has happened.
func checkVisible(_ folder: TemporaryFolder) throws {
  let records = try folder.files(below: "Store/records")
  let blobs = try folder.files(below: "Store/blobs")
  for (path, blob) in blobs where path != "\(sha256(blob.span).prefix(2))/\(sha256(blob.span))" {
    throw Fault("\(path) is torn")
  }
  func hasBlob(_ digest: String) -> Bool { blobs["\(digest.prefix(2))/\(digest)"] != nil }
  for (name, bytes) in records {
    guard let record = JSONValue(bytes), let id = record["id"]?.string, name == id + ".json",
      let digest = record["source"]?["sha256"]?.string
    else { throw Fault("\(name) is torn") }
    guard hasBlob(digest) else { throw Fault("\(name) has no source") }
  }
  let feed = try folder.files(below: "Store")["changes.jsonl"] ?? []
  let changes = feed.split(separator: 0x0A).compactMap { Change(line: $0) }
  for (id, head) in Feed(feed).catalogue.documents {
    // A newer record may be there already; what was told must be.
    guard let record = records[id + ".json"], hasBlob(head.source) else {
      throw Fault("\(id) is told but not there")
    }
    let digest = sha256(record.span)
    guard digest == head.record || !changes.contains(where: { $0.record == digest }) else {
      throw Fault("\(id) is told but there is an older one")
    }
  }
}

/// What must hold after a start: the feed tells of each record as it is.
func checkTold(_ folder: TemporaryFolder) throws {
  let catalogue = try Catalogue(of: folder("Store"))
  let told = catalogue.documents.mapValues(\.record)
  let found = try folder.files(below: "Store/records").map {
    (String($0.key.dropLast(5)), sha256($0.value.span))
  }
  guard told == Dictionary(uniqueKeysWithValues: found) else { throw Fault("the feed is behind") }
}

extension Scenario {
  /// What must hold once a run came to its end.
  func checkDone(_ folder: TemporaryFolder) throws {
    try checkVisible(folder)
    try checkTold(folder)
    guard try folder.files(below: "Store/records") == records else { throw Fault("records differ") }
    guard try folder.files(below: "Store/blobs") == blobs else { throw Fault("blobs differ") }
    guard try folder.files(below: "Store/tmp").isEmpty else { throw Fault("debris in tmp") }
    let lines = try folder.files(below: "Store")["changes.jsonl"] ?? []
    let changes = lines.split(separator: 0x0A).compactMap { Change(line: $0) }
    guard changes.map(\.sequence) == Array(1...changes.count) else { throw Fault("gaps") }
    guard Feed(lines).unreadable == 0 else { throw Fault("bad lines in the feed") }
    let again = try run(folder("Store"))
    guard again.allSatisfy({ if case .write = $0 { false } else { true } }) else {
      throw Fault("not idempotent: \(again)")
    }
  }
}
