import GalleyModel
import GalleyTestSupport
import Testing

@testable import GalleyRead

@Suite struct ReadErrorTests {
  private func error(_ bytes: [UInt8]) -> ReadError? {
    do throws(ReadError) {
      _ = try read(Source(name: "a.txt", bytes: bytes))
      return nil
    } catch {
      return error
    }
  }

  @Test func nothing() {
    #expect(error([]) == .empty)
    #expect(error(Array(" \n\t\r\n".utf8)) == .blank)
    #expect(error(Array("\u{FEFF} ".utf8)) == .blank)
    #expect(error([0xFF, 0xFE, 0x20, 0x00]) == .blank)
  }

  @Test(arguments: [
    ("%PDF-1.7\n%\u{E2}", "a PDF document"), ("PK\u{3}\u{4}\u{14}", "a ZIP archive"),
    ("{\\rtf1\\ansi", "a Rich Text document"), ("GIF89a\u{1}\u{0}", "a GIF image"),
  ]) func formats(_ text: String, _ format: String) throws {
    let error = try #require(self.error(Array(text.utf8)))
    #expect(error.code == "E103")
    #expect("\(error)".hasPrefix("E103 this is \(format)"))
  }

  @Test func pictures() {
    #expect(error([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])?.code == "E103")
    #expect(error([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10])?.code == "E103")
  }

  @Test func dataIsNoText() {
    var generator = SeededGenerator(seed: 1)
    let random = (0..<4_096).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    #expect(error(random)?.code == "E104")
    #expect(error([UInt8](repeating: 0, count: 4_096))?.code == "E104")
  }

  /// Letters that begin a signature, in a text that is none.
  @Test(arguments: [
    "GIF87 and GIF89 are formats", "BZh stands for", "RIFF, the format", "PK is no zip",
  ])
  func textsThatLookAlike(_ text: String) {
    #expect(error(Array(text.utf8)) == nil)
  }

  @Test func messagesSayWhatToDo() {
    let all: [ReadError] = [
      .empty, .blank, .container(format: "a", advice: "b"), .binary(control: 1, examined: 2),
      .tooLarge(bytes: 2, limit: 1), .parserUnavailable,
    ]
    #expect(Set(all.map(\.code)).count == all.count)
    for error in all { #expect("\(error)".hasPrefix(error.code + " ")) }
  }
}
