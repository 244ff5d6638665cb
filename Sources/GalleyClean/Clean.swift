package import GalleyModel

/// Blocks to whole paragraphs: decides for each boundary between blocks, and writes edits only.
package func clean(_ blocks: consuming Blocks) -> Cleaned {
  let paragraphs = blocks.items.enumerated().map { index, block in
    Cleaned.Paragraph(
      kind: block.kind, text: block.text, blocks: index..<index + 1, bold: block.bold)
  }
  let edited = apply([], to: blocks.text)
  return Cleaned(blocks: blocks, edits: [], edited: edited, paragraphs: paragraphs)
}
