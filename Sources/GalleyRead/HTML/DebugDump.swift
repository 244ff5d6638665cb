internal import Glibc
func debugDump(_ tree: PageTree, _ prose: [Int], _ dropped: [Bool], _ root: Int) {
  guard unsafe getenv("GDUMP") != nil else { return }
  func go(_ i: Int, _ depth: Int) {
    let n = tree.nodes[i]
    if prose[i] * 50 >= prose[0], n.tag.isBlock || n.tag == .unknown || n.tag == .span {
      var s = String(repeating: " ", count: depth) + "\(n.tag) \(prose[i])"
      if dropped[i] { s += " DROPPED" }
      if i == root { s += " <== ROOT" }
      let names: [(Traits, String)] = [
        (.hidden, "hidden"), (.navigation, "nav"), (.share, "share"), (.related, "rel"),
        (.comments, "comm"), (.promotion, "promo"), (.metadata, "meta"), (.content, "content"),
        (.articleBody, "BODY"), (.title, "title"), (.caption, "caption"),
      ]
      for (t, m) in names where n.traits.contains(t) { s += " " + m }
      s +=
        " :: "
        + String(
          decoding: tree.text[n.text].prefix(200).filter { $0 > 0x20 }.prefix(30), as: UTF8.self)
      print(s)
    }
    var c = i + 1
    while c < Int(n.end) { go(c, depth + 1); c = Int(tree.nodes[c].end) }
  }
  go(0, 0)
}
