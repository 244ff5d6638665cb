internal import GalleyModel
internal import Glibc

/// A page's elements in document order, as one flat array over one text buffer.
struct PageTree {
  struct Node {
    var tag: Tag
    var traits: Traits
    /// `start` or `value`, where `traits` has `.numbered`.
    var number: Int32
    var parent: Int32
    /// Index after its last descendant.
    var end: Int32
    /// Where its text begins and ends in `text`.
    var start: Int
    var stop: Int

    var text: Range<Int> { start..<stop }
  }

  /// In document order; the first is the root.
  var nodes: [Node] = []
  /// All text, white space as in the page; a line break element is the byte `lineBreak`.
  var text: [UInt8] = []
  /// From `text` to the text of the reduced page.
  var origin = OffsetMap()
  /// From nodes to the profile's hint that they fit.
  var hinted: [Int: Int] = [:]

  /// Stands for `<br>`: a control character that the reduced page cannot hold.
  static let lineBreak: UInt8 = 0x1E

  /// A link that says again the words right before it: `Trends<a>Trends</a>`, as keyword linkers leave
  /// it when their style sheet is gone.
  func repeatsWord(_ node: Node) -> Bool {
    let count = node.stop - node.start
    guard node.traits.contains(.link), count >= 4, count <= 80, node.start >= count,
      text[node.start] > 0x20
    else { return false }
    return text[node.start - count..<node.start].elementsEqual(text[node.text])
      && (node.start == count || text[node.start - count - 1] <= 0x20
        || text[node.start - count - 1] >= 0x80)
  }

  func descendants(of node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }
}

/// Builds a `PageTree` from the events of a parser.
struct PageTreeBuilder {
  private(set) var tree = PageTree()
  private let page: ReducedPage
  private var nextMark = 0
  private var open: [Int] = []

  init(_ page: ReducedPage) {
    self.page = page
    tree.nodes.reserveCapacity(page.marks.count + 8)
    tree.text.reserveCapacity(page.bytes.count / 2)
  }

  /// `offset` is where the parser stands: at the `>` of the tag, or elsewhere for an element that the
  /// page does not spell.
  mutating func start(at offset: Int) {
    while nextMark < page.marks.count, page.marks[nextMark].position < offset { nextMark += 1 }
    var node = PageTree.Node(
      tag: .unknown, traits: [], number: 0, parent: Int32(open.last ?? 0), end: 0,
      start: tree.text.count, stop: 0)
    if nextMark < page.marks.count, page.marks[nextMark].position == offset {
      node.tag = page.marks[nextMark].tag
      node.traits = page.marks[nextMark].traits
      node.number = page.marks[nextMark].number
      if let hint = page.hinted[nextMark] { tree.hinted[tree.nodes.count] = hint }
      nextMark += 1
    }
    if node.tag == .br { tree.text.append(PageTree.lineBreak) }
    open.append(tree.nodes.count)
    tree.nodes.append(node)
  }

  mutating func end() {
    guard let index = open.popLast() else { return }
    tree.nodes[index].end = Int32(tree.nodes.count)
    tree.nodes[index].stop = tree.text.count
  }

  /// The parser stands after the text, which is as in the page or one character reference.
  mutating func characters(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    if let start = unsafe copied(text, before: offset) {
      tree.origin.append(start: tree.text.count, origin: start, count: text.count)
    } else {
      let start = reference(before: offset)
      tree.origin.append(
        start: tree.text.count, origin: start, count: text.count, unit: text.count,
        originUnit: offset - start)
    }
    unsafe tree.text.append(contentsOf: text)
  }

  /// Where the page spells the text as it is. In the middle of a long text the parser reports a full
  /// buffer before it moves past the last character.
  private func copied(_ text: UnsafeBufferPointer<UInt8>, before offset: Int) -> Int? {
    guard let wanted = text.baseAddress else { return nil }
    return unsafe page.bytes.withUnsafeBufferPointer { bytes in
      for late in 0...4 {
        let start = offset + late - text.count
        guard start >= 0, start + text.count <= bytes.count, let base = bytes.baseAddress else {
          continue
        }
        // Both sides are `text.count` bytes long.
        if unsafe memcmp(base + start, wanted, text.count) == 0 { return start }
      }
      return nil
    }
  }

  /// Where the reference that ends at `offset` begins. The page spells only two, both short.
  private func reference(before offset: Int) -> Int {
    let floor = max(0, offset - 8)
    return page.bytes[floor..<offset].lastIndex(of: UInt8(ascii: "&")) ?? floor
  }

  mutating func finish() -> PageTree {
    while !open.isEmpty { end() }
    return tree
  }
}
