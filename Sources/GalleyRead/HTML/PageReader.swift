internal import GalleyModel

/// The blocks of a page: its main text, and what its head says.
func readHTML(
  _ decoded: Decoded, hints: ElementHints = ElementHints([])
) throws(ReadError) -> Blocks {
  guard decoded.text.count <= maximumPageSize else {
    throw .tooLarge(bytes: decoded.text.count, limit: maximumPageSize)
  }
  let page = PageScanner.scan(decoded.text, hints: hints)
  let tree = try parse(page)
  var head = PageHead(page, of: decoded.text, heading: firstHeading(of: tree))
  let (all, links) = PassageCutter.cut(tree)
  let main = MainTextFinder.find(tree, all)
  if head.head.published == nil { head.setPublished(printedDate(tree, all, above: main)) }
  let passages = all.filter { main.holds($0.node, in: tree) }
  let verdicts = PassageFilter.judge(tree, passages, main, titles: head.titles)
  var emitter = Emitter(tree, links, main)
  for (passage, verdict) in zip(passages, verdicts) where !verdict.isDropped {
    emitter.emit(passage, style: verdict.style)
  }
  emitter.endRow()
  return Blocks(
    format: .html, encoding: decoded.encoding, text: emitter.text, items: emitter.items,
    head: head.head, origins: [emitter.origin, tree.origin, page.origin, decoded.origin],
    diagnostics: decoded.diagnostics + doubts(page, emitter.items))
}

private func doubts(_ page: ReducedPage, _ blocks: [Block]) -> [Diagnostic] {
  var out: [Diagnostic] = []
  if page.isCapped {
    out.append(
      Diagnostic(
        .warning, "W102",
        "elements nest deeper than \(maximumDepth); the inner ones were left out, their text was not"
      ))
  }
  if blocks.isEmpty {
    out.append(Diagnostic(.warning, "W103", "the page holds no text; a script may have to show it"))
  }
  return out
}

/// The text of the page's first `h1`, white space collapsed.
private func firstHeading(of tree: PageTree) -> [UInt8] {
  guard let node = tree.nodes.first(where: { $0.tag == .h1 && !$0.text.isEmpty }) else { return [] }
  var out: [UInt8] = []
  for byte in tree.text[node.text] {
    if byte > 0x20 {
      out.append(byte)
    } else if let last = out.last, last != 0x20 {
      out.append(0x20)
    }
  }
  return Array(out[out.trimmed(0..<out.count)])
}
