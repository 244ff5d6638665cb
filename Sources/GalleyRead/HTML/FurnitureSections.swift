/// Parts of a page that their own heading gives away: comments, other articles, the author.
struct FurnitureSections {
  enum Kind { case comments, related, author }

  private let tree: PageTree
  private let passages: [Passage]
  private let weights: [Weight]

  init(_ tree: PageTree, _ passages: [Passage], _ weights: [Weight]) {
    self.tree = tree
    self.passages = passages
    self.weights = weights
  }

  /// The parts, as ranges of elements.
  func find() -> [Range<Int>] {
    var out: [Range<Int>] = []
    var prose = (last: -1, letters: 0)
    for passage in passages {
      if passage.isProse {
        prose.last = passage.text.lowerBound
        prose.letters += passage.size.letters - passage.linkLetters
      }
      guard passage.size.letters <= 60, let kind = kind(of: passage) else { continue }
      if let part = part(under: passage, kind, prose) { out.append(part) }
    }
    return out
  }

  private func kind(of passage: Passage) -> Kind? {
    var key = TitleKey.of(tree.text, passage.text)
    key.removeAll { $0 &- 0x30 < 10 }
    if Phrases.opensComments(key) { return .comments }
    if Phrases.opensAuthorBox(key) { return .author }
    return Phrases.isRelated(key) ? .related : nil
  }

  /// The largest element that begins, as far as running text goes, with the heading.
  private func part(
    under passage: Passage, _ kind: Kind, _ prose: (last: Int, letters: Int)
  ) -> Range<Int>? {
    guard prose.last >= 0 else { return nil }
    var top = passage.node
    while top > 0, tree.nodes[Int(tree.nodes[top].parent)].start > prose.last {
      top = Int(tree.nodes[top].parent)
    }
    guard top > 0 else { return nil }
    let weight = weights[top]
    let end = Int(tree.nodes[top].end)
    let holdsMore =
      tree.nodes[top].stop > passage.text.upperBound && weight.letters > passage.size.letters
    switch kind {
    case .comments:
      // A link to the comments stands before the text as well.
      let isHeading = tree.nodes[passage.node].tag.isHeading
      guard prose.letters * 5 >= weights[0].prose * (isHeading ? 1 : 2),
        passage.linkLetters == 0 || isHeading
      else { return nil }
      // What readers wrote goes on to the end of the element around it.
      return top..<(holdsMore ? end : Int(tree.nodes[Int(tree.nodes[top].parent)].end))
    case .author:
      guard holdsMore, weight.letters <= 1_500 else { return nil }
      return top..<end
    case .related:
      guard holdsMore, weight.linkLetters * 5 >= weight.letters * 2 else { return nil }
      return top..<end
    }
  }
}
