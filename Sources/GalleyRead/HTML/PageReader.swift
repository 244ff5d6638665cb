internal import GalleyModel

/// The blocks of a page: its main text, and what its head says.
func readHTML(_ decoded: Decoded) throws(ReadError) -> Blocks {
  guard decoded.text.count <= maximumPageSize else {
    throw .tooLarge(bytes: decoded.text.count, limit: maximumPageSize)
  }
  let page = PageScanner.scan(decoded.text)
  let tree = try parse(page)
  let (passages, links) = PassageCutter.cut(tree)
  let main = MainTextFinder.find(tree, passages)
  var emitter = Emitter(tree, links, main)
  let inside = main.root..<Int(tree.nodes[main.root].end)
  for passage in passages where inside.contains(passage.node) && !main.isDropped[passage.node] {
    emitter.emit(passage)
  }
  emitter.endRow()
  return Blocks(
    format: .html, encoding: decoded.encoding, text: emitter.text, items: emitter.items,
    origins: [emitter.origin, tree.origin, page.origin, decoded.origin])
}
