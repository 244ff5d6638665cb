internal import GalleyModel

/// What the search for items asks of the lines.
struct Search: Sendable {
  let survey: Survey
  /// The first line after the title.
  let first: Int
  let announcedInTitle: [Int]
  /// The title has a year and a word that speaks of a list.
  let isTitleOfList: Bool
  /// The title says that the list is not whole: (节选), excerpt.
  let isExcerpt: Bool
  /// What a profile says of the headings, and of their number.
  let headings: Profile.Headings
  let expected: Int?
  /// Counts that the lines after the title announce: `counts[i]` of line `first + i`.
  private(set) var counts: [[Int]] = []
  /// For each line, whether it is the value of the label above it.
  private var values: [Bool]
  /// For each line, whether it is a label.
  private var labels: [Bool]

  /// Lines after the title that are searched for an announcement.
  private static let announcementLines = 8
  /// Lines with markers in a text that may give a few items of a list.
  private static let markersOfExcerpt = 8
  /// Lines with markers that may stand above the first item: contents, dates.
  private static let markersBefore = 4

  init(_ survey: Survey, title: TitleLine?, headTitle: String?, with profile: Profile) {
    self.survey = survey
    isTitleOfList =
      title.map { hasYear(survey.text, $0.text) && announcesList(survey.text, $0.text) } ?? false
    first = title.map { $0.line + 1 } ?? 0
    isExcerpt =
      survey.markers.count <= Search.markersOfExcerpt
      && (title.map { announcesExcerpt(survey.text, $0.text) } ?? false
        || (first..<min(first + Search.announcementLines, survey.lines.count)).contains {
          survey.lines[$0].isShort && announcesExcerpt(survey.text, survey.lines[$0].text)
        })
    headings = profile.headings
    expected = profile.document.sections
    if let expected {
      announcedInTitle = [expected]
    } else if let title {
      announcedInTitle = announcedCounts(in: survey.text, title.text)
    } else {
      let head = Array((headTitle ?? "").utf8)
      announcedInTitle = announcedCounts(in: head, 0..<head.count)
    }
    var repeats = [Int](repeating: 0, count: survey.labelCount)
    for head in survey.heads { repeats[head.id] += 1 }
    labels = [Bool](repeating: false, count: survey.lines.count)
    values = labels
    for head in survey.heads where Search.isLabel(head, of: survey, repeats[head.id]) {
      labels[head.line] = true
    }
    for head in survey.heads where isLabel(head.line) {
      let end = min(valueEnd(head.line), survey.lines.count)
      for line in head.line + 1..<max(head.line + 1, end) { values[line] = true }
    }
  }

  /// Reads what the lines after the title announce, the first of them, and those before `line`.
  mutating func readAnnouncements(before line: Int) {
    var last = min(survey.lines.count, first + Search.announcementLines, max(first + 1, line))
    // An announcement stands before the items: a few lines with markers are past the first of them.
    if survey.markerLines.count > Search.markersBefore {
      last = min(last, survey.markerLines[Search.markersBefore])
    }
    counts = (first..<max(first, last)).map {
      announcedCounts(in: survey.text, survey.lines[$0].text).filter { $0 > 2 }
    }
  }

  /// The announcement as it stands for a chain that begins at `line`.
  func announcement(before line: Int) -> Announcement {
    let known = max(0, min(counts.count, line - first))
    return Announcement(title: announcedInTitle, preface: counts[..<known])
  }

  /// A label by vocabulary, or a short head that lines of this document repeat.
  func isLabel(_ line: Int) -> Bool { line < labels.count && labels[line] }

  func isValue(_ line: Int) -> Bool { values[line] }

  private static func isLabel(_ head: LabelHead, of survey: Survey, _ repeats: Int) -> Bool {
    if head.isKnown { return true }
    if head.word != nil { return repeats >= 2 }
    return repeats >= 3 && head.label.count <= 36 && survey.lines[head.line].marker < 0
      && !isCredit(survey.text, survey.lines[head.line])
  }

  /// Lines of the longest list of players below its label.
  private static let valueLines = 12

  /// The line after a label and its value, where the value stands below the label or goes on there.
  func valueEnd(_ line: Int) -> Int {
    let head = survey.lines[line].head
    guard head >= 0 else { return line + 1 }
    let isAlone = survey.heads[head].form == .alone
    let isPlayers = survey.heads[head].word?.key == .players
    if !isAlone, !isPlayers { return line + 1 }
    var next = survey.next(after: line)
    if isAlone, next < survey.lines.count, !isLabel(next) { next = survey.next(after: next) }
    let end = isAlone ? next : line + 1
    if !isPlayers { return end }
    var last = next
    while last < survey.lines.count, last - line <= Search.valueLines,
      survey.lines[last].width <= 50
    {
      if isLabel(last) { return last }
      last = survey.next(after: last)
    }
    return end
  }

  /// The line that the title stands on: the next one for a marker that stands alone.
  func titleLine(of node: Node) -> Int {
    guard node.marker >= 0, survey.markers[node.marker].isAlone else { return node.line }
    return survey.next(after: node.line)
  }

  /// How much a line with a marker looks like a heading, before its chain is known.
  func headingScore(_ line: Int, _ marker: Marker) -> Double {
    var score = 0.0
    var title = line
    if marker.isAlone {
      title = survey.next(after: line)
      guard title < survey.lines.count, title - line <= 3, survey.lines[title].width <= 110,
        !isLabel(title)
      else { return -1.5 }
    }
    let facts = survey.lines[title]
    if facts.width <= 110,
      facts.ending == .none || facts.ending == .colon || survey.isQuestion(title)
    {
      score += 0.6
    } else if facts.ending == .comma {
      score -= 0.4
    } else if facts.width > 110 {
      score -= 0.1
    }
    if facts.level > 0 || facts.isAllBold { score += 0.7 } else if facts.bold > 0 { score += 0.3 }
    let next = survey.next(after: title)
    if isLabel(next) {
      score += 0.8
    } else if next < survey.lines.count, survey.lines[next].marker < 0,
      survey.lines[next].width > 60 || survey.lines[next].ending == .stop
    {
      score += 0.5
    }
    return score
  }

  /// Lines above a list that are searched for the heading of a side list.
  private static let regionReach = 4

  /// A heading of the comments or of other stories: `3 Comments`.
  func opensRegion(_ line: Int) -> Bool {
    let facts = survey.lines[line]
    guard facts.width <= 40 else { return false }
    return noiseWord(in: survey.text, facts, zone: .tail)?.fit == .region
  }

  /// The line before is a group's heading: short, no sentence, and no lead-in of a sub-list.
  func followsGroupHeading(_ line: Int) -> Bool {
    let previous = survey.previous(before: line)
    guard previous >= first else { return false }
    return survey.isTitleLike(previous, width: 60) && !isLabel(previous)
      && !(max(first, line - Search.regionReach)..<line).contains(where: opensRegion)
  }

  /// Where all items are headings or bold lines of a page, numbered entries of a list behind them
  /// belong to a side list that happens to count on.
  func cutSideList(_ chain: inout Chain) {
    func isListItem(_ node: Node) -> Bool {
      if case .listItem = survey.lines[node.line].kind { return true }
      return false
    }
    let items = chain.nodes.prefix { !isListItem($0) }
    let areHeadings = items.allSatisfy {
      let title = titleLine(of: $0)
      guard title < survey.lines.count else { return false }
      return survey.lines[title].level > 0 || survey.lines[title].isAllBold
    }
    guard survey.isPage, items.count >= 3, areHeadings,
      chain.nodes.dropFirst(items.count).allSatisfy(isListItem)
    else { return }
    chain.nodes = Array(items)
  }

  /// Puts a heading without number into a gap of one: the only line there that looks like its
  /// neighbours.
  func fillGaps(_ chain: inout Chain) {
    // A profile's forms are all that may open an item.
    guard headings.patterns.isEmpty else { return }
    var index = 1
    while index < chain.nodes.count {
      let before = chain.nodes[index - 1]
      let after = chain.nodes[index]
      if after.number == before.number + 2, let line = unnumberedHeading(before, after) {
        chain.nodes.insert(Node(line: line, number: before.number + 1), at: index)
        index += 1
      }
      index += 1
    }
  }

  private func unnumberedHeading(_ before: Node, _ after: Node) -> Int? {
    let model = survey.lines[titleLine(of: before)]
    let modelIsLabelled = isLabel(survey.next(after: titleLine(of: before)))
    var found: Int?
    var line = survey.next(after: titleLine(of: before))
    while line < after.line {
      let facts = survey.lines[line]
      if facts.kind == model.kind, facts.isAllBold == model.isAllBold, facts.marker < 0,
        survey.isTitleLike(line), !isLabel(line), line > titleLine(of: before) + 1,
        isLabel(survey.next(after: line)) == modelIsLabelled
      {
        if found != nil { return nil }
        found = line
      }
      line = survey.next(after: line)
    }
    return found
  }
}
