import GalleyModel
import Testing

@testable import GalleyStore

/// What a store is put through: a run that may be struck, and what must be there once it came to its
/// end, whatever struck it before.
protocol Trial: Sendable {
  /// Makes what is there before the run.
  func prepare(_ folder: TemporaryFolder) async throws
  func perform(in folder: TemporaryFolder, disk: Disk) async throws
  func checkDone(_ folder: TemporaryFolder) async throws
}

/// A store with a history, and a run that adds to it all that can happen to a document.
struct Scenario: Trial {
  /// The files of the store before the run.
  private var before: [String: [UInt8]] = [:]
  /// What the run adds, in batches.
  let batches: [[Document]]
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
    // Two revisions that go, and one that was forgotten and is taken again in the second batch.
    let gone = try ["First.", "Second."].map {
      try document(source("Gone", $0, name: "gone.txt"), id: "list-gone")
    }
    let back = try document(source("Back", name: "back.txt"), id: "list-back")
    let new = try (0..<6).map {
      try document(source("New \($0)", name: "new\($0).txt"), id: "list-new-\($0)")
    }
    // The middle batch is above the number of files that are synced one by one. The first and the
    // last change what is there already, so that nothing but the feed's and the lock's syncs saves
    // them from being forgotten.
    batches = [[revised], [copy, kept, back] + new, [again]]
    records = Dictionary(
      uniqueKeysWithValues: ([revised, again, kept, back] + new).map {
        ($0.record.id + ".json", $0.json)
      })
    blobs = Dictionary(
      uniqueKeysWithValues: ((hasHistory ? [old] : []) + [revised, again, kept, back] + new).map {
        let digest = $0.record.sourceSHA256
        return ("\(digest.prefix(2))/\(digest)", $0.source)
      })
    if !hasHistory { return }
    let folder = try TemporaryFolder()
    let store = try Store(folder("Store"))
    for document in [old, stale, kept] + gone + [back] { _ = store.add(document) }
    try store.forget([back.record.id])
    try store.close()
    before = try folder.files(below: "Store")
  }

  func prepare(_ folder: TemporaryFolder) throws { try folder.write(before, below: "Store") }

  func perform(in folder: TemporaryFolder, disk: Disk) throws {
    _ = try run(folder("Store"), disk: disk)
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

extension Scenario {
  /// What must hold once a run came to its end.
  func checkDone(_ folder: TemporaryFolder) throws {
    try checkVisible(folder)
    try checkTold(folder)
    guard try folder.files(below: "Store/records") == records else { throw Fault("records differ") }
    guard try folder.files(below: "Store/blobs") == blobs else { throw Fault("blobs differ") }
    guard try folder.files(below: "Store/tmp").isEmpty else { throw Fault("debris in tmp") }
    try checkFeed(folder)
    let again = try run(folder("Store"))
    guard again.allSatisfy({ if case .write = $0 { false } else { true } }) else {
      throw Fault("not idempotent: \(again)")
    }
  }
}
