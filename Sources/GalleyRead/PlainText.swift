internal import GalleyModel

/// A block for each line of a plain text that is not blank.
///
/// A line ends at LF, CR, CRLF, VT, FF, NEL (U+0085), U+2028 or U+2029; a form feed also begins a
/// page. Most texts know only LF, which one vectorized look tells beforehand.
func readText(_ decoded: Decoded) -> Blocks {
  let text = decoded.text
  let hasOnlyLineFeeds = !hasRareLineEnd(text.span)
  var reader = LineReader(capacity: text.count / 48)
  var at = 0
  while at < text.count {
    let end =
      hasOnlyLineFeeds ? lineFeed(in: text.span, from: at) : lineEnd(in: text.span, from: at)
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

private typealias Lanes = SIMD32<UInt8>

/// The 32 bytes from `offset`, which has 32 bytes after it.
private func lanes(_ text: Span<UInt8>, _ offset: Int) -> Lanes {
  precondition(offset >= 0 && offset + 32 <= text.count)
  // In bounds by the precondition; a SIMD32<UInt8> needs no alignment for an unaligned load.
  return unsafe text.withUnsafeBytes {
    unsafe $0.loadUnaligned(fromByteOffset: offset, as: Lanes.self)
  }
}

/// Whether a CR, VT or FF stands in the text, or a byte pair that may be NEL, U+2028 or U+2029.
private func hasRareLineEnd(_ text: Span<UInt8>) -> Bool {
  var at = 0
  while at + 34 <= text.count {
    let first = lanes(text, at)
    let second = lanes(text, at + 1)
    let third = lanes(text, at + 2)
    let control = (first .>= 0x0B) .& (first .<= 0x0D)
    let nel = (first .== 0xC2) .& (second .== 0x85)
    let separator = (first .== 0xE2) .& (second .== 0x80) .& (third & 0xFE .== 0xA8)
    if any(control .| nel .| separator) { return true }
    at += 32
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
  case 0xC2: at + 1 < text.count && text[at + 1] == 0x85
  case 0xE2: at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] & 0xFE == 0xA8
  default: false
  }
}

/// The next line feed, or the end of the text.
private func lineFeed(in text: Span<UInt8>, from start: Int) -> Int {
  var at = start
  while at + 32 <= text.count {
    let found = lanes(text, at) .== UInt8(ascii: "\n")
    if any(found) { break }
    at += 32
  }
  while at < text.count, text[at] != UInt8(ascii: "\n") { at += 1 }
  return at
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
