internal import GalleyModel

/// What stands before a line.
enum Gap: UInt8, CaseIterable {
  case none, soft, blank, blanks, page
}

/// The lines that are left after the running lines went, and what stands between them: what the
/// decisions look at.
struct Boundaries {
  let bytes: [UInt8]
  let lines: [Line]
  /// `gaps[i]` stands before line `i`; one more at the end.
  private(set) var gaps: [Gap] = []
  private(set) var evidence: Evidence
  private(set) var adjacency = Adjacency()
  private(set) var chapters: Set<Int> = []
  /// For each line, whether a label that the text repeats opens it.
  private(set) var isField: [Bool]
  private(set) var isCountedHead: [Bool]
  /// The decisions before each line but the first, as far as they are made already.
  private(set) var decisions: [Decision] = []
  /// The lines before which they are to be made.
  private(set) var undecided: [Int] = []

  /// With `format`, only those pairs are counted that change a decision in it. Without, all are.
  /// `beginnings` are those of the lines, where they are known.
  init(
    _ all: [Line], of bytes: [UInt8], beginnings: Beginnings? = nil,
    decidingFor format: Format? = nil
  ) {
    self.bytes = bytes
    lines = all
    isCountedHead = [Bool](repeating: false, count: all.count)
    isField = isCountedHead
    evidence = Evidence(edges: [], habits: Habits())
    // Only a text whose lines break in the midst of sentences needs its words counted.
    let isWrapped = survey(beginnings)
    if isWrapped { evidence.vocabulary = Vocabulary(lines, of: bytes) }
    let weighed = weigh(for: format, withWords: isWrapped)
    decisions = weighed.decisions
    undecided = weighed.undecided
    adjacency = weighed.pairs
    adjacency.count(in: lines, of: bytes)
  }

  /// One walk for all that asks for every line: a large document has more of them than caches hold.
  /// Returns whether many lines break in the midst of sentences.
  private mutating func survey(_ known: Beginnings?) -> Bool {
    gaps.reserveCapacity(lines.count + 1)
    var edges: [Int32] = []
    edges.reserveCapacity(lines.count)
    var habits = HabitCounter()
    var beginnings = known ?? Beginnings()
    var blanks = InlineArray<6, Int>(repeating: 0)
    var cuts = 0
    var hasHyphen = false
    for index in lines.indices {
      let line = lines[index]
      edges.append(Int32(clamping: line.edge))
      gaps.append(index == 0 ? .none : line.gap)
      if line.blanksBefore > 0 { blanks[min(5, line.blanksBefore)] += 1 }
      if let chapter = chapter(of: line, in: bytes) { chapters.insert(chapter) }
      if known == nil { beginnings.add(line, at: index, of: bytes) }
      if line.ending == .hyphen, line.isCut { hasHyphen = true }
      if index == 0 { continue }
      habits.add(lines[index - 1], line)
      if gaps[index] == .soft || gaps[index] == .page, lines[index - 1].isCut { cuts += 1 }
    }
    gaps.append(.none)
    evidence = Evidence(edges: edges, habits: habits.habits)
    for line in beginnings.countedHeads { isCountedHead[line] = true }
    for line in beginnings.fieldLines { isField[line] = true }
    narrowGaps(usual: blanks)
    return hasHyphen || cuts * 20 > lines.count
  }

  /// A document whose gaps have three blank lines says no more by them than another with one.
  /// `counts` says how many gaps have how many.
  private mutating func narrowGaps(usual counts: InlineArray<6, Int>) {
    var usual = 1
    for blanks in 2..<6 where counts[blanks] > counts[usual] { usual = blanks }
    if usual == 1 { return }
    for index in lines.indices where gaps[index] == .blanks {
      if lines[index].blanksBefore <= usual { gaps[index] = .blank }
    }
  }

  /// Makes the decisions for `format` for which nothing has to be counted, and gathers the pairs that
  /// the others need.
  private func weigh(
    for format: Format?, withWords: Bool
  ) -> (decisions: [Decision], undecided: [Int], pairs: Adjacency) {
    var decisions: [Decision] = []
    decisions.reserveCapacity(lines.count)
    var undecided: [Int] = []
    var pairs = Adjacency()
    var last = LastShape()
    for index in lines.indices.dropFirst() {
      let decision =
        if format != nil, let settled = settle(index) { settled } else {
          weigh(index, for: format, withWords: withWords, &pairs, &last)
        }
      decisions.append(decision ?? .keep)
      if decision == nil { undecided.append(index) }
    }
    return (decisions, undecided, pairs)
  }

  /// The decision of the scorecard; nil where pairs are to be counted first.
  private func weigh(
    _ index: Int, for format: Format?, withWords: Bool, _ pairs: inout Adjacency,
    _ last: inout LastShape
  ) -> Decision? {
    guard let pair = Adjacency.pair(lines[index - 1], lines[index], bytes, withWords: withWords)
    else { return format.map { decideByScore(index, format: $0, &last) } }
    if pairs.isCounted(pair) { return nil }
    if let format, let decision = decideWithoutAdjacency(index, format: format, &last) {
      return decision
    }
    pairs.add(pair)
    return nil
  }

  // Six lines are as many as the signals tell apart.

  /// How many lines above a line, itself included, go without a blank line: up to 6.
  func linesAbove(_ index: Int) -> Int {
    var first = index
    while index - first < 5, gaps[first] == .soft { first -= 1 }
    return index - first + 1
  }

  /// How many lines below a line, itself included, go without a blank line: up to 6.
  func linesBelow(_ index: Int) -> Int {
    var last = index
    while last - index < 5, gaps[last + 1] == .soft { last += 1 }
    return last - index + 1
  }
}

extension Line {
  /// What stands before it, where it is not the first.
  fileprivate var gap: Gap {
    if isNewPage { return .page }
    return blanksBefore == 0 ? .soft : blanksBefore == 1 ? .blank : .blanks
  }
}
