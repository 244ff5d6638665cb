/// Where a page's article stands: one element, less what is furniture in it.
struct MainText {
  var root: Int
  /// Elements that are left out with all that they hold.
  var isDropped: [Bool]
  /// Letters below each element.
  var letters: [Int]

  func holds(_ node: Int, in tree: PageTree) -> Bool {
    node >= root && node < Int(tree.nodes[root].end) && !isDropped[node]
  }
}

/// What stands below an element, in letters.
struct Weight {
  /// Running text outside of links.
  var prose = 0
  var letters = 0
  var linkLetters = 0

  static func += (left: inout Weight, right: Weight) {
    left.prose += right.prose
    left.letters += right.letters
    left.linkLetters += right.linkLetters
  }
}

/// Finds the main text by summing running text up the tree.
struct MainTextFinder {
  let tree: PageTree
  private let passages: [Passage]
  private(set) var weights: [Weight] = []
  private var isDropped: [Bool]

  /// A name that says furniture counts only where the element holds less than this share (percent) of
  /// the page's running text: names lie, and an article is in none of a page's small parts.
  private static let furnitureShare = 35
  /// A style that hides is seldom wrong, except on pages that a script has to open.
  private static let hiddenShare = 60
  /// An element is left for its child where the child holds this share (percent) of its text.
  private static let descentShare = 80

  private static let longestLead = LeadFinder.longest

  private init(_ tree: PageTree, _ passages: [Passage]) {
    self.tree = tree
    self.passages = passages
    isDropped = [Bool](repeating: false, count: tree.nodes.count)
  }

  static func find(_ tree: PageTree, _ passages: [Passage]) -> MainText {
    var finder = MainTextFinder(tree, passages)
    finder.sum()
    finder.dropFurniture()
    finder.sum()
    finder.dropSections()
    finder.sum()
    let root = finder.root()
    finder.dropLinkLists(in: root)
    return MainText(
      root: root, isDropped: finder.isDropped, letters: finder.weights.map(\.letters))
  }

  /// One pass from the passages and one up the tree, children before parents.
  private mutating func sum() {
    weights = [Weight](repeating: Weight(), count: tree.nodes.count)
    for passage in passages where !isDropped[passage.node] {
      weights[passage.node].letters += passage.size.letters
      weights[passage.node].linkLetters += passage.linkLetters
      if passage.isProse {
        weights[passage.node].prose += passage.size.letters - passage.linkLetters
      }
    }
    for index in tree.nodes.indices.dropFirst().reversed() {
      weights[Int(tree.nodes[index].parent)] += weights[index]
    }
  }

  private mutating func dropFurniture() {
    let hinted = tree.hintedPath
    let ranked = rankedLists()
    var index = 1
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      let share = node.traits.contains(.hidden) ? Self.hiddenShare : Self.furnitureShare
      if node.isFurniture, !hinted.contains(index),
        weights[index].prose * 100 <= weights[0].prose * share, !isEmbed(index), !isMisnamed(index),
        !isRanked(index, in: ranked)
      {
        index = drop(index)
      } else {
        index += 1
      }
    }
  }

  private mutating func dropSections() {
    // Parts overlap where headings follow each other; each element is marked once.
    var marked = 0
    for part in FurnitureSections(tree, passages, weights).find() where part.upperBound > marked {
      for index in max(part.lowerBound, marked)..<part.upperBound { isDropped[index] = true }
      marked = part.upperBound
    }
  }

  /// Returns the index after the element.
  private mutating func drop(_ index: Int) -> Int {
    let end = Int(tree.nodes[index].end)
    for inside in index..<end { isDropped[inside] = true }
    return end
  }

  // MARK: The root

  private mutating func root() -> Int {
    if let hinted = hintedElement() { return hinted }
    var root = declaredBody() ?? mainArticle() ?? 0
    while let child = heir(of: root) { root = child }
    while let parent = parentWithLead(of: root) { root = parent }
    let leads = LeadFinder(tree, passages, weights, isDropped)
    if let header = leads.header(before: root) {
      for node in leads.nodesBeside(in: header) { isDropped[node] = true }
      root = Int(tree.nodes[root].parent)
    }
    return root
  }

  /// The element of the profile's best hint that holds text, the largest of several.
  private func hintedElement() -> Int? {
    let hinted = tree.hinted.filter { !isDropped[$0.key] && weights[$0.key].letters > 0 }
    guard let best = hinted.values.min() else { return nil }
    return hinted.filter { $0.value == best }.keys
      .max { (weights[$0].prose, $1) < (weights[$1].prose, $0) }
  }

  /// The parent where a short lead stands in it before the body, under the article's title.
  private func parentWithLead(of root: Int) -> Int? {
    let parent = Int(tree.nodes[root].parent)
    let limit = max(weights[root].prose / 10, Self.longestLead)
    guard root > 0, weights[parent].prose - weights[root].prose <= limit else { return nil }
    var child = parent + 1
    var hasTitle = false
    while child < root {
      if tree.nodes[child].tag == .h1 { hasTitle = true }
      if hasTitle, !isDropped[child], isClean(child) { return parent }
      child = Int(tree.nodes[child].end)
    }
    return nil
  }

  /// The element that the page itself calls the article's body, or the one around its parts.
  private func declaredBody() -> Int? {
    let bodies = tree.nodes.indices.filter {
      tree.nodes[$0].traits.contains(.articleBody) && !isDropped[$0] && weights[$0].prose > 0
        && tree.nodes[$0].tag.isContainer
    }
    guard let largest = bodies.max(by: { weights[$0].prose < weights[$1].prose }) else {
      return nil
    }
    var root = largest
    for body in bodies where weights[body].prose * 5 >= weights[largest].prose {
      root = commonAncestor(root, body)
    }
    let inside = bodies.filter { body in !bodies.contains { $0 < body && body < tree.nodes[$0].end }
    }
    .reduce(0) { $0 + weights[$1].prose }
    if weights[root].prose * 2 > inside * 3 { root = largest }
    return weights[root].prose * 4 >= weights[0].prose ? root : nil
  }

  /// Running text in elements that are in document order; those inside others count once.
  private func prose(in elements: [Int]) -> Int {
    var end = 0
    var sum = 0
    for element in elements where element >= end {
      sum += weights[element].prose
      end = Int(tree.nodes[element].end)
    }
    return sum
  }

  /// The article element with the most text, or the one with the title where others are its neighbours.
  private func mainArticle() -> Int? {
    let articles = tree.nodes.indices.filter { tree.nodes[$0].tag == .article && !isDropped[$0] }
    guard let largest = articles.max(by: { weights[$0].prose < weights[$1].prose }) else {
      return nil
    }
    if articles.count > 1, let titled = articles.first(where: holdsTitle),
      weights[titled].prose * 8 >= weights[largest].prose, Int(tree.nodes[titled].end) <= largest
    {
      return titled
    }
    return weights[largest].prose * 3 >= weights[0].prose ? largest : nil
  }

  private func holdsTitle(_ index: Int) -> Bool {
    tree.descendants(of: index).contains { tree.nodes[$0].tag == .h1 && !isDropped[$0] }
  }

  private func commonAncestor(_ one: Int, _ other: Int) -> Int {
    var ancestor = min(one, other)
    while ancestor > 0, Int(tree.nodes[ancestor].end) <= max(one, other) {
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    return ancestor
  }

  /// The child that holds nearly all of an element's text, where what stands beside it reads like no
  /// part of the article.
  private func heir(of index: Int) -> Int? {
    var heir: Int?
    var child = index + 1
    while child < Int(tree.nodes[index].end) {
      let node = tree.nodes[child]
      if weights[child].prose > 0, !isDropped[child] {
        if weights[child].prose * 100 >= weights[index].prose * Self.descentShare {
          guard node.tag.isContainer else { return nil }
          heir = child
        } else if heir == nil, isClean(child) {
          return nil
        }
      }
      child = Int(node.end)
    }
    return heir
  }

  /// Mostly running text, and few links.
  private func isClean(_ index: Int) -> Bool {
    let weight = weights[index]
    return weight.prose >= 40 && weight.prose * 2 >= weight.letters
      && weight.linkLetters * 7 <= weight.letters
  }

  // MARK: Lists of links

  /// Drops what is links and little else before and after the running text. Between its paragraphs
  /// such a list is the author's.
  private mutating func dropLinkLists(in root: Int) {
    let end = Int(tree.nodes[root].end)
    let prose = passages.filter {
      $0.isProse && (root..<end).contains($0.node) && !isDropped[$0.node]
    }
    guard let first = prose.first, let last = prose.last else { return }
    var index = root + 1
    while index < end {
      let isOutside =
        tree.nodes[index].stop <= first.text.lowerBound
        || tree.nodes[index].start >= last.text.upperBound
      index = isOutside && isLinkList(index) ? drop(index) : index + 1
    }
  }

  private func isLinkList(_ index: Int) -> Bool {
    guard !isDropped[index] else { return false }
    switch tree.nodes[index].tag {
    case .div, .section, .ul, .ol, .dl, .table, .article, .header: break
    default: return false
    }
    let weight = weights[index]
    return weight.prose == 0 && weight.letters >= 25 && weight.linkLetters * 3 >= weight.letters * 2
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
