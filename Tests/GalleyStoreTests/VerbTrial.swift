import GalleyModel
import Testing

@testable import GalleyStore

/// What a user asks of a store, as runs that may be struck.
struct VerbTrial: Trial {
  enum Verb: CaseIterable {
    case ingest, reprocess, rebuild, rebuildOfABrokenFeed, forget, retry, drop
  }

  let verb: Verb
  private let inbox: TemporaryFolder
  /// The files of the store before the run.
  private var before: [String: [UInt8]] = [:]
  /// What an undisturbed run leaves.
  private var expected = Outcome()

  private struct Outcome: Equatable {
    var files: [String: [UInt8]] = [:]
    var documents: [String: Catalogue.Head] = [:]
    var sources: [String: String] = [:]
    var forgotten: [String: String] = [:]
    var deaths: [String: Int] = [:]
    var setAside: [SetAside] = []

    init() {}

    init(_ folder: TemporaryFolder) throws {
      files = try folder.files(below: "Store").filter { $0.key.contains("/") }
      let reader = try StoreReader(folder("Store"))
      documents = reader.catalogue.documents
      sources = reader.catalogue.sources.mapValues(\.id)
      forgotten = reader.catalogue.forgotten
      deaths = Attempts.deaths(in: reader.root)
      setAside = reader.setAside
    }
  }

  init(_ verb: Verb) async throws {
    self.verb = verb
    inbox = try TemporaryFolder()
    for name in ["a", "b", "c", "poison"] {
      try inbox.write(source("Inbox \(name)").bytes, to: name + ".txt")
    }
    let folder = try TemporaryFolder()
    try fill(folder)
    before = try folder.files(below: "Store")
    try await perform(in: folder, disk: Disk())
    expected = try Outcome(folder)
  }

  func prepare(_ folder: TemporaryFolder) throws { try folder.write(before, below: "Store") }

  /// Documents with two revisions and with two names, one that is forgotten, one that is set aside.
  private func fill(_ folder: TemporaryFolder) throws {
    let store = try Store(folder("Store"))
    var copy = source("Copied", name: "copied.txt")
    _ = try store.take([copy, source("Other", name: "other.txt"), source("Gone", name: "gone.txt")])
    copy.name = "copy.txt"
    _ = try store.take([copy])
    for text in ["First.", "Second."] {
      _ = store.add(try document(source("Old", text, name: "old.txt"), id: "list-old"))
    }
    try store.flush()
    let known = store.catalogue
    let gone = try #require(known.names["gone.txt"].flatMap { known.sources[$0]?.id })
    try store.forget([gone])
    try store.close()
    let poison = try inbox.files(below: "")["poison.txt"]?.count ?? 0
    let deaths = String(repeating: "+\(poison) poison.txt\n", count: 3) + "+7 other.txt\n"
    try folder.write(deaths, to: "Store/attempts")
    if verb == .rebuildOfABrokenFeed {
      let feed = try folder.files(below: "Store")["changes.jsonl"] ?? []
      let lines = feed.split(separator: 0x0A).map { Array($0) + [0x0A] }
      let broken = [lines[0], [0, 0, 0x0A]] + lines[2...] + [Array(lines[0].prefix(20))]
      try folder.write(Array(broken.joined()), to: "Store/changes.jsonl")
    }
  }

  func perform(in folder: TemporaryFolder, disk: Disk) async throws {
    let store = try Store(folder("Store"), disk: disk)
    switch verb {
    case .ingest:
      var inputs = Inputs(inbox: inbox(""), current: FilePath("/"))
      try inputs.addInbox(inbox(""))
      store.batchDocuments = 2
      try await Ingest(intake: Intake(), jobs: 1).run(
        inputs.all, into: store, knowing: store.catalogue
      ) { _, _ in }
    case .reprocess:
      var other = Profile(name: "other")
      other.sha256 = String(repeating: "0", count: 64)
      let reader = try StoreReader(folder("Store"))
      try await Reprocess(jobs: 1, policy: .use(other)).run(
        reader.catalogue.documents.keys.sorted(), of: reader, into: store
      ) { _, _ in }
    case .rebuild, .rebuildOfABrokenFeed: _ = try store.rebuild()
    case .forget: try store.forget(["list-old"])
    case .drop: _ = try store.drop(["poison.txt"], reason: "a poison")
    case .retry: _ = try store.release(["poison.txt"])
    }
    try store.close()
  }

  func checkDone(_ folder: TemporaryFolder) throws {
    try checkVisible(folder)
    try checkTold(folder)
    try checkFeed(folder)
    let found = try Outcome(folder)
    guard found == expected else { throw Fault("\(found) is not \(expected)") }
  }
}
