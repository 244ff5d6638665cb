/// Where a page's article stands: one element, less what is furniture in it.
struct MainText {
  var root: Int
  /// Elements that are left out with all that they hold.
  var isDropped: [Bool]
  /// Elements with running text in them.
  var holdsProse: [Bool]
  /// No element was found that reads like an article; the root is all of the page.
  var isGuess = false
}

/// Finds the main text by summing running text up the tree.
struct MainTextFinder {
  private let tree: PageTree
  private let passages: [Passage]
  /// Letters of running text below each element.
  private var prose: [Int]
  private var isDropped: [Bool]

  /// A name that says furniture counts only where the element holds less than this share (percent) of
  /// the page's running text: names lie, and an article is in none of a page's small parts.
  private static let furnitureShare = 35
  /// An element is left for its child where the child holds this share (percent) of its text.
  private static let descentShare = 90
  private static let contentDescentShare = 90

  private init(_ tree: PageTree, _ passages: [Passage]) {
    self.tree = tree
    self.passages = passages
    prose = []
    isDropped = [Bool](repeating: false, count: tree.nodes.count)
  }

  static func find(_ tree: PageTree, _ passages: [Passage]) -> MainText {
    var finder = MainTextFinder(tree, passages)
    finder.sum()
    finder.dropFurniture()
    finder.sum()
    let root = finder.root()
    debugDump(tree, finder.prose, finder.isDropped, root)
    return MainText(
      root: root, isDropped: finder.isDropped, holdsProse: finder.prose.map { $0 > 0 },
      isGuess: finder.prose[root] == 0)
  }

  /// One pass from the passages and one up the tree, children before parents.
  private mutating func sum() {
    prose = [Int](repeating: 0, count: tree.nodes.count)
    for passage in passages where passage.isProse && !isDropped[passage.node] {
      prose[passage.node] += passage.size.letters - passage.linkLetters
    }
    for index in tree.nodes.indices.dropFirst().reversed() {
      prose[Int(tree.nodes[index].parent)] += prose[index]
    }
  }

  private mutating func dropFurniture() {
    let limit = prose[0] * Self.furnitureShare / 100
    var index = 1
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if node.isFurniture, prose[index] <= limit {
        for inside in index..<Int(node.end) { isDropped[inside] = true }
        index = Int(node.end)
      } else {
        index += 1
      }
    }
  }

  private func root() -> Int {
    var root = largest { $0.traits.contains(.articleBody) && !$0.tag.isHeading } ?? 0
    if root == 0 || prose[root] * 4 < prose[0] {
      root = largest { $0.tag == .article } ?? 0
      if prose[root] * 3 < prose[0] { root = 0 }
    }
    while let child = heir(of: root) { root = child }
    return root
  }

  private func largest(_ isMeant: (PageTree.Node) -> Bool) -> Int? {
    let found = tree.nodes.indices.filter { isMeant(tree.nodes[$0]) && !isDropped[$0] }
    return found.max { prose[$0] < prose[$1] }
  }

  /// The child that holds nearly all of an element's text.
  private func heir(of index: Int) -> Int? {
    var child = index + 1
    while child < Int(tree.nodes[index].end) {
      let node = tree.nodes[child]
      let share =
        node.traits.contains(.content) ? Self.contentDescentShare : Self.descentShare
      if prose[child] > 0, prose[child] * 100 >= prose[index] * share, node.tag.isContainer {
        return child
      }
      child = Int(node.end)
    }
    return nil
  }
}

extension PageTree.Node {
  var isFurniture: Bool {
    switch tag {
    case .nav, .aside, .footer, .form, .dialog, .button, .menu: true
    default: !traits.isDisjoint(with: .furniture)
    }
  }
}

extension Tag {
  /// May be the element that holds an article.
  var isContainer: Bool {
    switch self {
    case .article, .main, .section, .div, .table, .tbody, .tr, .td, .center, .span, .form, .header,
      .aside, .fieldset, .blockquote, .body, .html, .font, .b, .unknown, .ul, .li, .dl:
      true
    default: false
    }
  }
}
