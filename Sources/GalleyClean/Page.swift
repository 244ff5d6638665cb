internal import GalleyModel

/// The text with its characters repaired, and its lines.
struct Page {
  var repairs: [Edit] = []
  var text: [UInt8]
  var lines: [Line] = []
  /// What their beginnings tell, as if none were left out or moved.
  var beginnings = Beginnings()
  /// A page begins at one of the lines.
  var hasPages = false
  /// No line is left out.
  var isWhole = true

  mutating func drop(_ line: Int, _ rule: Rule) {
    lines[line].drop = rule
    isWhole = false
  }

  /// The first line is the title and no head where every head like it is shorter, or in capitals and
  /// the line is not: `Ten Ideas for 2024` over `TEN IDEAS | 43`.
  mutating func keepTitle() {
    guard let first = lines.first, first.drop == .runningHead else { return }
    let key = LineKey(first.text, of: text)
    let capitals = first.shape(in: text).capitals
    let isHead = lines.dropFirst().contains { line in
      line.drop == .runningHead && LineKey(line.text, of: text).letterCount == key.letterCount
        && line.shape(in: text).capitals == capitals
    }
    if !isHead { lines[0].drop = nil }
  }
}

/// Repairs the characters of a text, measures its lines, and marks those that are no part of it.
func readPage(_ blocks: borrowing Blocks, with profile: Profile = .builtin) -> Page {
  var reader = PageReader(blocks)
  let suspects = reader.readSoundLines(of: blocks)
  reader.edit(blocks, with: profile.allowed(repairCharacters(blocks.text, at: suspects)))
  reader.readLines(of: blocks)
  if suspects.hasLostHyphens {
    let page = reader.page
    let all = compose(page.repairs, repairLostHyphens(page.text), of: page.text)
    reader = PageReader(blocks)
    reader.edit(blocks, with: all)
    reader.readLines(of: blocks)
  }
  return blocks.format == .text ? reader.pageWithRunningLines() : reader.page
}

private struct PageReader {
  private(set) var page: Page
  private var candidates = RunningCandidates()
  /// The block to be read next.
  private var next = 0

  init(_ blocks: borrowing Blocks) {
    page = Page(text: blocks.text)
    page.lines.reserveCapacity(blocks.items.count)
  }

  /// Looks through the whole text for characters to be repaired, and reads the lines behind the look
  /// for as long as there are none.
  mutating func readSoundLines(of blocks: borrowing Blocks) -> Suspects {
    let text = page.text
    let items = blocks.items
    var finder = SuspectFinder()
    var judged = 0
    while next < items.count {
      let columns = finder.look(over: items[next].text, of: text)
      guard finder.suspects.misreadings.isEmpty, !finder.suspects.hasLostHyphens else { break }
      if finder.suspects.places.count > judged {
        let places = finder.suspects.places[judged...]
        guard places.allSatisfy({ repair(at: $0, from: 0, of: text) == nil }) else { break }
        judged += places.count
      }
      addLine(items[next], items[next].text, of: text, blocks.format, columns: columns)
    }
    for item in items[next...] { _ = finder.look(over: item.text, of: text) }
    finder.look(in: text, to: text.count)
    return finder.suspects
  }

  /// Puts the text after the edits in place of the text as it came. The lines that are read stay,
  /// unless one of them is repaired after all, by what a later one says of the document.
  mutating func edit(_ blocks: borrowing Blocks, with edits: [Edit]) {
    guard let first = edits.first else { return }
    if let last = page.lines.last, last.text.upperBound > first.range.lowerBound {
      self = PageReader(blocks)
    }
    page.repairs = edits
    page.text = apply(edits, to: blocks.text).text
  }

  /// Reads the lines that are left.
  mutating func readLines(of blocks: borrowing Blocks) {
    var shifts = Shifts(page.repairs)
    let text = page.text
    let plainLine = PlainLine.shared
    while next < blocks.items.count {
      let block = blocks.items[next]
      let range = page.repairs.isEmpty ? block.text : text.trimmed(shifts.move(block.text))
      let columns = plainLine.columns(range, of: text)
      addLine(block, range, of: text, blocks.format, columns: columns)
    }
  }

  /// The next block as a line that stands at `range` of the text and has `columns`, where they are
  /// known.
  private mutating func addLine(
    _ block: Block, _ range: Range<Int>, of text: [UInt8], _ format: Format, columns: Int? = nil
  ) {
    defer { next += 1 }
    if range.isEmpty { return }
    let line = Line(block, index: next, text: range, of: text, columns: columns)
    page.beginnings.add(line, at: page.lines.count, of: text)
    page.lines.append(line)
    if line.isNewPage { page.hasPages = true }
    if case .text = format {
      candidates.lookBack(in: page.lines)
      candidates.add(line, at: page.lines.count - 1, of: text, hasPages: page.hasPages)
    }
  }

  consuming func pageWithRunningLines() -> Page {
    var page = page
    if page.hasPages { markPageEdges(&page) }
    markPageSequences(&page, among: candidates)
    page.keepTitle()
    return page
  }
}
