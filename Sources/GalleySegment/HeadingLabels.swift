internal import GalleyModel

/// Labels that stand on the heading's own line, behind a space: `苔藓墙 完成单位：甲 意义：降噪`.
struct HeadingLabels: Sendable {
  /// Hashes of what stands before a colon on the lines of half of the headings.
  private var hashes: Set<UInt64> = []

  /// Headings that need to have one before it is a label.
  private static let repeats = 3
  /// Bytes of the longest label.
  private static let reach = 40

  init() {}

  init(_ chain: Chain, _ search: Search) {
    let survey = search.survey
    // A quick look: half of the lines have a colon.
    let lines = chain.nodes.filter { node in
      guard !node.isLost, case let title = search.titleLine(of: node),
        title < survey.lines.count
      else { return false }
      return survey.lines[title].lastColon > 0 && survey.lines[title].ending != .colon
    }
    guard lines.count >= Self.repeats, lines.count * 2 >= chain.nodes.count else { return }
    var counts: [UInt64: Int] = [:]
    for node in lines {
      let start = search.titleStart(of: node)
      let end = survey.lines[search.titleLine(of: node)].text.upperBound
      let found = Self.candidates(in: survey.text, start..<end).map {
        foldedHash(survey.text, $0.label)
      }
      for hash in Set(found) { counts[hash, default: 0] += 1 }
    }
    hashes = Set(
      counts.filter { $0.value >= Self.repeats && $0.value * 2 >= chain.nodes.count }.keys)
  }

  /// The labels on a line, and where the value of each begins.
  func labels(in text: [UInt8], _ range: Range<Int>) -> [(label: Range<Int>, value: Int)] {
    if hashes.isEmpty { return [] }
    return Self.candidates(in: text, range).filter { hashes.contains(foldedHash(text, $0.label)) }
  }

  /// Words between a space and a colon.
  private static func candidates(
    in text: [UInt8], _ range: Range<Int>
  ) -> [(label: Range<Int>, value: Int)] {
    var out: [(label: Range<Int>, value: Int)] = []
    var word = range.lowerBound
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = text.scalar(at: at)
      let next = at + scalar.length
      if Scalar.isSpace(scalar.value) {
        word = next
      } else if isColon(scalar.value) {
        let opens = text.scalar(at: word).value
        let isWord = isLetter(opens) || isOtherLetter(opens) || Scalar.isUnspaced(opens)
        // A heading does not end before its label, as a sentence does.
        let isBehindSentence =
          out.isEmpty && ending(in: text, text.trimmed(range.lowerBound..<word)) == .stop
        if word > range.lowerBound, word < at, at - word <= reach,
          isWord || Scalar.isHangul(opens), !isBehindSentence
        {
          out.append((word..<at, skipSpaces(in: text, at: next, end: range.upperBound)))
        }
        word = range.upperBound
      }
      at = next
    }
    return out
  }
}

extension Layout {
  /// Title and fields of a heading with labels on its line; false where it has none.
  mutating func labelled(
    _ items: Items, _ title: Range<Int>, _ item: inout Outline.Item
  ) -> Bool {
    let text = survey.text
    let found = items.headingLabels.labels(in: text, title)
    guard let first = found.first else { return false }
    let name = trimDecoration(in: text, title.lowerBound..<first.label.lowerBound)
    if !name.isEmpty { item.title = name }
    for (index, part) in found.enumerated() {
      let end = index + 1 < found.count ? found[index + 1].label.lowerBound : title.upperBound
      let key = survey.labels.word(part.label, in: text).map { self.name($0.key) }
      item.fields.append(
        Outline.Field(key: key, label: part.label, value: [text.trimmed(part.value..<end)]))
    }
    return true
  }
}
