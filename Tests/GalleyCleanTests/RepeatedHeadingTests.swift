import GalleyModel
import Testing

@testable import GalleyClean

/// A section of a book: its title, the end of the one before, its own beginning.
private struct Section {
  var title: String
  var end: [String]
  var beginning: [String]
}

private let sections = [
  Section(
    title: "Mooring in a Rising Tide",
    end: [
      "of which the harbour master keeps a list in", "the drawer below the window of his office.",
    ],
    beginning: [
      "The boat is tied with two lines that are long", "enough for the highest water of the month,",
    ]),
  Section(
    title: "Lamps of the Northern Pier",
    end: [
      "since the tide turns an hour later each day", "and nobody is at hand to loosen the knots.",
    ],
    beginning: [
      "Three lamps burn at the end of the pier, and", "the second of them can be seen from the bay",
    ]),
  Section(
    title: "What the Pilots Remember",
    end: [
      "where the first is hidden by the warehouses", "that were built in the year of the flood.",
    ],
    beginning: [
      "Nobody was on the bridge when the fog came,", "and the bell had not been rung since spring",
    ]),
  Section(
    title: "Charts and Their Makers",
    end: [
      "because its rope had been lent to the ferry", "for the time of the repairs to her engine.",
    ],
    beginning: [
      "The oldest chart has no depths at all, which",
      "is why the steamer kept so close to the shore",
    ]),
  Section(
    title: "Ropes, Knots and Splices",
    end: [
      "that her keel touched the bank of the river", "on two of the three voyages of that summer.",
    ],
    beginning: [
      "A rope of hemp loses a third of its strength", "when it is wet and frozen in the same night",
    ]),
]

private func pages(_ page: (_ number: Int, _ section: Section) -> [String]) -> String {
  sections.enumerated().map { page($0, $1).joined(separator: "\n") }.joined(separator: "\n\u{C}")
}

/// The lines that are left out as running heads.
private func heads(in text: String) throws -> [String] {
  let source = Array(text.utf8)
  return try cleaned(text).edits.filter { $0.rule == .runningHead }.flatMap { edit in
    String(decoding: source[edit.range], as: UTF8.self).split { "\n\u{C}".contains($0) }
      .map(String.init)
  }
}

@Test func dropsHeadsThatRepeatThePagesHeading() throws {
  let text = pages { number, section in
    (number == 0 ? [] : [section.title, ""]) + section.end + ["", section.title, ""]
      + section.beginning
  }
  #expect(try heads(in: text) == sections.dropFirst().map(\.title))
}

/// A section of two pages: the second one has the head of the first.
@Test func dropsHeadsThatGoOnFromThePageBefore() throws {
  let text = pages { number, section in
    let title = sections[number / 2].title
    let head = number == 0 ? [] : [title, ""]
    return head + section.end + (number % 2 == 0 ? ["", title, ""] : []) + section.beginning
  }
  let found = try heads(in: text)
  #expect(found.count == sections.count - 1, "\(found)")
}

@Test func dropsFeetThatRepeatAHeadingOfTwoLines() throws {
  let text = pages { _, section in
    let words = section.title.split(separator: " ")
    let heading = [words.dropLast(2), words.suffix(2)].map { $0.joined(separator: " ") }
    return section.end + [""] + heading + [""] + section.beginning + ["", section.title]
  }
  #expect(try heads(in: text) == sections.map(\.title))
}

/// A table of contents names every chapter, and each begins a page of its own.
@Test func keepsChaptersThatBeginAPage() throws {
  let front =
    ["Contents", "", "Preface", "List of Maps"] + sections.map(\.title)
    + ["Index of Ships", "Index of Persons"]
  let chapters = pages { _, section in [section.title, ""] + section.beginning + section.end }
  let text = front.joined(separator: "\n") + "\n\u{C}The log\n\u{C}" + chapters
  let found = try heads(in: text)
  #expect(found.isEmpty, "\(found)")
}

/// Two pages that begin with what is said twice are no habit.
@Test func keepsLinesThatSeldomRepeat() throws {
  let text = pages { number, section in
    [section.title, ""] + section.end + (number < 2 ? ["", section.title, ""] : [])
      + section.beginning
  }
  let found = try heads(in: text)
  #expect(found.isEmpty, "\(found)")
}

/// A label heads every page, and nothing else.
@Test func dropsALabelThatHeadsEveryPage() throws {
  let text = pages { _, section in ["Part 1: The Harbour", ""] + section.end + section.beginning }
  #expect(try heads(in: text).count == sections.count)
}

/// The title stands below the head that says the same.
@Test func keepsTheTitleBelowItsHead() throws {
  let title = "Harbours of the North"
  let text = pages { number, section in
    [title, ""] + (number == 0 ? [title, ""] : []) + section.end + section.beginning
  }
  #expect(try heads(in: text).count == sections.count)
  #expect(try cleaned(text).text.starts(with: title.utf8))
}

/// An item on each page, its number that of the page, and words that stand nowhere else.
@Test func keepsItemsThatBeginAPage() throws {
  let text = pages { number, section in
    ["\(number + 1) \(section.title)", ""] + section.beginning + section.end
  }
  #expect(try heads(in: text).isEmpty)
}
