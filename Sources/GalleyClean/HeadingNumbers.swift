internal import GalleyModel

extension Boundaries {
  /// A heading's number alone on its line, and its title on the next.
  func isLoneNumber(_ index: Int) -> Bool {
    let number = lines[index - 1]
    let title = lines[index]
    guard number.ending != .comma, title.marker == .none || title.marker == .label,
      mayHoldTitle(title.kind), title.opening != .lower, title.opening != .closing
    else { return false }
    let isTitle =
      if number.marker == .alone, number.opening == .digit {
        hasInnerStop(number) ? isSectionTitle(index) : isShortTitle(index)
      } else {
        title.width <= 80 && title.ending != .comma
          && (title.ending != .sentence || title.isQuestion) && isChapter(number)
      }
    return isTitle && title.shape(in: bytes).letters > 1
  }

  private func mayHoldTitle(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .line, .paragraph, .heading: true
    default: false
    }
  }

  /// After `3.1.2`: whatever is no whole sentence, however long.
  private func isSectionTitle(_ index: Int) -> Bool {
    let title = lines[index]
    if title.ending == .sentence, !title.isQuestion { return false }
    if gaps[index] == .soft, gaps[index - 1] == .soft, lines[index - 1].indent != title.indent {
      return false
    }
    return title.width <= 110
  }

  /// After `3`: a short title, with something else above the number and below the title.
  private func isShortTitle(_ index: Int) -> Bool {
    let title = lines[index]
    guard title.width <= 60, title.ending != .comma,
      title.ending != .sentence || title.isQuestion, gaps[index - 1] != .soft
    else { return false }
    return gaps[index + 1] != .soft || gaps[index] != .soft
  }

  private func hasInnerStop(_ line: Line) -> Bool {
    bytes[line.text].dropLast().contains(UInt8(ascii: "."))
  }

  /// One word and a number, where the document counts its sections from that number: "Chapter 3"
  /// over "3.1".
  private func isChapter(_ line: Line) -> Bool {
    guard line.ending == .digit || line.marker == .section,
      line.opening == .upper || line.marker == .section || line.opening == .hangul
    else { return false }
    let shape = line.shape(in: bytes)
    guard (1...3).contains(shape.digits), (1...13).contains(shape.letters) else { return false }
    let key = LineKey(line.text, of: bytes)
    guard let number = key.first, key.last == number else { return false }
    return chapters.contains(number)
  }
}

/// The number before the first full stop of a section's number.
func chapter(of line: Line, in bytes: [UInt8]) -> Int? {
  guard line.marker == .section || line.marker == .alone else { return nil }
  var value = 0
  var at = line.text.lowerBound
  while at < line.text.upperBound, bytes[at] >= 0x30, bytes[at] <= 0x39, value < 1000 {
    value = value * 10 + Int(bytes[at] & 15)
    at += 1
  }
  guard at > line.text.lowerBound, at + 1 < line.text.upperBound, bytes[at] == UInt8(ascii: "."),
    bytes[at + 1] >= 0x30, bytes[at + 1] <= 0x39
  else { return nil }
  return value
}

extension Line {
  var isQuestion: Bool {
    last == 0x3F || last == 0x21 || last == 0xFF1F || last == 0xFF01 || last == 0x2026
  }
}
