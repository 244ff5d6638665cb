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
    let spacing = Spacing(self)
    return lines.indices.dropFirst().map { decide($0, format: format, spacing: spacing) }
  }

  func decide(_ index: Int, format: Format, spacing: Spacing) -> Decision {
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
    let score = Scorecard.score(read(index))
    let isCut = format == .text ? score > 0 : isCutInPage(before, after, score)
    guard isCut else { return Decision(outcome: .keep, score: score) }
    if let hyphen = hyphen(index) {
      return Decision(outcome: hyphen, score: score)
    }
    let rule: Rule = gaps[index] == .soft ? .joinWrap : .joinCut
    let isSpaced = spacing.isSpaced(before, after, in: self)
    return Decision(outcome: .join(rule, isSpaced: isSpaced), score: score)
  }

  /// Paragraphs of a page are apart for a reason, unless a sentence stops in its midst.
  private func isCutInPage(_ before: Line, _ after: Line, _ score: Int) -> Bool {
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
