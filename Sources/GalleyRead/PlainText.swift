internal import GalleyModel

/// A block for each line of a plain text that is not blank.
///
/// A line ends at LF, CR, CRLF, VT, FF, NEL (U+0085), U+2028 or U+2029; a form feed also begins a
/// page.
func readText(_ decoded: Decoded) -> Blocks {
  let text = decoded.text
  var reader = LineReader(capacity: text.count / 48)
  var at = 0
  while at < text.count {
    // Every other line is blank in many texts.
    if text[at] == 0x0A {
      reader.blankLine()
      at += 1
      continue
    }
    let end = lineEnd(in: text.span, from: at)
    reader.line(at..<end, of: text)
    at = end
    guard at < text.count else { break }
    if text[at] == 0x0C { reader.beginPage() }
    at += lengthOfLineEnd(in: text, at: at)
  }
  return Blocks(
    format: .text, encoding: decoded.encoding, text: text, items: reader.items,
    origins: [decoded.origin], diagnostics: decoded.diagnostics)
}

/// Collects the blocks, and what stood between them.
private struct LineReader {
  private(set) var items: [Block] = []
  private var blanks = 0
  private var isNewPage = false

  init(capacity: Int) { items.reserveCapacity(capacity) }

  mutating func beginPage() {
    isNewPage = true
    if blanks > 0 { blanks -= 1 }
  }

  mutating func blankLine() { blanks += 1 }

  mutating func line(_ range: Range<Int>, of text: [UInt8]) {
    let indent = measureIndent(range, of: text)
    let content = text.trimmed(indent.end..<range.upperBound)
    if content.isEmpty { return blankLine() }
    items.append(
      Block(
        kind: .line, text: content, indent: indent.columns, blanksBefore: blanks,
        style: isNewPage ? .newPage : Block.Style(rawValue: 0)))
    blanks = 0
    isNewPage = false
  }
}

/// The white space that a line begins with: its columns and where it ends.
private func measureIndent(_ range: Range<Int>, of text: [UInt8]) -> (columns: Int, end: Int) {
  var columns = 0
  var at = range.lowerBound
  while at < range.upperBound {
    let byte = text[at]
    if byte == UInt8(ascii: " ") {
      columns += 1
      at += 1
    } else if byte == UInt8(ascii: "\t") {
      columns = (columns / 8 + 1) * 8
      at += 1
    } else if byte < 0x80 || byte &- 0xE4 < 6 {
      // Ideographs as well: no white space begins with E4 to E9.
      break
    } else {
      let scalar = text.scalar(at: at)
      guard Scalar.isSpace(scalar.value) else { break }
      columns += columnsOfSpace(scalar.value)
      at += scalar.length
    }
  }
  return (columns, at)
}

private func columnsOfSpace(_ scalar: UInt32) -> Int {
  switch scalar {
  case 0x3000: 2
  case 0x200B, 0xFEFF: 0
  default: 1
  }
}

// MARK: - Line ends

/// The next line end at or after `start`, or the end of the text.
private func lineEnd(in text: Span<UInt8>, from start: Int) -> Int {
  precondition(start >= 0)
  var at = start
  while at + Lanes.width <= text.count {
    let lanes = Lanes.load(text, at)
    // All controls up to the last line end, for a range from 0 on is told faster. C2 begins NEL and E2
    // a separator; both begin much else.
    let place = (lanes.isIn(0x00...0x0D) | ((lanes & 0xDF) == 0xC2)).first
    at += place
    if place == Lanes.width { continue }
    if isLineEnd(text, at) { return at }
    at += 1
  }
  while at < text.count, !isLineEnd(text, at) { at &+= 1 }
  return at
}

private func isLineEnd(_ text: Span<UInt8>, _ at: Int) -> Bool {
  switch text[at] {
  case 0x0A...0x0D: true
  case 0xC2: at + 1 < text.count && text[at + 1] == 0x85 && !isMisread(text, at)
  case 0xE2: at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] & 0xFE == 0xA8
  default: false
  }
}

/// Whether the U+0085 at `at` is a byte of UTF-8 that was read as Latin-1, as in `Ä\u{85}` for ą: a
/// lead byte (C2 to F4) or another byte from 80 to BF stands before it, as a character.
private func isMisread(_ text: Span<UInt8>, _ at: Int) -> Bool {
  guard at >= 2 else { return false }
  switch (text[at - 2], text[at - 1]) {
  case (0xC2, 0x80...0x84), (0xC2, 0x86...0xBF), (0xC3, 0x82...0xB4): return true
  default: return false
  }
}

private func lengthOfLineEnd(in text: [UInt8], at offset: Int) -> Int {
  switch text[offset] {
  case 0x0D: offset + 1 < text.count && text[offset + 1] == 0x0A ? 2 : 1
  case 0xC2: 2
  case 0xE2: 3
  default: 1
  }
}
