import Foundation
import Glibc
import Synchronization
import Testing

@testable import GalleyStore

/// Starts, ends, signals, a full disk, what is known from before, after-actions.
@Suite(.serialized) struct WatchRunningTests {
  let watched: WatchedFolder
  init() throws { watched = try WatchedFolder() }

  @Test func aSecondInstanceIsRefused() throws {
    try watched.start()
    #expect {
      try Watcher(
        watched.options, log: { _ in }, reload: { throw WatchedFolder.BadConfiguration() })
    } throws: { error in
      if case StoreError.locked = error { true } else { false }
    }
  }

  @Test func knownFilesAreNotReadAgain() async throws {
    for number in 0..<5 { try watched.write("\(number).txt") }
    try watched.start()
    try await watched.turn(until: { try watched.records == 5 })
    try watched.stop()
    // The same bytes in another file: not known by its key, but by its content.
    let text = try String(contentsOfFile: watched.folder.path + "/Inbox/0.txt", encoding: .utf8)
    try watched.folder.remove("Inbox/0.txt")
    try watched.folder.write(text, to: "Inbox/0.txt")
    try watched.start()
    try await watched.settle()
    #expect(watched.watcher?.counters.unchanged == 1)
    #expect(watched.watcher?.counters.stored == 0)
  }

  /// Killed: nothing was saved at the end, and still little is read again.
  @Test func knownFilesAreNotReadAgainAfterAKill() async throws {
    for number in 0..<5 { try watched.write("\(number).txt") }
    try watched.start()
    try await watched.turn(until: { watched.names(.stored).count == 5 })
    watched.kill()
    try watched.start()
    try await watched.settle()
    #expect(watched.watcher?.counters.unchanged == 0)
  }

  /// The cache may be gone, or say anything: nothing is lost by it.
  @Test(arguments: ["", "garbage\n", "1 2 3 4 5 ", "\0\0\0\n"])
  func theCacheMayBeLost(_ text: String) async throws {
    for number in 0..<3 { try watched.write("\(number).txt") }
    try watched.start()
    try await watched.turn(until: { try watched.records == 3 })
    try watched.stop()
    try watched.folder.write(text, to: "Store/seen")
    try watched.start()
    try await watched.settle()
    #expect(watched.watcher?.counters.unchanged == 3)
  }

  /// The cache knows a file whose source the Store does not: the Store is believed.
  @Test func theCacheIsNotBelievedAgainstTheStore() async throws {
    try watched.write("a.txt")
    try watched.start()
    try await watched.turn(until: { try watched.records == 1 })
    try watched.stop()
    let seen = try #require(try watched.folder.files(below: "Store")["seen"])
    try watched.folder.remove("Store")
    try watched.folder.write(seen, to: "Store/seen")
    try watched.start()
    try await watched.turn(until: { try watched.records == 1 })
  }

  @Test func aFullDiskIsWaitedFor() async throws {
    let isFull = Atomic(true)
    let disk = Disk { event in
      isFull.load(ordering: .relaxed) && event.call == .write && event.path.text.hasPrefix("tmp/")
        ? .fail(ENOSPC) : .proceed
    }
    for number in 0..<3 { try watched.write("\(number).txt") }
    try watched.start(disk: disk)
    try await watched.turn(until: { !watched.names(.degraded).isEmpty })
    try await watched.turn(seconds: 1.2)
    #expect(try watched.records == 0)
    isFull.store(false, ordering: .relaxed)
    try await watched.turn(until: { try watched.records == 3 })
    #expect(watched.names(.degraded).count == 1)
    #expect(watched.names(.resumed).count == 1)
    #expect(watched.names(.failed).isEmpty)
  }

  @Test(arguments: [EIO, EMFILE, EACCES, EROFS])
  func theStoresTroublesAreWaitedFor(_ number: Int32) async throws {
    let isOff = Atomic(false)
    let disk = Disk { event in
      isOff.load(ordering: .relaxed) && event.call == .create ? .fail(number) : .proceed
    }
    try watched.start(disk: disk)
    isOff.store(true, ordering: .relaxed)
    try watched.write("a.txt")
    try await watched.turn(until: { !watched.names(.degraded).isEmpty })
    isOff.store(false, ordering: .relaxed)
    try await watched.turn(until: { try watched.records == 1 && !watched.names(.resumed).isEmpty })
  }

  @Test func archives() async throws {
    watched.options.after = .archive
    try watched.start()
    try watched.write("a/b.txt", "First")
    try await watched.turn(until: { try watched.folder.files(below: "Inbox").isEmpty })
    try watched.write("a/b.txt", "Second")
    try await watched.turn(until: { try watched.folder.files(below: "Inbox").isEmpty })
    let archived = try watched.folder.files(below: "Store/archive")
    #expect(archived.count == 2)
    #expect(
      archived["a/b.txt"].map { String(decoding: $0, as: UTF8.self).hasPrefix("First") } == true)
    #expect(archived.keys.allSatisfy { $0.hasPrefix("a/b.txt") })
    #expect(try watched.records == 2)
  }

  @Test func deletesWhatIsStoredOnly() async throws {
    watched.options.after = .delete
    try watched.start()
    try watched.write("a.txt")
    try watched.folder.write("", to: "Inbox/empty.txt")
    try await watched.turn(until: {
      try Array(watched.folder.files(below: "Inbox").keys) == ["empty.txt"]
        && watched.names(.failed).count == 1
    })
    #expect(try watched.records == 1)
  }

  /// What was written anew since it was read is not what was stored.
  @Test func deletesNothingThatHasChanged() async throws {
    try watched.start()
    try watched.write("a.txt")
    try await watched.settle()
    let tree = try #require(watched.watcher?.tree)
    let file = try #require(tree[FilePath("a.txt")])
    try watched.write("a.txt", "Other text")
    let candidate = Candidate(path: FilePath("a.txt"), key: file.key)
    for action in [AfterAction.archive, .delete] {
      #expect(throws: AfterActionFlaw.changed) {
        try tree.dismiss(candidate, action, archive: watched.folder("archive"), digest: "x")
      }
    }
    #expect(try watched.folder.files(below: "Inbox").count == 1)
  }

  /// The Inbox is not ours to write: the document is stored, the file stays, and that is a warning.
  @Test func anAfterActionThatFailsIsAWarning() async throws {
    watched.options.after = .archive
    watched.options.archive = FilePath("/proc/nowhere")
    try watched.start()
    try watched.write("a.txt")
    try await watched.turn(until: { watched.names(.warning).count == 1 })
    #expect(try watched.records == 1)
    #expect(try watched.folder.files(below: "Inbox").count == 1)
    try await watched.turn(seconds: 0.3)
    #expect(watched.names(.warning).count == 1)
  }

  /// A folder on another file system than the Inbox; nil where there is none.
  private static func elsewhere(than folder: TemporaryFolder) -> FilePath? {
    let other = FilePath(FileManager.default.temporaryDirectory.path)
    let devices = [other, folder("")].map { path in
      (try? Descriptor.open(path, flags: Descriptor.folderFlags).status(path)).map {
        FileKey($0).device
      }
    }
    return devices[0] == devices[1] ? nil : other
  }

  @Test(.enabled(if: (try? elsewhere(than: TemporaryFolder())) != nil))
  func anArchiveOnAnotherFileSystemIsAWarning() async throws {
    let other = try #require(Self.elsewhere(than: watched.folder))
    watched.options.after = .archive
    watched.options.archive = other.appending(Array("galley-archive-\(getpid())".utf8))
    defer { try? FileManager.default.removeItem(atPath: watched.options.archive.text) }
    try watched.start()
    try watched.write("a.txt")
    try await watched.turn(until: { watched.names(.warning).count == 1 })
    #expect(try watched.records == 1)
    #expect(try watched.folder.files(below: "Inbox").count == 1)
  }

  @Test func signals() async throws {
    let signals = Signals()
    try watched.start()
    try await watched.settle()
    let scans = watched.watcher?.counters.scans ?? 0
    kill(getpid(), SIGUSR1)
    try await watched.turn(signals, until: { (watched.watcher?.counters.scans ?? 0) > scans })
    kill(getpid(), SIGHUP)
    try await watched.turn(signals, until: { watched.names(.notReloaded).count == 1 })
    #expect(watched.watcher?.options.after == .keep)
    watched.reloaded = watched.options
    watched.reloaded?.after = .delete
    watched.reloaded?.inbox = watched.folder("other")
    kill(getpid(), SIGHUP)
    try await watched.turn(signals, until: { watched.names(.reloaded).count == 1 })
    #expect(watched.watcher?.options.after == .delete)
    #expect(watched.watcher?.options.inbox == watched.folder("Inbox"))
    kill(getpid(), SIGTERM)
    try await watched.watcher?.run(signals)
    #expect(watched.names(.stopped).count == 1)
  }

  /// A limit that was raised: what was refused is looked at again.
  @Test func aReloadReconsidersWhatWasRefused() async throws {
    let signals = Signals()
    watched.options.ingest.intake.limit = 10
    try watched.start()
    try watched.write("a.txt")
    try await watched.turn(until: { watched.codes(.failed) == ["E206"] })
    watched.reloaded = watched.options
    watched.reloaded?.ingest.intake.limit = 1000
    kill(getpid(), SIGHUP)
    try await watched.turn(signals, until: { try watched.records == 1 })
  }

  /// A failure that lasts is told once, however often its file is looked at again.
  @Test func aFailureIsToldOnce() async throws {
    let signals = Signals()
    try watched.start()
    try watched.folder.write("", to: "Inbox/a.txt")
    try await watched.turn(until: { watched.codes(.failed) == ["E101"] })
    watched.reloaded = watched.options
    for _ in 0..<2 {
      kill(getpid(), SIGHUP)
      kill(getpid(), SIGUSR1)
      try await watched.turn(seconds: 0.2, signals)
    }
    #expect(watched.codes(.failed) == ["E101"])
    #expect(watched.watcher?.counters.failed == 1)
    try watched.folder.write(" ", to: "Inbox/a.txt")
    try await watched.turn(until: { watched.codes(.failed) == ["E101", "E102"] })
    #expect(watched.watcher?.counters.failed == 2)
  }

  @Test func metricsTellHowItStands() async throws {
    watched.options.metrics = true
    watched.options.quiet = 60
    try watched.write("old.txt")
    watched.setTime("old.txt", -1000)
    try watched.start()
    try watched.write("new.txt")
    try await watched.turn(until: { try watched.records == 1 })
    watched.watcher?.nextReport = 0
    try await watched.turn(seconds: 0.1)
    let file = try #require(try watched.folder.files(below: "Store")["metrics.prom"])
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("galley_stored_total 1"))
    #expect(lines.contains("galley_pending_files 1"))
    #expect(lines.contains("galley_degraded 0"))
  }

  /// A document that was forgotten does not come back by itself, and its file is not ours to delete.
  @Test func aForgottenDocumentStaysForgotten() async throws {
    watched.options.after = .keep
    try watched.write("a.txt")
    try watched.start()
    try await watched.turn(until: { try watched.records == 1 })
    try watched.stop()
    let store = try Store(watched.folder("Store"))
    try store.forget(Array(store.catalogue.documents.keys))
    try store.close()
    watched.options.after = .delete
    try watched.start()
    try await watched.settle()
    #expect(try watched.records == 0)
    #expect(try watched.folder.files(below: "Inbox").count == 1)
    let status = try StoreStatus(watched.folder("Store"), inbox: watched.folder("Inbox"))
    #expect(status.inbox?.pending == 0)
  }

  @Test func othersSeeThatItRuns() async throws {
    try watched.start()
    try await watched.settle()
    let running = RunningWatcher(on: try StoreReader(watched.folder("Store")))
    #expect(running?.pid == Int(getpid()))
    #expect(running?.mode == "events")
    try watched.stop()
    #expect(RunningWatcher(on: try StoreReader(watched.folder("Store"))) == nil)
  }

  @Test func aLineOfTheLog() {
    #expect(WatchEvent.time(1_785_000_000_123_456_789) == "2026-07-25T17:20:00.123Z")
    let event = WatchEvent(.failed, .error, [("path", .text("a\"b")), ("count", .number(3))])
    let value = JSONValue(event.line.dropLast())
    #expect(value?["level"]?.string == "error")
    #expect(value?["path"]?.string == "a\"b")
    #expect(value?["count"]?.integer == 3)
  }
}
