internal import GalleyModel

/// The chosen chain as stretches of lines: where each item begins, and what all items share.
struct Items: Sendable {
  struct Span: Sendable {
    var node: Node
    /// The line that the title stands on.
    var titleLine: Int
    /// The first line that belongs to the item: its number, its title, or a copy of its title.
    var start: Int
    /// The group headings above the first line, outermost first.
    var groups: Range<Int>
    /// The first line of the next item or of its group headings; of the last item, of the trailer.
    var end: Int
  }

  let search: Search
  let chain: Chain
  let separator: Separator?
  var spans: [Span] = []
  /// For each of `Survey.heads`, whether it is a label that items of this document have.
  var labels: [Bool] = []
  /// Hashes of short lines that are labels alone on their line.
  var loneLabels: Set<UInt64> = []
  /// The row of column heads above a table.
  var tableHead: Int?
  /// Bytes of the label that is glued to every title.
  var gluedLabelBytes = 0
  var headingLabels = HeadingLabels()
  /// What stands behind the ordinals is short and has text below it: titles, set apart.
  var ordinalsHaveTitles = false
  /// All items end with a label.
  var endsWithLabel = false
  /// The item's first paragraph is a one-sentence deck, item for item.
  var hasDecks = false
  /// Most items have a deck: a line without a stop over a longer one that is a sentence.
  var mostHaveDecks = false

  /// Columns of the longest title behind an ordinal.
  private static let ordinalTitle = 60

  var survey: Survey { search.survey }

  init(_ search: Search, _ chain: Chain) {
    self.search = search
    self.chain = chain
    let isOrdinal = chain.kind == .numbered(.ordinal)
    separator = isOrdinal ? nil : search.separator(chain)
    spans = chain.nodes.map { node in
      let start = firstLine(of: node)
      return Span(
        node: node, titleLine: node.isLost ? node.line - 1 : search.titleLine(of: node),
        start: start, groups: start..<start, end: 0)
    }
    if search.hasCells(chain.nodes[0].line) {
      let above = survey.previous(before: chain.nodes[0].line)
      if search.isTableHead(above, above: chain.nodes[0].line) { tableHead = above }
    } else {
      findGroups()
    }
    for index in spans.indices {
      spans[index].end =
        index + 1 < spans.count ? spans[index + 1].groups.lowerBound : survey.lines.count
    }
    findLabels()
    gluedLabelBytes = gluedLabel()
    headingLabels = HeadingLabels(chain, search)
    ordinalsHaveTitles =
      isOrdinal
      && spans.allSatisfy { span in
        survey.lines[span.titleLine].width <= Self.ordinalTitle
          && survey.next(after: span.titleLine) < span.end
      }
  }

  /// Copies of the title above the heading, with a credit or the like between, belong to the item.
  private func firstLine(of node: Node) -> Int {
    var start = node.line
    var line = node.line - 1
    while line >= search.first, node.line - line <= 3 {
      if isCopy(survey, line, node.line) { start = line }
      line -= 1
    }
    return start
  }

  /// Short lines right above a heading that are headings themselves.
  private mutating func findGroups() {
    for index in spans.indices { spans[index].groups = groups(above: index) }
    findFirstGroup()
    findPlainGroups()
  }

  /// Short lines of text that stand above the first item and above some of the later ones, each
  /// behind a whole sentence, are headings of groups: nothing else tells them.
  private mutating func findPlainGroups() {
    guard spans.count >= 3, spans.allSatisfy({ $0.groups.isEmpty }) else { return }
    let found = spans.indices.filter { mayFollowGroup($0) }
    guard found.first == 0, found.count >= 2 else { return }
    for index in found {
      let line = survey.previous(before: spans[index].start)
      spans[index].groups = line..<spans[index].start
    }
  }

  private func mayFollowGroup(_ index: Int) -> Bool {
    let line = survey.previous(before: spans[index].start)
    let floor = index > 0 ? spans[index - 1].titleLine + 1 : search.first
    guard line > floor || index == 0 && line == floor, survey.isTitleLike(line, width: 40),
      survey.lines[line].marker < 0, survey.lines[line].head < 0,
      !isCredit(survey.text, survey.lines[line]),
      noiseWord(in: survey.text, survey.lines[line], zone: .around) == nil
    else { return false }
    let above = survey.previous(before: line)
    return line == floor || above < 0 || survey.lines[above].ending == .stop
  }

  private func groups(above index: Int) -> Range<Int> {
    let start = spans[index].start
    let floor = index > 0 ? spans[index - 1].titleLine : search.first - 1
    var first = start
    var line = survey.previous(before: start)
    while line > floor, !search.isValue(line),
      isGroupHeading(line, above: spans[index].node, first: index == 0)
    {
      first = line
      line = survey.previous(before: line)
    }
    return first..<start
  }

  /// Where a later group has a heading, the short line above the first item is one as well.
  private mutating func findFirstGroup() {
    guard spans.count > 1, spans[0].groups.isEmpty,
      let model = spans.first(where: { !$0.groups.isEmpty })?.groups.lowerBound
    else { return }
    let line = survey.previous(before: spans[0].start)
    guard line >= search.first, survey.isTitleLike(line, width: 70), !search.isLabel(line),
      survey.lines[line].kind == survey.lines[model].kind,
      survey.lines[line].isAllBold == survey.lines[model].isAllBold
    else { return }
    spans[0].groups = line..<spans[0].start
  }

  private func isGroupHeading(_ line: Int, above node: Node, first isFirst: Bool) -> Bool {
    let facts = survey.lines[line]
    let heading = survey.lines[search.titleLine(of: node)]
    guard facts.width <= 70, facts.ending == .none || facts.level > 0, !search.isLabel(line) else {
      return false
    }
    // Between items "Category" is no metadata of the article.
    let noise = noiseWord(in: survey.text, facts, zone: .around)?.noise
    guard noise == nil || noise == .metadata && !isFirst else { return false }
    if facts.level > 0 { return heading.level == 0 || facts.level < heading.level }
    if let marker = survey.marker(of: line), !marker.isAlone,
      marker.suffix != 0x20 || isDecimal(node)
    {
      return node.marker < 0 || survey.markers[node.marker].shape != marker.shape
        || survey.markers[node.marker].system != marker.system || marker.isPadded || isDecimal(node)
    }
    if isBracketed(survey.text, facts.text) {
      return !isFirst || facts.isAllBold == heading.isAllBold
    }
    if node.number == 1, !isFirst, case .numbered = chain.kind { return true }
    if chain.kind == .awards, !isFirst, facts.kind != heading.kind || facts.width <= 40 {
      let above = max(0, line - 1)
      return survey.lines[above].ending == .stop || search.isLabel(above)
    }
    return announcesList(survey.text, facts.text)
  }

  private func isDecimal(_ node: Node) -> Bool {
    node.marker >= 0 && survey.markers[node.marker].minor > 0
  }

  /// A label is what items repeat: known labels in any item, others in half of them.
  private mutating func findLabels() {
    struct Use {
      /// How many items have the label, and the last of them.
      var items = 0
      var latest = -1
      var isKnown = false
    }
    // By the labels' ids.
    var uses = [Use](repeating: Use(), count: survey.labelCount)
    var lone: [UInt64: Int] = [:]
    var times: Set<UInt64> = []
    for (index, span) in spans.enumerated() {
      var seenLone: Set<UInt64> = []
      for line in span.titleLine + 1..<max(span.titleLine + 1, span.end) where !survey.isNoise(line)
      {
        let head = survey.lines[line].head
        if head >= 0 {
          let id = survey.heads[head].id
          if uses[id].latest < index { uses[id].items += 1 }
          uses[id].latest = index
          if survey.heads[head].isKnown { uses[id].isKnown = true }
          continue
        }
        let facts = survey.lines[line]
        guard facts.width <= 28, facts.ending == .none, facts.marker < 0 else { continue }
        let hash = foldedHash(survey.text, facts.text)
        if seenLone.insert(hash).inserted { lone[hash, default: 0] += 1 }
        if survey.availability(of: line) != nil { times.insert(hash) }
      }
    }
    let half = max(2, (spans.count + 1) / 2)
    for head in survey.heads where head.word != nil && uses[head.id].items >= 2 {
      uses[head.id].isKnown = true
    }
    labels = survey.heads.map { uses[$0.id].items >= half || uses[$0.id].isKnown }
    loneLabels = Set(lone.filter { $0.value >= max(half, 3) }.keys)
    // "Today" is a label beside "Tomorrow"; alone it is an availability.
    if loneLabels.subtracting(times).isEmpty { loneLabels = [] }
    let inner = spans.dropLast()
    endsWithLabel =
      inner.count >= 2 && inner.filter { lastIsLabel($0) }.count * 10 >= inner.count * 7
    mostHaveDecks = spans.count >= 3 && spans.count { isLongerBelow($0) } * 3 >= spans.count * 2
    hasDecks = survey.isPage && spans.count >= 3 && spans.allSatisfy { isDeckAbove($0) }
  }

  private func lastIsLabel(_ span: Span) -> Bool {
    var last = survey.previous(before: span.end)
    while last > span.titleLine, isLoneCaption(last) { last = survey.previous(before: last) }
    return last > span.titleLine && (isLabel(last) || search.isValue(last))
  }

  func isLabel(_ line: Int) -> Bool {
    let head = survey.lines[line].head
    return head >= 0 && labels[head]
  }

  func isLoneLabel(_ line: Int) -> Bool {
    let facts = survey.lines[line]
    guard !loneLabels.isEmpty, facts.width <= 28, facts.ending == .none, facts.head < 0 else {
      return false
    }
    return loneLabels.contains(foldedHash(survey.text, facts.text))
  }

  private func isLongerBelow(_ span: Span) -> Bool {
    let deck = survey.next(after: span.titleLine)
    guard deck < span.end, case let below = survey.next(after: deck), below < span.end else {
      return false
    }
    return survey.isTitleLike(deck) && survey.lines[deck].head < 0
      && survey.lines[below].ending == .stop
      && survey.lines[below].width > survey.lines[deck].width
  }

  /// A short sentence over a long paragraph.
  private func isDeckAbove(_ span: Span) -> Bool {
    let deck = survey.next(after: span.titleLine)
    let body = survey.next(after: deck)
    return body < span.end && survey.lines[deck].width <= 72 && survey.lines[deck].head < 0
      && survey.lines[body].width >= 110
  }
}

/// A line that stands in brackets from end to end: （…） […] 【…】.
func isBracketed(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  let open = text.scalar(at: range.lowerBound).value
  let close = text.scalar(before: range.upperBound).value
  switch open {
  case 0x28: return close == 0x29
  case 0x5B: return close == 0x5D
  case 0xFF08: return close == 0xFF09
  case 0x3010: return close == 0x3011
  case 0x3014: return close == 0x3015
  default: return false
  }
}
