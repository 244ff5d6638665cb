internal import GalleyModel

/// What stands between the title and the first item.
extension Layout {
  mutating func openings(until end: Int, titles: Set<UInt64>) {
    dropBeforeTitle()
    var isDeckPlace = title != nil
    let contents = contentsLines(until: end)
    for line in search.first..<max(search.first, end) {
      if contents.contains(line) {
        drop(line, as: .contents)
        isDeckPlace = false
      } else if let noise = openingNoise(line, titles: titles, isArticle: false) {
        drop(line, as: noise)
        isDeckPlace = isDeckPlace && noise.standsOverDeck
      } else if survey.isTitleLike(line, width: 80), !(isDeckPlace && isDeck(line)) {
        // A short line without a stop among the paragraphs: a button, the name of a chapter.
        drop(line, as: .navigation)
      } else {
        outline.preface.append(survey.lines[line].text)
        isDeckPlace = false
      }
    }
  }

  /// The document's subtitle: no bullet, and more than a word or two.
  private func isDeck(_ index: Int) -> Bool {
    let line = survey.lines[index]
    if case .listItem = line.kind { return false }
    return line.width >= 12 && skipBullet(in: survey.text, line.text) == line.text.lowerBound
  }

  /// The noise that a line before the items is, nil for article text.
  func openingNoise(_ index: Int, titles: Set<UInt64>, isArticle: Bool) -> Noise? {
    let line = survey.lines[index]
    if let noise = line.noise { return noise }
    if let word = noiseWord(in: survey.text, line, zone: .top) {
      if word.noise == .contents || line.isShort { return word.noise }
    }
    if line.width <= 70, line.ending != .stop, line.marks.contains(.digit),
      isDateLine(survey.text, line.text),
      !isBracketed(survey.text, line.text)
    {
      return .metadata
    }
    if outline.preface.isEmpty, line.isShort, line.ending != .stop,
      isDatedLine(survey.text, line) || isIssueLine(survey.text, line)
    {
      return .metadata
    }
    if outline.preface.count < 2, line.isMetadata, line.ending != .stop { return .metadata }
    if outline.preface.isEmpty, line.isShort, isByLine(survey.text, line) { return .metadata }
    if line.isShort, line.ending == .none, isSourceLine(survey.text, line.text) { return .metadata }
    if isNetworks(survey.text, line) { return .share }
    if survey.isTitleCopy(index, of: title) { return .repeatedTitle }
    if survey.isStrayNumber(index) { return .strayNumber }
    if line.isShort, hasAddress(survey.text, line.text), line.width < 110 { return .address }
    if !titles.isEmpty, survey.isTitleLike(index), titles.contains(survey.titleHash(index)) {
      return .contents
    }
    return nil
  }
}

extension Survey {
  /// Letters of the shortest name of a magazine that comes back in running heads.
  private static let shortestMasthead = 6

  /// Lines above the title that may hold it.
  private static let mastheadLines = 6

  /// A running head: a line above the title once more, with another number or date beside.
  func isMastheadCopy(_ index: Int, above title: TitleLine?) -> Bool {
    guard let title, title.line > 0, !isPage, lines[index].width <= 100,
      lines[index].ending == .none, lines[index].marks.contains(.digit)
    else { return false }
    let copy = names(lines[index].text)
    return (0..<min(title.line, Self.mastheadLines)).contains { line in
      guard lines[line].isShort, case let head = names(lines[line].text),
        head.count >= Self.shortestMasthead, copy.count >= Self.shortestMasthead
      else { return false }
      return contains(head, copy) && copy.count * 2 >= head.count
        || contains(copy, head) && copy.count <= head.count * 2
    }
  }

  /// The letters of a line.
  private func names(_ range: Range<Int>) -> [UInt32] {
    letters(foldedScalars(text, range)).filter { !Scalar.isDigit($0) && $0 > 0x40 }
  }

  /// The title again, perhaps with a counter behind or the site's name around.
  func isTitleCopy(_ index: Int, of title: TitleLine?) -> Bool {
    guard let title, lines[index].isShort, index != title.line else { return false }
    let copy = lines[index].text
    guard copy.count <= title.text.count + 24, copy.count + 16 >= title.text.count else {
      return false
    }
    let a = foldedScalars(text, copy)
    let b = foldedScalars(text, title.text)
    let isLike = abs(a.count - b.count) <= 12 && a.count >= 8
    return isLike && (contains(a, b) || contains(b, a) && a.count + 4 >= b.count)
      || letters(a) == letters(b)
  }

  private func letters(_ scalars: [UInt32]) -> [UInt32] {
    scalars.filter { !Scalar.isWidePunctuation($0) && $0 > 0x2F && !(0x2010...0x206F).contains($0) }
  }

  /// A line of digits alone that no item claims: a page, a count.
  func isStrayNumber(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.text.count <= 14 else { return false }
    return text[line.text].allSatisfy {
      (0x30...0x39).contains($0) || $0 == 0x20 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "/")
    }
  }
}

/// `2024年12月30日 07:15 | 来源：某报 | 记者 某某`: a date, and behind it who wrote or printed it.
private func isSourceLine(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 24)
  return text[range.lowerBound] &- 0x30 < 10
    && text[head].count(where: { $0 &- 0x30 < 10 }) >= 6 && sourceWords.isAnywhere(in: text, range)
}

private let sourceWords = WordTable<Bool>([
  (true, ["来源", "來源", "记者", "記者", "作者", "编辑", "編輯", "责编", "기자", "配信", "執筆"])
])

/// `http://`, `www.`, `Tel.:` or an e-mail address in a line.
func hasAddress(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  for at in range {
    switch text[at] {
    case UInt8(ascii: ":"):
      if at + 2 < range.upperBound, text[at + 1] == UInt8(ascii: "/"),
        text[at + 2] == UInt8(ascii: "/")
      {
        return true
      }
    case UInt8(ascii: "w"):
      if at + 4 < range.upperBound, text[at..<at + 4].elementsEqual("www.".utf8) { return true }
    case UInt8(ascii: "@"):
      if at > range.lowerBound, at + 1 < range.upperBound, isLetter(UInt32(text[at - 1])),
        isLetter(UInt32(text[at + 1]))
      {
        return true
      }
    case UInt8(ascii: "T"):
      if at + 4 < range.upperBound, text[at..<at + 4].elementsEqual("Tel.".utf8) { return true }
    default: continue
    }
  }
  return false
}
