package import GalleyModel

/// Blocks to whole paragraphs: decides for each boundary between blocks, and writes edits only.
package func clean(_ blocks: consuming Blocks, with profile: Profile = .builtin) -> Cleaned {
  let repairs = profile.allowed(repairs(of: blocks.text))
  let repaired = apply(repairs, to: blocks.text).text
  var source = readLines(blocks, after: repairs, repaired)
  profile.mark(&source, of: repaired)
  let reading = order(source, of: repaired, with: profile)
  let boundaries = Boundaries(reading.lines, of: repaired)
  let decisions = profile.allowed(boundaries.decideAll(format: blocks.format))
  let layout = layOut(source: reading.source, lines: boundaries.lines, decisions, of: repaired)
  let edits = compose(repairs, layout.edits, of: repaired)
  let edited = apply(edits, to: blocks.text)
  return Cleaned(blocks: blocks, edits: edits, edited: edited, paragraphs: layout.paragraphs)
}

/// All changes to characters, over the text.
func repairs(of text: [UInt8]) -> [Edit] {
  let edits = repairCharacters(text)
  guard hasLostHyphens(text.span) else { return edits }
  let middle = apply(edits, to: text).text
  return compose(edits, repairLostHyphens(middle), of: middle)
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

/// Lines as they stand and as they are read.
struct LineOrder {
  /// All lines as they stand in the text, those of two columns cut in two.
  var source: [Line]
  /// Those that stay, as they are read.
  var lines: [Line]
}

func order(
  _ source: [Line], of bytes: [UInt8], with profile: Profile = .builtin
) -> LineOrder {
  var kept: [Line] = []
  kept.reserveCapacity(source.count)
  var isPage = false
  var blanks = 0
  for line in source {
    // What stood before a line that is left out stands before the next one.
    if line.isNewPage || line.drop != nil { isPage = true }
    blanks += line.blanksBefore
    if line.drop != nil { continue }
    kept.append(line)
    kept[kept.count - 1].isNewPage = isPage
    kept[kept.count - 1].blanksBefore = blanks
    isPage = false
    blanks = 0
  }
  guard kept.contains(where: \.isNewPage) else { return LineOrder(source: source, lines: kept) }
  var lines = kept
  if profile.allows(.column) { lines = orderColumns(lines, of: bytes) }
  if profile.allows(.footnote) { lines = orderFootnotes(lines, of: bytes) }
  guard lines.contains(where: { $0.move != nil }) else {
    return LineOrder(source: source, lines: kept)
  }
  let all = lines + source.filter { $0.drop != nil }
  return LineOrder(
    source: all.sorted { $0.text.lowerBound < $1.text.lowerBound }, lines: lines)
}
