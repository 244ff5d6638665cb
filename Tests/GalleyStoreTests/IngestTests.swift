import GalleyModel
import Testing

@testable import GalleyStore

@Suite struct IngestTests {
  /// Reports of a run over `Inbox`, a line each, and the store's files.
  func run(_ folder: TemporaryFolder, jobs: Int, into name: String) async throws -> (
    reports: [String], files: [String: [UInt8]]
  ) {
    var inputs = Inputs(inbox: folder("Inbox"), current: FilePath("/"))
    try inputs.addInbox(folder("Inbox"))
    let store = try Store(folder(name))
    var reports: [String] = []
    try await Ingest(intake: Intake(limit: 1 << 20), jobs: jobs).run(
      inputs.all, into: store, knowing: store.catalogue
    ) { index, outcome in
      switch outcome {
      case .taken(let summary, let decision): reports.append("\(index) \(summary.name) \(decision)")
      case .failed(let name, let failure): reports.append("\(index) \(name) \(failure.code)")
      case .dropped(let name, _): reports.append("\(index) \(name) dropped")
      }
    }
    try store.close()
    return (reports, try folder.files(below: name))
  }

  /// More than a batch, of uneven sizes, with copies and bad ones among them.
  func fill(_ folder: TemporaryFolder) throws {
    for i in 0..<150 {
      let lines = String(repeating: "A line of document \(i).\n", count: i % 17 == 0 ? 2000 : 1)
      try folder.write("Title \(i)\n\n\(lines)", to: "Inbox/\(i % 7)/\(i).txt")
    }
    try folder.write("Title 3\n\nA line of document 3.\n", to: "Inbox/copy.txt")
    try folder.write("", to: "Inbox/empty.txt")
    folder.makePipe("Inbox/pipe.txt")
  }

  @Test func neitherReportsNorStoreDependOnTheNumberOfWorkers() async throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let one = try await run(folder, jobs: 1, into: "one")
    #expect(one.reports.count == 153)
    #expect(one.reports.contains { $0.hasSuffix("copy.txt write(GalleyStore.Change.Kind.alias)") })
    #expect(one.reports.contains { $0.hasSuffix("pipe.txt E205") })
    #expect(one.files.keys.filter { $0.hasPrefix("records/") }.count == 150)
    for jobs in [2, 3, 16] {
      let other = try await run(folder, jobs: jobs, into: "jobs\(jobs)")
      #expect(other.reports == one.reports)
      #expect(other.files == one.files)
    }
    let again = try await run(folder, jobs: 2, into: "one")
    #expect(again.files == one.files)
    #expect(again.reports.filter { $0.hasSuffix("unchanged") }.count == 151)
  }

  @Test func withoutAStoreNothingIsWritten() async throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let before = try folder.files(below: ".").count
    var inputs = Inputs(inbox: folder("Inbox"), current: FilePath("/"))
    try inputs.addInbox(folder("Inbox"))
    var count = 0
    try await Ingest(intake: Intake(), jobs: 2).run(
      inputs.all, into: nil, knowing: Catalogue()
    ) { _, outcome in
      if case .taken(_, .write) = outcome { count += 1 }
    }
    #expect(count == 151)
    #expect(try folder.files(below: ".").count == before)
  }

  @Test func stopsWhenTheStoreFails() async throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    var inputs = Inputs(inbox: folder("Inbox"), current: FilePath("/"))
    try inputs.addInbox(folder("Inbox"))
    let full = Disk { $0.call == .write && $0.path.text.hasPrefix("tmp/") ? .fail(28) : .proceed }
    let store = try Store(folder("Store"), disk: full)
    var reported = 0
    await #expect(throws: StoreError.self) {
      try await Ingest(intake: Intake(), jobs: 2).run(
        inputs.all, into: store, knowing: store.catalogue
      ) { _, _ in reported += 1 }
    }
    // What is not durable was not told.
    #expect(reported == 0)
    #expect(try folder.files(below: "Store/records").isEmpty)
  }
}
