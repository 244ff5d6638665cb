internal import GalleyModel

/// Marks a page's number and the head of the next page where both stand in the midst of a sentence,
/// and the same head stands over the text or beside another number.
func markPageBreaks(at numbers: [Int], _ lines: inout [Line], of bytes: [UInt8]) {
  for number in numbers {
    for head in [number + 1, number - 1] where lines.indices.contains(head) {
      guard let first = copy(of: head, beside: numbers, lines, bytes),
        goesOn(over: min(number, head)...max(number, head), lines)
      else { continue }
      lines[number].drop = .pageNumber
      lines[head].drop = .runningHead
      lines[first].drop = .runningHead
      for edge in [first - 1, first + 1] where numbers.contains(edge) {
        lines[edge].drop = .pageNumber
      }
    }
  }
}

/// Lines from a head to its copy: a page's worth of them.
private let pageOfLines = 8

/// The text's first line, or one beside a number, that says the same as the line.
private func copy(of line: Int, beside numbers: [Int], _ lines: [Line], _ bytes: [UInt8]) -> Int? {
  guard lines[line].width < 100, lines[line].drop == nil else { return nil }
  let words = letters(of: lines[line].text, bytes)
  guard words.count >= 6 else { return nil }
  let beside = numbers.flatMap { [$0 - 1, $0 + 1] }.filter(lines.indices.contains)
  return ([0] + beside).first { other in
    abs(other - line) >= pageOfLines && lines[other].width < 100
      && areAlike(letters(of: lines[other].text, bytes), words)
  }
}

/// Without digits and marks, which change from page to page.
private func letters(of range: Range<Int>, _ bytes: [UInt8]) -> [UInt32] {
  var out: [UInt32] = []
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = bytes.scalar(at: at)
    if Letters.isLetter(scalar.value) { out.append(scalar.value) }
    at += max(1, scalar.length)
  }
  return out
}

/// The same letters but for one of ten: a day of the week, a letter read wrong.
private func areAlike(_ one: [UInt32], _ other: [UInt32]) -> Bool {
  guard one.count == other.count else { return false }
  return zip(one, other).count { $0 != $1 } * 10 <= one.count
}

/// Whether a sentence goes on over the lines.
private func goesOn(over range: ClosedRange<Int>, _ lines: [Line]) -> Bool {
  guard range.lowerBound > 0, range.upperBound + 1 < lines.count else { return false }
  var around = [lines[range.lowerBound - 1], lines[range.lowerBound], lines[range.upperBound + 1]]
  around[1].drop = nil
  return isInterruption(at: 1, around)
}
