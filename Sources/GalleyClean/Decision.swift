internal import GalleyModel

/// What becomes of the place between two lines.
struct Decision {
  enum Outcome: Equatable {
    /// They stay apart.
    case keep
    /// They belong to one paragraph, with a space between them or with none.
    case join(Rule, isSpaced: Bool)
    /// They belong to one word: the hyphen of this many bytes goes.
    case joinWord(hyphen: Int)
  }

  var outcome: Outcome
  /// The scorecard's sum, in hundredths of a natural logarithm of the odds for joining.
  var score: Int
}

extension Boundaries {
  /// One decision for each line but the first.
  func decideAll(format: Format) -> [Decision] {
    var decisions: [Decision] = []
    decisions.reserveCapacity(lines.count)
    for index in lines.indices.dropFirst() { decisions.append(decide(index, format: format)) }
    guard decisions.contains(where: { $0.outcome != .keep }) else { return decisions }
    let spacing = Spacing(self)
    for index in decisions.indices { space(&decisions[index], before: index + 1, spacing) }
    return decisions
  }

  /// Sets right whether a join has a space; hyphens and headings have said so themselves.
  func space(_ decision: inout Decision, before index: Int, _ spacing: Spacing) {
    guard case .join(let rule, _) = decision.outcome, rule == .joinWrap || rule == .joinCut,
      hyphen(index) == nil
    else { return }
    let isSpaced = spacing.isSpaced(lines[index - 1], lines[index], in: self)
    decision.outcome = .join(rule, isSpaced: isSpaced)
  }

  /// The space of a join is still to be said: see `space`.
  func decide(_ index: Int, format: Format) -> Decision {
    let before = lines[index - 1]
    let after = lines[index]
    if before.move != after.move, before.move == .footnote || after.move == .footnote {
      return Decision(outcome: .keep, score: -1000)
    }
    if isDropCap(index) { return Decision(outcome: .join(.dropCap, isSpaced: false), score: 1000) }
    if isLoneNumber(index) {
      return Decision(outcome: .join(.joinNumber, isSpaced: true), score: 1000)
    }
    guard before.kind == after.kind, mayJoin(before.kind) else {
      return Decision(outcome: .keep, score: -1000)
    }
    if isPlainEnd(index) || isSalutation(index) { return Decision(outcome: .keep, score: -1000) }
    let score = Scorecard.score(read(index))
    let isCut = format == .text ? score > 0 : isCutInPage(before, after, score)
    guard isCut else { return Decision(outcome: .keep, score: score) }
    if let hyphen = hyphen(index) {
      return Decision(outcome: hyphen, score: score)
    }
    let rule: Rule = gaps[index] == .soft ? .joinWrap : .joinCut
    return Decision(outcome: .join(rule, isSpaced: true), score: score)
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
    default: return false
    }
  }

  /// A short line of its own that ends with a comma, and a capital after it: a letter's opening or
  /// closing.
  private func isSalutation(_ index: Int) -> Bool {
    let line = lines[index - 1]
    return line.ending == .comma && line.width <= 36 && lines[index].opening == .upper
      && gaps[index] != .soft && gaps[index] != .page && gaps[index - 1] != .soft
  }

  /// Paragraphs of a page are apart for a reason, unless a sentence stops in its midst.
  private func isCutInPage(_ before: Line, _ after: Line, _ score: Int) -> Bool {
    // Two long paragraphs need less than a line that may be a heading or a caption.
    let isLong = before.width > 30 && after.width > 60
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

  private func mayJoin(_ kind: Block.Kind) -> Bool { kind == .line || kind == .paragraph }
}
