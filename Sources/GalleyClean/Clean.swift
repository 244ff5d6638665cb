package import GalleyModel

/// Blocks to whole paragraphs: decides for each boundary between blocks, and writes edits only.
package func clean(_ blocks: consuming Blocks) -> Cleaned {
  let edits = repairCharacters(blocks.text)
  let paragraphs = blocks.items.enumerated().map { index, block in
    Cleaned.Paragraph(
      kind: block.kind, text: block.text, blocks: index..<index + 1, bold: block.bold)
  }
  let edited = apply(edits, to: blocks.text)
  return Cleaned(blocks: blocks, edits: edits, edited: edited, paragraphs: paragraphs)
}
