internal import GalleyModel

/// Paragraphs that hold more than one line: a list that lost its line breaks, a caption glued to
/// the next item. They are cut here, before the search for items looks again.

/// Cuts captions off items that begin with a dash, where the break between them is lost:
/// `Night view. Photo by X——The drill reaches the mantle.`
func cutGluedItems(_ cleaned: Cleaned, _ survey: Survey) -> Cleaned? {
  let dash: UInt32 = 0x2014
  func isItem(_ line: Int) -> Bool {
    let start = survey.lines[line].text.lowerBound
    return survey.text.scalar(at: start).value == dash
  }
  guard survey.markedLines.count(where: isItem) >= 2 else { return nil }
  var cuts: [(paragraph: Int, offset: Int)] = []
  for index in survey.lines.indices where !isItem(index) {
    let line = survey.lines[index].text
    let end = min(line.upperBound, line.lowerBound + gluedReach)
    if let at = firstDoubleDash(in: survey.text, line.lowerBound..<end),
      endsWithCredit(survey.text, line.lowerBound..<at)
    {
      cuts.append((index, at))
    }
  }
  return cuts.isEmpty ? nil : cut(cleaned, at: cuts)
}

/// Bytes of the longest caption that is cut off.
private let gluedReach = 160

private func firstDoubleDash(in text: [UInt8], _ range: Range<Int>) -> Int? {
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text.scalar(at: at)
    if scalar.value == 0x2014, text.scalar(at: at + scalar.length).value == 0x2014 { return at }
    at += scalar.length
  }
  return nil
}

/// Cuts paragraphs where numbers or marks of one style count on inside them, and tells whether the
/// parts are items with text; nil where nothing counts.
func cutRunOn(_ cleaned: Cleaned, _ survey: Survey, at run: [Mark]) -> Cleaned? {
  guard run.count >= 3, !isEnumeration(run, survey) else { return nil }
  let cuts = run.filter { survey.lines[$0.paragraph].text.lowerBound < $0.offset }
  return cuts.isEmpty ? nil : cut(cleaned, at: cuts.map { ($0.paragraph, $0.offset) })
}

/// The short parts of a sentence that marks divide: △A △B △C. Empty where there are none.
func enumeration(
  _ survey: Survey, at run: [Mark]
) -> [(mark: Range<Int>, title: Range<Int>)] {
  guard run.count >= 3, isEnumeration(run, survey) else { return [] }
  return run.indices.map { index in
    let line = survey.lines[run[index].paragraph].text
    let end = index + 1 < run.count ? run[index + 1].offset : line.upperBound
    let label = markEnd(survey.text, run[index], line.upperBound)
    let start = skipSpaces(in: survey.text, at: label.title, end: end)
    return (run[index].offset..<label.mark, enumerated(survey.text, start..<end))
  }
}

private func markEnd(_ text: [UInt8], _ mark: Mark, _ end: Int) -> (mark: Int, title: Int) {
  if mark.value > 0,
    let marker = marker(
      in: text, mark.offset..<end, Openings.all.opening(text, at: mark.offset, end: end))
  {
    return (marker.label.upperBound, marker.title)
  }
  let length = text.scalar(at: mark.offset).length
  return (mark.offset + length, mark.offset + length)
}

/// A part less the words and marks that only bind it to the next: `A、`, `B and`, `C 등이다.`
private func enumerated(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text.scalar(at: at)
    let isEnd = [0x2C, 0x3B, 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0x2E].contains(scalar.value)
    if isEnd
      || Scalar.isSpace(scalar.value)
        && closingWords.match(text, at: at + scalar.length, end: range.upperBound) != nil
    {
      break
    }
    at += scalar.length
  }
  return text.trimmed(range.lowerBound..<at)
}

/// Words behind the last part, or before it.
private let closingWords = WordTable<Bool>([
  (true, ["등", "등이다", "및", "and", "or", "und", "oder", "et", "ou", "y", "e", "и", "など"])
])

/// All parts are short, and they stand in one paragraph.
private func isEnumeration(_ run: [Mark], _ survey: Survey) -> Bool {
  guard let first = run.first, let last = run.last, first.paragraph == last.paragraph else {
    return false
  }
  let line = survey.lines[first.paragraph].text
  // Parts of a sentence end with other marks.
  let sentences = zip(run, run.dropFirst()).count { part, next in
    ending(in: survey.text, survey.text.trimmed(part.offset..<next.offset)) == .stop
  }
  if sentences * 2 > run.count { return false }
  let longest = zip(run, run.dropFirst()).map { $1.offset - $0.offset }.max() ?? 0
  return first.offset > line.lowerBound && longest <= 90 && line.upperBound - last.offset <= 160
}

func cut(_ cleaned: Cleaned, at cuts: [(paragraph: Int, offset: Int)]) -> Cleaned {
  var out = cleaned
  out.paragraphs = []
  var next = 0
  for (index, paragraph) in cleaned.paragraphs.enumerated() {
    var rest = paragraph
    while next < cuts.count, cuts[next].paragraph == index {
      var part = rest
      part.text = cleaned.text.trimmed(rest.text.lowerBound..<cuts[next].offset)
      part.bold = min(part.bold, part.text.count)
      if !part.text.isEmpty { out.paragraphs.append(part) }
      rest.text = cuts[next].offset..<rest.text.upperBound
      rest.bold = 0
      next += 1
    }
    out.paragraphs.append(rest)
  }
  return out
}
