package import GalleyModel

/// Blocks to whole paragraphs: decides for each boundary between blocks, and writes edits only.
package func clean(_ blocks: consuming Blocks, with profile: Profile = .builtin) -> Cleaned {
  let repairs = profile.allowed(repairCharacters(blocks.text))
  let repaired = apply(repairs, to: blocks.text)
  var lines = readLines(blocks, after: repairs, repaired.text)
  profile.mark(&lines, of: repaired.text)
  let decisions = decide(lines, format: blocks.format, of: repaired.text).map(profile.allowed)
  let layout = layOut(lines, decisions, of: repaired.text)
  let edits = compose(repairs, layout.edits, of: repaired.text)
  let edited = apply(edits, to: blocks.text)
  return Cleaned(blocks: blocks, edits: edits, edited: edited, paragraphs: layout.paragraphs)
}

/// The document's lines, with those marked that are no part of its text.
func readLines(_ blocks: borrowing Blocks, after repairs: [Edit], _ bytes: [UInt8]) -> [Line] {
  var shifts = Shifts(repairs)
  var lines: [Line] = []
  lines.reserveCapacity(blocks.items.count)
  for (index, block) in blocks.items.enumerated() {
    let range = repairs.isEmpty ? block.text : bytes.trimmed(shifts.move(block.text))
    if range.isEmpty { continue }
    lines.append(Line(block, index: index, text: range, of: bytes))
  }
  if blocks.format == .text {
    markPageEdges(&lines, of: bytes)
    markPageSequences(&lines, of: bytes)
  }
  return lines
}

/// All boundaries between the lines that stay, decided.
func decide(_ lines: [Line], format: Format, of bytes: [UInt8]) -> [Decision] {
  let boundaries = Boundaries(lines, of: bytes)
  let spacing = Spacing(boundaries)
  return boundaries.lines.indices.dropFirst().map {
    boundaries.decide($0, format: format, spacing: spacing)
  }
}
