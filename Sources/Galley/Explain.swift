internal import GalleyClean
package import GalleyModel
package import GalleyRead
internal import GalleySegment

/// Why a document was read as it was, for a person: the chains of headings that were weighed, or,
/// with a line (from 1, of the text or of the page's source), what happened to that line.
///
/// nil where the line holds no text.
package func explain(
  _ source: Source, line: Int?, by policy: ProfilePolicy
) throws(ReadError) -> String? {
  let profile = try profile(for: source, by: policy)
  let cleaned = try cleaned(source, with: profile)
  guard let line else { return explainList(cleaned, profile) }
  guard let block = block(at: line, of: cleaned.blocks, source) else { return nil }
  return explainLine(cleaned, block, profile)
}

/// The first block on a line.
private func block(at line: Int, of blocks: Blocks, _ source: Source) -> Int? {
  let isText = blocks.format == .text
  let bytes = isText ? blocks.text : source.bytes
  var start = 0
  for _ in 1..<max(1, line) {
    start = bytes.span.offset(of: UInt8(ascii: "\n"), from: start) + 1
  }
  guard start < bytes.count else { return nil }
  let end = bytes.span.offset(of: UInt8(ascii: "\n"), from: start)
  return blocks.items.firstIndex { item in
    let range = isText ? item.text : blocks.source(of: item.text)
    return range.overlaps(start..<max(start + 1, end))
  }
}

// MARK: - A list

private func explainList(_ cleaned: Cleaned, _ profile: Profile) -> String {
  let explanation = explainSegmentation(cleaned, with: profile)
  var out = ""
  if let winner = explanation.winner {
    out += "A list of \(winner.headings.count) items, by \(winner.kind):\n\n"
    for (number, heading) in zip(winner.numbers, winner.headings) {
      out += "  \(number)\t\(shortened(heading, of: cleaned))\n"
    }
    out += "\n" + table("the winner", winner)
  } else {
    out +=
      "Not a list: no chain of headings reaches \(fixed(explanation.threshold, decimals: 2)).\n"
  }
  if let other = explanation.runnerUp {
    out += "\n" + table("the runner-up, by \(other.kind)", other)
    for (number, heading) in zip(other.numbers, other.headings).prefix(5) {
      out += "  \(number)\t\(shortened(heading, of: cleaned))\n"
    }
  }
  return out
}

private func table(_ name: String, _ chain: SegmentationExplanation.Candidate) -> String {
  var out = "\(name): \(fixed(chain.total, decimals: 2))\n"
  for term in chain.terms {
    out += "  \(padded(fixed(term.value, decimals: 2), 7))  \(term.name)\n"
  }
  return out
}

// MARK: - A line

private func explainLine(_ cleaned: Cleaned, _ block: Int, _ profile: Profile) -> String {
  let text = cleaned.blocks.text
  let item = cleaned.blocks.items[block]
  var out = "line: \(shortened(item.text, in: text))\n"
  if let explanation = explainCleaning(cleaned.blocks, block: block, with: profile) {
    if let rule = explanation.leftOut { return out + "cleaner: left out by \(rule.rawValue)\n" }
    out += describe(explanation, cleaned)
  } else {
    out += "cleaner: nothing is left of it after the repair of characters\n"
  }
  return out + "segmenter: \(role(of: item.text, cleaned, profile))\n"
}

private func describe(_ explanation: CleaningExplanation, _ cleaned: Cleaned) -> String {
  var out = ""
  if let rule = explanation.moved { out += "cleaner: moved by \(rule.rawValue)\n" }
  guard let before = explanation.before else { return out + "cleaner: the first line\n" }
  let previous = cleaned.blocks.items[before].text
  out += "before it: \(shortened(previous, in: cleaned.blocks.text))\n"
  if let winner = explanation.winner {
    out +=
      "cleaner: joined to it by \(winner.rawValue) (\(fixed(winner.confidence, decimals: 2)) right)\n"
  } else {
    out += "cleaner: kept apart from it\n"
  }
  for (rule, holds) in explanation.tried {
    out += "  \(holds ? "holds     " : "holds not ")  \(rule.rawValue)\n"
  }
  if explanation.isSettled {
    out += "what kind of lines these are settles it; the evidence would say\n"
  }
  out += evidence(explanation, isPage: cleaned.blocks.format == .html)
  return out
}

/// Every observation that gave points, the strongest first.
private func evidence(_ explanation: CleaningExplanation, isPage: Bool) -> String {
  let threshold = CleaningExplanation.threshold
  var out = "evidence: \(signed(explanation.score)), joined above \(threshold)"
  out += isPage ? " and where the text above stops in its midst" : ""
  out += " (100 points: odds of 2.7 to 1)\n"
  let telling = explanation.terms.filter { $0.points != 0 }
  for term in telling.prefix(12) {
    let seen = term.observations.map { "\($0.title): \($0.seen)" }
    out += "  \(padded(signed(term.points), 7))  \(seen.joined(separator: "; "))\n"
  }
  let rest = telling.dropFirst(12).reduce(CleaningExplanation.base) { $0 + $1.points }
  out += "  \(padded(signed(rest), 7))  all else\n"
  return out
}

private func signed(_ points: Int) -> String { points > 0 ? "+\(points)" : "\(points)" }

/// What the segmenter took the bytes of `range`, in the text as it was read, for.
private func role(
  of range: Range<Int>, _ cleaned: Cleaned, _ profile: Profile
) -> String {
  let outline = segment(cleaned, with: profile)
  func holds(_ part: Range<Int>) -> Bool { cleaned.origin.origin(of: part).overlaps(range) }
  if let title = outline.title, holds(title) { return "the document's title" }
  if let drop = outline.drops.first(where: { holds($0.range) }) {
    return "left out by \(drop.rule.rawValue)"
  }
  if outline.preface.contains(where: holds) { return "preface" }
  if outline.trailer.contains(where: holds) { return "trailer" }
  for (index, item) in outline.items.enumerated() {
    let place = "of section \(index + 1), number \(item.number)"
    if let group = item.group, holds(group) { return "the group \(place)" }
    if [item.label, item.title].contains(where: { $0.map(holds) ?? false }) {
      return "the heading \(place)"
    }
    for field in item.fields
    where (field.value + [field.label].compactMap { $0 }).contains(where: holds) {
      return "the field \(field.key ?? "without a key") \(place)"
    }
    if item.body.contains(where: holds) { return "body \(place)" }
  }
  return "in no part: the cleaner left it out"
}

// MARK: - Words

private func shortened(_ range: Range<Int>, of cleaned: Cleaned) -> String {
  shortened(range, in: cleaned.text)
}

/// At most 60 characters of a text, on one line.
private func shortened(_ range: Range<Int>, in text: [UInt8]) -> String {
  let words = String(decoding: text[range], as: UTF8.self)
  let short = words.count > 60 ? words.prefix(59) + "…" : words[...]
  return short.map { $0.isNewline ? " " : String($0) }.joined()
}

private func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}
