internal import GalleyModel

/// The line that prints the document's title.
struct TitleLine: Sendable {
  var line: Int
  /// Without decoration at its ends.
  var text: Range<Int>
}

/// Lines that may hold the title.
private let titleReach = 40

/// Finds the title among the lines before the first long paragraph, nil where none is printed.
func titleLine(_ survey: Survey, head: Head) -> TitleLine? {
  let headTitle = survey.isPage ? head.title.map { Array($0.utf8) } : nil
  var best: (score: Double, line: Int)?
  for index in 0..<min(titleReach, survey.lines.count) {
    let line = survey.lines[index]
    if line.level != 1, isLongParagraph(line), !survey.isPage || best != nil { break }
    // The title stands above the contents.
    let word = best == nil ? nil : noiseWord(in: survey.text, line, zone: .top)
    if word?.noise == .contents { break }
    let score = titleScore(survey, index, headTitle)
    if score >= titleThreshold, score > best?.score ?? 0 { best = (score, index) }
  }
  guard let line = best?.line else { return nil }
  return TitleLine(line: line, text: trimDecoration(in: survey.text, survey.lines[line].text))
}

private let titleThreshold = 1.0

private func isLongParagraph(_ line: Line) -> Bool { line.width > 100 && line.ending == .stop }

/// The evidence for a line as the title, added up.
private func titleScore(_ survey: Survey, _ index: Int, _ headTitle: [UInt8]?) -> Double {
  let line = survey.lines[index]
  let text = survey.text
  guard line.width <= 180, survey.head(of: index)?.isKnown != true,
    !survey.isNoise(index), noiseWord(in: text, line, zone: .top) == nil
  else { return -1 }
  var score = 0.0
  switch line.kind {
  case .heading(1): score += 4
  case .heading: score += headTitle == nil ? 1 : -2
  case .listItem, .caption, .tableRow: score -= 3
  default: break
  }
  if line.isAllBold { score += 0.5 }
  let counts = announcedCounts(in: text, line.text)
  // A page that names its title prints it, or else it prints none.
  if let headTitle { score += isSimilar(text, line.text, headTitle) ? 3 : -3 }
  if !counts.isEmpty { score += 1.5 }
  if hasYear(text, line.text) { score += announcesList(text, line.text) ? 1.5 : 0.5 }
  if isASCIILetter(text[line.text.lowerBound]), hasHeadlineCapitals(text, line.text) {
    score += 0.8
  }
  if let quote = quotedStart(text.scalar(at: line.text.lowerBound).value) { score += quote }
  if line.width < 8 { score -= 2 } else if line.width >= 14 && line.width <= 100 { score += 1 }
  if line.width > 120 { score -= 2 }
  switch line.ending {
  case .stop: score -= endsWithFullStop(text, line.text) ? 3 : 0
  case .comma, .colon: score -= 2
  case .none: break
  }
  if isDateLine(text, line.text) { score -= 1.5 }
  if numericDate(in: text, line.text) != nil { score -= 3 }
  if hasPath(text, line.text) { score -= 2 }
  if score > 0, isIssueLine(text, line) { score -= 2.5 }
  if let marker = survey.marker(of: index), opensItem(marker, survey, counts) { score -= 3 }
  score -= innerMarks(text, line.text)
  if hasMetadataBelow(survey, index) { score += 1 }
  if index + 1 < survey.lines.count, survey.lines[index + 1].width > 100 { score += 0.7 }
  if score > 0, let copy = copy(of: index, survey) {
    // A running head with a year is that of the magazine.
    let isMasthead = hasYear(text, survey.lines[copy].text) && !hasYear(text, line.text)
    score += isMasthead ? -1.5 : 1.5
  }
  if index == 0 { score += 1 }
  return score - 0.15 * Double(index)
}

/// The number ranks one of several, and counts nothing: of lines with the same word before the number
/// only the first may say how many there are.
private func opensItem(_ marker: Marker, _ survey: Survey, _ counts: [Int]) -> Bool {
  // "(3/3)" behind a title counts its parts.
  if marker.shape == .counter, marker.title < marker.label.lowerBound,
    survey.markers.count(where: { $0.shape == .counter }) == 1
  {
    return false
  }
  guard marker.keyword != 0 else { return !counts.contains(marker.value) }
  let alike = survey.markers.filter { $0.keyword == marker.keyword }
  let isFirst = alike.first?.label == marker.label
  return alike.count > 1 && !(isFirst && counts.contains(marker.value))
}

/// One of the next two lines gives source, author or date.
private func hasMetadataBelow(_ survey: Survey, _ index: Int) -> Bool {
  (index + 1..<min(index + 3, survey.lines.count)).contains { next in
    noiseWord(in: survey.text, survey.lines[next], zone: .top)?.noise == .metadata
      || isDateLine(survey.text, survey.lines[next].text)
  }
}

/// A price for stops and commas inside the line: titles have few.
private func innerMarks(_ text: [UInt8], _ range: Range<Int>) -> Double {
  var price = 0.0
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text.scalar(at: at)
    at += scalar.length
    if at >= range.upperBound { break }
    switch scalar.value {
    case 0x3002: price = max(price, 0.6)
    case 0xFF0C, 0x2C: price = max(price, 0.3)
    default: break
    }
  }
  return price
}

/// Nearly all of five words and more begin with capitals, and not all letters are such.
private func hasHeadlineCapitals(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  var words = 0
  var capitals = 0
  var small = 0
  for at in range {
    let isLetter = isASCIILetter(text[at])
    if isLetter, at == range.lowerBound || text[at - 1] == 0x20 {
      words += 1
      if text[at] & 0x20 == 0 { capitals += 1 }
    } else if isLetter, text[at] & 0x20 != 0 {
      small += 1
    }
  }
  return words >= 5 && capitals * 4 >= words * 3 && small > capitals
}

/// 2019 to 2099 and before: a year in the line.
func hasYear(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  var run = 0
  for at in range {
    guard (0x30...0x39).contains(text[at]) else {
      if run == 4, [0x31, 0x32].contains(text[at - 4]) { return true }
      run = 0
      continue
    }
    run += 1
  }
  return run == 4
}

private func quotedStart(_ scalar: UInt32) -> Double? {
  [0x300A, 0x300C, 0x201C, 0x300E].contains(scalar) ? 0.5 : nil
}

private func endsWithFullStop(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  [0x2E, 0x3002, 0xFF0E].contains(text.scalar(before: range.upperBound).value)
}

/// `Home > Technology`, `Home » Technology`, `A | B`: the path of a page's menu.
private func hasPath(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  var at = range.lowerBound
  while at + 2 < range.upperBound {
    if text[at] == 0x20, text[at + 1] == UInt8(ascii: ">") || text[at + 1] == UInt8(ascii: "|") {
      return at + 3 < range.upperBound
    }
    // « before » is a quotation.
    if text[at] == 0xC2, text[at + 1] == 0xAB { return false }
    if text[at] == 0x20, text[at + 1] == 0xC2, text[at + 2] == 0xBB {
      return at + 3 < range.upperBound
    }
    at += 1
  }
  return false
}

/// The page's own title holds the line, or the line the title: letter for letter, blanks aside.
private func isSimilar(_ text: [UInt8], _ range: Range<Int>, _ title: [UInt8]) -> Bool {
  let line = foldedScalars(text, range)
  let head = foldedScalars(title, 0..<title.count)
  guard line.count >= 4, head.count >= 4 else { return false }
  return line.count <= head.count ? contains(head, line) : contains(line, head)
}

func foldedScalars(_ text: [UInt8], _ range: Range<Int>) -> [UInt32] {
  var out: [UInt32] = []
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text.scalar(at: at)
    at += scalar.length
    if !Scalar.isSpace(scalar.value) { out.append(fold(scalar.value)) }
  }
  return out
}

func contains(_ text: [UInt32], _ part: [UInt32]) -> Bool {
  guard !part.isEmpty, part.count <= text.count else { return false }
  for start in 0...text.count - part.count where text[start] == part[0] {
    if text[start..<start + part.count].elementsEqual(part) { return true }
  }
  return false
}

/// Lines that are searched for the title's copies: running heads, texts of pictures.
private let copyReach = 40

/// A line that repeats the line of `index`, nil where there is none.
private func copy(of index: Int, _ survey: Survey) -> Int? {
  let text = survey.text
  let line = survey.lines[index].text
  guard line.count >= 12 else { return nil }
  for other in 0..<min(copyReach, survey.lines.count) where other != index {
    let candidate = survey.lines[other]
    guard candidate.isShort, candidate.ending != .stop, candidate.text.count >= line.count else {
      continue
    }
    for start in candidate.text.lowerBound...candidate.text.upperBound - line.count
    where text[start] == text[line.lowerBound] {
      if text[start..<start + line.count].elementsEqual(text[line]) { return other }
    }
  }
  return nil
}

/// Lines of decoration around a title: asterisks, bars, arrows, a final colon.
func trimDecoration(in text: [UInt8], _ range: Range<Int>) -> Range<Int> {
  var low = range.lowerBound
  var high = range.upperBound
  while low < high, isDecoration(text.scalar(at: low).value) { low += text.scalar(at: low).length }
  while high > low, case let last = text.scalar(before: high),
    isDecoration(last.value) || isColon(last.value)
  {
    high -= last.length
  }
  return text.trimmed(low..<high)
}

private func isDecoration(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x2A, 0x23, 0x7C, 0x3E, 0x5F, 0x7E, 0x25A0...0x25FF, 0x2605, 0x2606, 0x2022, 0x203A, 0xA6:
    true
  default: Scalar.isSpace(scalar)
  }
}
