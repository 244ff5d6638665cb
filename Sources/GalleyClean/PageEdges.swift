internal import GalleyModel

/// Marks running heads, feet and page numbers at the edges of pages that form feeds divide.
func markPageEdges(_ lines: inout [Line], of bytes: [UInt8]) {
  let edges = PageEdges(lines, of: bytes)
  guard edges.pages.count > 1 else { return }
  edges.mark(&lines)
}

/// The first and last lines of every page, and what they have in common.
private struct PageEdges {
  /// Lines of each page.
  private(set) var pages: [Range<Int>] = []
  /// Keys of the lines near an edge, by line.
  private var keys: [Int: LineKey] = [:]
  /// On how many pages a line with these letters, or this beginning, stands near an edge.
  private var letters: [UInt64: Tally] = [:]
  private var prefixes: [UInt64: Tally] = [:]
  /// Lines away from the edges that a running head may repeat.
  private var headings: [UInt64: Int] = [:]
  /// The number that is printed, less the page's place: the commonest, and how many pages have it.
  private var offset = 0
  private var offsetVotes = 0

  private static let depth = 5

  private struct Tally {
    var count = 0
    var lastPage = -1
    mutating func add(_ page: Int) {
      if page == lastPage { return }
      count += 1
      lastPage = page
    }
  }

  init(_ lines: [Line], of bytes: [UInt8]) {
    var start = 0
    for index in lines.indices where lines[index].isNewPage && index > start {
      pages.append(start..<index)
      start = index
    }
    pages.append(start..<lines.count)
    guard pages.count > 1 else { return }
    for (number, page) in pages.enumerated() {
      for index in edgeLines(of: page) {
        let key = LineKey(lines[index].text, of: bytes)
        keys[index] = key
        if key.letters != 0 { letters[key.letters, default: Tally()].add(number) }
        if key.prefix != 0 { prefixes[key.prefix, default: Tally()].add(number) }
      }
      for index in page where lines[index].width < 100 {
        let key = keys[index] ?? LineKey(lines[index].text, of: bytes)
        if key.contentPrefix != 0 { headings[key.contentPrefix, default: 0] += 1 }
      }
    }
    voteForOffset()
  }

  private func edgeLines(of page: Range<Int>) -> [Int] {
    let top = page.prefix(Self.depth)
    let bottom = page.suffix(Self.depth - 1).filter { $0 >= top.upperBound }
    return top + bottom
  }

  private mutating func voteForOffset() {
    var votes: [Int: Int] = [:]
    for (number, page) in pages.enumerated() {
      var seen: Set<Int> = []
      for index in [page.lowerBound, page.lowerBound + 1, page.upperBound - 2, page.upperBound - 1]
      where page.contains(index) {
        guard let key = keys[index] else { continue }
        for value in [key.first, key.last].compactMap({ $0 }) where value < 10_000 {
          seen.insert(value - number)
        }
      }
      for offset in seen { votes[offset, default: 0] += 1 }
    }
    let best = votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    guard let best, best.value >= 2, best.value * 3 >= pages.count else { return }
    (offset, offsetVotes) = (best.key, best.value)
  }

  func mark(_ lines: inout [Line]) {
    for (number, page) in pages.enumerated() {
      markEdge(Array(page.prefix(Self.depth)), number, &lines)
      markEdge(Array(page.suffix(Self.depth - 1).reversed()), number, &lines)
      markEchoes(page, &lines)
    }
  }

  /// From the edge inward: one line that is none of ours may stand between two that are.
  private func markEdge(_ edge: [Int], _ page: Int, _ lines: inout [Line]) {
    var misses = 0
    for (depth, index) in edge.enumerated() {
      if lines[index].drop != nil { continue }
      guard let key = keys[index], misses < 2 else { return }
      if let rule = rule(for: key, lines[index], page, depth: depth - misses) {
        lines[index].drop = rule
      } else {
        misses += 1
      }
    }
  }

  private func rule(for key: LineKey, _ line: Line, _ page: Int, depth: Int) -> Rule? {
    if key.isNumber {
      let isCounting = key.first == page + offset || key.last == page + offset
      return isCounting && offsetVotes >= 2 && depth < 2 ? .pageNumber : nil
    }
    let least = pages.count > 8 ? 3 : 2
    if key.letterCount >= 3, let tally = letters[key.letters], tally.count >= least, depth < 3,
      line.marker != .bullet, line.marker != .number
    {
      return .runningHead
    }
    guard depth < 2 else { return nil }
    let isCounted = key.first == page + offset || key.last == page + offset
    if isCounted, offsetVotes >= 3, offsetVotes * 3 >= pages.count * 2, line.ending != .sentence,
      line.marker != .number || key.last == page + offset, line.width < 100
    {
      return .runningHead
    }
    if let tally = prefixes[key.prefix], key.prefix != 0, tally.count >= 3,
      line.ending != .sentence,
      line.shape.capitals * 3 > line.shape.letters || tally.count * 3 > pages.count
    {
      return .runningHead
    }
    return nil
  }

  /// A heading of the text, printed again among the page's heads, mostly in capitals.
  private func markEchoes(_ page: Range<Int>, _ lines: inout [Line]) {
    let top = page.prefix(Self.depth)
    guard top.contains(where: { lines[$0].drop != nil }) else { return }
    for index in top where lines[index].drop == nil {
      guard let key = keys[index], key.contentPrefix != 0 else { continue }
      let line = lines[index]
      let letters = line.shape.letters - line.shape.wide
      let isCapital = letters > 3 && line.shape.capitals * 10 > letters * 7
      let isWide = line.shape.wide > letters && line.marker == .section
      guard isCapital || isWide, headings[key.contentPrefix, default: 0] > 1 else { continue }
      lines[index].drop = .runningHead
    }
  }
}
