internal import GalleyModel

/// A block for each line of a plain text that is not blank.
///
/// A line ends at LF, CR, CRLF, VT, FF, NEL (U+0085), U+2028 or U+2029; a form feed also begins a
/// page. Most texts know only LF, which one look at all bytes tells beforehand.
func readText(_ decoded: Decoded) -> Blocks {
  let text = decoded.text
  let hasOnlyLineFeeds = !hasRareLineEnd(text.span)
  var reader = LineReader(capacity: text.count / 48)
  var at = 0
  while at < text.count {
    let end =
      hasOnlyLineFeeds
      ? text.span.offset(of: UInt8(ascii: "\n"), from: at) : lineEnd(in: text.span, from: at)
    reader.line(at..<end, of: text)
    at = end
    guard at < text.count else { break }
    if text[at] == 0x0C { reader.beginPage() }
    at += hasOnlyLineFeeds ? 1 : lengthOfLineEnd(in: text, at: at)
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

  mutating func line(_ range: Range<Int>, of text: [UInt8]) {
    let indent = measureIndent(range, of: text)
    let content = text.trimmed(indent.end..<range.upperBound)
    guard !content.isEmpty else {
      blanks += 1
      return
    }
    items.append(
      Block(
        kind: .line, text: content, indent: indent.columns, blanksBefore: blanks,
        style: isNewPage ? .newPage : []))
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
    } else if byte < 0x80 {
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

/// Whether a CR, VT or FF stands in the text, or NEL, U+2028 or U+2029.
private func hasRareLineEnd(_ text: Span<UInt8>) -> Bool {
  var at = 0
  while at + Lanes.width <= text.count {
    let lanes = Lanes.load(text, at)
    // C2 begins NEL and E2 a separator; both begin much else.
    let suspects = lanes.isIn(0x0B...0x0D) | (lanes == 0xC2) | (lanes == 0xE2)
    if suspects.any {
      for offset in at..<at + Lanes.width where isRareLineEnd(text, offset) { return true }
    }
    at += Lanes.width
  }
  while at < text.count {
    if isRareLineEnd(text, at) { return true }
    at += 1
  }
  return false
}

private func isRareLineEnd(_ text: Span<UInt8>, _ at: Int) -> Bool {
  switch text[at] {
  case 0x0B...0x0D: true
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

/// The next line end of any kind, or the end of the text.
private func lineEnd(in text: Span<UInt8>, from start: Int) -> Int {
  var at = start
  while at < text.count {
    let byte = text[at]
    if byte == 0x0A { return at }
    if byte <= 0x0D || byte >= 0x80, isRareLineEnd(text, at) { return at }
    at += 1
  }
  return at
}

private func lengthOfLineEnd(in text: [UInt8], at offset: Int) -> Int {
  switch text[offset] {
  case 0x0D: offset + 1 < text.count && text[offset + 1] == 0x0A ? 2 : 1
  case 0xC2: 2
  case 0xE2: 3
  default: 1
  }
}
