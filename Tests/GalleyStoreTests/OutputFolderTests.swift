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

  @Test func writesBelowItselfAndLeavesNothingElse() throws {
    let output = try OutputFolder(folder("out"), keeping: inputs("in"))
    try output.write(Array("one".utf8), to: FilePath("a.txt"))
    try output.write(Array("two".utf8), to: FilePath("sub/deep/a.txt"))
    #expect(
      try folder.files(below: "out")
        == ["a.txt": Array("one".utf8), "sub/deep/a.txt": Array("two".utf8)])
  }

  @Test func replacesTheResultsOfAnEarlierRun() throws {
    for text in ["one", "two"] {
      try OutputFolder(folder("out"), keeping: []).write(Array(text.utf8), to: FilePath("a.txt"))
    }
    #expect(try folder.files(below: "out") == ["a.txt": Array("two".utf8)])
  }

  @Test func keepsTheFirstOfTwoResultsOfOneName() throws {
    let output = try OutputFolder(folder("out"), keeping: [])
    try output.write(Array("one".utf8), to: FilePath("a.txt"))
    #expect(throws: OutputError.taken(FilePath("a.txt"))) {
      try output.write(Array("two".utf8), to: FilePath("a.txt"))
    }
    #expect(try folder.files(below: "out") == ["a.txt": Array("one".utf8)])
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
