internal import GalleyModel

extension Boundaries {
  /// A heading's number alone on its line, and its short title on the next.
  ///
  /// The title is short, ends no sentence, opens with no marker, and is not the only line of its
  /// kind: after it comes a blank line, a line that opens with a label, or a longer line.
  func isLoneNumber(_ index: Int) -> Bool {
    let number = lines[index - 1]
    let title = lines[index]
    guard number.marker == .alone || isChapter(number), number.width <= 12,
      title.marker == .none || title.marker == .label,
      title.kind == .line || title.kind == .paragraph
        || title.kind == number.kind
    else { return false }
    guard title.width <= 60, title.shape.letters > 0,
      title.ending != .sentence || title.isQuestion(bytes),
      title.ending != .comma, title.opening != .lower, title.opening != .closing
    else { return false }
    if number.marker == .alone, number.opening != .digit { return false }
    guard gaps[index - 1] != .soft else { return false }
    return gaps[index + 1] != .soft || gaps[index] != .soft
  }

  private func isChapter(_ line: Line) -> Bool {
    line.marker == .section && line.shape.letters <= 2 && line.shape.digits > 0
  }
}

extension Line {
  func isQuestion(_ bytes: [UInt8]) -> Bool {
    let last = bytes.scalar(before: text.upperBound).value
    return last == 0x3F || last == 0x21 || last == 0xFF1F || last == 0xFF01 || last == 0x2026
  }
}
