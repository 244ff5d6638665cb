internal import GalleyModel

/// Elements that a profile says may hold the article.
struct ElementHints {
  private let hints: [Profile.ElementHint]

  init(_ hints: [Profile.ElementHint]) { self.hints = hints }

  var isEmpty: Bool { hints.isEmpty }

  /// The first hint that an element fits. `id` and `classes` are the attributes' values in `text`.
  func index(of tag: Tag, id: Range<Int>?, classes: Range<Int>?, in text: [UInt8]) -> Int? {
    hints.firstIndex { hint in
      if let name = hint.tag, !Tag.spelling[Int(tag.rawValue)].elementsEqual(name.utf8) {
        return false
      }
      if let wanted = hint.id {
        guard let id, text[id].elementsEqual(wanted.utf8) else { return false }
      }
      if hint.classes.isEmpty { return true }
      guard let classes else { return false }
      let names = text[classes].split { $0 <= 0x20 }
      return hint.classes.allSatisfy { wanted in names.contains { $0.elementsEqual(wanted.utf8) } }
    }
  }
}

extension PageTree {
  /// Elements that fit a profile's hint, and those around them: none of them is furniture.
  var hintedPath: Set<Int> {
    var out: Set<Int> = []
    for node in hinted.keys {
      var node = node
      while out.insert(node).inserted, node > 0 { node = Int(nodes[node].parent) }
    }
    return out
  }
}
