internal import GalleyModel

/// `range` with the delimiters right before and after it in its line, within the given bounds.
///
/// Docs/record.md lists the delimiters: a reader of records may rely on it that a heading's or a
/// field's range holds nothing else besides its label, its title and its value.
func widen(_ range: Range<Int>, from start: Int, to end: Int, in text: [UInt8]) -> Range<Int> {
  var low = range.lowerBound
  var first = low
  while low > start {
    let scalar = text.scalar(before: low)
    let isMark = isDelimiter(scalar.value)
    guard isMark || isBlank(scalar.value) else { break }
    low -= scalar.length
    if isMark { first = low }
  }
  var high = range.upperBound
  var last = high
  while high < end {
    let scalar = text.scalar(at: high)
    let isMark = isDelimiter(scalar.value)
    guard isMark || isBlank(scalar.value) else { break }
    high += max(1, scalar.length)
    if isMark { last = high }
  }
  return first..<last
}

/// White space inside a line.
private func isBlank(_ scalar: UInt32) -> Bool { scalar != 0x0A && Scalar.isSpace(scalar) }

/// Marks that part a heading or a field from its neighbours, or its label from the rest of it.
func isDelimiter(_ scalar: UInt32) -> Bool {
  switch scalar {
  // . , : ; ) ( [ ] { } - _ * # / | > < ~ = + ! ? " '
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  // General punctuation: dashes, quotation marks, bullets, ellipses.
  case 0x2010...0x2027, 0x2030...0x205E: true
  // « » · § and their kin; the cross.
  case 0xA1...0xBF, 0xD7: true
  // Arrows, box drawing, blocks, geometric shapes, dingbats, keycaps and pictographs.
  case 0x2190...0x21FF, 0x2500...0x27BF, 0x2B00...0x2BFF, 0xFE0F, 0x20E3, 0x1F300...0x1FAFF: true
  // 、。〈〉《》「」【】〔〕 and their kin.
  case 0x3001...0x3004, 0x3008...0x3020, 0x3030, 0x30FB: true
  // Full-width forms of the ASCII marks.
  case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: true
  default: false
  }
}
