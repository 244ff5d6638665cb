internal import GalleyModel

/// The chains of headings that print no number.
func unnumberedChains(_ search: Search) -> [Chain] {
  var out = [Chain(kind: .awards, nodes: search.awardLines())]
  if search.survey.isPage || search.survey.lines.contains(where: { $0.level > 0 || $0.isAllBold }) {
    for level in 1...6 { out.append(pageHeadings(search, level)) }
    out.append(boldLines(search))
    out.append(termLines(search))
  }
  out += bulletLines(search)
  out.append(chain(.rows, search.tableRows()))
  out.append(labelledBlocks(search))
  out.append(plainHeadings(search))
  out.append(namedParagraphs(search))
  return out.compactMap { found in
    if found.nodes.count < 2 { return nil }
    let chain = withMarkers(withoutOdd(found, search), search.survey)
    return chain.nodes.count >= 2 ? chain : nil
  }
}

/// Headings that stop printing their numbers half-way: those that have the number of their place
/// keep it as a label.
private func withMarkers(_ chain: Chain, _ survey: Survey) -> Chain {
  func marker(of node: Node) -> Int? {
    let index = node.isLost ? -1 : survey.lines[node.line].marker
    guard index >= 0 else { return nil }
    let marker = survey.markers[index]
    let counts = marker.value == node.number && marker.system != .markup && !marker.isAlone
    return counts ? index : nil
  }
  var found = 0
  var style: UInt32?
  for node in chain.nodes {
    guard let marker = marker(of: node) else { continue }
    found += 1
    if let style, survey.markers[marker].suffix != style { return chain }
    style = survey.markers[marker].suffix
  }
  guard found >= 2 else { return chain }
  var out = chain
  for index in out.nodes.indices {
    if let marker = marker(of: out.nodes[index]) { out.nodes[index].marker = marker }
  }
  return out
}

/// Where labels stand below most headings, a line without any is no heading.
private func withoutOdd(_ chain: Chain, _ search: Search) -> Chain {
  guard chain.kind == .plain || chain.kind == .named || chain.kind == .bold else { return chain }
  func isLabelled(_ node: Node) -> Bool { search.isLabel(search.survey.next(after: node.line)) }
  let labelled = chain.nodes.count(where: isLabelled)
  guard labelled * 10 >= chain.nodes.count * 6, labelled < chain.nodes.count else { return chain }
  var out = chain
  out.nodes = chain.nodes.filter(isLabelled)
  for index in out.nodes.indices { out.nodes[index].number = index + 1 }
  return out
}

private func chain(_ kind: Chain.Kind, _ lines: [Int]) -> Chain {
  Chain(kind: kind, nodes: lines.enumerated().map { Node(line: $1, number: $0 + 1) })
}

extension Search {
  /// Those of `candidates` after the title that are headings, up to the first heading of a list of
  /// other stories that follows two of them.
  @inline(__always)
  fileprivate func lines(
    among candidates: some Sequence<Int>, where isHeading: (Int) -> Bool
  ) -> [Int] {
    var out: [Int] = []
    for line in candidates where line >= first && !survey.isNoise(line) {
      if !isHeading(line) || hasLeaders(survey.text, survey.lines[line].text)
        || isCredit(survey.text, survey.lines[line])
        || isStructural(survey.text, survey.lines[line])
      {
        continue
      }
      if let word = noiseWord(in: survey.text, survey.lines[line], zone: .tail), word.fit == .region
      {
        if out.count >= 2 { break }
        continue
      }
      // As many as most lists have, and a few more.
      if out.isEmpty { out.reserveCapacity(16) }
      out.append(line)
    }
    return out
  }
}

private func pageHeadings(_ search: Search, _ level: Int) -> Chain {
  let survey = search.survey
  let lines = search.lines(among: survey.lines.indices) { survey.lines[$0].level == level }
  return chain(.headings(level), withoutBareEnd(lines, search))
}

/// Headings that have text below them, before others at the end count that have none.
private let headingsWithText = 3
/// More headings without text are a list of other articles.
private let headingsWithoutText = 2

/// Headings at the end with nothing below them are items where the title counts them, or where they
/// are few among others; else they are those of boxes whose content is gone.
private func withoutBareEnd(_ lines: [Int], _ search: Search) -> [Int] {
  var count = lines.count
  while count > 0,
    search.survey.next(after: lines[count - 1])
      == (count < lines.count ? lines[count] : search.survey.lines.count)
  {
    count -= 1
  }
  let bare = lines.count - count
  if bare == 0 || search.announcedInTitle.contains(lines.count) { return lines }
  let areItems =
    count >= headingsWithText && bare <= headingsWithoutText
    && !search.announcedInTitle.contains(count)
  return areItems ? lines : Array(lines.prefix(count))
}

private func boldLines(_ search: Search) -> Chain {
  let survey = search.survey
  return chain(
    .bold,
    search.lines(among: survey.lines.indices) {
      let line = survey.lines[$0]
      return line.isAllBold && line.level == 0 && line.width <= 110 && !search.isLabel($0)
    })
}

/// Terms that do not come back, as labels do.
private func termLines(_ search: Search) -> Chain {
  let survey = search.survey
  return chain(
    .terms,
    search.lines(among: survey.lines.indices) {
      survey.lines[$0].kind == .term && !search.isLabel($0)
    })
}

private func hasBullet(_ text: [UInt8], _ start: Int) -> Bool {
  !isWordLead(text[start]) && bullet(text.scalar(at: start).value) != 0
}

/// One chain for each bullet, and one for the items of a page's lists.
private func bulletLines(_ search: Search) -> [Chain] {
  let survey = search.survey
  var byBullet: [UInt32: [Int]] = [:]
  let all = search.lines(among: survey.markedLines) { line in
    survey.lines[line].isBulleted || hasBullet(survey.text, survey.lines[line].text.lowerBound)
  }
  for line in all where !search.isLabel(line) {
    let isItem = survey.lines[line].isBulleted
    let start = survey.lines[line].text.lowerBound
    guard isItem || skipBullet(in: survey.text, survey.lines[line].text) > start else { continue }
    let mark = survey.text.scalar(at: start).value
    // Each item has a picture of its own.
    byBullet[isItem ? 0 : isPictograph(mark) ? 1 : mark, default: []].append(line)
  }
  return byBullet.keys.sorted().map { chain(.bullets, byBullet[$0] ?? []) }
}

/// Blocks of labels, each with the short line above it; without one the heading is lost.
private func labelledBlocks(_ search: Search) -> Chain {
  let survey = search.survey
  var nodes: [Node] = []
  nodes.reserveCapacity(survey.heads.count / 2)
  var wasLabel = false
  var line = search.first
  while line < survey.lines.count {
    if survey.isNoise(line) {
      line += 1
      continue
    }
    let isLabel = search.isLabel(line)
    if isLabel && !wasLabel {
      let above = survey.previous(before: line)
      let hasHeading =
        above >= search.first && above > (nodes.last?.line ?? -1)
        && (survey.isTitleLike(above) || isNamed(survey, above))
      nodes.append(
        Node(line: hasHeading ? above : line, number: nodes.count + 1, isLost: !hasHeading))
    }
    wasLabel = isLabel
    // The lines of a value belong to its label.
    line = isLabel ? search.valueEnd(line) : line + 1
  }
  return Chain(kind: .labelled, nodes: nodes)
}

/// `Name: text`.
private func isNamed(_ survey: Survey, _ line: Int) -> Bool {
  guard let head = survey.head(of: line) else { return false }
  return head.form == .colon && head.word == nil && head.label.count <= 90
}

/// Short lines without a stop over long paragraphs, where nothing else tells them apart.
private func plainHeadings(_ search: Search) -> Chain {
  let survey = search.survey
  let lines = search.lines(among: survey.bareLines) { line in
    guard survey.isTitleLike(line, width: 84) else { return false }
    let facts = survey.lines[line]
    guard facts.width >= 3, facts.bold == 0,
      facts.isPlain, !search.isLabel(line), !search.isValue(line)
    else { return false }
    var below = survey.next(after: line)
    guard below < survey.lines.count, !isCopy(survey, line, below) else { return false }
    let isOverAvailability = survey.availability(of: below) != nil
    if isOverAvailability { below = survey.next(after: below) }
    guard below < survey.lines.count, search.isLabel(below) || isText(search, below, under: line)
    else { return false }
    return survey.availability(of: line) == nil
      && !isDateLine(survey.text, facts.text)
      && noiseWord(in: survey.text, facts, zone: .around) == nil
  }
  return withoutDeck(chain(.plain, lines), search)
}

/// A long sentence, or a shorter one where another, or a label with its value, has ended above the
/// heading.
private func isText(_ search: Search, _ line: Int, under heading: Int) -> Bool {
  let survey = search.survey
  let facts = survey.lines[line]
  guard facts.ending == .stop else { return false }
  if facts.width > 60 { return true }
  let above = survey.previous(before: heading)
  return facts.width >= 30 && facts.width > survey.lines[heading].width && above >= 0
    && (survey.lines[above].ending == .stop || search.isLabel(above))
}

/// The first of the short lines is the document's deck where it stands right below the title and
/// has another shape than the headings: more text below it, or no availability.
private func withoutDeck(_ chain: Chain, _ search: Search) -> Chain {
  guard let first = chain.nodes.first, chain.nodes.count >= 3,
    search.survey.previous(before: first.line) < search.first
  else { return chain }
  let counts = search.bodyCounts(chain)
  let rest = counts.dropFirst()
  let isLonger = counts[0] > (rest.dropLast().max() ?? 0)
  let marked = chain.nodes.map { hasAvailability(search.survey, $0.line) }
  let isOdd = !marked[0] && marked.dropFirst().filter { $0 }.count * 2 > marked.count
  guard isLonger || isOdd else { return chain }
  var out = chain
  out.nodes.removeFirst()
  for index in out.nodes.indices { out.nodes[index].number = index + 1 }
  return out
}

private func hasAvailability(_ survey: Survey, _ line: Int) -> Bool {
  if trailingAvailability(in: survey.text, survey.lines[line].text) != nil { return true }
  let next = survey.next(after: line)
  return next < survey.lines.count && survey.availability(of: next) != nil
}

/// Paragraphs that begin with a name of their own and a colon.
private func namedParagraphs(_ search: Search) -> Chain {
  let survey = search.survey
  return chain(
    .named,
    search.lines(among: survey.heads.lazy.map(\.line)) { line in
      isNamed(survey, line) && !search.isLabel(line) && survey.lines[line].marker < 0
    })
}

/// Two lines that say the same.
func isCopy(_ survey: Survey, _ line: Int, _ other: Int) -> Bool {
  let a = survey.lines[line]
  let b = survey.lines[other]
  guard a.isShort, b.isShort, abs(a.text.count - b.text.count) <= 8 else { return false }
  return foldedHash(survey.text, a.text) == foldedHash(survey.text, b.text)
}
