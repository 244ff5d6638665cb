import GalleyModel
import Testing

@testable import GalleyStore

@Suite struct OutputFolderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("in", to: "in/a.txt")
    try folder.write("in", to: "in/sub/a.txt")
  }

  private func inputs(_ names: String...) -> [Intake.Input] {
    var inputs = Inputs(inbox: folder("none"), current: folder(""))
    for name in names { inputs.add(folder(name)) }
    return inputs.all
  }

  /// What is in the folder but its own list.
  private func results() throws -> [String: [UInt8]] {
    try folder.files(below: "out").filter { $0.key != ".galley-written" }
  }

  @Test func writesBelowItselfAndLeavesNothingElse() throws {
    let output = try OutputFolder(folder("out"), keeping: inputs("in"))
    try output.write(Array("one".utf8), to: FilePath("a.txt"))
    try output.write(Array("two".utf8), to: FilePath("sub/deep/a.txt"))
    #expect(
      try results()
        == ["a.txt": Array("one".utf8), "sub/deep/a.txt": Array("two".utf8)])
  }

  @Test func replacesTheResultsOfAnEarlierRun() throws {
    for text in ["one", "two"] {
      try OutputFolder(folder("out"), keeping: []).write(Array(text.utf8), to: FilePath("a.txt"))
    }
    #expect(try results() == ["a.txt": Array("two".utf8)])
  }

  @Test func leavesWhatItDidNotWrite() throws {
    try folder.write("mine", to: "out/a.txt")
    try folder.write("same", to: "out/b.txt")
    let output = try OutputFolder(folder("out"), keeping: [])
    #expect(throws: OutputError.isForeign(FilePath("a.txt"))) {
      try output.write(Array("one".utf8), to: FilePath("a.txt"))
    }
    try output.write(Array("same".utf8), to: FilePath("b.txt"))
    #expect(try results()["a.txt"] == Array("mine".utf8))
    let forced = try OutputFolder(folder("out"), keeping: [], replacesForeign: true)
    try forced.write(Array("one".utf8), to: FilePath("a.txt"))
    #expect(try results()["a.txt"] == Array("one".utf8))
    // What it wrote and somebody changed is somebody's.
    try folder.write("mine again", to: "out/a.txt")
    #expect(throws: OutputError.isForeign(FilePath("a.txt"))) {
      try OutputFolder(folder("out"), keeping: []).write([], to: FilePath("a.txt"))
    }
  }

  @Test func keepsTheFirstOfTwoResultsOfOneName() throws {
    let output = try OutputFolder(folder("out"), keeping: [])
    try output.write(Array("one".utf8), to: FilePath("a.txt"))
    #expect(throws: OutputError.taken(FilePath("a.txt"))) {
      try output.write(Array("two".utf8), to: FilePath("a.txt"))
    }
    #expect(try results() == ["a.txt": Array("one".utf8)])
  }

  @Test(arguments: ["in", "in/new", "in/sub"])
  func refusesToLieInAFolderThatIsRead(_ name: String) throws {
    let before = try folder.files(below: "in")
    #expect(throws: OutputError.insideInput(folder(name), folder("in"))) {
      try OutputFolder(folder(name), keeping: inputs("in"))
    }
    #expect(try folder.files(below: "in") == before)
    #expect((try? Folder(folder("in/new"))) == nil)
  }

  @Test func seesThroughALinkToAFolderThatIsRead() throws {
    try folder.link("other", to: "in")
    #expect(throws: OutputError.insideInput(folder("other"), folder("in"))) {
      try OutputFolder(folder("other"), keeping: inputs("in"))
    }
  }

  @Test func neverWritesOverADocument() throws {
    let output = try OutputFolder(folder("in"), keeping: inputs("in/a.txt"))
    #expect(throws: OutputError.isInput(FilePath("a.txt"))) {
      try output.write(Array("out".utf8), to: FilePath("a.txt"))
    }
    #expect(try folder.files(below: "in")["a.txt"] == Array("in".utf8))
  }

  @Test func followsNoLinkOut() throws {
    try folder.write("", to: "out/x")
    try folder.link("out/sub", to: "../in")
    let output = try OutputFolder(folder("out"), keeping: [])
    #expect(throws: OutputError.self) {
      try output.write(Array("out".utf8), to: FilePath("sub/a.txt"))
    }
    #expect(try folder.files(below: "in")["a.txt"] == Array("in".utf8))
  }
}
