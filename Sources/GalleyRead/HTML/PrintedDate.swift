internal import GalleyModel

/// Letters of the longest line that gives a page's date.
private let longestDateLine = 90
/// Lines below the page's first `h1` that are searched for it.
private let dateReach = 12

/// The line between the page's first `h1` and the running text that holds a date, wherever it
/// stands in the markup; nil where there is none.
func printedDate(
  _ tree: PageTree, _ passages: [Passage], above main: MainText
) -> String? {
  guard let title = tree.nodes.firstIndex(where: { $0.tag == .h1 && !$0.text.isEmpty }) else {
    return nil
  }
  let end = tree.nodes[title].stop
  let below = passages.drop { $0.text.lowerBound < end }.prefix { passage in
    !(passage.isProse && main.holds(passage.node, in: tree))
  }
  let line = below.prefix(dateReach).first {
    $0.size.letters <= longestDateLine && holdsDate(tree.text, $0.text)
  }
  return line.map {
    String(decoding: tree.text[$0.text].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}

/// A year and a number of one or two digits.
private func holdsDate(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  var hasYear = false
  var hasDay = false
  var digits: [UInt8] = []
  for at in range.lowerBound...range.upperBound {
    if at < range.upperBound, text[at] &- 0x30 < 10 {
      digits.append(text[at])
      continue
    }
    if digits.count == 4, digits[0] == 0x32 && digits[1] == 0x30 || digits.starts(with: "19".utf8) {
      hasYear = true
    }
    if (1...2).contains(digits.count) { hasDay = true }
    digits.removeAll(keepingCapacity: true)
  }
  return hasYear && hasDay
}
