import GalleyModel
import GalleyRead
import Testing

@testable import GalleyClean

/// A text is looked through line by line, and its lines are measured behind the look until something
/// is to be repaired.
@Suite struct PageTests {
  private func page(_ text: String) throws -> Page {
    readPage(try read(Source(name: "test.txt", bytes: Array(text.utf8))))
  }

  private func lines(_ page: Page) -> [String] {
    page.lines.map { line in
      let text = String(decoding: page.text[line.text], as: UTF8.self)
      return "\(line.width) \(line.blanksBefore) \(line.drop?.rawValue ?? "") \(text)"
    }
  }

  /// A long text, with numbers that count and lines beside them in the midst of sentences.
  private let pages = (1...30).map {
    "and so \(wrapped)\nThen they came down to the old harbour by the\n\($0)\n"
  }.joined()

  @Test(arguments: [40, 16_000, 16_500]) func linesAreThoseOfTheRepairedText(place: Int) throws {
    let at = pages.utf8.index(pages.startIndex, offsetBy: place)
    let damaged = pages[..<at] + "\u{2060}" + pages[at...] + "\u{2060}\n"
    let sound = lines(try page(pages))
    #expect(pages.utf8.count > 17_000)
    #expect(sound.contains { $0.contains("drop.running-head") })
    #expect(lines(try page(String(damaged))) == sound)
  }

  /// A line that holds nothing but what goes is none, and a page that began there is none.
  @Test func aLineMayGo() throws {
    let text = wrapped + "\n\u{C}\u{2060}\n" + wrapped
    let damaged = try page(text)
    #expect(damaged.lines.count == 2 * (try page(wrapped)).lines.count)
    #expect(!damaged.hasPages)
  }

  /// A line in which nothing strikes is repaired too, where later ones say how the text was misread.
  @Test func anEarlierLineIsReadAgain() throws {
    let sound = ["海水城市", "海水用于电网，把新的城市", "海水用于测试，把新的城市"]
    let misread = ["娴锋按鍩庡競", "娴锋按鐢ㄤ簬鐢电綉锛屾妸鏂扮殑鍩庡競", "娴锋按鐢ㄤ簬娴嬭瘯锛屾妸鏂扮殑鍩庡競"]
    let page = try page(misread.joined(separator: "\n\n"))
    #expect(page.lines.map { String(decoding: page.text[$0.text], as: UTF8.self) } == sound)
    #expect(page.lines.map(\.width) == [8, 24, 24])
  }

  @Test(arguments: 1..<40)
  func suspectsAreTheSameInPieces(step: Int) {
    let text = "naïve & plain\u{A0}words\n研究者把海水，用于。\u{3099}新一代é电网&почти все\u{200B} слова "
    let bytes = Array(String(repeating: text, count: 4).utf8)
    let whole = findSuspects(in: bytes)
    var finder = SuspectFinder()
    while finder.end < bytes.count { finder.look(in: bytes, to: finder.end + step) }
    #expect(whole.places.count == 20)
    #expect(finder.suspects.places == whole.places)
    #expect(finder.suspects.misreadings == whole.misreadings)
  }

  /// A cache line.
  @Test func aLineIsSmall() {
    #expect(MemoryLayout<Line>.stride == 64)
  }

  /// Nothing is left out, or something is: so says the page.
  @Test func aPageKnowsWhetherItIsWhole() throws {
    #expect(try page(wrapped).isWhole)
    #expect(try !page(pages).isWhole)
  }
}
