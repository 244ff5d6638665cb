internal import GalleyModel

/// What the elements around a passage make of it.
struct BlockContext {
  private(set) var cell: Int?
  private(set) var row: Int?
  private(set) var isPreformatted = false
  private(set) var isQuoted = false
  private var heading: Int8?
  private var item: Int?
  private var isTerm = false

  init(_ node: Int, in tree: PageTree, root: Int) {
    var index = node
    while true {
      note(tree.nodes[index].tag, index)
      if index <= root || index == 0 { break }
      index = Int(tree.nodes[index].parent)
    }
  }

  private mutating func note(_ tag: Tag, _ index: Int) {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      heading = heading ?? Int8(tag.rawValue - Tag.h1.rawValue) + 1
    case .li: item = item ?? index
    case .dt: isTerm = true
    case .td, .th: if row == nil { cell = cell ?? index }
    case .tr: if cell != nil { row = row ?? index }
    case .pre: isPreformatted = true
    case .blockquote: isQuoted = true
    default: break
    }
  }

  var isHeading: Bool { heading != nil }
  var isInItem: Bool { item != nil }

  /// The first block of an item is the item; the next ones are paragraphs.
  func kind(of passage: Passage, counting counters: inout ListCounters) -> Block.Kind {
    if let heading { return .heading(heading) }
    if passage.isCaption, !isQuoted { return .caption }
    if isTerm { return .term }
    if let item, let number = counters.open(item) { return .listItem(number: number.value) }
    return .paragraph
  }
}

/// The numbers that a browser draws before the items of ordered lists.
struct ListCounters {
  struct Number { var value: Int32? }

  private var numbers: [Int: Number] = [:]
  private var last = -1

  init(_ tree: PageTree) {
    for index in tree.nodes.indices where tree.nodes[index].tag == .ol { count(index, tree) }
  }

  private mutating func count(_ list: Int, _ tree: PageTree) {
    var items: [Int] = []
    var child = list + 1
    while child < Int(tree.nodes[list].end) {
      if tree.nodes[child].tag == .li { items.append(child) }
      child = Int(tree.nodes[child].end)
    }
    let traits = tree.nodes[list].traits
    let step = traits.contains(.reversed) ? -1 : 1
    var number = step < 0 ? items.count : 1
    if traits.contains(.numbered) { number = Int(tree.nodes[list].number) }
    for item in items {
      if tree.nodes[item].traits.contains(.numbered) { number = Int(tree.nodes[item].number) }
      numbers[item] = Number(value: Int32(clamping: number))
      number += step
    }
  }

  /// The number of an item whose first text this is; nil where the item was opened before.
  mutating func open(_ item: Int) -> Number? {
    guard item > last else { return nil }
    last = item
    return numbers[item] ?? Number(value: nil)
  }
}

/// The tables whose cells are data, not a frame for the page.
struct DataTables {
  private var rows: Set<Int> = []

  init(_ tree: PageTree) {
    for index in tree.nodes.indices where tree.nodes[index].tag == .table {
      let table = TableShape(tree, index)
      if table.isData { rows.formUnion(table.rows) }
    }
  }

  func contains(row: Int) -> Bool { rows.contains(row) }
}

/// A row of a table that is being written.
struct OpenRow {
  let node: Int
  /// Where the search for the next cell begins.
  private var next: Int
  private var column = -1

  init(_ node: Int) {
    self.node = node
    next = node + 1
  }

  /// Moves to `cell`, or stays in it. Returns the tabs that divide it from the cell before.
  mutating func advance(to cell: Int, in tree: PageTree) -> Int {
    let before = max(column, 0)
    while next <= cell {
      if tree.nodes[next].tag == .td || tree.nodes[next].tag == .th { column += 1 }
      next = Int(tree.nodes[next].end)
    }
    return max(column, 0) - before
  }
}

private struct TableShape {
  private(set) var rows: [Int] = []
  private var cells = 0
  private var heads = 0
  private var longCells = 0
  /// Breaks and paragraphs in cells.
  private var breaks = 0
  /// Cells that hold a short number.
  private var numbers = 0
  private var hasBlocks = false

  init(_ tree: PageTree, _ table: Int) {
    var index = table + 1
    while index < Int(tree.nodes[table].end) {
      let node = tree.nodes[index]
      switch node.tag {
      case .tr: rows.append(index)
      case .th: heads += 1
      case .td:
        cells += 1
        if Self.isNumber(tree.text, node.text) { numbers += 1 }
        if node.text.count > 1_200 { longCells += 1 }
      case .br, .p: breaks += 1
      case .table, .article, .h1, .h2, .form:
        hasBlocks = true
        return
      default: break
      }
      index += 1
    }
  }

  /// One to three digits, and perhaps a full stop.
  private static func isNumber(_ text: [UInt8], _ cell: Range<Int>) -> Bool {
    let cell = text.trimmed(cell)
    guard (1...4).contains(cell.count) else { return false }
    return text[cell].allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
  }

  /// Two columns or more of short cells. Where a number stands beside what breaks into lines, as a
  /// title and its text do, the table is a frame.
  var isData: Bool {
    let isFrame =
      heads == 0 && cells == rows.count * 2 && rows.count > 2 && breaks >= rows.count
      && numbers == rows.count
    return !isFrame && !hasBlocks && longCells == 0 && rows.count >= 2
      && cells + heads >= rows.count * 3 / 2
  }
}

extension PageTree.Node {
  var isBold: Bool { tag == .b || tag == .strong || traits.contains(.bold) }
}
