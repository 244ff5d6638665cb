package import GalleyModel

/// Why a document was taken apart as it was: the best chains with their evidence.
package struct SegmentationExplanation: Sendable {
  package struct Candidate: Sendable {
    /// What the chain's headings have in common.
    package var kind: String
    /// The headings as printed, in `Cleaned.text`.
    package var headings: [Range<Int>]
    package var numbers: [Int]
    package var terms: [(name: String, value: Double)]
    package var total: Double
  }

  /// The chain that makes the sections, nil where the document is no list.
  package var winner: Candidate?
  /// The best chain that was not taken.
  package var runnerUp: Candidate?
  /// What a chain must reach.
  package var threshold: Double
}

/// The winning chain and the runner-up, term by term: the same search and the same scores as
/// `segment`.
package func explainSegmentation(
  _ cleaned: Cleaned, with profile: Profile = .builtin
) -> SegmentationExplanation {
  let decision = decide(cleaned, with: profile)
  let survey = decision.search.survey
  let ranking = decision.ranking
  let others = ranking.chains.indices.filter { $0 != ranking.chosen }
  return SegmentationExplanation(
    winner: ranking.chosen.map { candidate(ranking.chains[$0], survey) },
    runnerUp: others.first.map { candidate(ranking.chains[$0], survey) },
    threshold: Weights.threshold)
}

private func candidate(_ chain: Chain, _ survey: Survey) -> SegmentationExplanation.Candidate {
  SegmentationExplanation.Candidate(
    kind: chain.kind.name,
    headings: chain.nodes.map { survey.lines[$0.line].text },
    numbers: chain.nodes.map(\.number),
    terms: chain.card.terms.map { ($0.term.rawValue, $0.value) },
    total: chain.card.total)
}

extension Chain.Kind {
  /// In words, for a person.
  fileprivate var name: String {
    switch self {
    case .numbered(let system): "numbers (\(system))"
    case .headings(let level): "page headings of level \(level)"
    case .bold: "bold lines"
    case .bullets: "bullets"
    case .rows: "rows of a table"
    case .labelled: "blocks of labels"
    case .terms: "terms of a definition list"
    case .plain: "short lines over paragraphs"
    case .named: "paragraphs that begin with a name"
    case .awards: "lines that open with an award"
    }
  }
}
