import Foundation
import Glibc
import Testing

@testable import GalleyStore

/// What the tests of crashes and of power cuts put a store through.
enum Trials: Sendable, CaseIterable {
  case newStore, history
  case verb(VerbTrial.Verb)

  static let allCases = [.newStore, .history] + VerbTrial.Verb.allCases.map { Self.verb($0) }

  func trial() async throws -> any Trial {
    switch self {
    case .newStore: try Scenario(hasHistory: false)
    case .history: try Scenario(hasHistory: true)
    case .verb(let verb): try await VerbTrial(verb)
    }
  }
}

/// Kills, tears and fails each call of a run in turn, starts again, and looks at what is there.
@Suite struct CrashTests {
  /// Every pair of crashes instead of some: GALLEY_CRASHES=all; see Scripts/check-crashes.
  static let isLong = ProcessInfo.processInfo.environment["GALLEY_CRASHES"] == "all"

  /// A run in which `fault` strikes the call number `index`, on a store with what was before it.
  func strike(
    _ fault: Calls.Fault, at index: Int, of trial: any Trial, _ folder: TemporaryFolder
  ) async throws -> Calls {
    let calls = Calls(fault, at: index)
    _ = try? await trial.perform(in: folder, disk: Disk { calls.note($0) })
    try checkVisible(folder)
    return calls
  }

  @Test(arguments: Calls.Fault.allCases, Trials.allCases)
  func anyCall(_ fault: Calls.Fault, _ name: Trials) async throws {
    let trial = try await name.trial()
    for index in 0... {
      let folder = try TemporaryFolder()
      try await trial.prepare(folder)
      do {
        let calls = try await strike(fault, at: index, of: trial, folder)
        try await trial.perform(in: folder, disk: Disk())
        try await trial.checkDone(folder)
        guard calls.count > index else {
          print("cases: \(index) \(fault) \(name)")
          return #expect(index > 10)
        }
      } catch {
        Issue.record("\(fault) at call \(index): \(error)")
      }
    }
  }

  /// A second crash, while the first is being mended. After most first crashes the second start has
  /// the same to do, so some stand for all.
  @Test(arguments: Trials.allCases)
  func anyTwoCalls(_ name: Trials) async throws {
    let trial = try await name.trial()
    var cases = 0
    defer { print("cases: \(cases) two crashes \(name)") }
    for first in stride(from: Self.isLong ? 0 : 3, to: .max, by: Self.isLong ? 1 : 17) {
      for second in 0... {
        let folder = try TemporaryFolder()
        try await trial.prepare(folder)
        do {
          let one = try await strike(.kill, at: first, of: trial, folder)
          if one.count <= first { return }
          let two = try await strike(.tear, at: second, of: trial, folder)
          try await trial.perform(in: folder, disk: Disk())
          try await trial.checkDone(folder)
          cases += 1
          if two.count <= second { break }
        } catch {
          Issue.record("killed at call \(first), then at \(second): \(error)")
        }
      }
    }
  }

  /// Without its source in the Inbox, a record that a crash left untold is told by the next start.
  @Test(arguments: Trials.allCases)
  func aStartTellsWhatIsThere(_ name: Trials) async throws {
    let trial = try await name.trial()
    for index in 0... {
      let folder = try TemporaryFolder()
      try await trial.prepare(folder)
      let calls = try await strike(.kill, at: index, of: trial, folder)
      try Store(folder("Store")).close()
      #expect(throws: Never.self, "killed at call \(index)") { try checkTold(folder) }
      if calls.count <= index { return }
    }
  }

  /// What the kernel could not make durable is written once more, and no more than that.
  @Test(arguments: [1, 2])
  func aFailedSyncIsNotAskedAgain(_ failures: Int) throws {
    let folder = try TemporaryFolder()
    let scenario = try Scenario(hasHistory: false)
    let calls = Calls()
    let disk = Disk { event in
      _ = calls.note(event)
      let syncs = calls.all.filter { $0.call == .syncAll }.count
      return event.call == .syncAll && syncs <= failures ? .fail(EIO) : .proceed
    }
    if failures == 1 {
      _ = try scenario.run(folder("Store"), disk: disk)
      try scenario.checkDone(folder)
    } else {
      #expect(throws: StoreError.self) { try scenario.run(folder("Store"), disk: disk) }
      #expect(try folder.files(below: "Store/records").count == 1)
    }
    // Each of the batch's files was written anew, under a name of its own.
    let written = calls.all.filter { $0.call == .create && $0.path.text.hasPrefix("tmp/") }
    #expect(Set(written.map(\.path)).count == written.count)
    #expect(written.count >= 2 * 14)
  }

  /// A run that adds one document, and whose sync of `path` fails so many times.
  private func addOne(_ folder: TemporaryFolder, failing path: String, _ failures: Int) throws
    -> Calls
  {
    let calls = Calls()
    let store = try Store(
      folder("Store"),
      disk: Disk { event in
        _ = calls.note(event)
        let isIt = { (event: Disk.Event) in event.call == .sync && event.path.text.hasPrefix(path) }
        return isIt(event) && calls.all.filter(isIt).count <= failures ? .fail(EIO) : .proceed
      })
    _ = store.add(try document(source("The list"), id: "list"))
    try store.close()
    return calls
  }

  /// The folder that the first try made need not be durable.
  @Test func aSecondTrySyncsNewFoldersToo() throws {
    let folder = try TemporaryFolder()
    let calls = try addOne(folder, failing: "blobs/", 1)
    let placed = try #require(
      calls.all.lastIndex { $0.call == .rename && $0.path.text.hasPrefix("blobs/") })
    #expect(calls.all[placed...].contains { $0.call == .sync && $0.path.text == "blobs" })
  }

  /// Lines that could not be made durable are written anew, and gone where that fails too.
  @Test(arguments: [1, 2])
  func theFeedHasItsLinesDurablyOrNotAtAll(_ failures: Int) throws {
    let folder = try TemporaryFolder()
    if failures == 1 {
      let calls = try addOne(folder, failing: "changes.jsonl", 1)
      #expect(calls.all.filter { $0.call == .write && $0.path.text == "changes.jsonl" }.count == 2)
    } else {
      #expect(throws: StoreError.self) { try addOne(folder, failing: "changes.jsonl", 2) }
      #expect(try folder.files(below: "Store")["changes.jsonl"] == [])
      // The record is durable: the next start tells of it.
      try Store(folder("Store")).close()
    }
    #expect(try Catalogue(of: folder("Store")).documents.count == 1)
    try checkTold(folder)
  }
}
