package import GalleyModel
package import GalleyRead

/// The main text of a document as its reader sees it, a line for each block. What the reader knows to
/// repeat the title, or to name author and date, is left out.
package func mainText(_ source: Source) throws(ReadError) -> [UInt8] {
  let blocks = try read(source)
  var out: [UInt8] = []
  out.reserveCapacity(blocks.text.count)
  for block in blocks.items
  where block.style.isDisjoint(with: [.title, .metadata]) && block.kind != .caption {
    out.append(contentsOf: blocks.text[block.text])
    out.append(UInt8(ascii: "\n"))
  }
  return out
}

/// `{"path": ..., "text": ...}` and a line feed.
package func textLine(path: String, text: [UInt8]) -> [UInt8] {
  var out = JSONWriter(capacity: text.count + text.count / 8 + 256)
  out.object { out in
    out.key("path")
    out.value(path)
    out.key("text")
    out.value(text.span)
  }
  out.newline()
  return out.bytes
}
