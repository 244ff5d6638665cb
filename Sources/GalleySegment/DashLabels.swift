internal import GalleyModel

/// Labels that a dash divides from their value: `Why now — Sensors are cheap.` Only their coming back
/// tells them from a sentence.
struct DashLabels {
  private var found: [LabelHead] = []

  /// Bytes of the longest label.
  private static let reach = 40
  /// Lines that begin alike.
  private static let repeats = 3

  /// Notes a line that may begin with one.
  mutating func add(
    _ line: Line, index: Int, in text: [UInt8], words: LabelVocabulary, seen: inout SeenLabels
  ) {
    let start = skipBullet(in: text, line.text)
    let near = start..<min(line.text.upperBound, start + Self.reach)
    guard mayHoldDash(text.span, near), let dash = dash(in: text, near) else { return }
    let value = skipSpaces(in: text, at: dash.upperBound, end: line.text.upperBound)
    guard value < line.text.upperBound else { return }
    let label = text.trimmed(start..<dash.lowerBound)
    guard !label.isEmpty else { return }
    found.append(
      LabelHead(
        line: index, label: label, value: value, form: .colon, text: text, seen: &seen,
        word: words.word(label, in: text)))
  }

  /// A quick look, eight bytes at a time and a little beyond: the byte that all dashes begin with.
  private func mayHoldDash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // Nothing but letters stands before it.
    if range.isEmpty || bytes[range.lowerBound] >= 0xE2 { return false }
    var at = range.lowerBound
    while at < range.upperBound {
      guard at + 8 <= bytes.count else { return true }
      if Word.equal(Word.load(bytes, at), 0xE2) != 0 { return true }
      at += 8
    }
    return false
  }

  /// A dash between spaces, with letters and spaces before it.
  private func dash(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var at = range.lowerBound
    while at < range.upperBound {
      switch text[at] {
      case 0x20 where at + 4 < text.count && text[at + 1] == 0xE2:
        guard text[at + 2] == 0x80, [0x93, 0x94].contains(text[at + 3]), text[at + 4] == 0x20,
          at > range.lowerBound
        else { return nil }
        return at..<at + 4
      case 0x20, UInt8(ascii: "'"), UInt8(ascii: "?"), 0x41...0x5A, 0x61...0x7A, 0xC3..<0xE2,
        0x80..<0xC0:
        at += 1
      default: return nil
      }
    }
    return nil
  }

  /// Adds those that come back to the document's labels.
  func adopt(into survey: inout Survey) {
    var counts: [Int: Int] = [:]
    for head in found { counts[head.id, default: 0] += 1 }
    let adopted = found.filter { counts[$0.id, default: 0] >= Self.repeats }
    guard !adopted.isEmpty else { return }
    survey.heads = (survey.heads + adopted).sorted { $0.line < $1.line }
    for (index, head) in survey.heads.enumerated() { survey.lines[head.line].head = index }
  }
}
