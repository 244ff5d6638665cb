internal import GalleyModel

/// Marks running heads, feet and page numbers at the edges of pages that form feeds divide.
func markPageEdges(_ page: inout Page) {
  guard page.lines.dropFirst().contains(where: \.isNewPage) else { return }
  PageEdges(page.lines, of: page.text).mark(&page.lines, of: page.text)
  let drops = page.lines.count { $0.drop != nil }
  // Where little else is left, what repeats is the text itself.
  if drops * 10 > page.lines.count * 6 {
    for index in page.lines.indices { page.lines[index].drop = nil }
  } else if drops > 0 {
    page.isWhole = false
  }
}

/// The first and last lines of every page, and what they have in common.
private struct PageEdges {
  /// Lines of each page.
  private var pages: [Range<Int>] = []
  /// Keys of the lines near an edge, by line.
  private var keys: [Int: LineKey] = [:]
  /// On how many pages a line like this stands near an edge: the same to a character, with the
  /// same letters, with the same beginning.
  private var exact: [UInt64: Tally] = [:]
  /// The same to a character, among the outermost lines.
  private var outermost: [UInt64: Tally] = [:]
  private var letters: [UInt64: Tally] = [:]
  private var prefixes: [UInt64: Tally] = [:]
  /// Short lines of the text by their letters and by their first twelve letters.
  private var headings: [UInt64: Int] = [:]
  /// The number that is printed, less the page's place: the commonest, and how many pages have it.
  private var offset = 0
  private var offsetVotes = 0

  /// Lines of a page, from its top and from its bottom, that may be running lines: five, and fewer
  /// where the pages are so short that most of their lines would be among them.
  private var depth = 5
  /// Those that are outermost.
  private static let outer = 2

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
    depth = min(5, max(2, lines.count / pages.count / 5))
    for (number, page) in pages.enumerated() {
      for index in edgeLines(of: page) {
        let key = LineKey(lines[index].text, of: bytes, exactly: true)
        keys[index] = key
        if key.letters != 0 {
          exact[key.exact, default: Tally()].add(number)
          if min(index - page.lowerBound, page.upperBound - 1 - index) < Self.outer {
            outermost[key.exact, default: Tally()].add(number)
          }
          letters[key.letters, default: Tally()].add(number)
        }
        if key.prefix != 0 { prefixes[key.prefix, default: Tally()].add(number) }
      }
      for index in page where lines[index].width < 100 {
        let key = keys[index] ?? LineKey(lines[index].text, of: bytes)
        if key.letters != 0 { headings[key.letters, default: 0] += 1 }
        if key.prefix != 0, key.prefix != key.letters { headings[key.prefix, default: 0] += 1 }
      }
    }
    voteForOffset()
  }

  private func edgeLines(of page: Range<Int>) -> [Int] {
    let top = page.prefix(depth)
    let bottom = page.suffix(depth).filter { $0 >= top.upperBound }
    return top + bottom
  }

  private mutating func voteForOffset() {
    var votes: [Int: Int] = [:]
    for (number, page) in pages.enumerated() {
      var seen: Set<Int> = []
      for index in edgeLines(of: page) {
        guard let key = keys[index] else { continue }
        let isOutermost = index == page.lowerBound || index == page.upperBound - 1
        guard key.isNumber || isOutermost else { continue }
        for value in [key.first, key.last].compactMap({ $0 }) where value < 10_000 {
          seen.insert(value - number)
        }
      }
      for offset in seen { votes[offset, default: 0] += 1 }
    }
    guard let best = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      best.value >= 2, best.value * 3 >= pages.count
    else { return }
    (offset, offsetVotes) = (best.key, best.value)
  }

  func mark(_ lines: inout [Line], of bytes: [UInt8]) {
    for (number, page) in pages.enumerated() {
      markEdge(Array(page.prefix(depth)), number, &lines)
      markEdge(Array(page.suffix(depth).reversed()), number, &lines)
      markEchoes(page, &lines, bytes)
    }
    markRepeatedHeadings(on: pages, &lines, of: bytes)
  }

  /// From the edge inward: lines that are none of ours may stand between some that are.
  private func markEdge(_ edge: [Int], _ page: Int, _ lines: inout [Line]) {
    var misses = 0
    var hits: [UInt64] = []
    for (place, index) in edge.enumerated() {
      if lines[index].drop != nil { continue }
      guard let key = keys[index], misses < 3, hits.count < 3 else { return }
      // What stands below the head that says the same is the heading itself.
      if !hits.contains(key.exact),
        let rule = rule(for: key, lines[index], page, place, isInside: misses > 0)
      {
        lines[index].drop = rule
        hits.append(key.exact)
      } else {
        misses += 1
      }
    }
  }

  private func rule(
    for key: LineKey, _ line: Line, _ page: Int, _ place: Int, isInside: Bool
  ) -> Rule? {
    let counts = key.first == page + offset || key.last == page + offset
    let isCounted = counts && offsetVotes >= 2
    if key.isNumber { return isCounted ? .pageNumber : nil }
    guard key.letterCount >= 3, key.hasWord, line.marker != .bullet else { return nil }
    let isDeep = isInside || place >= Self.outer
    let least = isDeep ? max(2, pages.count / 4) : pages.count > 12 ? 3 : 2
    let same = exact[key.exact, default: Tally()].count
    // Deeper in the page it must be a line that stands nowhere but at edges, and a label of the text
    // hardly anywhere else.
    let uses = headings[key.letters, default: 0]
    let most = isDeep ? same : line.marker == .label ? same + same / 4 : 2 * same
    // Deep in the one of two pages it may be a table of contents that names what heads the other.
    let isApart = same > 2 || outermost[key.exact, default: Tally()].count == same
    if same >= least, uses <= most, isApart { return .runningHead }
    guard !isDeep else { return nil }
    if isCounted, line.marker != .number, letters[key.letters, default: Tally()].count >= 2 {
      return .runningHead
    }
    guard place == 0 else { return nil }
    let hasNumberOutside =
      (key.opensWithNumber && key.first == page + offset && line.marker != .number)
      || (key.endsWithNumber && key.last == page + offset)
    // A number with words that stand nowhere else is that of an item, one on each page.
    if hasNumberOutside, offsetVotes >= 3, offsetVotes * 3 >= pages.count * 2, line.width < 100,
      line.opening != .lower, uses > 1
    {
      return .runningHead
    }
    let tally = key.prefix == 0 ? 0 : prefixes[key.prefix, default: Tally()].count
    if line.marker == .label, headings[key.prefix, default: 0] > tally { return nil }
    return tally >= 3 && tally * 4 >= pages.count ? .runningHead : nil
  }

  /// A heading of the text, printed again among the page's heads: in capitals, or with its number
  /// where the heading itself has none.
  private func markEchoes(_ page: Range<Int>, _ lines: inout [Line], _ bytes: [UInt8]) {
    let top = page.prefix(depth)
    guard top.contains(where: { lines[$0].drop != nil }) else { return }
    for index in top where lines[index].drop == nil {
      guard let key = keys[index], key.letters != 0 else { continue }
      let line = lines[index]
      guard line.marker == .section || line.marker == .bare else { continue }
      let shape = line.shape(in: bytes)
      let cased = shape.letters - shape.wide
      let isCapital = cased > 3 && shape.capitals * 10 > cased * 7
      let isUncased = shape.letters > 2 && shape.capitals == 0 && line.opening == .digit
      guard isCapital || (isUncased && !hasLower(shape)) else { continue }
      let echoes = max(
        headings[key.letters, default: 0],
        isCapital && key.prefix != 0 ? headings[key.prefix, default: 0] : 0)
      if echoes > 1 { lines[index].drop = .runningHead }
    }
  }

  /// Whether more than a few of its letters have case.
  private func hasLower(_ shape: Shape) -> Bool {
    (shape.letters - shape.wide - shape.hangul) * 2 > shape.letters
  }
}
