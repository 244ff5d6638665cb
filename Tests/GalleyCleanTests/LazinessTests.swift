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
    some.decideAll(format: format) == all.decideAll(format: format))
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

/// Lines of up to 360 bytes are measured exactly: 32 bytes at a time as character by character,
/// wherever a character stands in them.
@Test(arguments: [
  "a", "é", "\u{301}", "\u{1100}", "\u{200B}", "\u{2014}", "\u{2060}", "\u{2E80}", "、", "\u{303F}",
  "\u{3040}", "か", "㐀", "中", "\u{A4D0}", "한", "\u{FE0F}", "\u{FF00}", "，", "＠", "\u{FF61}", "🙂",
  "𠀀",
])
func measuresExactly(_ character: String) {
  let plain = Array("城市 towns，与 water（海水）".utf8)
  for count in 0..<100 {
    var text = plain + plain + plain
    let at = text.indices.first { $0 >= count % plain.count && text[$0] & 0xC0 != 0x80 } ?? 0
    text.insert(contentsOf: character.utf8, at: at)
    let words = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    // Bytes behind the line may be read, and do not count.
    let bytes = text + (count % 2 == 0 ? [] : Array("\n，，".utf8))
    #expect(
      measureColumns(text.indices, of: bytes.span)
        == words.reduce(0) { $0 + Letters.columns($1.value) })
  }
}

/// A line that is measured by its plain characters has nothing to be found, and the columns that it
/// has otherwise.
@Test(arguments: [1, 9])
func plainLinesAreMeasuredAsOthers(times: Int) {
  let units = [
    "plain words, ", "a", "城市", "，", "用于。", "한국어", "“", "…", "\u{201A}", "&", "\u{2009}", "é", "Ã",
    "ã", "©", "ｱ",
    "\u{3099}", "カ", "ガ", "锛", "脿", "縺", "\t", "🙂", "\u{A4D0}", "\u{D7B0}", "\u{FA10}", "\u{3000}",
  ]
  var plain = 0
  for (first, second) in units.flatMap({ first in units.map { (first, $0) } }) {
    let line = String(repeating: "远望 " + first + "x" + second + first, count: times)
    let bytes = Array((line + "\n").utf8)
    let range = 0..<bytes.count - 1
    guard let columns = PlainLine.shared.columns(range, of: bytes) else { continue }
    plain += 1
    let suspects = findSuspects(in: bytes)
    #expect(columns == measureColumns(range, of: bytes.span), "\(line)")
    #expect(suspects.places.isEmpty && suspects.misreadings.isEmpty, "\(line)")
  }
  #expect(plain > 100)
}

/// Every scalar that a rule changes is found, wherever it stands among others.
@Test(arguments: [
  "\u{0}", "&", "\u{7F}", "\u{80}", "\u{A0}", "\u{AD}", "\u{301}", "\u{3099}", "\u{1100}",
  "\u{2009}",
  "\u{200B}", "\u{202E}", "\u{2060}", "\u{212B}", "\u{2F00}", "\u{F900}", "ﬁ", "\u{FE0F}",
  "\u{FEFF}", "ｶ",
])
func findsSuspects(_ suspect: String) {
  for around in [
    "plain words and more plain words of a line ", "研究者把海水，用于。新一代电网城镇", "почти все слова ",
  ] {
    let scalars = Array(around.unicodeScalars)
    for place in 0...scalars.count {
      let head = String(String.UnicodeScalarView(scalars[..<place]))
      let text = head + suspect + String(String.UnicodeScalarView(scalars[place...])) + around
      #expect(findSuspects(in: Array(text.utf8)).places == [head.utf8.count])
    }
  }
}

@Test func findsNothingInSoundText() {
  let text = "Plain, sound text — “quoted”, naïve façade.\n研究者把海水，用于。한국어 かな ガラス Привет, мир"
  let suspects = findSuspects(in: Array(String(repeating: text, count: 5).utf8))
  #expect(suspects.places.isEmpty && suspects.misreadings.isEmpty && !suspects.hasLostHyphens)
}
