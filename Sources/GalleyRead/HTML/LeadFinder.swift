/// Finds the lead that stands below the title in a header of its own, before the article's body.
struct LeadFinder {
  private let tree: PageTree
  private let passages: [Passage]
  private let weights: [Weight]
  private let isDropped: [Bool]

  /// Letters of a lead.
  static let longest = 300

  init(_ tree: PageTree, _ passages: [Passage], _ weights: [Weight], _ isDropped: [Bool]) {
    self.tree = tree
    self.passages = passages
    self.weights = weights
    self.isDropped = isDropped
  }

  /// The element before `root`, beside it, that holds a title and a lead.
  func header(before root: Int) -> Int? {
    let parent = Int(tree.nodes[root].parent)
    guard root > 0, weights[parent].prose - weights[root].prose <= Self.longest else { return nil }
    var child = parent + 1
    while child < root {
      if holdsLead(child) { return child }
      child = Int(tree.nodes[child].end)
    }
    return nil
  }

  private func holdsLead(_ header: Int) -> Bool {
    let title = tree.descendants(of: header).first { tree.nodes[$0].tag == .h1 && !isDropped[$0] }
    guard let title else { return false }
    let below = Int(tree.nodes[title].end)..<Int(tree.nodes[header].end)
    return passages.contains {
      $0.isProse && $0.linkLetters == 0 && below.contains($0.node) && !isDropped[$0.node]
    }
  }

  /// What stands in a header beside title and lead: buttons, dates, the names of sections.
  func nodesBeside(in header: Int) -> [Int] {
    let range = header..<Int(tree.nodes[header].end)
    return passages.filter { range.contains($0.node) && !$0.isProse }.map(\.node)
      .filter { tree.nodes[$0].tag != .h1 && weights[$0].prose == 0 }
  }
}
