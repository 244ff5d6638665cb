import GalleyModel
import GalleyRead
import Testing

@testable import GalleyClean

/// Texts whose lines break in the midst of words, and text of which some stands twice.
private let texts = [
  wrapped,
  wrapped + "\n\n" + wrapped.replacing("\n", with: " "),
  "研究者正在测试新一代电网，城镇已经可以把海水用来\n发电。去年的模型更便\n宜，更便宜的材料。\n\n材料，城\n镇城镇城镇。\n",
  "新しい研究で分か\nった。分かった分かった。\n\nOpen Data 的\n平台，用 Open\nData 的平台。\n",
  "One short line\nanother short line\nand a third\n\nTitle\n\nSome text that stops in the\n\nmiddle.\n",
]

/// Counting only the pairs that can turn a decision turns none.
@Test(arguments: texts, [Format.text, .html])
func decidesAsIfAllPairsWereCounted(_ text: String, _ format: Format) throws {
  let page = readPage(try read(Source(name: "test.txt", bytes: Array(text.utf8))))
  let all = Boundaries(page.lines, of: page.text)
  let some = Boundaries(page.lines, of: page.text, decidingFor: format)
  #expect(page.lines.count > 2)
  #expect(
    some.decideAll(format: format).map(\.outcome) == all.decideAll(format: format).map(\.outcome))
}

/// Words of eight bytes count what single characters do.
@Test(arguments: [
  "Plain letters and 1234 digits, a few CAPITALS", "a   gap and  none", "1234567 8  9   0",
  "f(x) = {a_b} | <c> # $d ~ ^", "ends in a space        ", "日本語と中文 and Latin (混在) 三",
  "        eight before", "x        eight inside", "one 2", "",
])
func measuresByWordsAsByBytes(_ text: String) {
  let bytes = Array(text.utf8)
  var spelled = Shape()
  var width = 0
  for start in bytes.indices where bytes[start] & 0xC0 != 0x80 {
    let end = bytes[(start + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
    // Pieces of one character are too short to be read by words.
    let piece = measureShape(start..<end, of: bytes.span)
    spelled.letters += piece.letters
    spelled.capitals += piece.capitals
    spelled.digits += piece.digits
    spelled.codeMarks += piece.codeMarks
    spelled.openBrackets += piece.openBrackets
    spelled.wide += piece.wide
    width += measureColumns(start..<end, of: bytes.span)
  }
  let shape = measureShape(bytes.indices, of: bytes.span)
  #expect(measureColumns(bytes.indices, of: bytes.span) == width)
  #expect(shape.letters == spelled.letters)
  #expect(shape.capitals == spelled.capitals)
  #expect(shape.digits == spelled.digits)
  #expect(shape.codeMarks == spelled.codeMarks)
  #expect(shape.openBrackets == spelled.openBrackets)
  #expect(shape.wide == spelled.wide)
}

@Test(arguments: [
  ("a   b", 1), ("a  b", 0), ("1234567   8", 1), ("123456   78   9", 2), ("12345678 \t9", 1),
  ("1234567 8 9 a  b c   d", 1),
])
func countsGapsAcrossWords(_ text: String, _ gaps: Int) {
  let bytes = Array(text.utf8)
  #expect(measureShape(bytes.indices, of: bytes.span).gaps == gaps)
}

/// Longer lines than those that are wrapped are measured by words of eight bytes too.
@Test(arguments: ["abcdefg ", "城市 ab", "é", "한국어", "🙂 x"])
func measuresLongLines(_ unit: String) {
  let bytes = Array(String(repeating: unit, count: 400).utf8)
  let one = Array(unit.utf8)
  #expect(
    measureColumns(bytes.indices, of: bytes.span)
      == measureColumns(one.indices, of: one.span) * 400)
}
