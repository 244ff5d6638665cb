package import GalleyModel

/// Blocks to whole paragraphs: decides for each boundary between blocks, and writes edits only.
package func clean(_ blocks: consuming Blocks, with profile: Profile = .builtin) -> Cleaned {
  var page = readPage(blocks, with: profile)
  profile.mark(&page.lines, of: page.text)
  let reading = order(page.lines, of: page.text, with: profile)
  let boundaries = Boundaries(
    reading.lines, of: page.text, decidingFor: blocks.format)
  let decisions = profile.allowed(boundaries.decideAll(format: blocks.format))
  let layout = layOut(source: reading.source, lines: boundaries.lines, decisions, of: page.text)
  let edits = compose(page.repairs, layout.edits, of: page.text)
  let edited = apply(edits, to: blocks.text)
  return Cleaned(blocks: blocks, edits: edits, edited: edited, paragraphs: layout.paragraphs)
}

/// The text with its characters repaired, and its lines.
struct Page {
  var repairs: [Edit]
  var text: [UInt8]
  var lines: [Line]
}

func readPage(_ blocks: borrowing Blocks, with profile: Profile = .builtin) -> Page {
  let suspects = findSuspects(in: blocks.text)
  let repairs = profile.allowed(repairCharacters(blocks.text, at: suspects))
  let text = apply(repairs, to: blocks.text).text
  let lines = readLines(blocks, after: repairs, text)
  guard suspects.hasLostHyphens else {
    return Page(repairs: repairs, text: text, lines: lines)
  }
  let all = compose(repairs, repairLostHyphens(text), of: text)
  let whole = apply(all, to: blocks.text).text
  return Page(repairs: all, text: whole, lines: readLines(blocks, after: all, whole))
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
  guard source.contains(where: { $0.drop != nil || $0.isNewPage }) else {
    return LineOrder(source: source, lines: source)
  }
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
