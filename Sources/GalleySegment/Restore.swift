internal import GalleyModel

extension Outline {
  /// Puts back what a profile does not allow to be left out: into the part of the article that it
  /// stands in.
  func allowed(by profile: Profile) -> Outline {
    if profile.repairs.isEmpty { return self }
    var out = self
    out.drops.removeAll { !profile.allows($0.rule) }
    for drop in drops where !profile.allows(drop.rule) { out.insert(drop.range) }
    return out
  }

  private mutating func insert(_ passage: Range<Int>) {
    if passage.isEmpty { return }
    if let index = items.lastIndex(where: { $0.extent.lowerBound <= passage.lowerBound }) {
      if passage.lowerBound < items[index].extent.upperBound {
        insert(passage, into: &items[index].body)
      } else {
        insert(passage, into: &trailer)
      }
    } else {
      insert(passage, into: &preface)
    }
  }

  private func insert(_ passage: Range<Int>, into passages: inout [Range<Int>]) {
    let index = passages.firstIndex { $0.lowerBound > passage.lowerBound } ?? passages.count
    passages.insert(passage, at: index)
  }
}
