import GalleyModel

@testable import GalleyRead

/// The blocks of a page, one line each: its kind and its text.
func lines(_ html: String, named name: String = "page.html") throws -> [String] {
  let blocks = try read(Source(name: name, bytes: Array(html.utf8)))
  return blocks.items.map { "\(tag($0.kind)) \(string(blocks, $0))" }
}

func string(_ blocks: Blocks, _ block: Block) -> String {
  String(decoding: blocks.text[block.text], as: UTF8.self)
}

private func tag(_ kind: Block.Kind) -> String {
  switch kind {
  case .line: "line"
  case .paragraph: "p"
  case .heading(let level): "h\(level)"
  case .listItem(let number?): "\(number)."
  case .listItem(nil): "-"
  case .tableRow: "tr"
  case .preformatted: "pre"
  case .caption: "cap"
  case .term: "dt"
  }
}

/// A paragraph long enough to be running text.
let prose =
  "The tide mill turns twice a day, and nobody in the village pays for its light any more."
let moreProse =
  "Its keeper walks the dam every morning, counts the gates, and writes the height of the water down."
