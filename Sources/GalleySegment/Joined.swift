internal import GalleyModel

/// Lines that were taken for parts of one paragraph, though what they say or where they stand tells
/// them apart. They are cut again before the search for items looks.

/// Paragraphs at the top, and at the end, that are searched for lines of metadata.
private let edgeParagraphs = 6
/// Lines of the longest of them.
private let edgeLines = 4
/// Columns of the longest line that is a date.
private let dateWidth = 60

/// Cuts a paragraph where a line begins with two wide spaces, near the text's ends where a line gives
/// nothing but a date, at the top where it begins with a word of metadata, and at the end where it asks
/// to share or to follow.
func cutJoinedLines(_ cleaned: Cleaned) -> Cleaned? {
  guard cleaned.blocks.format != .html else { return nil }
  var cuts: [(paragraph: Int, offset: Int)] = []
  // Where all lines stand to the right, none is indented.
  let first = cleaned.paragraphs.first?.blocks.lowerBound
  let hasIndents = first.map { !isIndented(cleaned.blocks, $0) } ?? false
  for (index, paragraph) in cleaned.paragraphs.enumerated() where paragraph.blocks.count > 1 {
    let isShort = paragraph.blocks.count <= edgeLines
    let isTop = isShort && index < edgeParagraphs
    let isEnd = isShort && cleaned.paragraphs.count - index <= edgeParagraphs
    for block in paragraph.blocks.dropFirst() {
      let mayDivide =
        hasIndents && isIndented(cleaned.blocks, block)
        || isTop && (isMetadata(cleaned.blocks, block) || isMetadata(cleaned.blocks, block - 1))
        || isEnd && (isDate(cleaned.blocks, block) || isAppeal(cleaned.blocks, block))
      // What was left out between two lines divides nothing.
      if mayDivide, let offset = start(of: block, in: paragraph, of: cleaned),
        block - 1 == paragraph.blocks.lowerBound
          || start(of: block - 1, in: paragraph, of: cleaned) != nil
      {
        cuts.append((index, offset))
      }
    }
  }
  return cuts.isEmpty ? nil : cut(cleaned, at: cuts)
}

/// Cuts headings off the text that the next line begins with, where the other headings of the chain
/// have their lines to themselves.
func cutGluedHeadings(_ cleaned: Cleaned, _ decision: Decision) -> Cleaned? {
  guard cleaned.blocks.format != .html, let chosen = decision.ranking.chosen,
    case let chain = decision.ranking.chains[chosen], chain.nodes.count >= 3
  else { return nil }
  var alone = 0
  var cuts: [(paragraph: Int, offset: Int)] = []
  for node in chain.nodes where !node.isLost {
    let title = decision.search.titleLine(of: node)
    guard title < cleaned.paragraphs.count else { continue }
    let paragraph = cleaned.paragraphs[title]
    if paragraph.blocks.count == 1 {
      alone += 1
    } else if let offset = endOfHeading(paragraph, of: cleaned) {
      cuts.append((title, offset))
    }
  }
  guard !cuts.isEmpty, alone * 2 >= chain.nodes.count else { return nil }
  return cut(cleaned, at: cuts)
}

/// Where the first line ends that may be a heading: short and no sentence, over a line that begins
/// as a sentence does and a paragraph that ends as one.
private func endOfHeading(_ paragraph: Cleaned.Paragraph, of cleaned: Cleaned) -> Int? {
  let blocks = cleaned.blocks
  let first = paragraph.blocks.lowerBound
  let heading = blocks.items[first].text
  guard heading.count <= Line.reach / 2, ending(in: blocks.text, heading) == .none,
    ending(in: cleaned.text, paragraph.text) == .stop
  else { return nil }
  let next = blocks.text.scalar(at: blocks.items[first + 1].text.lowerBound).value
  guard fold(next) != next || Scalar.isUnspaced(next) else { return nil }
  return start(of: first + 1, in: paragraph, of: cleaned)
}

private func isIndented(_ blocks: Blocks, _ block: Int) -> Bool {
  let start = blocks.items[block].text.lowerBound
  return start >= 6 && blocks.text[start - 6..<start].elementsEqual("\u{3000}\u{3000}".utf8)
}

private func isDate(_ blocks: Blocks, _ block: Int) -> Bool {
  let range = blocks.items[block].text
  return range.count <= dateWidth && isDateLine(blocks.text, range)
}

private func isMetadata(_ blocks: Blocks, _ block: Int) -> Bool {
  guard let line = shortLine(blocks, block) else { return false }
  if line.width <= dateWidth, isDateLine(blocks.text, line.text) { return true }
  guard let word = noiseWord(in: blocks.text, line, zone: .top) else { return false }
  return word.fit == .whole && word.noise == .navigation
    || word.noise == .metadata && line.marks.contains(.digit)
}

/// A line that asks to share or to follow, below the end of a sentence.
private func isAppeal(_ blocks: Blocks, _ block: Int) -> Bool {
  guard ending(in: blocks.text, blocks.items[block - 1].text) == .stop,
    let line = shortLine(blocks, block)
  else { return false }
  return noiseWord(in: blocks.text, line, zone: .tail)?.noise == .share
}

/// A block as a line, if it is a short one.
private func shortLine(_ blocks: Blocks, _ block: Int) -> Line? {
  let range = blocks.items[block].text
  guard range.count <= Line.reach else { return nil }
  let opening = Openings.all.opening(blocks.text, at: range.lowerBound, end: range.upperBound)
  var line = Line(
    text: range, opening: opening, ending: ending(in: blocks.text, range), kind: .line, bold: 0,
    width: range.count)
  measure(&line, in: blocks.text)
  return line
}

/// Where a block's text begins in the clean text, nil for one that was left out of it.
private func start(
  of block: Int, in paragraph: Cleaned.Paragraph, of cleaned: Cleaned
) -> Int? {
  let origin = cleaned.blocks.items[block].text.lowerBound
  var low = paragraph.text.lowerBound
  var high = paragraph.text.upperBound
  while low < high {
    let middle = (low + high) / 2
    if cleaned.origin.origin(of: middle) < origin { low = middle + 1 } else { high = middle }
  }
  guard low > paragraph.text.lowerBound, low < paragraph.text.upperBound,
    cleaned.origin.origin(of: low) == origin
  else { return nil }
  return low
}
