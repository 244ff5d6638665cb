import GalleyModel
import Testing

@testable import GalleyRead

@Suite struct PlainTextTests {
  /// Lines are looked for 32 bytes at a time: every kind of end at every place of a look.
  @Test(
    arguments: ["\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"],
    ["a", "中", "“", "£"])
  func everyLineEndIsFound(end: String, letter: String) throws {
    for count in 1..<70 {
      let line = String(repeating: letter, count: count)
      // `Ã` or a lead byte before U+0085 would make it a byte of a misread character.
      let text = line + "a" + end + end + "b" + line
      let blocks = try read(Source(name: "test.txt", bytes: Array(text.utf8)))
      let lines = blocks.items.map { String(decoding: blocks.text[$0.text], as: UTF8.self) }
      #expect(lines == [line + "a", "b" + line])
      #expect(blocks.items.last?.blanksBefore == (end == "\u{C}" ? 0 : 1))
    }
  }

  @Test(arguments: ["a", "é", "中", "🙂"])
  func aNullIsFoundWhereverItStands(letter: String) {
    for count in 0..<70 {
      let text = String(repeating: letter, count: count)
      let sound = validUTF8(Array((text + text).utf8))
      #expect(!sound.hasNull)
      #expect(sound.isASCII == (letter == "a" || count == 0))
      let found = validUTF8(Array((text + "\u{0}" + text).utf8))
      #expect(found.hasNull)
      #expect(found.isASCII == (letter == "a" || count == 0))
      #expect(found.validPrefix == 2 * text.utf8.count + 1)
    }
  }
}
