internal import GalleyModel

/// The first of a row's two cells: a label where it comes back.
func rowLabel(
  in text: [UInt8], _ line: Line, start: Int, index: Int, words: LabelVocabulary,
  seen: inout SeenLabels
) -> LabelHead? {
  guard let tab = onlyTab(in: text, line.text), start < tab,
    case let label = text.trimmed(start..<tab), !label.isEmpty, label.count <= labelBytes
  else { return nil }
  let end = line.text.upperBound
  return LabelHead(
    line: index, label: label, value: skipSpaces(in: text, at: tab, end: end), form: .bracket,
    text: text, seen: &seen, word: words.word(label, in: text))
}

/// The tab of a row of two cells.
private func onlyTab(in text: [UInt8], _ row: Range<Int>) -> Int? {
  let tab = UInt8(ascii: "\t")
  guard let first = text[row].firstIndex(of: tab), text[row].lastIndex(of: tab) == first,
    first > row.lowerBound, first + 1 < row.upperBound
  else { return nil }
  return first
}
