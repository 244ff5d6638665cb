internal import GalleyModel

/// Puts every line in its place.
struct Layout {
  let search: Search
  let title: TitleLine?
  var outline = Outline()

  var survey: Survey { search.survey }

  init(_ search: Search, title: TitleLine?) {
    self.search = search
    self.title = title
    outline.title = title?.text
  }

  func finished() -> Outline {
    var out = outline
    out.drops.sort { $0.range.lowerBound < $1.range.lowerBound }
    return out
  }

  mutating func drop(_ line: Int, as noise: Noise) {
    outline.drops.append(Outline.Drop(noise.rule, survey.lines[line].text))
  }

  /// A list article: what stands before the items, the items, and what stands after them.
  mutating func list(_ items: consuming Items) {
    guard let first = items.spans.first, let last = items.spans.indices.last else { return }
    let tail = tailStart(items)
    items.spans[last].end = tail
    let end = items.tableHead ?? first.groups.lowerBound
    // Only short lines above the items may repeat their titles.
    let hasShort = (search.first..<max(search.first, end)).contains { survey.isTitleLike($0) }
    openings(until: end, titles: hasShort ? titleHashes(items) : [])
    outline.items.reserveCapacity(items.spans.count)
    for index in items.spans.indices { item(items, index) }
    dropTableHead(items)
    closings(from: tail)
    diagnose(items)
  }

  /// No list: all of the text is preface. `parts` are those of a sentence that marks divide.
  mutating func article(with parts: [(mark: Range<Int>, title: Range<Int>)]) {
    let isDialogue = survey.isDialogue
    defer { enumerated(parts) }
    let tail = tailStart(after: max(search.first, 0), content: search.first)
    dropBeforeTitle()
    let contents = contentsLines(until: tail)
    for line in search.first..<max(search.first, tail) {
      if contents.contains(line) {
        drop(line, as: .contents)
      } else if isDialogue, survey.head(of: line) != nil {
        outline.preface.append(survey.lines[line].text)
      } else if let noise = openingNoise(line, titles: [], isArticle: true) {
        drop(line, as: noise)
      } else {
        outline.preface.append(survey.lines[line].text)
      }
    }
    closings(from: tail)
    if parts.isEmpty { isNoList() }
  }

  /// Everything above the title is the page's, not the article's.
  mutating func dropBeforeTitle() {
    guard let title else { return }
    for line in 0..<title.line {
      let word = noiseWord(in: survey.text, survey.lines[line], zone: .top)
      let isDate = isDateLine(survey.text, survey.lines[line].text)
      drop(line, as: survey.lines[line].noise ?? word?.noise ?? (isDate ? .metadata : .navigation))
    }
  }

  /// The parts of a sentence that marks divide are items, though the sentence stays where it is.
  private mutating func enumerated(_ parts: [(mark: Range<Int>, title: Range<Int>)]) {
    for (index, part) in parts.enumerated() {
      var item = Outline.Item(
        number: index + 1, extent: part.mark.lowerBound..<part.title.upperBound)
      item.label = survey.text.trimmed(part.mark)
      item.title = part.title
      outline.items.append(item)
    }
  }
}
