internal import GalleyModel

/// A stretch of text that no block element divides, measured.
struct Passage {
  /// The innermost block element around it.
  var node: Int
  /// In the tree's text.
  var text: Range<Int>
  var size = TextSize()
  /// The part of its letters that stands in links.
  var linkLetters = 0
  /// The words of a picture.
  var isCaption = false

  /// Running text, not a menu, a label or a list of links.
  var isProse: Bool {
    !isCaption && size.letters >= 40 && linkLetters * 10 < size.letters * 4
      && (size.stops > 0 || size.letters > 100)
  }
}

/// How much text there is.
struct TextSize {
  /// Letters and digits; a character of a script without spaces counts 2.
  var letters = 0
  /// Marks that end or divide sentences, of all scripts.
  var stops = 0

  init() {}

  init(_ text: [UInt8], _ range: Range<Int>) {
    let kinds = Self.kinds
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text[at]
      if byte < 0x80 {
        switch kinds[Int(byte)] {
        case .letter: letters += 1
        case .stop:
          // Inside a number or an address it divides nothing.
          if at + 1 >= range.upperBound || text[at + 1] <= 0x20 || text[at + 1] >= 0x80
            || text[at + 1] == UInt8(ascii: "\"")
          {
            stops += 1
          }
        case .other: break
        }
        at += 1
      } else {
        let scalar = text.scalar(at: at)
        add(scalar.value)
        at += max(1, scalar.length)
      }
    }
  }

  private enum Kind: UInt8 { case other, letter, stop }

  /// What each ASCII byte is.
  private static let kinds: [Kind] = (0..<0x80).map { (byte: UInt8) in
    if byte &- 0x30 < 10 || lowercased(byte) &- 0x61 < 26 { return .letter }
    return ",.!?;:".utf8.contains(byte) ? .stop : .other
  }

  private mutating func add(_ scalar: UInt32) {
    switch scalar {
    case 0x80...0xBF, 0x2000...0x2BFF, 0xFFF0...0xFFFF: return
    case 0x3001, 0x3002, 0xFF01, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0x060C, 0x061B, 0x061F,
      0x06D4, 0x0964, 0x0965, 0x0589, 0x1362:
      stops += 1
    case 0x3003...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: return
    case 0x2E80...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF: letters += 2
    default: letters += 1
    }
  }
}

/// Cuts a page into passages.
struct PassageCutter {
  private let tree: PageTree
  private var passages: [Passage] = []
  private var links: [Range<Int>] = []
  private var blocks: [Int] = [0]
  private var start = 0
  /// Open elements for the words of pictures.
  private var captions = 0

  private init(_ tree: PageTree) { self.tree = tree }

  static func cut(_ tree: PageTree) -> (passages: [Passage], links: [Range<Int>]) {
    var cutter = PassageCutter(tree)
    cutter.run()
    return (cutter.passages, cutter.links)
  }

  private mutating func run() {
    var open: [Int] = []
    for index in tree.nodes.indices {
      while let top = open.last, Int(tree.nodes[top].end) <= index {
        close(top)
        open.removeLast()
      }
      let node = tree.nodes[index]
      if node.traits.contains(.link), links.last.map({ $0.upperBound <= node.start }) ?? true {
        links.append(node.text)
      }
      if node.tag.isBlock, node.tag != .br {
        flush(at: node.start)
        blocks.append(index)
        if node.isCaption { captions += 1 }
      }
      open.append(index)
    }
    while let top = open.popLast() { close(top) }
    flush(at: tree.text.count)
  }

  private mutating func close(_ index: Int) {
    guard tree.nodes[index].tag.isBlock, tree.nodes[index].tag != .br else { return }
    flush(at: tree.nodes[index].stop)
    if tree.nodes[index].isCaption { captions -= 1 }
    if blocks.count > 1 { blocks.removeLast() }
  }

  private mutating func flush(at end: Int) {
    defer { start = end }
    guard end > start, tree.text[start..<end].contains(where: { $0 > 0x20 }) else { return }
    var passage = Passage(node: blocks[blocks.count - 1], text: start..<end)
    passage.size = TextSize(tree.text, passage.text)
    passage.linkLetters = linkLetters(in: passage.text)
    passage.isCaption = captions > 0 || Credits.isCaption(tree.text, passage.text)
    passages.append(passage)
  }

  /// Links are in order, so that the ones of a passage are the last ones.
  private func linkLetters(in range: Range<Int>) -> Int {
    var letters = 0
    for link in links.reversed() {
      if link.upperBound <= range.lowerBound { break }
      letters += TextSize(tree.text, link.clamped(to: range)).letters
    }
    return letters
  }
}

extension PageTree.Node {
  /// Holds the words of a picture. A name says so only of a short element.
  var isCaption: Bool {
    switch tag {
    case .figcaption, .caption, .figure: true
    default: traits.contains(.caption) && stop - start < 1_200
    }
  }
}
