import Glibc
import Testing

@testable import GalleyStore

@Suite struct WatchStatusTests {
  let watched: WatchedFolder
  init() throws { watched = try WatchedFolder() }

  var status: StoreStatus {
    get throws { try StoreStatus(watched.folder("Store"), inbox: watched.folder("Inbox")) }
  }

  @Test func beforeTheFirstRun() throws {
    try watched.write("a.txt")
    let status = try status
    #expect(status.documents == 0)
    #expect(status.lastChange == nil)
    #expect(status.inbox?.pending == 1)
    #expect((0...5).contains(status.inbox?.oldestPending ?? -1))
    #expect(status.watcher == nil)
  }

  @Test func afterAWatcher() async throws {
    try watched.write("a.txt")
    try watched.folder.write("", to: "Inbox/empty.txt")
    try watched.start()
    try await watched.settle()
    try watched.write("b.txt")
    let status = try status
    #expect(status.documents == 1)
    #expect(status.inbox?.stored == 1)
    #expect(status.inbox?.pending == 1)
    #expect(status.inbox?.refused.map(\.code) == ["E101"])
    #expect(status.watcher?.mode == "events")
    #expect(abs((status.lastChange ?? 0) - time(nil)) < 60)
  }

  /// `ingest` keeps no cache: what is stored is known by its content.
  @Test func afterAnIngest() async throws {
    try watched.write("a.txt")
    try watched.write("b.txt")
    var inputs = Inputs(inbox: watched.folder("Inbox"), current: FilePath("/"))
    try inputs.addInbox(watched.folder("Inbox"))
    let store = try Store(watched.folder("Store"))
    try await watched.options.ingest.run(
      inputs.all, into: store, knowing: store.catalogue, report: { _, _ in })
    store.attempts.begin("4 poison.txt")
    try store.close()
    try watched.write("b.txt", "Another text")
    #expect(try status.inbox?.stored == 1)
    #expect(try status.inbox?.pending == 1)
    #expect(try status.setAside == 0)
    for _ in 0..<2 { try Store(watched.folder("Store")).attempts.begin("4 poison.txt") }
    #expect(try status.setAside == 1)
  }

  /// `ingest` of the Inbox tells those who come after what it found.
  @Test func afterAnIngestOfTheInbox() async throws {
    for name in ["a.txt", "b.txt"] { try watched.write(name) }
    try watched.folder.write("", to: "Inbox/empty.txt")
    watched.folder.makePipe("Inbox/pipe.txt")
    // Files that have just been written might change once more without a trace.
    try await Task.sleep(for: .milliseconds(20))
    var inputs = Inputs(inbox: watched.folder("Inbox"), current: FilePath("/"))
    try inputs.addInbox(watched.folder("Inbox"))
    let store = try Store(watched.folder("Store"))
    watched.options.ingest.notesSeen = true
    try await watched.options.ingest.run(
      inputs.all, into: store, knowing: store.catalogue, report: { _, _ in })
    try store.close()
    #expect(try status.inbox?.stored == 2)
    #expect(try status.inbox?.pending == 0)
    #expect(try status.inbox?.refused.map(\.code) == ["E101", "E205"])
    // A watcher reads what was refused once more, and what is stored no more.
    try watched.start()
    try await watched.settle()
    #expect(watched.codes(.failed).sorted() == ["E101", "E205"])
    #expect(watched.watcher?.counters.unchanged == 0)
    #expect(watched.watcher?.counters.stored == 0)
  }

  @Test func withoutAnInbox() throws {
    try watched.folder.remove("Inbox")
    #expect(try status.inbox == nil)
  }

  @Test func inspectsAFolder() throws {
    try watched.write("a.txt")
    let inspection = try Inspection(watched.folder("Inbox"))
    #expect(inspection.mayWrite)
    #expect(inspection.freeBytes > 0)
    #expect(inspection.hasLeases != nil)
    #expect(Inspection.limits.allSatisfy { $0.value ?? 1 > 0 })
    #expect(throws: IntakeError.missing) { try Inspection(watched.folder("nowhere")) }
  }
}
