import GalleyModel
import Testing

@testable import GalleySegment

/// A cleaned document of whole paragraphs, one for each line of `source` that is not blank.
///
/// A line of a page begins with its kind and a bar: `h2|Title`, `li|Item`, `li3|Third`, `p|Text`,
/// `b|Bold line`, `cap|Caption`, `tr|a<TAB>b`; `**Name:** text` begins with a bold run.
func document(_ source: String, page: Bool = false, headTitle: String? = nil) -> Cleaned {
  var text: [UInt8] = []
  var items: [Block] = []
  for line in source.split(separator: "\n", omittingEmptySubsequences: true) {
    var (kind, words) = page ? kindAndWords(line) : (.line, line)
    var bold = 0
    if kind == .paragraph, line.hasPrefix("b|") { bold = words.utf8.count }
    if words.hasPrefix("**"), let end = words.dropFirst(2).range(of: "**") {
      let run = words.dropFirst(2)[..<end.lowerBound]
      bold = run.utf8.count
      words = run + words[end.upperBound...]
    }
    let start = text.count
    text.append(contentsOf: words.utf8)
    let range = text.trimmed(start..<text.count)
    if !range.isEmpty { items.append(Block(kind: kind, text: range, bold: bold)) }
    text.append(UInt8(ascii: "\n"))
  }
  var blocks = Blocks(format: page ? .html : .text, encoding: "utf-8", text: text, items: items)
  blocks.head.title = headTitle
  let paragraphs = items.enumerated().map { index, block in
    Cleaned.Paragraph(
      kind: block.kind, text: block.text, blocks: index..<index + 1, bold: block.bold)
  }
  return Cleaned(
    blocks: blocks, edits: [], edited: apply([], to: text), paragraphs: paragraphs)
}

private func kindAndWords(_ line: Substring) -> (Block.Kind, Substring) {
  guard let bar = line.firstIndex(of: "|") else { return (.paragraph, line) }
  let words = line[line.index(after: bar)...]
  switch line[..<bar] {
  case "h1": return (.heading(1), words)
  case "h2": return (.heading(2), words)
  case "h3": return (.heading(3), words)
  case "li": return (.listItem(number: nil), words)
  case "cap": return (.caption, words)
  case "tr": return (.tableRow, words)
  case "dt": return (.term, words)
  case "p", "b": return (.paragraph, words)
  case let name where name.hasPrefix("li"):
    return (.listItem(number: Int32(name.dropFirst(2))), words)
  default: return (.paragraph, line)
  }
}

extension Substring {
  fileprivate func range(of word: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(word) { return at..<index(at, offsetBy: word.count) }
      at = index(after: at)
    }
    return nil
  }
}

/// An outline as lines: `T title`, `P preface`, `3 label title`, `= key label: value`, `B body`,
/// `Z trailer`, in the document's order.
func render(_ outline: Outline, of cleaned: Cleaned) -> [String] {
  func words(_ range: Range<Int>) -> String { String(decoding: cleaned.text[range], as: UTF8.self) }
  var out: [String] = []
  if let title = outline.title { out.append("T " + words(title)) }
  out += outline.preface.map { "P " + words($0) }
  var group: Range<Int>?
  for item in outline.items {
    if item.group != group {
      group = item.group
      out.append("G " + (group.map(words) ?? "-"))
    }
    out.append("\(item.number) \(item.label.map(words) ?? "-") \(item.title.map(words) ?? "-")")
    var parts: [(at: Int, line: String)] = item.body.map { ($0.lowerBound, "B " + words($0)) }
    for field in item.fields {
      let value = field.value.map(words).joined(separator: "; ")
      let at = field.label?.lowerBound ?? field.value.first?.lowerBound ?? 0
      parts.append((at, "= \(field.key ?? "-") \(field.label.map(words) ?? "-"): \(value)"))
    }
    out += parts.sorted { $0.at < $1.at }.map(\.line)
  }
  return out + outline.trailer.map { "Z " + words($0) }
}

/// A document and what it is taken apart into.
struct Sample: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String
  var page = false
  var headTitle: String?
  var outline: String

  var testDescription: String { name }

  var expected: [String] { outline.split(separator: "\n").map(String.init) }

  func rendered() -> [String] {
    let cleaned = document(source, page: page, headTitle: headTitle)
    return render(segment(cleaned), of: cleaned)
  }
}
