internal import GalleyModel

/// Decides for each passage of the main text whether it is printed, and what else it is.
struct PassageFilter {
  struct Verdict {
    var isDropped = false
    var style: Block.Style = []
  }

  private let tree: PageTree
  private let titles: [[UInt8]]
  private let passages: [Passage]
  private let main: MainText
  /// Places of the first and the last running text.
  private var prose: (first: Int, last: Int)
  private(set) var verdicts: [Verdict]
  /// No title and no phrase is longer.
  private let longestKey: Int
  /// A line announced other articles: the links that follow are theirs.
  private var isInRelated = false

  /// A longer line is no button and no call.
  private static let longestPhrase = 160

  init(_ tree: PageTree, _ passages: [Passage], _ main: MainText, titles: [[UInt8]]) {
    self.tree = tree
    self.titles = titles
    longestKey = titles.reduce(Phrases.longest) { max($0, $1.count) }
    self.passages = passages
    self.main = main
    let running = passages.indices.filter { passages[$0].isProse }
    prose = (running.first ?? 0, running.last ?? passages.count)
    verdicts = []
    verdicts.reserveCapacity(passages.count)
  }

  static func judge(
    _ tree: PageTree, _ passages: [Passage], _ main: MainText, titles: [[UInt8]]
  ) -> [Verdict] {
    var filter = PassageFilter(tree, passages, main, titles: titles)
    for index in passages.indices { filter.verdicts.append(filter.verdict(index)) }
    filter.dropBeforeTitle()
    filter.dropTrailingHeadings()
    return filter.verdicts
  }

  private mutating func verdict(_ index: Int) -> Verdict {
    let passage = passages[index]
    var verdict = Verdict()
    if isMetadata(passage.node) { verdict.style.insert(.metadata) }
    guard passage.text.count <= Self.longestPhrase * 12 else {
      isInRelated = false
      return verdict
    }
    let key = TitleKey.of(tree.text, passage.text, limit: longestKey)
    if titles.contains(key), index <= prose.first + 1 || isHeading(passage.node) {
      verdict.style.insert(.title)
      return verdict
    }
    verdict.isDropped = isFurniture(passage, key) || isAside(passage, index)
    return verdict
  }

  private mutating func isFurniture(_ passage: Passage, _ key: [UInt8]) -> Bool {
    let isLinked = passage.linkLetters * 5 >= passage.size.letters * 2
    if Phrases.isRelated(key) {
      isInRelated = true
      return true
    }
    if isInRelated {
      if passage.linkLetters * 10 >= passage.size.letters * 7 { return true }
      isInRelated = false
    }
    if Phrases.isFurniture(key) { return true }
    if passage.linkLetters > 0,
      Phrases.opensAdvert(key, outsideOfLink: passage.size.letters - passage.linkLetters)
    {
      return true
    }
    guard passage.size.letters <= Self.longestPhrase else { return false }
    if Phrases.opensRelated(key), isLinked { return true }
    if Phrases.opensCall(key), passage.linkLetters > 0 || !passage.isProse { return true }
    return Phrases.opensLegal(key)
  }

  /// Links outside of the running text: menus, tags, pagers.
  private func isAside(_ passage: Passage, _ index: Int) -> Bool {
    guard index < prose.first || index > prose.last else { return false }
    return isLink(passage) && !isLinkedItem(index)
  }

  private func isLink(_ passage: Passage) -> Bool {
    passage.linkLetters * 2 >= passage.size.letters
  }

  /// A heading that links to what it is about, above text of its own and beside others like it.
  private func isLinkedItem(_ index: Int) -> Bool {
    let node = passages[index].node
    guard isHeading(node), prose.first < prose.last, index + 1 < passages.count,
      !isHeading(passages[index + 1].node), !isLink(passages[index + 1])
    else { return false }
    let alike = passages[prose.first...prose.last].count {
      isHeading($0.node) && isLink($0) && isBeside($0.node, node)
    }
    return alike >= 2
  }

  private func isHeading(_ node: Int) -> Bool { tree.nodes[node].tag.isHeading }

  /// A short element with a name for author, date or tags.
  private func isMetadata(_ node: Int) -> Bool {
    var index = node
    while index > main.root {
      if tree.nodes[index].traits.contains(.metadata), main.letters[index] <= Self.longestPhrase {
        return true
      }
      index = Int(tree.nodes[index].parent)
    }
    return false
  }

  /// Section names and teasers stand before the title; the article does not.
  private mutating func dropBeforeTitle() {
    let title = passages.indices.first {
      verdicts[$0].style.contains(.title) && isHeading(passages[$0].node)
    }
    guard let title else { return }
    for index in 0..<title where !passages[index].isProse { verdicts[index].isDropped = true }
  }

  /// Headings that have text under them, before one that stands beside them and has none counts.
  private static let itemsWithText = 3
  /// More headings without text are a list of other articles.
  private static let itemsWithoutText = 2

  /// A heading with nothing under it at the end of the text. Under a title that begins with as many
  /// as there are, or ends with a year, one that stands beside several of its kind with text under
  /// them is an item that has none.
  private mutating func dropTrailingHeadings() {
    let kept = passages.indices.filter { !verdicts[$0].isDropped }
    guard let text = kept.last(where: { !isHeading(passages[$0].node) }) else { return }
    let trailing = kept.filter { $0 > text && !verdicts[$0].style.contains(.title) }
    let mayBeItems = trailing.count <= Self.itemsWithoutText
    for index in trailing {
      let alike = kept.count { $0 < text && isBeside(passages[$0].node, passages[index].node) }
      verdicts[index].isDropped =
        !mayBeItems || alike < Self.itemsWithText
        || !titles.contains { Self.announces(alike + trailing.count, in: $0) }
    }
  }

  /// A title's key, which has no spaces.
  private static func announces(_ count: Int, in title: [UInt8]) -> Bool {
    let first = title.prefix { $0 &- 0x30 < 10 }
    if (1...2).contains(first.count), let number = Int(String(decoding: first, as: UTF8.self)) {
      return count == number
    }
    let last = title.suffix(5)
    return last.count == 5 && last.first.map { $0 &- 0x30 >= 10 } == true
      && last.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
  }

  private func isBeside(_ node: Int, _ other: Int) -> Bool {
    tree.nodes[node].tag == tree.nodes[other].tag
      && tree.nodes[node].parent == tree.nodes[other].parent
  }
}
