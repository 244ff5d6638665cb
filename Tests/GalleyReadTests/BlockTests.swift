import GalleyModel
import Testing

@testable import GalleyRead

/// What users of article extractors report, a small page for each kind.
@Suite struct BlockTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var html: String
    var lines: [String]
    var testDescription: String { name }

    init(_ name: String, _ html: String, _ lines: [String]) {
      self.name = name
      self.html = html
      self.lines = lines
    }
  }

  static let lists: [Case] = [
    Case(
      "ordered items keep their numbers", "<ol><li>Moss<li>Kites</ol>",
      ["1. Moss", "2. Kites"]),
    Case(
      "start, value and reversed count",
      "<ol start=4><li>Moss<li value=9>Kites<li>Tides</ol><ol reversed><li>a<li>b</ol>",
      ["4. Moss", "9. Kites", "10. Tides", "2. a", "1. b"]),
    Case("bullets have no number", "<ul><li>Moss</li><li>Kites</li></ul>", ["- Moss", "- Kites"]),
    Case(
      "a nested list is not glued to its item",
      "<ul><li>Tea<ul><li>Black tea</li></ul></li></ul>", ["- Tea", "- Black tea"]),
    Case(
      "an item with paragraphs", "<ol><li><p>Moss</p><p>It drinks noise.</p></li></ol>",
      ["1. Moss", "p It drinks noise."]),
    Case(
      "a heading in an item keeps its level", "<ol><li><h2>Moss</h2>It drinks noise.</li></ol>",
      ["h2 Moss", "1. It drinks noise."]),
    Case("a span around an item's text", "<ul><li><span>Moss</span></li></ul>", ["- Moss"]),
    Case("text directly in a list", "<ul>Loose<li>Moss</ul>", ["p Loose", "- Moss"]),
    Case("a list directly in the body", "<body><ul><li>Moss</ul>", ["- Moss"]),
    Case(
      "terms and definitions", "<dl><dt>Moss</dt><dd>It drinks noise.</dd></dl>",
      ["dt Moss", "p It drinks noise."]),
  ]

  static let tables: [Case] = [
    Case(
      "a number beside a title and its text is in a frame",
      "<table><tr><td>1<td><b>Moss</b><br>It drinks.<tr><td>2<td><b>Kites</b><br>They tow.<tr><td>3<td><b>Tides</b><br>They wind.</table>",
      [
        "p 1", "p Moss", "p It drinks.", "p 2", "p Kites", "p They tow.", "p 3", "p Tides",
        "p They wind.",
      ]),
    Case(
      "cells are divided by tabs",
      "<table><tr><th>Rank<th>Name<tr><td>1<td>Moss<tr><td>2<td>Kites</table>",
      ["tr Rank\tName", "tr 1\tMoss", "tr 2\tKites"]),
    Case(
      "an empty cell keeps its place",
      "<table><tr><td>a<td>b<td>c<tr><td>1<td><td>3</table>", ["tr a\tb\tc", "tr 1\t\t3"]),
    Case(
      "links in cells stay",
      "<p>\(prose)<table><tr><td><a href=/a>Moss</a><td>1<tr><td><a href=/b>Kites</a><td>2</table><p>\(moreProse)",
      ["p \(prose)", "tr Moss\t1", "tr Kites\t2", "p \(moreProse)"]),
    Case(
      "a table that lays out a page is no table",
      "<table><tr><td><h1>Mills</h1><p>\(prose)</p></td></tr></table>", ["h1 Mills", "p \(prose)"]),
    Case(
      "a list in a table", "<table><tr><td><ul><li>Moss<li>Kites</ul></table>",
      ["- Moss", "- Kites"]),
    Case(
      "text after the first inline element of a layout cell",
      "<table><tr><td><b>Mills.</b> \(prose)</table>", ["p Mills. \(prose)"]),
    Case(
      "a giant column span", "<table><tr><td colspan=1000000000>a<td>b<tr><td>1<td>2</table>",
      ["tr a\tb", "tr 1\t2"]),
  ]

  static let inline: [Case] = [
    Case("u, s and bdi do not divide words", "<p>a<u>b</u>c<s>d</s><bdi>e</bdi>", ["p abcde"]),
    Case("adjacent blocks do not merge", "<div>Foo</div><div>Bar</div>", ["p Foo", "p Bar"]),
    Case("white space collapses", "<p>  a \n\t b  </p>", ["p a b"]),
    Case("a line of source between two Chinese characters", "<p>潮汐\n磨坊", ["p 潮汐磨坊"]),
    Case(
      "two breaks divide paragraphs", "<div>One.<br><br>Two.<br/> <br />Three.</div>",
      ["p One.", "p Two.", "p Three."]),
    Case("one break divides lines", "<div>1. Moss<br>2. Kites</div>", ["p 1. Moss", "p 2. Kites"]),
    Case(
      "a break inside a sentence does not", "<p>the wall\n<br>drinks noise</p>",
      ["p the wall drinks noise"]),
    Case(
      "a font inside a paragraph of breaks", "<font>a<br><br>b <font color=red>c</font> d</font>",
      ["p a", "p b c d"]),
    Case("a break in a heading is a space", "<h2>Ten<br>mills</h2>", ["h2 Ten mills"]),
    Case("preformatted lines stay", "<pre>\na  b\r\n c\n</pre>", ["pre a  b\n c"]),
    Case(
      "the words of a picture", "<figure><img src=a><figcaption>A mill</figcaption></figure>",
      ["cap A mill"]),
    Case(
      "a keyword's doubled link goes", "<p>six trends<a href=/t>trends</a>, they say.",
      ["p six trends, they say."]),
    Case("glosses over a line go", "<p><ruby>潮<rt>しお</rt></ruby>", ["p 潮"]),
  ]

  static let markup: [Case] = [
    Case("paragraphs close each other", "<p>One<p>Two", ["p One", "p Two"]),
    Case(
      "capitals and missing quotes", "<P ALIGN=left>One</P><UL><LI>a<LI>b</UL>",
      ["p One", "- a", "- b"]),
    Case("a lone less-than sign", "<p>a < b, c <3", ["p a < b, c <3"]),
    Case("references of windows-1252", "<p>&#128; &#x93;a&#148;", ["p € “a”"]),
    Case(
      "references without a semicolon", "<p>a&nbsp;b &copy 2020 &eacutet&eacute",
      ["p a\u{A0}b © 2020 été"]),
    Case("unknown references stay", "<p>a &foo; b & c &amp;nbsp;", ["p a &foo; b & c &nbsp;"]),
    Case("references of HTML 5", "<p>a&period; b&excl; &NewLine;c", ["p a. b! c"]),
    Case("NUL does not end the page", "<p>a\u{0}b</p><p>c</p>", ["p ab", "p c"]),
    Case("CDATA is a comment", "<p>a<![CDATA[ x > y ]]></p>", ["p a y ]]>"]),
    Case("conditional comments", "<p>a<!--[if IE]>x<![endif]--><![if !IE]>b<![endif]>", ["p ab"]),
    Case(
      "comments that end early", "<!--><p>a</p><!---><p>b</p><!-- c --!><p>d</p>",
      ["p a", "p b", "p d"]),
    Case(
      "scripts with markup in them", "<script>if (1 < 2) document.write('<p>x</p>')</script><p>a",
      ["p a"]),
    Case(
      "templates, styles, SVG",
      "<template><p>x</template><style>p{}</style><svg><text>y</text></svg><p>a", ["p a"]),
    Case("a soft hyphen is left for the cleaner", "<p>mos&shy;s", ["p mos\u{AD}s"]),
    Case("text after the body", "<body><p>a</body></html><p>b", ["p a", "p b"]),
    Case("a stray end tag", "</div></p><p>a</span></p>", ["p a"]),
    Case("a bold beginning", "<p><b>Moss:</b> it drinks", ["p Moss: it drinks"]),
  ]

  @Test(arguments: lists + tables + inline + markup) func blocks(_ test: Case) throws {
    #expect(try lines(test.html) == test.lines)
  }

  @Test(arguments: [
    ("<p><b>Moss:</b> it drinks", 5), ("<p><strong>Moss</strong>", 4), ("<p>It <b>drinks</b>", 0),
    ("<p> <b>a</b> <b>b</b> c", 3), ("<h2><b>潮</b>汐</h2>", 3),
    ("<p><span style='font-weight: bold'>Moss</span> x", 4),
    ("<p>\u{3000}\u{3000}<b>苔藓墙</b>", 9),
  ]) func bold(_ html: String, _ count: Int) throws {
    let blocks = try read(.init(name: "page.html", bytes: Array(html.utf8)))
    #expect(blocks.items.first?.bold == count)
  }
}
