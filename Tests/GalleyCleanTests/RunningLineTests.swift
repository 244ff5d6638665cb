import GalleyModel
import Testing

@testable import GalleyClean

private let sentences = [
  "The river rises in the hills and reaches the sea after nine days of slow water",
  "Nobody has mapped the upper valley since the survey of the second expedition",
  "The ferry crosses twice a day except in flood when it does not cross at all",
]

/// Pages with a head above and a number below each.
private func pages(head: String, number: (Int) -> String, count: Int = 5) -> String {
  (1...count).map { page in
    let body = (0..<6).map { line in "\(sentences[(page + line) % 3]) \(page * 10 + line)" }
    return head + "\n\n" + body.joined(separator: "\n") + "\n\n" + number(page)
  }.joined(separator: "\n\u{C}") + "\n"
}

@Test(arguments: ["%", "- % -", "[%/9]", "· % ·"])
func dropsHeadsAndPageNumbers(_ form: String) throws {
  let text = pages(head: "A JOURNEY UP THE RIVER") { form.replacing("%", with: "\($0)") }
  let cleaned = try cleaned(text)
  #expect(cleaned.edits.count { $0.rule == .runningHead } == 5)
  #expect(cleaned.edits.count { $0.rule == .pageNumber } == 5)
  #expect(!String(decoding: cleaned.text, as: UTF8.self).contains("JOURNEY"))
}

@Test func dropsCountingLinesThatCutSentences() throws {
  let cut = [
    "which the older maps do not show because nobody had walked there before",
    "until the second winter when the ice took the pier and the boat with it",
    "and so the station was moved to the other bank where the ground is dry",
  ]
  var text = "The first survey went up the left bank and found a ford below the falls\n\n"
  for (page, passage) in cut.enumerated() {
    text += "Page \(page + 2): A Journey up the River\n\n\(passage)\n\n"
  }
  #expect(try cleaned(text).edits.count { $0.rule == .runningHead } == 3)
}

/// A phrase that happens to begin several lines of a wrapped text is none of its heads.
@Test func keepsLinesThatBeginAlike() throws {
  let ends = [
    "was read twice in that year", "says nothing of it", "lay open on the table all night",
  ]
  var text = ""
  for end in ends {
    for line in 0..<9 {
      text += "\(sentences[line % 3].lowercased()) and \(end.prefix(line + 9))\n"
    }
    text += "the harbour master's book \(end) and in\n"
  }
  #expect(try cleaned(text).edits.allSatisfy { $0.rule != .runningHead })
}

/// A text that is nothing but one line over and over is not all running heads.
@Test func keepsATextOfEqualLines() throws {
  let text = (1...20).map { _ in "the same line of the same text again" }.joined(
    separator: "\n\u{C}")
  #expect(try paragraphs(text).count >= 1)
}

/// Numbered headings count upwards as well, and labels repeat: both stay.
@Test func keepsHeadingsAndLabels() throws {
  let items = (1...6).map {
    "\($0)\n\nTitle of item \($0 * 7)\n\nWhy it matters: it does.\n\nStatus: now"
  }
  let text = items.joined(separator: "\n\n")
  #expect(try cleaned(text).edits.allSatisfy { $0.rule != .runningHead && $0.rule != .pageNumber })
}

@Test func movesFootnotesBehindTheirParagraph() throws {
  let text = """
    The old chart1 shows a channel on the northern side, and the pilots used
    it for a hundred years. It is not safe now, and the harbour master told
    them so, but they did not believe him and went in with the tide behind

    1. The chart of the second survey, kept in the town hall to this day.
    1
    \u{C}them and the wind ahead, and they were never seen again by anybody who
    lived on that coast.

    The people of the town built a cross for them on the northern rock, and
    2
    \u{C}it stands there still, though the sea has taken half of the rock away.
    3
    """
  let found = try paragraphs(text)
  #expect(found[0].contains("with the tide behind them and the wind ahead"))
  #expect(found[1].hasPrefix("1. The chart of the second survey"))
}

@Test func readsTwoColumnsOneAfterTheOther() throws {
  let left = [
    "The first column begins here and", "goes on for quite some time until",
    "it has filled all of its lines to",
    "the very end, as columns do when", "they are set by a careful hand and",
    "nobody is in a hurry to be done",
    "with the page, because the next", "one is already waiting to be set",
    "and the paper is cheap this year",
  ]
  let right = [
    "so that the second column can say", "what it has to say without looking",
    "back at the first one, which is an",
    "old habit of second columns and no", "reason to think badly of them, for",
    "they stand where they were put and",
    "carry the text to the bottom of the", "page, where the reader turns it and",
    "finds the next one in its place.",
  ]
  let page = zip(left, right).map { $0.padding(to: 44) + $1 }.joined(separator: "\n")
  let text = try cleanedText("Of Columns\n\u{C}" + page + "\n")
  #expect(text.contains("the paper is cheap this year so that the second column can say what"))
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

private func between(_ line: String, after: String = "", before: String = "") -> String {
  """
  \(after)
  The first survey went up the left bank and found a ford below the falls. Nobody crossed.

  \(line)

  The second one took the other bank, where the ground is dry and the mosquitoes are fewer.
  \(before)
  """
}

@Test(arguments: ["- 12 -", "— 12 —", "· 12 ·", "~12~"])
func dropsTheOnlyDecoratedNumber(_ line: String) throws {
  #expect(try cleaned(between(line)).edits.count { $0.rule == .pageNumber } == 1)
}

/// A section's number has a neighbour; a year, a bullet and a bare number are none of a page.
@Test func keepsOtherLoneNumbers() throws {
  let kept = [
    between("- 2 -", after: "- 1 -\n"), between("- 12 -", before: "\n13. The third survey\n"),
    between("- 1 -"), between("- 1998 -"), between("12"), between("- 12 units -"),
  ]
  for text in kept {
    #expect(try cleaned(text).edits.allSatisfy { $0.rule != .pageNumber }, "\(text)")
  }
}

@Test func dropsTwoHeadsThatTearSentencesApart() throws {
  func text(_ head: String) -> String {
    """
    The first survey went up the left bank and found a ford below the falls which the

    \(head) 12

    older maps do not show, because nobody had walked there before the great flood.

    The station was moved to the other bank in the second winter, when the ice took the

    \(head) 14

    pier and the boat with it, and the ground is dry there all the year round.
    """
  }
  #expect(try cleaned(text("THE LANTERN REVIEW |")).edits.count { $0.rule == .runningHead } == 2)
  #expect(try cleaned(text("Figure")).edits.allSatisfy { $0.rule != .runningHead })
}

/// A formula that stands at the foot of several pages is text; a head set with spaces is none.
@Test(arguments: [("(x, y) ∈ R", 0), ("a + b = c", 0), ("R E V I E W", 5)])
func tellsFormulasFromHeads(_ line: String, _ dropped: Int) throws {
  let text = pages(head: line) { "\($0)" }
  #expect(try cleaned(text).edits.count { $0.rule == .runningHead } == dropped)
}

private let halves = [
  ("the older maps do not show because nobody", "had walked there before the second winter"),
  ("until the ice took the pier and the boat", "with it, and the station was moved at once"),
]

/// Two pages' worth of lines around each break, with what stands between them.
private func broken(first: String, _ breaks: [String]) -> String {
  var text = first + "\n\n"
  for (page, mark) in breaks.enumerated() {
    text += sentences.map { $0 + "." }.joined(separator: "\n\n") + "\n\n"
    text += sentences.map { $0 + " again." }.joined(separator: "\n\n") + "\n\n"
    text += "The ford lies below a fall which " + halves[page % 2].0 + "\n\n" + mark + "\n\n"
    text += halves[page % 2].1 + ".\n\n"
  }
  return text
}

/// In text that keeps its layout the number stands far from the head's words.
@Test func dropsHeadsWhoseNumberStandsApart() throws {
  let head = "Water & Wind 3/2025" + String(repeating: " ", count: 40)
  let text = broken(first: head + "11", [head + "12", head + "13"])
  let found = try cleaned(text)
  #expect(found.edits.count { $0.rule == .runningHead } == 3)
  #expect(try paragraphs(text).contains { $0.contains("because nobody had walked") })
}

/// Rows of a table end with numbers apart as well, but no page lies between them.
@Test func keepsRowsWithNumbersApart() throws {
  let rows = (11...13).map { "Water & Wind" + String(repeating: " ", count: 40) + "\($0)" }
  let text = wrapped + "\n\n" + rows.joined(separator: "\n") + "\n\n" + wrapped
  #expect(try cleaned(text).edits.allSatisfy { $0.rule != .runningHead })
}

/// The number ends one page, and the head opens the next.
@Test func dropsANumberAndTheHeadBelowIt() throws {
  let text = broken(first: "Water and Wind Monthly", ["42\n\nWater and Wind Monthly"])
  #expect(try paragraphs(text).contains { $0.contains("because nobody had walked") })
  #expect(try !cleanedText(text).contains("Monthly"))
}

/// The heads differ in the day of the week, and the paragraph's last line on the page is short.
@Test func joinsOverAPagesEndInChinese() throws {
  let lines = ["最新科考显示江里的豚比五年前多了四成，渔民说划船时能听到", "它们换气的声音，夜里听得更清楚。"]
  let text = """
    科技导览　2024 年 12 月 25 日　星期三

    \(Array(repeating: lines.joined(separator: "\n"), count: 5).joined(separator: "\n\n"))

    草案共五编，首次提请审议的时间是十一月，专家们认为，分散在
    三十多部法律里的规定终于

                                · 6 ·
    科技导览　2024 年 12 月 26 日　星期四

    有了统一的归处。
    """
  let found = try paragraphs(text)
  #expect(found.contains { $0.hasSuffix("规定终于有了统一的归处。") })
  #expect(try !cleanedText(text).contains("科技导览"))
}

/// Between whole sentences: three heads, the first over the text, and numbers above the others.
@Test func dropsHeadsBelowNumbersThatCount() throws {
  let page = sentences.map { $0 + "." }.joined(separator: "\n\n")
  let text = (16...18).map { number in
    (number > 16 ? "\(number)\n\n" : "") + "ANNALS OF THE COAST\n\n\(page)\n\n\(page)\n\n\(page)"
  }.joined(separator: "\n\n")
  let cleaned = try cleaned(text)
  #expect(cleaned.edits.count { $0.rule == .runningHead } >= 3)
  #expect(!String(decoding: cleaned.text, as: UTF8.self).contains("17"))
}

/// A line with two numbers side by side counts once: the lines that count are the others.
@Test func noLineStandsBeforeItself() {
  let lines = ["Part 5 of 6", "Part 1 of 20", "Part 2 of 20"]
  let group = lines.enumerated().map { index, line in
    let bytes = Array(line.utf8)
    return Numbered(index: index, key: LineKey(bytes.indices, of: bytes), isDressed: false)
  }
  #expect(longestChain(group) == [1, 2])
}

/// Left and right pages have their numbers on different sides; one sentence goes on over a head.
@Test(arguments: ["|", "·"]) func dropsHeadsWithABarBesideTheNumber(_ mark: String) throws {
  let page = sentences.map { $0 + "." }.joined(separator: "\n\n") + "\n\n"
  let body = page + page + page
  let text = """
    26 \(mark) Harbor Engineer \(mark) March 2021

    \(body)\(sentences[0]) and

    Harbor Engineer \(mark) March 2021 \(mark) 27

    then it turns to the north.

    \(body)28 \(mark) Harbor Engineer \(mark) March 2021

    \(body)
    """
  #expect(try cleaned(text).edits.count { $0.rule == .runningHead } == 3)
  #expect(
    try paragraphs(text).contains { $0.hasSuffix("slow water and then it turns to the north.") })
}

/// The heads say the title in capitals, or a part of it.
@Test(arguments: ["TEN IDEAS FOR COASTS", "Ten Ideas for"]) func keepsTheTitle(_ head: String)
  throws
{
  let text = pages(head: head) { "\($0)" }
  let titled = "Ten Ideas for Coasts\n\n" + text
  #expect(try paragraphs(titled).first == "Ten Ideas for Coasts")
}
