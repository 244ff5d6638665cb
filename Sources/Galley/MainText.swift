package import GalleyModel
package import GalleyRead

/// The main text of a document, cleaned, a line for each paragraph. What the reader knows to repeat
/// the title, or to name author and date, is left out.
package func mainText(_ source: Source) throws(ReadError) -> [UInt8] {
  let cleaned = try cleaned(source)
  var out: [UInt8] = []
  out.reserveCapacity(cleaned.text.count)
  for paragraph in cleaned.paragraphs where paragraph.kind != .caption {
    let style = cleaned.blocks.items[paragraph.blocks].first?.style ?? []
    guard style.isDisjoint(with: [.title, .metadata]) else { continue }
    out.append(contentsOf: cleaned.text[paragraph.text])
    out.append(UInt8(ascii: "\n"))
  }
  return out
}

/// `{"path": ..., "text": ...}` and a line feed.
package func textLine(path: String, text: [UInt8]) -> [UInt8] {
  return JSONWriter.bytes(capacity: text.count + text.count / 8 + 256) { out in
    out.object { out in
      out.key("path")
      out.value(path)
      out.key("text")
      out.value(text.span)
    }
    out.newline()
  }
}
