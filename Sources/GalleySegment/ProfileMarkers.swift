internal import GalleyModel

/// The headings that a profile describes, in place of those that the built-in rules know.
struct ProfileMarkers {
  private struct Form {
    var pattern: LinePattern
    /// A number that stands alone, and the title that the cleaner has put behind it.
    var isJoined: Bool
  }

  private let forms: [Form]
  private let longestTitle: Int
  /// Headings without a number so far: they are counted.
  private var count = 0

  /// nil where the profile leaves headings to the built-in rules.
  init?(_ headings: Profile.Headings) {
    if headings.patterns.isEmpty { return nil }
    forms = headings.patterns.flatMap { pattern in
      [Form(pattern: pattern, isJoined: false)]
        + (pattern.withTitle.map { [Form(pattern: $0, isJoined: true)] } ?? [])
    }
    longestTitle = headings.longestTitle ?? .max
  }

  /// The marker of a paragraph made of `blocks` lines.
  mutating func marker(in text: [UInt8], _ line: Range<Int>, blocks: Int) -> Marker? {
    for form in forms where !form.isJoined || blocks > 1 {
      guard let match = form.pattern.match(text, line) else { continue }
      let title = match.title ?? line.upperBound..<line.upperBound
      guard scalars(text, title) <= longestTitle else { continue }
      guard let number = match.number else {
        count += 1
        return Marker(
          system: .markup, value: count, label: line.lowerBound..<line.lowerBound,
          title: title.lowerBound, titleEnd: title.upperBound)
      }
      guard let value = numeral(in: text, at: number.lowerBound, end: number.upperBound),
        value.end == number.upperBound
      else { continue }
      return Marker(
        system: value.system, value: value.value, suffix: 0x20,
        label: label(in: text, line.lowerBound..<title.lowerBound, number),
        title: title.lowerBound, titleEnd: title.upperBound)
    }
    return nil
  }

  /// What stands before the title, less the mark that divides it from the number.
  private func label(in text: [UInt8], _ range: Range<Int>, _ number: Range<Int>) -> Range<Int> {
    var label = text.trimmed(range)
    while label.upperBound > number.upperBound,
      case let last = text.scalar(before: label.upperBound), isDivider(last.value)
    {
      label = label.lowerBound..<label.upperBound - last.length
    }
    return label
  }

  private func scalars(_ text: [UInt8], _ range: Range<Int>) -> Int {
    text[range].count { $0 & 0xC0 != 0x80 }
  }
}

extension Search {
  /// The chains from a profile's first number on. One that is longer than its list is tried without
  /// what is too much, too: "11 years ago" goes on counting after 10.
  func fitted(_ chains: [Chain]) -> [Chain] {
    var out = chains
    if let start = headings.start {
      for index in out.indices { out[index].nodes.trimPrefix { $0.number != start } }
    }
    if let expected {
      for chain in out where chain.nodes.count > expected {
        var shorter = chain
        shorter.nodes.removeLast(chain.nodes.count - expected)
        out.append(shorter)
      }
    }
    return out.filter { $0.nodes.count >= 2 }
  }
}

/// Where a profile says that the text's first line is its title.
func firstLine(_ survey: Survey) -> TitleLine? {
  let line = survey.next(after: -1)
  guard line < survey.lines.count else { return nil }
  return TitleLine(line: line, text: trimDecoration(in: survey.text, survey.lines[line].text))
}
