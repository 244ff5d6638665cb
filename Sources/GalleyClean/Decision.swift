internal import GalleyModel

/// What becomes of the place between two lines.
enum Decision: Equatable {
  /// They stay apart.
  case keep
  /// They belong to one paragraph, with a space between them or with none.
  case join(Rule, isSpaced: Bool)
  /// They belong to one word: the hyphen of this many bytes goes.
  case joinWord(hyphen: UInt8)
}

extension Boundaries {
  /// One decision for each line but the first.
  func decideAll(format: Format) -> [Decision] {
    var decisions = decisions
    var last = LastShape()
    for index in undecided {
      decisions[index - 1] = settle(index) ?? decideByScore(index, format: format, &last)
    }
    guard decisions.contains(where: { $0 != .keep }) else { return decisions }
    let spacing = Spacing(self, for: decisions)
    for index in decisions.indices { space(&decisions[index], before: index + 1, spacing) }
    return decisions
  }

  /// Sets right whether a join has a space; hyphens and headings have said so themselves.
  func space(_ decision: inout Decision, before index: Int, _ spacing: Spacing) {
    guard case .join(let rule, _) = decision, rule == .joinWrap || rule == .joinCut,
      hyphen(index) == nil
    else { return }
    let isSpaced = spacing.isSpaced(lines[index - 1], lines[index], in: self)
    decision = .join(rule, isSpaced: isSpaced)
  }

  /// The space of a join is still to be said: see `space`.
  func decide(_ index: Int, format: Format) -> Decision {
    var last = LastShape()
    return settle(index) ?? decideByScore(index, format: format, &last)
  }

  func decideByScore(_ index: Int, format: Format, _ last: inout LastShape) -> Decision {
    decision(index, isCut: isCut(index, Scorecard.score(read(index, &last)), format))
  }

  /// What a weighed boundary becomes, if the text stops in its midst there, and if not.
  private func decision(_ index: Int, isCut: Bool) -> Decision {
    guard isCut else { return .keep }
    return hyphen(index) ?? .join(gaps[index] == .soft ? .joinWrap : .joinCut, isSpaced: true)
  }

  /// The decision of the scorecard; nil where it depends on what stands side by side elsewhere in the
  /// text.
  func decideWithoutAdjacency(
    _ index: Int, format: Format, _ last: inout LastShape
  ) -> Decision? {
    var reading = read(index, &last)
    let score = Scorecard.scoreWithoutAdjacency(reading)
    var cuts = 0
    for bucket in Adjacency.buckets {
      reading[Signal.adjacent.rawValue] = bucket
      if isCut(index, score + Scorecard.pointsOfAdjacency(reading), format) { cuts += 1 }
    }
    guard cuts == 0 || cuts == Adjacency.buckets.count else { return nil }
    return decision(index, isCut: cuts > 0)
  }

  private func isCut(_ index: Int, _ score: Int, _ format: Format) -> Bool {
    format == .text ? score > 0 : isCutInPage(lines[index - 1], lines[index], score)
  }

  /// The decision, where it needs no weighing.
  func settle(_ index: Int) -> Decision? {
    let before = lines[index - 1]
    let after = lines[index]
    if before.move != after.move, before.move == .footnote || after.move == .footnote {
      return .keep
    }
    // Nearly all boundaries of most texts. A capital or a number that is joined to the next line has
    // another ending or a marker.
    let isPlainEnd = isPlainEnd(index)
    if before.marker == .none, isPlainEnd { return .keep }
    if isDropCap(index) { return .join(.dropCap, isSpaced: false) }
    if isLoneNumber(index) { return .join(.joinNumber, isSpaced: true) }
    guard mayJoin(before.kind, after.kind) else { return .keep }
    if isCutAtPage(index) { return .join(.joinCut, isSpaced: true) }
    if isTwoLineHead(index) { return .join(.joinWrap, isSpaced: true) }
    if isPlainEnd || isDrawnLine(at: index) || isPictured(index) || isAtField(index)
      || isSalutation(index)
      || isShortLine(index) || isDateLine(index) || isHeadLine(index) || isLabelOver(index)
      || isAtCountedHead(index)
    {
      return .keep
    }
    return nil
  }

  /// The last line of a paragraph of several that ends with an ideograph and no stop, at a page's
  /// end, and over it the rest of the sentence.
  private func isCutAtPage(_ index: Int) -> Bool {
    let before = lines[index - 1]
    let after = lines[index]
    return gaps[index] == .page && gaps[index - 1] == .soft && before.ending == .han
      && before.width >= 16 && before.marker == .none && after.opening == .han
      && after.marker == .none && (after.ending == .sentence || gaps[index + 1] == .soft)
  }

  /// A sentence's end where nearly all boundaries of the kind are sentences' ends, as in a text of
  /// one paragraph a line: nothing to weigh.
  private func isPlainEnd(_ index: Int) -> Bool {
    guard lines[index - 1].ending == .sentence, lines[index].opening != .lower,
      lines[index].opening != .closing
    else { return false }
    switch gaps[index] {
    case .soft: return evidence.habits.softSentences >= 65
    case .blank, .blanks: return evidence.habits.blankSentences >= 60
    // A page between paragraphs that are one line each.
    case .page:
      return evidence.habits.blankSentences >= 60 && evidence.habits.blanks >= Self.always
    default: return false
    }
  }

  /// Percent of the boundaries that are all but a few.
  private static let always = 98

  /// A short line of its own that ends with a comma, and a capital after it: a letter's opening or
  /// closing.
  private func isSalutation(_ index: Int) -> Bool {
    let line = lines[index - 1]
    return line.ending == .comma && line.width <= 36 && lines[index].opening == .upper
      && gaps[index] != .soft && gaps[index] != .page && gaps[index - 1] != .soft
  }

  /// A line near the top of a text, a quarter of it digits: dates, counts of readers, not a half of
  /// the paragraph below.
  private func isDateLine(_ index: Int) -> Bool {
    guard index <= 12, gaps[index] == .blank, gaps[index - 1] != .soft,
      lines[index - 1].width <= 110, lines[index].opening != .lower
    else { return false }
    let shape = lines[index - 1].shape(in: bytes)
    return shape.digits >= 6 && shape.digits * 4 >= shape.digits + shape.letters
  }

  /// A line of the text's head, its title, deck or by-line: short, and apart from the lines around it.
  private func isHeadLine(_ index: Int) -> Bool {
    let line = lines[index - 1]
    guard index <= 5, gaps[index] == .blank || gaps[index] == .blanks, line.width <= 90,
      gaps[index - 1] != .soft || lines[index - 2].width <= 60
    else { return false }
    switch line.ending {
    case .lower, .upper, .han, .letter, .hangul:
      // A half of a paragraph has commas or stops; a by-line stands over another short line, and
      // a page's paragraphs are seldom halves.
      let mayBeHalf = line.kind == .line && hasInnerMark(line)
      let isDated = line.width <= 60 && line.ending == .lower && hasYear(line)
      if mayBeHalf, !isDated, lines[index].width > 60 || lines[index].ending == .sentence {
        return false
      }
    case .digit: break
    default: return false
    }
    switch lines[index].opening {
    case .upper, .han, .hangul, .digit: return true
    default: return false
    }
  }

  /// A label with a value that ends in no stop, and a new paragraph below it.
  private func isLabelOver(_ index: Int) -> Bool {
    let line = lines[index - 1]
    return line.marker == .label && line.ending != .comma && gaps[index] == .blank
      && gaps[index - 1] != .soft && lines[index].opening == .upper
      && line.width <= 80 && evidence.habits.blanks >= 80
  }

  /// A line so short that much of the next one would have stood on it, in a text of wider lines:
  /// a heading or a label where a capital follows, and where another short line follows.
  private func isShortLine(_ index: Int) -> Bool {
    let before = lines[index - 1]
    let after = lines[index]
    let column = evidence.column(around: index - 1)
    guard gaps[index] != .page, column >= 60, before.width > 2 else { return false }
    switch before.ending {
    case .lower, .upper, .digit, .han, .letter: break
    default: return false
    }
    if after.opening == .upper, before.width * 3 < column, before.width <= 36 { return true }
    return gaps[index] != .soft && after.width <= 24 && after.opening != .lower
      && (before.ending == .digit || (before.width <= 36 && after.opening != .han))
  }

  /// Paragraphs of a page are apart for a reason, unless a sentence stops in its midst.
  private func isCutInPage(_ before: Line, _ after: Line, _ score: Int) -> Bool {
    // Two long paragraphs need less than a line that may be a heading or a caption.
    let isLong =
      before.width > 36 && after.width > 60 && before.marker == .none && hasComma(before)
    let score = isLong ? score + 150 : score
    guard before.marker != .alone, after.marker == .none || (after.marker == .label && score > 0),
      before.width > 16, after.width > 8,
      before.bold < before.text.count, after.bold < after.text.count
    else { return false }
    switch before.ending {
    case .sentence, .colon, .closing, .symbol: return false
    case .comma, .opening: return after.opening != .upper || score > 0
    default: break
    }
    switch after.opening {
    case .lower, .han, .hangul, .letter, .closing, .quotedLower: return score > 0
    default: return false
    }
  }

  /// A comma, or a stop with something behind it.
  private func hasInnerMark(_ line: Line) -> Bool {
    if hasComma(line) { return true }
    var at = line.text.lowerBound
    while at < line.text.upperBound {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      let isApart = scalar.value >= 0x3000 || at < line.text.upperBound && bytes[at] == 0x20
      if Letters.isSentenceEnd(scalar.value), isApart { return true }
    }
    return false
  }

  private func hasComma(_ line: Line) -> Bool {
    var at = line.text.lowerBound
    while at < line.text.upperBound {
      let scalar = bytes.scalar(at: at)
      if Letters.isComma(scalar.value) { return true }
      at += scalar.length
    }
    return false
  }

  private func mayJoin(_ before: Block.Kind, _ after: Block.Kind) -> Bool {
    switch (before, after) {
    case (.line, .line), (.paragraph, .paragraph): true
    default: false
    }
  }
}
