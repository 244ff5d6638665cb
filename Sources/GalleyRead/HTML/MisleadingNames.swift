/// Elements that are named as furniture and hold parts of the article.
extension MainTextFinder {
  /// Long running text with hardly a link is no menu, whatever its name.
  func isMisnamed(_ index: Int) -> Bool {
    let weight = weights[index]
    return tree.nodes[index].traits.isDisjoint(
      with: Traits.furniture.subtracting([.navigation, .collapsed]))
      && tree.nodes[index].tag != .nav && tree.nodes[index].tag != .aside
      && tree.nodes[index].tag != .footer
      && weight.prose >= 300 && weight.prose * 10 >= weight.letters * 8
      && weight.linkLetters * 20 <= weight.letters
  }

  /// The items of a list may be named as rankings of other articles are: running text without a link
  /// leads to no other article. Returns the elements around such items.
  func rankedLists() -> Set<Int> {
    let items = tree.nodes.indices.filter {
      tree.nodes[$0].traits.intersection(.furniture) == .ranked && weights[$0].prose > 0
        && weights[$0].linkLetters == 0
    }
    return Set(items.map { Int(tree.nodes[$0].parent) })
  }

  /// An item of such a list, or a part of one that has such a name as well.
  func isRanked(_ index: Int, in lists: Set<Int>) -> Bool {
    var index = index
    while index > 0, !lists.isEmpty {
      let node = tree.nodes[index]
      if node.isFurniture {
        guard node.traits.intersection(.furniture) == .ranked else { return false }
        if lists.contains(Int(node.parent)), weights[index].linkLetters == 0 { return true }
      }
      index = Int(node.parent)
    }
    return false
  }

  /// A message quoted from a social network is named like the buttons for sharing on it.
  func isEmbed(_ index: Int) -> Bool {
    tree.nodes[index].traits.isDisjoint(with: Traits.furniture.subtracting(.share))
      && tree.nodes[index].traits.contains(.share)
      && tree.descendants(of: index).prefix(8).contains { tree.nodes[$0].tag == .blockquote }
  }
}
