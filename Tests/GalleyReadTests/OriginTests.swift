import GalleyModel
import GalleyTestSupport
import Testing

@testable import GalleyRead

/// The way back from a block of a page to the bytes that it was made from.
@Suite struct OriginTests {
  /// Pieces of a paragraph: as the page spells them, and as text.
  private static let pieces: [(html: String, text: String)] = [
    ("moss", "moss"), ("潮汐电站", "潮汐电站"), ("&amp;", "&"), ("&#8364;", "€"), ("&#x6f6e;", "潮"),
    ("&lt;b&gt;", "<b>"), ("&nbsp;", "\u{A0}"), ("<b>kites</b>", "kites"), ("&#128;", "€"),
    ("<a href='x?a=1&b=2' class=\"k\">墙</a>", "墙"), ("<!-- note -->", ""), (" < ", " < "),
    ("<span style='color:red'>3</span>", "3"), ("&unknown;", "&unknown;"), ("&copy", "©"),
    ("<img src=a alt='b > c'>", ""), ("<script>var a = '<p>';</script>", ""), (".", "."),
  ]

  private static let between = [" ", "\n   ", "\t", "\r\n", ""]

  private struct Paragraph {
    var text = ""
    /// From its first letter to its last, as the page spells it.
    var html = ""
  }

  private func paragraph(_ generator: inout SeededGenerator) -> Paragraph {
    // Letters at both ends, so that the page's part of them is known.
    var out = Paragraph(text: "Begin", html: "Begin")
    for _ in 0..<Int.random(in: 1...30, using: &generator) {
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      let space = Self.between[Int.random(in: 0..<Self.between.count, using: &generator)]
      out.html += space + piece.html
      out.text += (space.isEmpty ? "" : " ") + piece.text
    }
    out.html += " end"
    out.text += " end"
    return out
  }

  /// As a page shows it: one space for a run of them, none for a line end between Chinese characters.
  private func shown(_ paragraph: Paragraph) -> String {
    paragraph.text.split(separator: " ").joined(separator: " ")
  }

  @Test(arguments: [("UTF-8", ""), ("GB18030", "<meta charset=gbk>"), ("GB18030", "")], 1...40)
  func exact(_ encoding: (name: String, head: String), _ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let paragraphs = (0..<6).map { _ in paragraph(&generator) }
    let page =
      encoding.head + "<h1>今年的名单</h1><p>潮汐电站每天转两次，村里再也没有人为灯付钱。</p>"
      + paragraphs.map { "<p>  \($0.html)\n</p>" }.joined(separator: "<!-- a -->")
    let bytes = try #require(encode(page, as: encoding.name))
    let blocks = try read(Source(name: "a.html", bytes: bytes))
    let found = blocks.items.filter { string(blocks, $0).hasPrefix("Begin") }
    try #require(found.count == paragraphs.count)
    for (block, paragraph) in zip(found, paragraphs) {
      #expect(spaceless(string(blocks, block)) == spaceless(shown(paragraph)))
      let source = blocks.source(of: block.text)
      #expect(Array(bytes[source]) == encode(paragraph.html, as: encoding.name))
    }
  }

  private func spaceless(_ text: String) -> String { text.filter { $0 != " " } }

  /// libxml2 reports long texts in pieces.
  @Test(arguments: ["moss ", "潮汐 ", "é&amp; ", "a\u{1F30A}"]) func longTexts(_ unit: String) throws
  {
    let page = "<p>" + String(repeating: unit, count: 2_000) + "END</p>"
    let bytes = Array(page.utf8)
    let blocks = try read(Source(name: "a.html", bytes: bytes))
    let text = try #require(blocks.items.first?.text)
    #expect(blocks.source(of: text) == 3..<bytes.count - 4)
    var at = text.lowerBound
    while at < text.upperBound {
      let length = max(1, blocks.text.scalar(at: at).length)
      let source = String(decoding: bytes[blocks.source(of: at..<at + length)], as: UTF8.self)
      let shown = String(decoding: blocks.text[at..<at + length], as: UTF8.self)
      #expect(source == shown || (source == "&amp;" && shown == "&"))
      at += length
    }
  }

  /// Every word of a block maps to the word in the page.
  @Test func words() throws {
    let page =
      "<p class=a>One &amp; <b>two</b>&nbsp;three\n  four</p><table><tr><td>a<td>b<tr><td>c<td>d</table>"
    let bytes = Array(page.utf8)
    let blocks = try read(Source(name: "a.html", bytes: bytes))
    for word in ["One", "two", "three", "four", "a", "d"] {
      let at = try #require(
        blocks.text.firstIndex(of: Array(word.utf8), from: word == "a" ? 20 : 0))
      let source = blocks.source(of: at..<at + word.utf8.count)
      #expect(String(decoding: bytes[source], as: UTF8.self) == word)
    }
    let ampersand = try #require(blocks.text.firstIndex(of: UInt8(ascii: "&")))
    let source = blocks.source(of: ampersand..<ampersand + 1)
    #expect(String(decoding: bytes[source], as: UTF8.self) == "&amp;")
  }
}
