internal import GalleyModel

/// Doubts about the list that a person may want to look at. See Docs/diagnostics.md.
extension Layout {
  mutating func diagnose(_ items: Items) {
    missingNumbers(items)
    announcedCount(items)
    lostTitles(items)
  }

  mutating func isNoList() {
    outline.diagnostics.append(
      Diagnostic(.info, "I201", "not a list: the whole text is in the preface"))
  }

  /// Gaps that are named; a document with more of them has another fault.
  private static let namedGaps = 20

  private mutating func missingNumbers(_ items: Items) {
    guard case .numbered = items.chain.kind else { return }
    var named = 0
    for (index, pair) in zip(items.spans, items.spans.dropFirst()).enumerated() {
      let (a, b) = (pair.0.node.number, pair.1.node.number)
      guard abs(a - b) > 1, b != 1 else { continue }
      named += 1
      if named > Layout.namedGaps { return }
      let at = survey.lines[pair.0.node.line].text.lowerBound
      for missing in (min(a, b) + 1..<max(a, b)) {
        outline.diagnostics.append(
          Diagnostic(
            .warning, "W201", "number \(missing) missing after line \(lineNumber(at))",
            section: index + 1))
      }
    }
  }

  /// Line of `Cleaned.text`, from 1.
  private func lineNumber(_ offset: Int) -> Int {
    1 + survey.text[..<offset].count { $0 == UInt8(ascii: "\n") }
  }

  private mutating func announcedCount(_ items: Items) {
    // The profile's own number is compared where the record is made.
    guard search.expected == nil, let first = items.spans.first else { return }
    let announced = search.announcement(before: first.node.line)
    guard let title = announced.title.first, !announced.says(items.spans.count) else { return }
    outline.diagnostics.append(
      Diagnostic(
        .warning, "W202", "the title announces \(title) items, \(items.spans.count) were found"))
  }

  private mutating func lostTitles(_ items: Items) {
    for (index, span) in items.spans.enumerated() where span.node.isLost {
      outline.diagnostics.append(
        Diagnostic(
          .warning, "W203", "the heading of item \(span.node.number) is lost", section: index + 1))
    }
  }
}
