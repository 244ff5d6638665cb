package import GalleyModel

/// What the built-in rules found in a sample, counted: what a profile is proposed from.
package struct Findings {
  /// A text and how often it was found.
  struct Count {
    var text: String
    var count: Int
  }

  struct LabelCount {
    var key: String?
    var label: String
    var count: Int
  }

  let record: Record
  /// Forms of headings as patterns, the commonest first.
  private(set) var headings: [Count] = []
  /// Headings that print no number.
  private(set) var unnumbered = 0
  private(set) var labels: [LabelCount] = []
  /// Running heads that the built-in rules took out.
  private(set) var running: [Count] = []
  /// Short lines that come back and stayed in the text.
  private(set) var repeated: [Count] = []

  private let text: [UInt8]

  package init(_ cleaned: Cleaned, _ outline: Outline, _ record: Record) {
    self.record = record
    text = cleaned.text
    headings(cleaned, outline)
    labels(outline)
    running = counts(
      cleaned.edits.filter { $0.rule == .runningHead }.flatMap {
        lines(of: $0, cleaned.blocks.text)
      })
    let passages = outline.preface + outline.items.flatMap(\.body) + outline.trailer
    repeated = counts(
      passages.filter { $0.count <= 80 }.map {
        withNumbers(String(decoding: text[$0], as: UTF8.self))
      }
    ).filter { $0.count >= 3 }
  }

  private mutating func headings(_ cleaned: Cleaned, _ outline: Outline) {
    var forms: [String] = []
    for item in outline.items {
      guard let label = item.label else {
        unnumbered += 1
        continue
      }
      guard let form = form(of: label, title: item.title, in: cleaned) else { continue }
      forms.append(form)
    }
    headings = counts(forms)
  }

  /// The pattern of one heading, made of the marker as printed.
  private func form(
    of label: Range<Int>, title: Range<Int>?, in cleaned: Cleaned
  ) -> String? {
    guard let line = cleaned.paragraphs.first(where: { $0.text.contains(label.lowerBound) }),
      let (numeral, number) = number(in: label)
    else { return nil }
    let before = escaped(line.text.lowerBound..<number.lowerBound)
    let marker = before + "{\(numeral.rawValue)}"
    guard let title, line.text.contains(title.lowerBound), number.upperBound <= title.lowerBound
    else {
      return marker + escaped(number.upperBound..<max(number.upperBound, line.text.upperBound))
    }
    let gap = number.upperBound..<title.lowerBound
    // What repairs put in has no origin: look from the number itself to the title's first byte.
    let wide = number.lowerBound..<title.lowerBound + 1
    let printed = cleaned.blocks.text[cleaned.origin.origin(of: wide)]
    if printed.contains(UInt8(ascii: "\n")) { return marker + escaped(text.trimmed(gap)) }
    return marker + escaped(gap) + "{title}"
  }

  /// The first numeral of a marker: 03 of `A03:2021`.
  private func number(in label: Range<Int>) -> (LinePattern.Numeral, Range<Int>)? {
    for numeral in [LinePattern.Numeral.decimal, .circled, .han, .roman] {
      var at = label.lowerBound
      while at < label.upperBound {
        var end = at
        while end < label.upperBound, case let scalar = text.scalar(at: end),
          numeral.holds(scalar.value)
        {
          end += scalar.length
        }
        if end > at { return (numeral, at..<end) }
        at += max(1, text.scalar(at: at).length)
      }
    }
    return nil
  }

  private func escaped(_ range: Range<Int>) -> String {
    LinePattern.escaped(String(decoding: text[range], as: UTF8.self))
  }

  private mutating func labels(_ outline: Outline) {
    for field in outline.items.flatMap(\.fields) {
      guard let range = field.label else { continue }
      let label = String(decoding: text[range], as: UTF8.self)
      if let index = labels.firstIndex(where: { $0.label == label && $0.key == field.key }) {
        labels[index].count += 1
      } else {
        labels.append(LabelCount(key: field.key, label: label, count: 1))
      }
    }
  }

  private func lines(of edit: Edit, _ text: [UInt8]) -> [String] {
    text[edit.range].split(separator: UInt8(ascii: "\n")).map { line in
      withNumbers(
        String(decoding: text[text.trimmed(line.startIndex..<line.endIndex)], as: UTF8.self))
    }.filter { !$0.isEmpty }
  }

  /// A line as a pattern, its numbers as tokens.
  private func withNumbers(_ line: String) -> String {
    var out = ""
    var isNumber = false
    for scalar in LinePattern.escaped(line).unicodeScalars {
      let isDigit = Scalar.isDigit(scalar.value)
      if !isDigit { out.unicodeScalars.append(scalar) } else if !isNumber { out += "{n}" }
      isNumber = isDigit
    }
    return out
  }

  /// In the order of first appearance among those of equal count.
  private func counts(_ texts: [String]) -> [Count] {
    var out: [Count] = []
    var places: [String: Int] = [:]
    for text in texts {
      if let place = places[text] {
        out[place].count += 1
      } else {
        places[text] = out.count
        out.append(Count(text: text, count: 1))
      }
    }
    return out.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }
}
