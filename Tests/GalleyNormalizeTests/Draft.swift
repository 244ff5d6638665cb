import GalleyModel

@testable import GalleyNormalize

/// A list article built by hand: an outline over a text, without reader, cleaner and segmenter.
struct Draft {
  private var text: [UInt8] = []
  var outline = Outline()
  var head = Head()
  var name = "list.txt"

  init(title: String? = nil, preface: [String] = [], trailer: [String] = [], items: Int = 1) {
    outline.title = title.map { add($0) }
    outline.preface = preface.map { add($0) }
    for number in 0..<items {
      outline.items.append(Outline.Item(number: number + 1, extent: text.count..<text.count))
    }
    outline.trailer = trailer.map { add($0) }
  }

  mutating func add(_ string: String) -> Range<Int> {
    let start = text.count
    text.append(contentsOf: string.utf8)
    text.append(UInt8(ascii: "\n"))
    return start..<text.count - 1
  }

  mutating func addField(_ key: String, label: String?, _ lines: [String], item: Int = 0) {
    let label = label.map { add($0) }
    outline.items[item].fields.append(
      Outline.Field(key: key, label: label, value: lines.map { add($0) }))
  }

  mutating func addBody(_ string: String, item: Int = 0) {
    outline.items[item].body.append(add(string))
  }

  mutating func addMetadata(_ string: String) {
    outline.drops.append(Outline.Drop(.metadata, add(string)))
  }

  var normalized: Normalized {
    var blocks = Blocks(format: .text, encoding: "utf-8", text: text, items: [])
    blocks.head = head
    let cleaned = Cleaned(
      blocks: blocks, edits: [], edited: apply([], to: text), paragraphs: [])
    return normalize(outline, of: cleaned, name: name)
  }
}
