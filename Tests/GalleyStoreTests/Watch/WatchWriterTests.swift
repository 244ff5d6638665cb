import CLinux
import Glibc
import Testing

@testable import GalleyStore

/// Half-written files, editors, temporary names.
@Suite struct WatchWriterTests {
  let watched: WatchedFolder
  init() throws {
    watched = try WatchedFolder()
    try watched.start()
  }

  @Test func takesWhatWasThereAndWhatComes() async throws {
    try watched.write("before.txt")
    try await watched.settle()
    try watched.write("after.txt")
    try await watched.turn(until: { try watched.records == 2 })
    #expect(watched.paths(.stored) == ["before.txt", "after.txt"])
  }

  /// A writer that pauses for longer than the quiet period, and again.
  @Test func waitsForASlowWriter() async throws {
    var writer: Writer? = Writer(watched.folder("Inbox/slow.txt"))
    writer?.write("A title\n\nThe first ")
    try await watched.turn(seconds: 0.5)
    #expect(try watched.records == 0)
    #expect(watched.paths(.waiting) == ["slow.txt"])
    writer?.write("and the last part.\n")
    try await watched.turn(seconds: 0.3)
    #expect(try watched.records == 0)
    writer = nil
    try await watched.turn(until: { try watched.records == 1 })
    #expect(watched.names(.stored).count == 1)
    #expect(watched.paths(.waiting).count == 1)
    let source = try #require(try watched.folder.files(below: "Store/blobs").values.first)
    #expect(String(decoding: source, as: UTF8.self) == "A title\n\nThe first and the last part.\n")
  }

  /// Full size from the beginning, as Samba does, and appended to by another descriptor.
  @Test(arguments: [true, false])
  func sizeProvesNothing(_ isPreallocated: Bool) async throws {
    var writer: Writer? = Writer(watched.folder("Inbox/large.txt"))
    if isPreallocated { writer?.setSize(1000) } else { writer?.write("A title\n\nText.\n") }
    watched.setTime("large.txt", -1000)
    var second: Writer? =
      isPreallocated
      ? nil : Writer(watched.folder("Inbox/large.txt"), flags: O_WRONLY | O_APPEND)
    if !isPreallocated { writer = nil }
    try await watched.turn(seconds: 0.5)
    #expect(try watched.records == 0)
    writer?.write("A title\n\nText.\n")
    writer?.setSize(15)
    writer = nil
    second = nil
    withExtendedLifetime(second) {}
    try await watched.turn(until: { try watched.records == 1 })
  }

  /// Opened and closed again and again, as by a scanner between pages: the pauses are shorter than
  /// the quiet period.
  @Test func waitsForQuiet() async throws {
    for page in 1...5 {
      Writer(watched.folder("Inbox/pages.txt"), flags: O_WRONLY | O_CREAT | O_APPEND)
        .write("Page \(page) of the text.\n\n")
      try await watched.turn(seconds: 0.05)
    }
    #expect(try watched.records == 0)
    try await watched.turn(until: { try watched.records == 1 })
    #expect(watched.names(.stored).count == 1)
  }

  /// Where it was taken too early all the same, the next change makes the next revision.
  @Test func healsWhatItTookTooEarly() async throws {
    let list = """
      The Two Inventions of 2024

      1 The lamp
      It gives light to all who work at night and to those who read in the evening.

      2 The wheel
      It turns, and what is heavy can be moved by the people of a village
      """
    try watched.write("a.txt", list)
    try await watched.turn(until: { try watched.records == 1 })
    try watched.write("a.txt", list + " round and round.\n")
    try await watched.turn(until: { watched.names(.stored).count == 2 })
    #expect(try watched.records == 1)
    #expect(try watched.folder.files(below: "Store/blobs").count == 2)
  }

  /// Temporary file and rename, as editors, browsers and rsync save; over an older file too.
  @Test(arguments: [".a.txt.swp", "a.txt.part", "a.txt~", ".a.txt.Xy12", "../a.tmp"])
  func takesWhatIsRenamedIntoPlace(_ temporary: String) async throws {
    for text in ["Old text.\n", "New text, longer.\n"] {
      try watched.write(temporary, "A title\n\n\(text)")
      try await watched.settle()
      let stored = watched.names(.stored).count
      watched.rename("Inbox/" + temporary, to: "Inbox/a.txt")
      try await watched.turn(until: { watched.names(.stored).count == stored + 1 })
    }
    #expect(watched.paths(.stored) == ["a.txt", "a.txt"])
  }

  /// A rename is whole at once: no quiet period.
  @Test func aRenameDoesNotWait() async throws {
    watched.options.quiet = 600
    watched.kill()
    try watched.start()
    try await watched.settle()
    try watched.write("../a.txt")
    watched.rename("a.txt", to: "Inbox/a.txt")
    let start = Clock.steady
    try await watched.turn(until: { try watched.records == 1 })
    #expect(Clock.steady - start < .seconds(300))
  }

  /// What its writer still has open when it is renamed is not whole.
  @Test func aRenameOfAnOpenFileWaits() async throws {
    try await watched.settle()
    let writer = Writer(watched.folder("a.tmp"))
    writer.write("A title\n\nText")
    watched.rename("a.tmp", to: "Inbox/a.txt")
    try await watched.turn(seconds: 0.4)
    #expect(try watched.records == 0)
    withExtendedLifetime(writer) {}
  }

  @Test(arguments: [-10 * 365 * 86_400, 10 * 365 * 86_400])
  func timesMayBeWrong(_ seconds: Int) async throws {
    try watched.write("a.txt")
    watched.setTime("a.txt", seconds)
    try await watched.turn(until: { try watched.records == 1 })
    // An older time with another content counts as a change too.
    try watched.write("a.txt", "A title\n\nOther text.\n")
    watched.setTime("a.txt", 2 * seconds)
    try await watched.turn(until: { watched.names(.stored).count == 2 })
  }

  /// The same size and the same time of change, another content: the kernel's own time differs.
  @Test func seesAChangeThatHidesItself() async throws {
    try watched.write("a.txt", "A title\n\nText one.\n")
    watched.setTime("a.txt", -1000)
    try await watched.turn(until: { try watched.records == 1 })
    try watched.write("a.txt", "A title\n\nText two.\n")
    watched.setTime("a.txt", -1000)
    try await watched.turn(until: { watched.names(.stored).count == 2 })
  }

  @Test func leavesTemporaryNamesAlone() async throws {
    for name in [
      ".DS_Store", "._a.txt", "Thumbs.db", "a.part", "a.crdownload", ".a.swp", "a~", ".#a", ".nfs1",
      ".~lock.a#", "@eaDir/a.txt", ".stfolder/a.txt", "README.md",
    ] {
      try watched.write(name)
    }
    try watched.write("a.txt")
    try await watched.settle()
    #expect(watched.paths(.stored) == ["a.txt"])
    #expect(watched.names(.failed).isEmpty)
  }
}
