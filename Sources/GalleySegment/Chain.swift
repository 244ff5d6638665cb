/// A place where an item opens.
struct Node: Sendable, Equatable {
  /// The line of the number, or of the title where no number is printed, or of the first label
  /// where the heading is lost.
  var line: Int
  /// As the place requires: the printed number but for misprints.
  var number: Int
  /// Index in `Survey.markers`, or -1 where none is printed.
  var marker = -1
  /// The heading is lost; the line is already the item's first label.
  var isLost = false
  /// What stands before the title instead of a number.
  var award: Award?
}

/// A sequence of places that may open the document's items, with the evidence for it.
struct Chain: Sendable {
  enum Kind: Sendable, Equatable {
    /// Numbers of one style.
    case numbered(NumeralSystem)
    /// Headings of a page of one level.
    case headings(Int)
    /// Bold lines.
    case bold
    /// Lines that begin with the same bullet, or items of a page's list.
    case bullets
    /// Rows of a table.
    case rows
    /// Lines above a block of labels, or the blocks alone.
    case labelled
    /// Short lines among long paragraphs.
    case plain
    /// `Name: text` paragraphs.
    case named
    /// Lines that open with an award.
    case awards
    /// Terms of a page's definition list.
    case terms
  }

  var kind: Kind
  var nodes: [Node]
  var card = Scorecard()

  var isNumbered: Bool { if case .numbered = kind { true } else { false } }
}

/// Of short lines that print numbers, those that count on are the headings.
func numbered(_ chains: [Chain], _ chosen: Int) -> Int {
  guard chains[chosen].kind == .plain else { return chosen }
  let lines = Set(chains[chosen].nodes.map(\.line))
  return chains.indices.first { index in
    chains[index].isNumbered && chains[index].nodes.count > 2
      && chains[index].card.total >= Weights.threshold
      && chains[index].nodes.allSatisfy { lines.contains($0.line) }
  } ?? chosen
}

/// The evidence for a chain, term by term.
struct Scorecard: Sendable {
  enum Term: String, Sendable, CaseIterable {
    case consecutive = "consecutive numbers"
    case faults = "missing, repeated or misprinted numbers"
    case beginning = "begins at 1"
    case style = "one style"
    case titles = "title-like headings"
    case labels = "labels below the headings"
    case bodies = "text below the headings"
    case page = "headings or bold type"
    case count = "the announced count"
    case announced = "a list is announced"
    case rhythm = "even rhythm"
    case coverage = "share of the text"
    case sentences = "headings that are sentences"
    case bare = "nothing below the headings"
    case unnumbered = "no numbers and no announcement"
    case short = "too few"
    case repeated = "headings that come back"
    case sidebar = "stands below a side list's heading"
    case clauses = "clauses of a law"
    case steps = "steps of a recipe"
    case awards = "awards open the headings"
    case letterless = "rows without words"
    case minutes = "minutes of a meeting"
    case dialogue = "speakers that take turns"
  }

  private(set) var terms: [(term: Term, value: Double)] = []
  private(set) var total = 0.0

  mutating func reserve() { terms.reserveCapacity(12) }

  mutating func add(_ term: Term, _ value: Double) {
    if value == 0 { return }
    terms.append((term, value))
    total += value
  }
}

/// What each piece of evidence is worth. A chain below `Weights.threshold` is no list.
enum Weights {
  static let threshold = 4.0

  // For each link or heading.
  static let consecutive = 1.0
  static let fault = -1.0
  static let style = 0.2
  static let title = 0.6
  static let label = 0.6
  static let body = 0.4
  static let page = 0.4
  static let rhythm = 0.3
  static let award = 0.8
  static let sentence = -1.1
  static let bare = -1.2
  static let unnumbered = -1.3
  static let repeated = -3.0

  // For the chain.
  static let beginning = 1.0
  static let count = 3.0
  static let announced = 1.0
  static let coverage = 3.0
  static let pair = -2.5
  static let sidebar = -6.0
  static let veto = -100.0
}
