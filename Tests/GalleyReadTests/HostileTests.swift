import GalleyModel
import Glibc
import Testing

@testable import GalleyRead

/// Pages made to hurt: the reader neither crashes nor slows down out of proportion, and keeps the text.
@Suite struct HostileTests {
  private static func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static let shapes: [@Sendable (Int) -> String] = [
    { times("<div>", $0) + "text" }, { times("<b>", $0) + "text" },
    { times("<ul><li>", $0) + "text" },
    { times("<table><tr><td>", $0) + "text" }, { times("<p>", $0) + "text" },
    { times("<a href=x>", $0) + "text" },
    { times("<", $0) + "text" }, { times("</", $0) + ">text" }, { times("<a ", $0) + ">text" },
    { times("&", $0) + "text" }, { times("&amp", $0) + "text" }, { times("&#x41;", $0) + "text" },
    { "<div " + times("a=1 ", $0) + ">text" }, { "<div " + times("class=b ", $0) + ">text" },
    { "<p class='" + times("menu-", $0) + "'>text" }, { times("<!--", $0) + "-->text" },
    { times("<!-", $0) + ">text" }, { times("<![CDATA[", $0) + ">text" },
    { "text" + times("</div>", $0) },
    { times("<div></span>", $0) + "text" }, { times("text<br>", $0) },
    { times("<script>", $0) + "</script>text" },
    { "<table><tr>" + times("<td>text", $0) + "</table>" },
    { "<ol>" + times("<li>text", $0) + "</ol>" },
    { times("<h2>Related</h2>", $0) + "text" }, { times("<svg>", $0) + "</svg>text" },
    { "<p>" + times("text ", $0) }, { times("<p>text", $0) }, { "text<!--" + times("-", $0) },
    { times("<meta name=a content=b>", $0) + "text" }, { times("<td>text</table>", $0) },
    { "<script type=application/ld+json>" + times("{\"a\":[", $0) + "</script>text" },
    { times("<title>a</title>", $0) + "text" }, { times("<p><a href=x>text</a>", $0) },
    { times("<b><i></b></i>", $0) + "text" },
    { times("<form><select><option>", $0) + "</select>text" },
  ]

  @Test(arguments: 0..<shapes.count) func linear(_ shape: Int) throws {
    let small = try cost(Self.shapes[shape](1_000))
    let large = try cost(Self.shapes[shape](8_000))
    // 8 times the input: linear work takes 8 times as long, quadratic 64 times. Below a few
    // milliseconds the clock says little.
    #expect(large < max(small * 30, 0.4))
  }

  /// CPU seconds of this thread.
  private func cost(_ page: String) throws -> Double {
    let source = Source(name: "a.html", bytes: Array(page.utf8))
    let start = clock()
    _ = try read(source)
    return clock() - start
  }

  private func clock() -> Double {
    var time = timespec()
    // Writes the one struct that it is given.
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func deepNestingSaysSo() throws {
    let page = Self.times("<div>", 5_000) + "<p>\(prose)</p>"
    let blocks = try read(Source(name: "a.html", bytes: Array(page.utf8)))
    #expect(blocks.diagnostics.map(\.code) == ["W102"])
    #expect(blocks.items.map { string(blocks, $0) } == [prose])
  }

  @Test func aLongTextIsWhole() throws {
    let text = Self.times("moss ", 300_000)
    let blocks = try read(Source(name: "a.html", bytes: Array(("<p>" + text).utf8)))
    #expect(blocks.items.count == 1)
    #expect(blocks.items.first?.text.count == text.utf8.count - 1)
  }
}
