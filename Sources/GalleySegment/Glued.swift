internal import GalleyModel

/// Headings that a label is glued to: `苔藓墙入选理由:它会喝水。` in every item of a list.
extension Items {
  /// Bytes of the label that all titles end with, 0 where there is none: the break between heading
  /// and label is lost.
  func gluedLabel() -> Int {
    guard separator == .colon else { return 0 }
    let titles = chain.nodes.compactMap { search.splitTitle($0, at: .colon)?.title }
    guard titles.count == chain.nodes.count, titles.count >= 3, let first = titles.first else {
      return 0
    }
    let text = survey.text
    var end = first.upperBound
    while end > first.lowerBound {
      let scalar = text.scalar(before: end)
      // Only scripts without spaces lose the break without a trace.
      guard Scalar.isHan(scalar.value) || Scalar.isKana(scalar.value) else { break }
      let suffix = text[end - scalar.length..<first.upperBound]
      let isShared = titles.allSatisfy { title in
        title.count > suffix.count
          && text[title.upperBound - suffix.count..<title.upperBound]
            .elementsEqual(suffix)
      }
      guard isShared else { break }
      end -= scalar.length
    }
    let count = first.upperBound - end
    // A label has two characters or more.
    return count >= 6 ? count : 0
  }
}

extension Layout {
  /// Title and first field of a heading that a label is glued to.
  func glued(
    _ items: Items, _ title: Range<Int>, _ value: Range<Int>, _ item: inout Outline.Item
  ) {
    let cut = title.upperBound - items.gluedLabelBytes
    let label = cut..<title.upperBound
    let word = survey.labels.match(survey.text, at: cut, end: title.upperBound)
    let key = word.flatMap { $0.end == title.upperBound ? name($0.value.key) : nil }
    item.title = survey.text.trimmed(title.lowerBound..<cut)
    item.fields.append(Outline.Field(key: key, label: label, value: [value]))
  }
}
