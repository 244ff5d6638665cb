internal import GalleyModel

/// What the `<br>` elements of a passage mean: a page that writes its paragraphs with them, or lines
/// that were wrapped by hand.
struct LineBreaks {
  private(set) var paragraphs: [Range<Int>] = []

  init(_ text: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    var at = start
    while let next = text[at..<range.upperBound].firstIndex(of: PageTree.lineBreak) {
      if Self.divides(text, range, at: next) {
        paragraphs.append(start..<next)
        start = next + 1
      }
      at = next + 1
    }
    paragraphs.append(start..<range.upperBound)
  }

  /// A break inside a sentence joins: the line before has no final mark and the next one goes on with
  /// a small letter.
  private static func divides(_ text: [UInt8], _ range: Range<Int>, at offset: Int) -> Bool {
    let before = text.trimmed(range.lowerBound..<offset)
    let after = text.trimmed(offset + 1..<range.upperBound)
    guard !before.isEmpty, !after.isEmpty else { return true }
    // Two breaks in a row.
    if text[before.upperBound..<after.lowerBound].count(where: { $0 == PageTree.lineBreak }) > 1 {
      return true
    }
    let last = text[before.upperBound - 1]
    let first = text[after.lowerBound]
    let goesOn = first &- 0x61 < 26
    let isOpen = lowercased(last) &- 0x61 < 26 || last == UInt8(ascii: ",")
    return !(goesOn && isOpen)
  }
}
