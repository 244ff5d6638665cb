internal import GalleyModel

/// Writes the passages of the main text as blocks.
struct Emitter {
  private let tree: PageTree
  private let links: [Range<Int>]
  private let main: MainText
  private(set) var text: [UInt8] = []
  private(set) var items: [Block] = []
  /// From `text` to the tree's text.
  private(set) var origin = OffsetMap()

  private var counters: ListCounters
  private let tables: DataTables
  /// Parts of the tree's text that dropped or bold elements cover, in order.
  private var dropped = RangeCursor()
  private var bold = RangeCursor()
  private var row: OpenRow?

  init(_ tree: PageTree, _ links: [Range<Int>], _ main: MainText) {
    self.tree = tree
    self.links = links
    self.main = main
    counters = ListCounters(tree)
    tables = DataTables(tree)
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if main.isDropped[index] || tree.repeatsWord(node) { dropped.append(node.text) }
      if node.isBold { bold.append(node.text) }
    }
  }

  mutating func emit(_ passage: Passage, style: Block.Style) {
    let context = BlockContext(passage.node, in: tree, root: main.root)
    if let cell = context.cell, let row = context.row, tables.contains(row: row) {
      return emitCell(passage, cell: cell, row: row)
    }
    endRow()
    if context.isPreformatted { return emitPreformatted(passage) }
    var kind = context.kind(of: passage, counting: &counters)
    let lines =
      context.isHeading ? [passage.text] : LineBreaks(tree.text, passage.text).paragraphs
    var style = context.isQuoted ? style.union(.quote) : style
    if context.isInItem { style.insert(.item) }
    for line in lines where emitLine(line, kind, style) {
      // Only the first block of an item is the item.
      if case .listItem = kind { kind = .paragraph }
    }
  }

  /// Ends the row of a table that is still open.
  mutating func endRow() {
    guard row != nil else { return }
    row = nil
    close(from: items.last.map { $0.text.upperBound + 1 } ?? 0, as: .tableRow)
  }

  private mutating func emitCell(_ passage: Passage, cell: Int, row: Int) {
    if self.row?.node != row {
      endRow()
      self.row = OpenRow(row)
    }
    let tabs = self.row?.advance(to: cell, in: tree) ?? 0
    if tabs > 0 {
      text.append(contentsOf: repeatElement(UInt8(ascii: "\t"), count: tabs))
    } else if let last = text.last, last > 0x20 {
      text.append(UInt8(ascii: " "))
    }
    _ = append(passage.text)
  }

  private mutating func emitLine(
    _ line: Range<Int>, _ kind: Block.Kind, _ style: Block.Style
  ) -> Bool {
    let start = text.count
    let boldEnd = append(line)
    guard text.count > start else { return false }
    var style = style
    if isLink(line) { style.insert(.link) }
    close(from: start, as: kind, style: style, bold: boldEnd - start)
    return true
  }

  private mutating func emitPreformatted(_ passage: Passage) {
    let start = text.count
    var end = passage.text.upperBound
    while end > passage.text.lowerBound, tree.text[end - 1] <= 0x20 { end -= 1 }
    var from = passage.text.lowerBound
    if from < end, tree.text[from] == UInt8(ascii: "\n") { from += 1 }
    var at = from
    while at < end {
      let stop = tree.text[at..<end].firstIndex { $0 == 0x0D || $0 == PageTree.lineBreak } ?? end
      copy(at..<stop)
      at = stop
      guard at < end else { break }
      let isPair = tree.text[at] == 0x0D && at + 1 < end && tree.text[at + 1] == UInt8(ascii: "\n")
      if !isPair { insert(UInt8(ascii: "\n"), for: at) }
      at += 1
    }
    close(from: start, as: .preformatted)
  }

  private mutating func close(
    from start: Int, as kind: Block.Kind, style: Block.Style = [], bold: Int = 0
  ) {
    let range = text.trimmed(start..<text.count)
    if range.isEmpty {
      if start == text.count { return }
    } else {
      items.append(
        Block(
          kind: kind, text: range, blanksBefore: items.isEmpty ? 0 : 1, style: style,
          bold: max(0, min(bold, range.upperBound - start) - (range.lowerBound - start))))
    }
    text.append(UInt8(ascii: "\n"))
  }

  // MARK: Text

  /// Appends running text, white space collapsed and dropped parts left out. Returns where the bold
  /// text at its beginning ends.
  private mutating func append(_ range: Range<Int>) -> Int {
    let start = text.count
    var boldEnd = start
    var isLeading = true
    var at = range.lowerBound
    while at < range.upperBound {
      if let hidden = dropped.range(at: at) {
        at = hidden.upperBound
        continue
      }
      if isBreakingSpace(tree.text[at]) {
        var end = at
        var hasNewline = false
        while end < range.upperBound, isBreakingSpace(tree.text[end]) {
          hasNewline = hasNewline || tree.text[end] == UInt8(ascii: "\n")
          end += 1
        }
        space(at..<end, from: start, hasNewline: hasNewline)
        at = end
        continue
      }
      var end = at + 1
      let isBold = bold.range(at: at)
      let limit = min(
        range.upperBound, dropped.next(after: at), isBold?.upperBound ?? bold.next(after: at))
      while end < limit, !isBreakingSpace(tree.text[end]) { end += 1 }
      copy(at..<end)
      // Wide spaces indent a paragraph before its bold type begins.
      isLeading = isLeading && (isBold != nil || text.trimmed(start..<text.count).isEmpty)
      if isLeading { boldEnd = text.count }
      at = end
    }
    while text.count > start, text[text.count - 1] == UInt8(ascii: " ") { text.removeLast() }
    origin.cut(to: text.count)
    return min(boldEnd, text.count)
  }

  private func isBreakingSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20
  }

  /// One space, or none at the beginning and where a source line breaks between two characters of a
  /// script that is written without spaces.
  private mutating func space(_ range: Range<Int>, from start: Int, hasNewline: Bool) {
    guard text.count > start, text[text.count - 1] != UInt8(ascii: " ") else { return }
    if hasNewline, Scalar.isUnspaced(text.scalar(before: text.count).value),
      Scalar.isUnspaced(tree.text.scalar(at: range.upperBound).value)
    {
      return
    }
    insert(UInt8(ascii: " "), for: range.upperBound - 1)
  }

  private mutating func insert(_ byte: UInt8, for offset: Int) {
    origin.append(start: text.count, origin: offset, count: 1)
    text.append(byte)
  }

  private mutating func copy(_ range: Range<Int>) {
    origin.append(start: text.count, origin: range.lowerBound, count: range.count)
    text.append(contentsOf: tree.text[range])
  }

  /// All of the letters stand in links.
  private func isLink(_ range: Range<Int>) -> Bool {
    let next = links.indices.partitioningIndex { links[$0].upperBound > range.lowerBound }
    guard next < links.count else { return false }
    let link = links[next].clamped(to: range)
    return TextSize(tree.text, range.lowerBound..<link.lowerBound).letters == 0
      && TextSize(tree.text, link.upperBound..<range.upperBound).letters == 0
  }
}
