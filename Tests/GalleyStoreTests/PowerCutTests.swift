import Foundation
import GalleyTestSupport
import Testing

@testable import GalleyStore

/// Cuts the power after each call of a run and looks at some of the states that may be left.
@Suite struct PowerCutTests {
  /// More for a long check: GALLEY_POWER_CUTS=100 swift test --filter PowerCutTests
  static let statesACall =
    ProcessInfo.processInfo.environment["GALLEY_POWER_CUTS"].flatMap { Int($0) } ?? 4

  /// The first state that breaks a promise, if any is found.
  func firstFault(
    of name: Trials, states: Int = statesACall, _ mutate: ([Disk.Event]) -> [Disk.Event] = { $0 }
  ) async throws -> Fault? {
    let trial = try await name.trial()
    let folder = try TemporaryFolder()
    try await trial.prepare(folder)
    let start = try folder.files(below: "Store")
    let calls = Calls()
    try await trial.perform(in: folder, disk: Disk { calls.note($0) })
    let events = mutate(calls.all)
    var disk = PowerCut(start)
    var seen: Set<[String: [UInt8]]> = []
    var drawn = 0
    for (index, event) in events.enumerated() {
      disk.apply(event)
      // The state at the end stands for all later ones.
      for seed in 0..<(index < events.count - 1 ? states : 20 * states) {
        var random = SeededGenerator(seed: UInt64(index * states + seed))
        let state = disk.state(&random)
        drawn += 1
        guard seen.insert(state).inserted else { continue }
        do { try await check(state, of: trial) } catch {
          return Fault(
            "after call \(index) (\(event.call) \(event.path.text)), seed \(seed): \(error)")
        }
      }
    }
    print("states: \(drawn) drawn, \(seen.count) different, \(name)")
    return nil
  }

  private func check(_ state: [String: [UInt8]], of trial: any Trial) async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Store/records/.keep")
    try folder.remove("Store/records/.keep")
    try folder.write(state, below: "Store")
    try checkVisible(folder)
    try Store(folder("Store")).close()
    try checkTold(folder)
    try await trial.perform(in: folder, disk: Disk())
    try await trial.checkDone(folder)
  }

  @Test(arguments: Trials.allCases)
  func noStateBreaksAPromise(_ name: Trials) async throws {
    let fault = try await firstFault(of: name)
    #expect(fault == nil, "\(fault?.description ?? "")")
  }

  /// A protocol with a step less, or in another order.
  enum Mutant: CaseIterable {
    case filesNotSynced, fileSystemNotSynced, blobsNotSynced, blobFoldersNotSynced
    case recordsNotSynced, feedNotSynced, markNotSynced, feedBeforeRecords, recordsBeforeBlobs
    case removalBeforeFeed, feedOfRemovalNotSynced, removalNotSynced, sourcesGoFirst

    func apply(_ events: [Disk.Event]) -> [Disk.Event] {
      func dropping(_ isDropped: (String) -> Bool) -> [Disk.Event] {
        events.filter { $0.call != .sync || !isDropped($0.path.text) }
      }
      switch self {
      case .filesNotSynced: return dropping { $0.hasPrefix("tmp/") }
      case .fileSystemNotSynced: return events.filter { $0.call != .syncAll }
      case .blobsNotSynced: return dropping { $0.hasPrefix("blobs/") }
      case .blobFoldersNotSynced: return dropping { $0 == "blobs" }
      case .recordsNotSynced: return dropping { $0 == "records" }
      case .feedNotSynced:
        // The last time only: what is lost of an earlier batch is found by the count of records.
        var events = events
        if let last = events.lastIndex(where: {
          $0.call == .sync && $0.path.text == "changes.jsonl"
        }) {
          events.remove(at: last)
        }
        return events
      case .markNotSynced: return dropping { $0 == "lock" }
      case .feedBeforeRecords:
        return moving({ $0.path.text == "changes.jsonl" }, before: "records/", in: events)
      case .removalBeforeFeed, .feedOfRemovalNotSynced, .removalNotSynced, .sourcesGoFirst:
        return removal(in: events)
      case .recordsBeforeBlobs:
        return moving(
          { $0.path.text.hasPrefix("records/") || $0.path.text == "records" }, before: "blobs/",
          in: events)
      }
    }

    /// With what `forget` does in another order, or with a step less.
    private func removal(in events: [Disk.Event]) -> [Disk.Event] {
      guard
        let start = events.firstIndex(where: {
          $0.call == .remove && $0.path.text.hasPrefix("records/")
        }),
        let end = events[start...].firstIndex(where: {
          $0.call != .remove && $0.path.text != "records" && !$0.path.text.hasPrefix("blobs/")
        }), start >= 2
      else { return events }
      // Before `start` are the feed's write and sync; after it the record, its folder, the sources
      // and their folders.
      let feed = events[(start - 2)..<start]
      let going = events[start..<end]
      let isSource = { (event: Disk.Event) in event.path.text.hasPrefix("blobs/") }
      let changed: [Disk.Event] =
        switch self {
        case .removalBeforeFeed: Array(going + feed)
        case .feedOfRemovalNotSynced: feed.dropLast() + going
        case .removalNotSynced: feed + going.filter { $0.path.text != "records" }
        default: feed + going.filter(isSource) + going.filter { !isSource($0) }
        }
      return events[..<(start - 2)] + changed + events[end...]
    }

    /// In the first batch, and all events that match before the first rename into `folder`.
    private func moving(
      _ isMoved: (Disk.Event) -> Bool, before folder: String, in events: [Disk.Event]
    ) -> [Disk.Event] {
      guard
        let place = events.firstIndex(where: {
          $0.call == .rename && $0.path.text.hasPrefix(folder)
        }),
        let end = events[place...].firstIndex(where: {
          $0.call == .sync && $0.path.text == "changes.jsonl"
        })
      else { return events }
      let batch = events[place...end]
      return events[..<place] + batch.filter(isMoved) + batch.filter { !isMoved($0) }
        + events[(end + 1)...]
    }
  }

  @Test(arguments: Mutant.allCases)
  func anyOtherProtocolIsFoundOut(_ mutant: Mutant) async throws {
    #expect(try await firstFault(of: .history, states: 10, mutant.apply) != nil)
  }
}
