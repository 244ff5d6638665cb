import Foundation
import GalleyModel
import Glibc
import Testing

@testable import GalleyStore

@Suite struct IntakeTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("text", to: "in/file.txt")
    try folder.write("", to: "in/empty.txt")
    try folder.link("in/link.txt", to: "file.txt")
    try folder.link("linked", to: "in")
    folder.makePipe("in/fifo")
  }

  func read(_ path: FilePath, limit: Int = 100) throws(IntakeError) -> [UInt8] {
    try Intake(limit: limit).read(Intake.Input(name: "x", location: .path(path))).bytes
  }

  @Test func readsAFileWhole() throws {
    #expect(try read(folder("in/file.txt")) == Array("text".utf8))
    #expect(try read(folder("in/file.txt"), limit: 4) == Array("text".utf8))
    #expect(try read(folder("in/empty.txt")).isEmpty)
  }

  @Test(arguments: [
    ("in/nothing", IntakeError.missing),
    ("in/file.txt/below", .missing),
    ("in/link.txt", .link),
    ("in", .folder),
    ("in/fifo", .special(kind: "a FIFO")),
  ])
  func refuses(_ name: String, with error: IntakeError) {
    #expect(throws: error) { try read(folder(name)) }
  }

  @Test func refusesDevicesAndLargeFiles() {
    #expect(throws: IntakeError.special(kind: "a device")) { try read(FilePath("/dev/zero")) }
    #expect(throws: IntakeError.tooLarge(bytes: 4, limit: 3)) {
      try read(folder("in/file.txt"), limit: 3)
    }
  }

  /// A file of the kernel says that it is empty and then gives text: as one that grows.
  @Test func refusesAFileThatGrows() {
    #expect(throws: IntakeError.changing) { try read(FilePath("/proc/self/status")) }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func refusesWhatIsForbidden() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: folder.path + "/in/file.txt")
    #expect(throws: IntakeError.forbidden) { try read(folder("in/file.txt")) }
  }

  @Test func noComponentInsideAFolderMayBeALink() throws {
    let root = try Folder(FilePath(folder.path))
    let good = Intake.Input(name: "x", location: .inside(root, FilePath("in/file.txt")))
    #expect(try Intake().read(good).bytes == Array("text".utf8))
    let bad = Intake.Input(name: "x", location: .inside(root, FilePath("linked/file.txt")))
    #expect(throws: IntakeError.missing) { try Intake().read(bad) }
  }

  @Test func theUserMayNameALinkToAFolder() throws {
    #expect(try Walk(Folder(folder("linked"))).files.contains(FilePath("file.txt")))
  }
}

@Suite struct WalkTests {
  @Test func sortsByBytesAndPassesOver() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/z.txt", "B.txt", "é.txt", "a.txt", "README.md", "a/README.md"] {
      try folder.write("x", to: name)
    }
    for name in [".hidden", "._b.txt", "half.part", "b.txt~", "#b.txt#", ".git/config", "c.TMP"] {
      try folder.write("x", to: name)
    }
    try folder.link("link.txt", to: "b.txt")
    folder.makePipe("fifo")
    let walk = Walk(try Folder(FilePath(folder.path)), isInbox: true)
    #expect(
      walk.files.map(\.text) == [
        "B.txt", "a.txt", "a/README.md", "a/z.txt", "b.txt", "fifo", "é.txt",
      ])
    #expect(walk.skipped == 9)
    #expect(Walk(try Folder(FilePath(folder.path))).files.contains(FilePath("README.md")))
  }

  @Test func stopsAtADepth() throws {
    let folder = try TemporaryFolder()
    let deep = Array(repeating: "d", count: Walk.depthLimit + 3).joined(separator: "/")
    try folder.write("x", to: deep + "/x.txt")
    let walk = Walk(try Folder(FilePath(folder.path)))
    #expect(walk.files.isEmpty)
    #expect(walk.failures.map(\.error) == [.tooDeep(limit: Walk.depthLimit)])
  }

  @Test(arguments: [
    ".DS_Store", "._x", "Thumbs.db", "@eaDir", ".stfolder", "x.part", "x.crdownload", ".x.swp",
    "x~", ".#x", ".nfs0001", ".~lock.x.odt#", "~$x.docx", "desktop.ini", "X.PART",
  ])
  func ignores(_ name: String) { #expect(isIgnored(Array(name.utf8))) }

  @Test(arguments: ["x.txt", "part", "x.party", "thumbs.db.txt", "swp", "~x.txt", "x#"])
  func takes(_ name: String) { #expect(!isIgnored(Array(name.utf8))) }
}
