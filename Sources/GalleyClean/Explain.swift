package import GalleyModel

/// Why a line was joined to the one before it, or kept apart, or left out.
package struct CleaningExplanation: Sendable, Equatable {
  /// What a signal looks at, or each of two, with what was seen there; and the points for it.
  package struct Term: Sendable, Equatable {
    package var observations: [Observation]
    package var points: Int
  }

  package struct Observation: Sendable, Equatable {
    package var title: String
    package var seen: String
  }

  /// The block asked about, and the one that it was compared with.
  package var block: Int
  package var before: Int?
  /// The rule that left it out or moved it elsewhere.
  package var leftOut: Rule?
  package var moved: Rule?
  /// Rules in the order in which they were tried, with what each said.
  package var tried: [(rule: Rule, holds: Bool)]
  /// What kind of lines it is tells enough: the evidence was not weighed.
  package var isSettled = false
  /// Strongest first. For joining if above `threshold`, in hundredths of a natural logarithm of the
  /// odds. Pages ask for more than the points: see `Boundaries.isCutInPage`.
  package var terms: [Term]
  package static let threshold = 0
  /// Points that every boundary has.
  package static let base = ScorecardTable.base
  package var score: Int
  /// The rule that joined it to the block before; nil where they stay apart.
  package var winner: Rule?

  package static func == (left: Self, right: Self) -> Bool {
    left.block == right.block && left.winner == right.winner && left.terms == right.terms
  }
}

/// Explains the boundary before a block. nil for a block that is empty after repairs.
package func explainCleaning(
  _ blocks: Blocks, block index: Int, with profile: Profile = .builtin
) -> CleaningExplanation? {
  var page = readPage(blocks, with: profile)
  page.mark(with: profile)
  guard let line = page.lines.first(where: { $0.block == index }) else { return nil }
  var explanation = CleaningExplanation(
    block: index, leftOut: line.drop, tried: [], terms: [], score: 0)
  if line.drop != nil { return explanation }
  let boundaries = Boundaries(
    order(page, with: profile).lines, of: page.text)
  guard let place = boundaries.lines.firstIndex(where: { $0.block == index }), place > 0 else {
    return explanation
  }
  explanation.moved = boundaries.lines[place].move
  explanation.before = boundaries.lines[place - 1].block
  boundaries.explain(place, format: blocks.format, with: profile, into: &explanation)
  return explanation
}

extension Boundaries {
  fileprivate func explain(
    _ index: Int, format: Format, with profile: Profile, into out: inout CleaningExplanation
  ) {
    let reading = read(index)
    let decision = profile.allowed([decide(index, format: format)])[0]
    out.isSettled = settle(index) != nil
    out.tried = [
      (.dropCap, isDropCap(index)), (.joinNumber, isLoneNumber(index)),
      (gaps[index] == .soft ? .joinWrap : .joinCut, decision != .keep),
    ]
    out.score = Scorecard.score(reading)
    out.terms = ScorecardTable.terms.map { term in
      CleaningExplanation.Term(
        observations: [term.first, term.second].compactMap { $0 }.map { signal in
          CleaningExplanation.Observation(
            title: signal.title, seen: signal.seen(Int(reading[signal.rawValue])))
        },
        points: term.points(reading))
    }
    out.terms.sort { abs($0.points) > abs($1.points) }
    switch decision {
    case .keep: out.winner = nil
    case .join(let rule, _): out.winner = rule
    case .joinWord: out.winner = .joinHyphen
    }
  }
}

/// The signals of every boundary, for the script that learns the scorecard.
package struct SignalReading {
  /// In `Blocks.text`: the end of the line before, the beginning of the line after.
  package var end: Int
  package var start: Int
  /// One a signal, in the order of `signalSizes`.
  package var buckets: [Int]
  package var score: Int
}

/// Names and sizes of the signals.
package var signalSizes: [(name: String, size: Int)] {
  Signal.allCases.map { ("\($0)", $0.size) }
}

package func readSignals(_ blocks: Blocks) -> [SignalReading] {
  let page = readPage(blocks)
  let origin = apply(page.repairs, to: blocks.text).origin
  let boundaries = Boundaries(order(page).lines, of: page.text)
  return boundaries.lines.indices.dropFirst().map { index in
    let reading = boundaries.read(index)
    return SignalReading(
      end: origin.origin(of: boundaries.lines[index - 1].text.upperBound),
      start: origin.origin(of: boundaries.lines[index].text.lowerBound),
      buckets: Signal.allCases.map { Int(reading[$0.rawValue]) },
      score: Scorecard.score(reading))
  }
}
