import Foundation
import Glibc
import Testing

@testable import GalleyStore

/// Folders that come, go and move; events that are lost; folders that can't be watched.
@Suite struct WatchFolderTests {
  let watched: WatchedFolder
  init() throws { watched = try WatchedFolder() }

  @Test func newFoldersAtOnceFull() async throws {
    try watched.start()
    try await watched.settle()
    try watched.write("a/b/c/one.txt")
    try await watched.turn(until: { try watched.records == 1 })
    try watched.write("a/b/two.txt")
    try await watched.turn(until: { try watched.records == 2 })
  }

  @Test func aFolderMovedIn() async throws {
    try watched.start()
    try await watched.settle()
    try watched.folder.write("A title\n\nText.\n", to: "outside/a/one.txt")
    watched.rename("outside", to: "Inbox/inside")
    try await watched.turn(until: { try watched.records == 1 })
    try watched.write("inside/a/two.txt")
    try await watched.turn(until: { try watched.records == 2 })
  }

  @Test func aFolderRenamedIsWatchedUnderItsNewName() async throws {
    try watched.start()
    try watched.write("old/a/one.txt")
    try await watched.settle()
    watched.rename("Inbox/old", to: "Inbox/new")
    try await watched.settle()
    #expect(watched.paths(.stored) == ["old/a/one.txt", "new/a/one.txt"])
    #expect(try watched.records == 1)
    try watched.write("new/a/two.txt")
    try await watched.turn(until: { try watched.records == 2 })
    #expect(
      Set(watched.watcher?.tree?.directories.keys.map(\.text) ?? []) == ["", "new", "new/a"])
  }

  @Test func aFolderMovedOutIsForgotten() async throws {
    try watched.start()
    try watched.write("a/one.txt")
    try await watched.settle()
    watched.rename("Inbox/a", to: "elsewhere")
    try watched.folder.write("A title\n\nNot ours.\n", to: "elsewhere/two.txt")
    try await watched.turn(seconds: 0.4)
    #expect(try watched.records == 1)
    #expect(watched.watcher?.tree?.directories.count == 1)
  }

  @Test func aDeletionDeletesNoRecord() async throws {
    try watched.start()
    try watched.write("a/one.txt")
    try watched.write("two.txt")
    try await watched.settle()
    try watched.folder.remove("Inbox/a")
    try watched.folder.remove("Inbox/two.txt")
    watched.watcher?.tree?.markAll()
    try await watched.settle()
    #expect(try watched.records == 2)
    #expect(watched.watcher?.tree?.directories[FilePath("")]?.files.isEmpty == true)
  }

  /// The Inbox itself goes away and comes back, as with a mount.
  @Test func theInboxMayGoAndComeBack() async throws {
    try watched.start()
    try watched.write("one.txt")
    try await watched.settle()
    watched.rename("Inbox", to: "Gone")
    watched.watcher?.nextRescan = 0
    try await watched.turn(until: { !watched.names(.degraded).isEmpty })
    try watched.write("two.txt")
    try watched.write("one.txt")
    try await watched.turn(until: { try watched.records == 2 })
    #expect(watched.names(.degraded).count == 1)
    #expect(watched.names(.resumed).count == 1)
  }

  /// More happens than the kernel's queue holds, while the watcher is busy.
  @Test func anOverflowLosesNothing() async throws {
    let text = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let limit = try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    try watched.start()
    try watched.write("first.txt")
    try await watched.settle()
    // Each is a rename between two names: no two events are the same, so none are merged.
    try watched.write("0.part")
    for number in 0...limit {
      watched.rename("Inbox/\(number).part", to: "Inbox/\(number + 1).part")
    }
    try watched.write("a/last.txt")
    try await watched.turn(until: { try watched.records == 2 })
    #expect(watched.watcher?.counters.overflows == 1)
    #expect(watched.names(.overflow).count == 1)
  }

  /// The kernel gives two watches only: the rest is polled.
  @Test func theLimitOfWatches() async throws {
    watched.options.poll = 0.1
    try watched.start(notifier: { Notifier(allowance: 2) })
    for name in ["a", "b", "c", "d"] { try watched.write("\(name)/one.txt") }
    try await watched.settle()
    for name in ["a", "b", "c", "d"] { try watched.write("\(name)/two.txt") }
    try await watched.turn(until: { try watched.records == 8 })
    #expect(watched.names(.watchLimit).count == 1)
    guard case .text(let message)? = watched.names(.watchLimit).first?["message"] else { return }
    #expect(message.contains("fs.inotify.max_user_watches"))
    #expect(watched.watcher?.mode == "mixed")
  }

  @Test func noWatchesAtAll() async throws {
    watched.options.poll = 0.1
    try watched.start(notifier: { nil })
    try await watched.settle()
    try watched.write("a/one.txt")
    try await watched.turn(until: { try watched.records == 1 })
    #expect(watched.watcher?.mode == "polling")
  }

  /// Whatever the events say or do not say, all is looked at from time to time.
  @Test func looksAgainWithoutEvents() async throws {
    watched.options.rescan = 0.2
    try watched.start()
    try await watched.settle()
    let watches = watched.watcher?.tree?.directories.values.compactMap(\.watch) ?? []
    for watch in watches { watched.watcher?.tree?.notifier?.forget(watch) }
    try watched.write("one.txt")
    try await watched.turn(until: { try watched.records == 1 })
  }

  @Test func knowsNetworkFileSystems() {
    #expect(FileSystem(magic: 0x6969) == FileSystem(name: "nfs", isRemote: true))
    #expect(FileSystem(magic: 0xFE53_4D42).isRemote)
    #expect(!FileSystem(magic: 0xEF53).isRemote)
    #expect(FileSystem(magic: 0x1234) == FileSystem(name: "0x1234", isRemote: false))
  }

  /// The scans of a burst cost a tenth of the time at most, and at most 20 a second.
  @Test func aBurstCostsFewScans() async throws {
    try watched.start()
    try await watched.settle()
    let before = watched.watcher?.counters.scans ?? 0
    let start = Clock.steady
    var number = 0
    try await watched.turn(until: {
      number += 1
      try watched.write("\(number % 7).part")
      return Clock.steady - start > .seconds(1)
    })
    let scans = (watched.watcher?.counters.scans ?? 0) - before
    #expect(number > 25 && scans <= 21, "\(scans) scans for \(number) events")
  }
}
