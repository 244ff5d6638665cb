internal import GalleyModel

/// All that the search for items works on.
struct Survey: Sendable {
  var text: [UInt8]
  var lines: [Line] = []
  var markers: [Marker] = []
  /// `markerLines[i]` is the line of `markers[i]`.
  var markerLines: [Int] = []
  var heads: [LabelHead] = []
  /// How many different labels `heads` has.
  var labelCount = 0
  /// Lines that no sentence ends and that are no longer than a heading: `headingReach` columns.
  var bareLines: [Int] = []
  /// Lines that begin with a mark, and items of a page's lists.
  var markedLines: [Int] = []
  /// Some lines may be rows of a table.
  var hasRows = false
  var isPage: Bool
  var labels: LabelVocabulary

  func marker(of line: Int) -> Marker? {
    lines[line].marker < 0 ? nil : markers[lines[line].marker]
  }

  func head(of line: Int) -> LabelHead? {
    lines[line].head < 0 ? nil : heads[lines[line].head]
  }

  /// Columns of the longest heading that nothing but its shape tells.
  static let headingReach = 110

  func isNoise(_ line: Int) -> Bool { lines[line].noise != nil }

  func isDrawn(_ line: Int) -> Bool { text.isDrawn(lines[line].text, atLeast: drawnMarks) }

  /// Title-like: short, and no sentence.
  func isTitleLike(_ line: Int, width: Int = 90) -> Bool {
    lines[line].width <= width && lines[line].ending == .none
  }

  /// A short line that ends with a question or an exclamation mark: a heading may.
  func isQuestion(_ line: Int) -> Bool {
    lines[line].width <= 90
      && [0x3F, 0x21, 0xFF1F, 0xFF01].contains(
        text.scalar(before: lines[line].text.upperBound).value)
  }

  /// Two speakers and more take turns: from the first `Name: text` to the last, three of four lines
  /// are such, and each name comes back.
  var isDialogue: Bool {
    guard let first = heads.first?.line, let last = heads.last?.line, heads.count >= 4,
      heads.count * 4 >= (last - first + 1) * 3
    else { return false }
    var turns: [UInt64: Int] = [:]
    for head in heads {
      if head.isKnown || head.form != .colon { return false }
      turns[head.hash, default: 0] += 1
    }
    return turns.count >= 2 && turns.count * 2 <= heads.count && turns.values.allSatisfy { $0 > 1 }
  }

  /// The next line that is no noise, or `lines.count`.
  func next(after line: Int) -> Int {
    var at = line + 1
    while at < lines.count, isNoise(at) { at += 1 }
    return at
  }

  /// The line before that is no noise, or -1.
  func previous(before line: Int) -> Int {
    var at = line - 1
    while at >= 0, isNoise(at) { at -= 1 }
    return at
  }
}
