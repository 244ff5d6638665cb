import GalleyModel
import Testing

@testable import GalleyStore

/// While a batch becomes durable, the next documents are in work: what is told must be durable all the
/// same, and a crash must leave nothing that the next start can't complete.
@Suite struct OverlapTests {
  /// Runs over the Inbox in batches of three, as far as it comes; returns the ids that were told.
  func run(
    _ folder: TemporaryFolder, disk: Disk, told: (String) -> Void = { _ in }
  ) async throws -> [String] {
    var inputs = Inputs(inbox: folder("Inbox"), current: FilePath("/"))
    try inputs.addInbox(folder("Inbox"))
    var ids: [String] = []
    do {
      let store = try Store(folder("Store"), disk: disk)
      store.batchDocuments = 3
      try await Ingest(intake: Intake(), jobs: 2).run(
        inputs.all, into: store, knowing: store.catalogue
      ) { _, outcome in
        guard case .taken(let summary, _) = outcome else { return }
        ids.append(summary.id)
        told(summary.id)
      }
      try store.close()
    } catch {}
    return ids
  }

  func fill(_ folder: TemporaryFolder) throws {
    for i in 0..<8 { try folder.write("Title \(i)\n\nA line of it.\n", to: "Inbox/\(i).txt") }
  }

  @Test func tellsOfWhatTheFeedSyncedOnly() async throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let calls = Calls()
    let ids = try await run(folder, disk: Disk { calls.note($0) }) { id in
      let feed = calls.all.filter { $0.path == Layout.feed }
      let line = feed.firstIndex { String(decoding: $0.bytes, as: UTF8.self).contains(id) }
      let isSynced = line.map { feed[($0 + 1)...].contains { $0.call == .sync } } ?? false
      #expect(isSynced, "\(id) is told and not yet durable")
    }
    #expect(ids.count == 8)
  }

  @Test(arguments: [Calls.Fault.kill, .noSpace])
  func anyCall(_ fault: Calls.Fault) async throws {
    for index in 0... {
      let folder = try TemporaryFolder()
      try fill(folder)
      let calls = Calls(fault, at: index)
      let ids = try await run(folder, disk: Disk { calls.note($0) })
      #expect(throws: Never.self, "\(fault) at call \(index)") { try checkVisible(folder) }
      let known = (try? Catalogue(of: folder("Store")).documents) ?? [:]
      #expect(ids.allSatisfy { known[$0] != nil }, "\(fault) at call \(index)")
      #expect(try await run(folder, disk: Disk()).count == 8)
      #expect(throws: Never.self, "\(fault) at call \(index)") { try checkTold(folder) }
      if calls.count <= index { return #expect(index > 60) }
    }
  }
}
