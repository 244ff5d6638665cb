package import GalleyModel

/// Blocks to whole paragraphs: decides for each boundary between blocks, and writes edits only.
package func clean(_ blocks: consuming Blocks, with profile: Profile = .builtin) -> Cleaned {
  var page = readPage(blocks, with: profile)
  page.mark(with: profile)
  let reading = order(page, with: profile)
  let boundaries = Boundaries(
    reading.lines, of: page.text, beginnings: reading.beginnings, decidingFor: blocks.format)
  let decisions = profile.allowed(boundaries.decideAll(format: blocks.format))
  let layout = layOut(source: reading.source, lines: boundaries.lines, decisions, of: page.text)
  let edits = compose(page.repairs, layout.edits, of: page.text)
  let edited = apply(edits, to: blocks.text)
  return Cleaned(blocks: blocks, edits: edits, edited: edited, paragraphs: layout.paragraphs)
}

/// Lines as they stand and as they are read.
struct LineOrder {
  /// All lines as they stand in the text, those of two columns cut in two.
  var source: [Line]
  /// Those that stay, as they are read.
  var lines: [Line]
  /// nil where lines are left out or moved, so that they are to be compared anew.
  var beginnings: Beginnings?
}

func order(_ page: Page, with profile: Profile = .builtin) -> LineOrder {
  let source = page.lines
  if page.isWhole, !page.hasPages {
    return LineOrder(source: source, lines: source, beginnings: page.beginnings)
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
  if profile.allows(.column) { lines = orderColumns(lines, of: page.text) }
  if profile.allows(.footnote) { lines = orderFootnotes(lines, of: page.text) }
  guard lines.contains(where: { $0.move != nil }) else {
    return LineOrder(source: source, lines: kept)
  }
  let all = lines + source.filter { $0.drop != nil }
  return LineOrder(
    source: all.sorted { $0.text.lowerBound < $1.text.lowerBound }, lines: lines)
}
