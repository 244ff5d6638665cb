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
  var head = PageHead(page, of: decoded.text, heading: heading(of: tree, page, decoded.text))
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

/// The text of the page's first `h1`. Where its title only begins with that, and goes on as another
/// heading says, the `h1` is the site's name.
private func heading(of tree: PageTree, _ page: ReducedPage, _ text: [UInt8]) -> [UInt8] {
  let headings = tree.nodes.filter { $0.tag.isHeading && !$0.text.isEmpty }
  guard let first = headings.first(where: { $0.tag == .h1 }) else { return [] }
  let name = collapsed(tree.text[first.text])
  guard let title = page.title, headings.count > 1,
    case let key = TitleKey.of(text, title), case let prefix = TitleKey.of(name),
    key.count > prefix.count, key.starts(with: prefix)
  else { return name }
  let rest = key.dropFirst(prefix.count)
  let article = headings.first {
    $0.tag != .h1 && $0.text.count <= title.count * 2
      && TitleKey.of(tree.text, $0.text).elementsEqual(rest)
  }
  return article.map { collapsed(tree.text[$0.text]) } ?? name
}

/// White space collapsed, none at the ends.
private func collapsed(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var out: [UInt8] = []
  for byte in text {
    if byte > 0x20 {
      out.append(byte)
    } else if let last = out.last, last != 0x20 {
      out.append(0x20)
    }
  }
  return Array(out[out.trimmed(0..<out.count)])
}
