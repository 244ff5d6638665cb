internal import GalleyModel

/// Lists of contents: all titles once before they come with their text.
extension Layout {
  /// The title of each item, as a contents list would print it.
  func titleHashes(_ items: Items) -> Set<UInt64> {
    var out: Set<UInt64> = []
    out.reserveCapacity(items.spans.count)
    for span in items.spans where !span.node.isLost { out.insert(survey.titleHash(span.titleLine)) }
    return out
  }

  /// The lines of contents lists before `end`: a heading like "Contents", and the short lines below
  /// it that come back later, each once; or one paragraph that begins with such a word.
  func contentsLines(until end: Int) -> Set<Int> {
    var out: Set<Int> = []
    var line = search.first
    var later: [UInt64: Int]?
    while line < end {
      defer { line += 1 }
      guard isContentsHeading(line) else { continue }
      out.insert(line)
      let titles = later ?? laterTitles(after: line)
      later = titles
      var next = line + 1
      var seen: Set<UInt64> = []
      while next < end, survey.isTitleLike(next), case let hash = survey.titleHash(next),
        titles[hash, default: 0] > 1 || isEntry(next), seen.insert(hash).inserted
      {
        out.insert(next)
        next += 1
      }
      line = next - 1
    }
    return out
  }

  private func isContentsHeading(_ index: Int) -> Bool {
    let line = survey.lines[index]
    if noiseWord(in: survey.text, line, zone: .top)?.noise == .contents { return true }
    return contentsWords.match(survey.text, at: line.text.lowerBound, end: line.text.upperBound)
      != nil
      && line.ending != .stop
  }

  /// Ends with a page number.
  private func isEntry(_ index: Int) -> Bool {
    let range = survey.lines[index].text
    return withoutPageNumber(survey.text, range) != range
  }

  /// How often each short line comes from `line` on, by its title.
  private func laterTitles(after line: Int) -> [UInt64: Int] {
    var out: [UInt64: Int] = [:]
    for index in line + 1..<max(line + 1, survey.lines.count) where survey.isTitleLike(index) {
      out[survey.titleHash(index), default: 0] += 1
    }
    return out
  }
}

extension Survey {
  /// Of a line less its number before and its page number behind.
  func titleHash(_ index: Int) -> UInt64 {
    let line = lines[index]
    var range = trimDecoration(in: text, skipBullet(in: text, line.text)..<line.text.upperBound)
    if let marker = marker(of: index), !marker.isAlone {
      range = marker.title..<marker.titleEnd
    }
    return foldedHash(text, withoutPageNumber(text, range))
  }
}

/// Dots that lead to a page number at least.
private let leaders = 3

/// `Moss ........ 7`: an entry of contents.
func hasLeaders(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  guard !range.isEmpty, text[range.upperBound - 1] &- 0x30 < 10 else { return false }
  var at = range.upperBound
  while at > range.lowerBound, text[at - 1] &- 0x30 < 10 || text[at - 1] == 0x20 { at -= 1 }
  var dots = 0
  while at > range.lowerBound, text[at - 1] == UInt8(ascii: ".") || text[at - 1] == 0x20 {
    at -= 1
    if text[at] != 0x20 { dots += 1 }
  }
  return dots >= leaders
}

private func withoutPageNumber(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
  var end = range.upperBound
  while end > range.lowerBound, (0x30...0x39).contains(text[end - 1]) { end -= 1 }
  guard end < range.upperBound, range.upperBound - end <= 3, end > range.lowerBound else {
    return range
  }
  // Leaders or a space divide title and page.
  var leader = end
  while leader > range.lowerBound, text[leader - 1] == 0x20 || text[leader - 1] == 0x2E {
    leader -= 1
  }
  return leader < end ? range.lowerBound..<leader : range
}

/// Words that open a contents list run into one paragraph.
private let contentsWords = WordTable<Bool>([
  (
    true,
    [
      "目录:", "目录 ", "目錄 ", "目錄:", "目次 ", "目次:", "contents ", "contents:", "inhalt:", "sommaire :",
      "índice:", "содержание:", "목차 ",
    ]
  )
])
