internal import GalleyModel

/// What stands before a line.
enum Gap: UInt8, CaseIterable {
  case none, soft, blank, blanks, page
}

/// The lines that are left after the running lines went, and what stands between them: what the
/// decisions look at.
struct Boundaries {
  let bytes: [UInt8]
  private(set) var lines: [Line] = []
  /// `gaps[i]` stands before line `i`; one more at the end.
  private(set) var gaps: [Gap] = []
  /// How many lines above and below each line, itself included, go without a blank line.
  private(set) var places: [Int] = []
  private(set) var rests: [Int] = []
  private(set) var evidence: Evidence
  private(set) var adjacency = Adjacency()
  private(set) var chapters: Set<Int> = []
  private(set) var countedHeads: Set<Int> = []
  /// For each line, whether the text stops in its midst before it; nil where that is not yet weighed.
  private(set) var cuts: [Bool?] = []

  /// With `format`, only those pairs are counted that change a decision in it, and the decisions of
  /// the others have no score. Without, all are.
  init(_ all: [Line], of bytes: [UInt8], decidingFor format: Format? = nil) {
    self.bytes = bytes
    lines = all
    evidence = Evidence(all)
    gaps.reserveCapacity(all.count + 1)
    let usual = usualBlanks
    for (index, line) in all.enumerated() {
      let blanks = line.blanksBefore == 0 ? 0 : max(1, line.blanksBefore - usual + 1)
      gaps.append(gap(isFirst: index == 0, isPage: line.isNewPage, blanks: blanks))
    }
    gaps.append(.none)
    // Only a text whose lines break in the midst of sentences needs its words counted.
    let isWrapped = hasManyCuts
    if isWrapped { evidence.vocabulary = Vocabulary(lines, of: bytes) }
    chapters = findChapters(lines, of: bytes)
    countedHeads = findCountedHeads(lines, of: bytes)
    measureRuns()
    (adjacency, cuts) = weigh(decidingFor: format, withWords: isWrapped)
  }

  /// The pairs that a decision needs, and the decisions that need none.
  private func weigh(decidingFor format: Format?, withWords: Bool) -> (Adjacency, [Bool?]) {
    var cuts = [Bool?](repeating: nil, count: lines.count)
    let adjacency = Adjacency(lines, of: bytes, withWords: withWords) { index in
      guard let format else { return true }
      if settle(index) != nil { return false }
      cuts[index] = cutWithoutAdjacency(index, format: format)
      return cuts[index] == nil
    }
    return (adjacency, cuts)
  }

  private var hasManyCuts: Bool {
    var cuts = 0
    for (index, line) in lines.enumerated() where line.isCut {
      if line.ending == .hyphen { return true }
      if gaps[index + 1] == .soft || gaps[index + 1] == .page { cuts += 1 }
    }
    return cuts * 20 > lines.count
  }

  /// How many blank lines the document's gaps have: it says no more with three than another with one.
  private var usualBlanks: Int {
    var counts = InlineArray<6, Int>(repeating: 0)
    for line in lines where line.blanksBefore > 0 { counts[min(5, line.blanksBefore)] += 1 }
    var usual = 1
    for blanks in 2..<6 where counts[blanks] > counts[usual] { usual = blanks }
    return usual
  }

  private func gap(isFirst: Bool, isPage: Bool, blanks: Int) -> Gap {
    if isFirst { return .none }
    if isPage { return .page }
    return blanks == 0 ? .soft : blanks == 1 ? .blank : .blanks
  }

  private mutating func measureRuns() {
    places = [Int](repeating: 1, count: lines.count)
    rests = places
    for index in lines.indices.dropFirst() where gaps[index] == .soft {
      places[index] = places[index - 1] + 1
    }
    for index in lines.indices.dropLast().reversed() where gaps[index + 1] == .soft {
      rests[index] = rests[index + 1] + 1
    }
  }
}
