internal import GalleyModel

extension Boundaries {
  /// A drawn line, `-----`, above or below the boundary; one as long as the line above it only
  /// underlines that.
  @inline(__always)
  func isDrawnLine(at index: Int) -> Bool {
    isDrawn(lines[index - 1])
      || isDrawn(lines[index]) && abs(lines[index].width - lines[index - 1].width) > 4
  }

  @inline(__always)
  private func isDrawn(_ line: Line) -> Bool {
    // Its ends are known, and a look at the text is slower.
    line.first == line.last && bytes.isDrawn(line.text, atLeast: 4)
  }

  /// A day or a year is in the line: `Le 2 janvier 2025, par …`.
  func hasYear(_ line: Line) -> Bool {
    var digits = 0
    for at in line.text {
      if bytes[at] &- 0x30 < 10 {
        digits += 1
        continue
      }
      if digits == 4, bytes[at - 4] == UInt8(ascii: "1") || bytes[at - 4] == UInt8(ascii: "2") {
        return true
      }
      digits = 0
    }
    return false
  }

  /// A label that the text repeats opens the next line, or it opens this one and its value ends
  /// without a stop: the fields of a list, not halves of a sentence.
  func isAtField(_ index: Int) -> Bool {
    if isField[index] { return gaps[index] != .page || lines[index - 1].ending != .comma }
    guard isField[index - 1], gaps[index] == .blank, gaps[index - 1] != .soft else { return false }
    let line = lines[index - 1]
    switch (line.ending, lines[index].opening) {
    case (.comma, _), (.hyphen, _), (_, .lower), (_, .closing): return false
    default: return line.width <= 60
    }
  }

  /// A picture opens the line, as it does where pictures stand for bullets: a heading or an item.
  func isPictured(_ index: Int) -> Bool {
    (0x1F300...0x1FAFF).contains(lines[index - 1].first) && gaps[index] != .soft
      && gaps[index] != .page
      && lines[index - 1].ending != .comma && lines[index].opening != .lower
  }

  /// A heading in capitals that takes two lines, with nothing else beside them: both stand in the
  /// middle, or the second below the first one's words.
  func isTwoLineHead(_ index: Int) -> Bool {
    let before = lines[index - 1]
    let after = lines[index]
    guard gaps[index] == .soft, gaps[index - 1] != .soft, gaps[index + 1] != .soft,
      before.width <= 60, after.width <= 60, before.ending == .upper, after.opening == .upper,
      after.marker == .none
    else { return false }
    let isBelow = after.indent > before.indent && opensWithNumber(before, upTo: after.indent)
    let shift = abs(2 * before.indent + before.width - 2 * after.indent - after.width)
    let isCentred =
      (shift <= 4 || before.indent == after.indent)
      && min(before.indent, after.indent) >= evidence.habits.margin + 4
    return (isBelow || isCentred) && isCapitals(before) && isCapitals(after)
  }

  /// A number or a mark of a list, and words that begin at the column `indent`.
  private func opensWithNumber(_ line: Line, upTo indent: Int) -> Bool {
    let marker = indent - line.indent
    guard marker <= 8, marker < line.text.count else { return false }
    let behind = line.text.lowerBound + marker
    return bytes[behind - 1] == 0x20 && bytes[behind] != 0x20
  }

  private func isCapitals(_ line: Line) -> Bool {
    let shape = line.shape(in: bytes)
    return shape.letters >= 4 && shape.capitals * 10 >= (shape.letters - shape.wide) * 9
  }
}
