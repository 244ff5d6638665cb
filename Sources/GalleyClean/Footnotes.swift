internal import GalleyModel

/// Puts footnotes behind the paragraph that they cut: the lines in the order in which they are read.
///
/// A note stands at the end of a page and opens with a number whose mark stands above it. It moves
/// only where the text goes on from above it to the next page.
func orderFootnotes(_ lines: [Line], of bytes: [UInt8]) -> [Line] {
  let notes = findNotes(lines, bytes)
  if notes.isEmpty { return lines }
  let isNote = markNotes(notes, count: lines.count)
  let text = lines.indices.filter { !isNote[$0] }
  let boundaries = Boundaries(text.map { lines[$0] }, of: bytes)
  let joins = boundaries.lines.indices.dropFirst().map {
    Scorecard.score(boundaries.read($0)) > 0
  }
  var place = [Int](repeating: 0, count: lines.count)
  for (position, line) in text.enumerated() { place[line] = position }

  // After which line of the text the notes are read.
  var moved: [Int: [Range<Int>]] = [:]
  for note in notes where note.upperBound < lines.count {
    var position = place[note.upperBound]
    guard position > 0, joins[position - 1] else { continue }
    while position < joins.count, joins[position] { position += 1 }
    moved[text[position], default: []].append(note)
  }
  let isMoved = markNotes(moved.values.flatMap { $0 }, count: lines.count)
  var out: [Line] = []
  out.reserveCapacity(lines.count)
  for index in lines.indices where !isMoved[index] {
    out.append(lines[index])
    for note in moved[index] ?? [] {
      for (offset, line) in lines[note].enumerated() {
        out.append(line)
        out[out.count - 1].move = .footnote
        if offset == 0 { out[out.count - 1].blanksBefore = 1 }
      }
    }
  }
  return out
}

private func markNotes(_ notes: [Range<Int>], count: Int) -> [Bool] {
  var isNote = [Bool](repeating: false, count: count)
  for note in notes { for index in note { isNote[index] = true } }
  return isNote
}

/// The runs of lines at the ends of pages that are notes. `lines` has no dropped lines.
private func findNotes(_ lines: [Line], _ bytes: [UInt8]) -> [Range<Int>] {
  var notes: [Range<Int>] = []
  var pageStart = 0
  var markStart = 0
  var lastNumber = 0
  for index in lines.indices.dropFirst() where lines[index].isNewPage {
    if let note = findNote(pageStart..<index, from: markStart, after: lastNumber, lines, bytes) {
      notes.append(note.lines)
      lastNumber = note.number
    }
    // A note may slip to the page after its mark.
    markStart = pageStart
    pageStart = index
  }
  return notes
}

private func findNote(
  _ page: Range<Int>, from markStart: Int, after lastNumber: Int, _ lines: [Line], _ bytes: [UInt8]
) -> (lines: Range<Int>, number: Int)? {
  // Notes stand at the foot; the bound keeps a text of one endless page cheap.
  for index in page.dropFirst(2).suffix(60) {
    guard lines[index].marker == .number || lines[index].marker == .bare,
      let number = noteNumber(lines[index], bytes), number > lastNumber, number <= lastNumber + 3
    else { continue }
    guard
      !lines[page.lowerBound..<index].suffix(8).contains(where: {
        noteNumber($0, bytes) == number - 1
      }),
      hasMark(
        number, in: lines[max(markStart, index - 200)..<index], bytes, isCertain: lastNumber > 0)
    else { continue }
    var last = number
    for line in lines[index..<page.upperBound] {
      if let next = noteNumber(line, bytes), next == last + 1 { last = next }
    }
    return (index..<page.upperBound, last)
  }
  return nil
}

/// The number that a line opens with.
private func noteNumber(_ line: Line, _ bytes: [UInt8]) -> Int? {
  guard line.marker == .number || line.marker == .bare else { return nil }
  var value = 0
  var count = 0
  for byte in bytes[line.text].prefix(6) {
    if byte >= 0x30, byte <= 0x39 {
      value = value * 10 + Int(byte & 15)
      count += 1
    } else if count > 0 {
      break
    }
  }
  return count > 0 && count < 4 ? value : nil
}

/// Whether the number stands right behind a word, or, once notes have been seen, behind a space.
private func hasMark(
  _ number: Int, in lines: ArraySlice<Line>, _ bytes: [UInt8], isCertain: Bool
) -> Bool {
  let digits = Array(String(number).utf8)
  for line in lines {
    var at = line.text.lowerBound + 1
    while at + digits.count <= line.text.upperBound {
      defer { at += 1 }
      guard bytes[at] == digits[0], bytes[at..<at + digits.count].elementsEqual(digits) else {
        continue
      }
      let after = at + digits.count
      if after < line.text.upperBound, Scalar.isDigit(bytes.scalar(at: after).value) { continue }
      let before = bytes.scalar(before: at).value
      if Letters.isLetter(before) || Letters.isClosing(before)
        || Letters.isSentenceEnd(before)
          && !Scalar.isDigit(bytes.scalar(before: at - 1).value)
      {
        return true
      }
      if isCertain, Scalar.isSpace(before) { return true }
    }
  }
  return false
}
