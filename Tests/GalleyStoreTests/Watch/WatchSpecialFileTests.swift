import Foundation
import Glibc
import Testing

@testable import GalleyStore

/// FIFOs, links, odd names, bad documents, files that can't be read.
@Suite struct WatchSpecialFileTests {
  let watched: WatchedFolder
  init() throws { watched = try WatchedFolder() }

  @Test func aFIFOHoldsNothingUp() async throws {
    watched.folder.makePipe("Inbox/a-fifo")
    try watched.write("b.txt")
    try watched.start()
    try await watched.turn(until: { try watched.records == 1 })
    try await watched.settle()
    #expect(watched.codes(.failed) == ["E205"])
  }

  @Test func aLinkLeadsNowhere() async throws {
    try watched.folder.write("A title\n\nSecret.\n", to: "outside/secret.txt")
    try watched.folder.link("Inbox/a.txt", to: "../outside/secret.txt")
    try watched.folder.link("Inbox/b", to: "../outside")
    try watched.write("c.txt")
    try watched.start()
    try await watched.settle()
    #expect(watched.paths(.stored) == ["c.txt"])
  }

  @Test func namesAreBytes() async throws {
    try watched.start()
    try await watched.settle()
    for name in [[0xFF, 0xFE], Array("a\nb".utf8), Array("十.txt".utf8), Array("%41".utf8)] {
      try watched.folder.write("A title\n\nText \(name).\n", to: "x.part")
      let from = watched.folder("x.part")
      let to = watched.folder("Inbox").appending(name)
      let result = from.withCString { from in to.withCString { unsafe Glibc.rename(from, $0) } }
      #expect(result == 0)
    }
    try await watched.turn(until: { try watched.records == 4 })
    #expect(Set(watched.paths(.stored)) == ["%FF%FE", "a%0Ab", "十.txt", "%2541"])
    // And they are known again.
    try watched.stop()
    try watched.start()
    try await watched.settle()
    #expect(watched.watcher?.counters == Counters(scans: watched.watcher?.counters.scans ?? 0))
  }

  /// Two names that are one name in another normal form, or in another case, are two files.
  @Test func namesAreNotFolded() async throws {
    try watched.start()
    for name in ["\u{E9}.txt", "e\u{301}.txt", "A.txt", "a.txt"] {
      Writer(watched.folder("Inbox").appending(Array(name.utf8))).write(
        "A title\n\n\(name.utf8.map(\.self))\n")
    }
    try await watched.turn(until: { try watched.records == 4 })
  }

  @Test func aBadDocumentStopsNoOther() async throws {
    watched.options.ingest.intake.limit = 1000
    try watched.start()
    try watched.folder.write("", to: "Inbox/a-empty.txt")
    try watched.write("b-large.txt", String(repeating: "Large. ", count: 1000))
    try watched.write("c.txt")
    try await watched.turn(until: { try watched.records == 1 && watched.names(.failed).count == 2 })
    #expect(watched.codes(.failed) == ["E101", "E206"])
    // Nothing is tried or told again before it changes.
    watched.watcher?.tree?.markAll()
    try await watched.turn(seconds: 0.3)
    #expect(watched.names(.failed).count == 2)
    try watched.write("a-empty.txt")
    try await watched.turn(until: { try watched.records == 2 })
  }

  /// Shorter than any reader's buffer.
  @Test func smallFilesAreRead() async throws {
    try watched.start()
    try watched.folder.write("x", to: "Inbox/a.txt")
    try await watched.turn(until: { try watched.records == 1 })
  }

  @Test func copiesAreNoError() async throws {
    try watched.start()
    for name in ["a.txt", "b.txt"] {
      try watched.folder.write("A title\n\nText.\n", to: "Inbox/" + name)
    }
    try await watched.turn(until: { watched.names(.stored).count == 2 })
    #expect(try watched.records == 1)
    #expect(try Set(Catalogue(of: watched.folder("Store")).names.all) == ["a.txt", "b.txt"])
    #expect(watched.names(.failed).isEmpty)
  }

  /// Inodes are used again; other contents are other documents.
  @Test func anInodeUsedAgainIsAnotherFile() async throws {
    try watched.start()
    for number in 1...5 {
      try watched.write("\(number).txt")
      try await watched.turn(until: { try watched.records == number })
      try watched.folder.remove("Inbox/\(number).txt")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func whatMayNotBeReadIsTriedAgain() async throws {
    try watched.start()
    try watched.write("a.txt")
    chmod("a.txt", 0)
    try await watched.turn(until: { watched.names(.retrying).count == 1 })
    try watched.write("b.txt")
    try await watched.turn(until: { try watched.records == 1 })
    chmod("a.txt", 0o644)
    try await watched.turn(until: { try watched.records == 2 })
    #expect(watched.names(.retrying).count == 1)
  }

  @Test func whatCanNotBeReadIsTriedEverLater() {
    for tries in 0...20 {
      let delay = retryDelay(after: tries)
      let base = min(600, 1 << min(tries, 10))
      #expect((.seconds(0.75 * Double(base)) ... .seconds(1.25 * Double(base))).contains(delay))
    }
    #expect(Set((0..<50).map { _ in retryDelay(after: 3) }).count > 1)
  }

  @Test(arguments: [
    ("E201 gone", Fate.gone), ("E202 forbidden", .retry), ("E210 disk", .retry),
    ("E207 changing", .changing), ("E101 empty", .refused), ("E211 set aside", .refused),
  ])
  func whatAFailureMeans(_ failure: String, _ fate: Fate) {
    #expect(Fate(Failure(failure)) == fate)
  }

  private func chmod(_ name: String, _ mode: mode_t) {
    _ = watched.folder("Inbox/" + name).withCString { unsafe Glibc.chmod($0, mode) }
  }
}
