import Testing

@testable import GalleyStore

@Suite struct FilePathTests {
  @Test(arguments: [
    ("2024/mittr.txt", "2024/mittr.txt"),
    ("十大.txt", "十大.txt"),
    ("100%.txt", "100%.txt"),
    ("100%41.txt", "100%2541.txt"),
    ("a\nb\u{1B}[2J", "a%0Ab%1B[2J"),
    ("c1\u{9B}", "c1%C2%9B"),
  ])
  func text(of name: String, is text: String) {
    #expect(FilePath(name).text == text)
    #expect(FilePath(text: text) == FilePath(name))
  }

  @Test(
    arguments: [
      [0xFF], [0x61, 0xC3], [0xE4, 0xBD], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0x25, 0xFF],
      [0x25, 0x34, 0xFF], [0xC3, 0x28], [0x80, 0x25, 0x32, 0x35],
    ] as [[UInt8]])
  func anyBytesComeBack(_ bytes: [UInt8]) {
    #expect(FilePath(text: FilePath(bytes: bytes).text).bytes == bytes)
  }

  @Test func allShortNamesHaveDifferentTexts() {
    let bytes: [UInt8] = [0x25, 0x32, 0x35, 0x46, 0x66, 0xFF, 0xC3, 0xA9, 0x0A]
    var names: [[UInt8]] = [[]]
    for _ in 0..<4 { names += names.flatMap { name in bytes.map { name + [$0] } } }
    let all = Set(names)
    #expect(Set(all.map { FilePath(bytes: $0).text }).count == all.count)
  }

  @Test(arguments: [
    ("/data/Inbox/2024/a.txt", "2024/a.txt"),
    ("Inbox/a.txt", "a.txt"),
    ("./Inbox//b/../a.txt", "a.txt"),
    ("other/a.txt", "other/a.txt"),
    ("/elsewhere/private/a.txt", "a.txt"),
    ("../a.txt", "a.txt"),
    ("Inbox2/a.txt", "Inbox2/a.txt"),
  ])
  func nameOfAnInput(_ path: String, is name: String) {
    var inputs = Inputs(inbox: FilePath("Inbox"), current: FilePath("/data"))
    inputs.add(FilePath(path))
    #expect(inputs.all.map(\.name) == [name])
  }
}
