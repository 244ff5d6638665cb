internal import GalleyModel

/// What a line opens with, where that may open a list item, a heading or a note.
enum Marker: UInt8, CaseIterable {
  case none
  /// `•`, `*`, `-` and a space.
  case bullet
  /// `1.`, `1)`, `(1)`, `1、`, `[1]`, `①`.
  case number
  /// `a)`, `b.`, `iv.`
  case letter
  /// `3.1`, `3.1.2.`, `§ 5`, `第三章`
  case section
  /// A number and a space.
  case bare
  /// A short label with a colon.
  case label
  /// Nothing but a number, with or without a full stop.
  case alone
}

/// The marker at the beginning of a line, and the columns it takes with the space after it.
func measureMarker(
  _ range: Range<Int>, of bytes: [UInt8], first: UInt32
) -> (Marker, Int) {
  // Most lines begin with a letter. Of the ideographs, one alone begins a marker.
  let isLetter = (first | 0x20) &- 0x61 < 26
  if isLetter || (0x4E00...0x9FFF).contains(first) && first != ordinalPrefix {
    if isLetter, let (marker, end) = lettered(range.lowerBound, false, range, bytes) {
      return (marker, columns(to: skipSpaces(end, range, bytes), from: range.lowerBound, bytes))
    }
    return (isLabel(range, bytes) ? .label : .none, 0)
  }
  let first = bytes.scalar(at: range.lowerBound)
  let after = range.lowerBound + first.length
  if Letters.isBullet(first.value) {
    let isSpaced = after < range.upperBound && Scalar.isSpace(bytes.scalar(at: after).value)
    // A Chinese or Japanese bullet needs no space; a hyphen or a star does.
    if isSpaced || first.value == 0x2022 || first.value == 0x30FB || first.value == 0x25CF {
      return (.bullet, columns(to: skipSpaces(after, range, bytes), from: range.lowerBound, bytes))
    }
    // **Label:** text, as mark-down has it.
    let isStrong = first.value == 0x2A && after < range.upperBound && bytes[after] == 0x2A
    return (isStrong && isLabel(after + 1..<range.upperBound, bytes) ? .label : .none, 0)
  }
  if (0x2460...0x24FF).contains(first.value) || (0x2776...0x2793).contains(first.value) {
    return (.number, columns(to: skipSpaces(after, range, bytes), from: range.lowerBound, bytes))
  }
  if let (marker, end) = numbered(range, bytes) {
    return (marker, columns(to: skipSpaces(end, range, bytes), from: range.lowerBound, bytes))
  }
  return (isLabel(range, bytes) ? .label : .none, 0)
}

/// 第
private let ordinalPrefix: UInt32 = 0x7B2C

private func numbered(_ range: Range<Int>, _ bytes: [UInt8]) -> (Marker, end: Int)? {
  var at = range.lowerBound
  var scalar = bytes.scalar(at: at)
  if scalar.value == ordinalPrefix { return ordinal(range, bytes) }
  let isBracketed = scalar.value == 0x28 || scalar.value == 0xFF08 || scalar.value == 0x5B
  let isParagraphSign = scalar.value == 0xA7
  if isBracketed || isParagraphSign {
    at += scalar.length
    if isParagraphSign { at = skipSpaces(at, range, bytes) }
    scalar = bytes.scalar(at: at)
  }
  let start = at
  var dots = 0
  var digits = 0
  while at < range.upperBound {
    scalar = bytes.scalar(at: at)
    if Scalar.isDigit(scalar.value) {
      digits += 1
    } else if scalar.value == 0x2E, digits > 0, at + 1 < range.upperBound,
      Scalar.isDigit(bytes.scalar(at: at + 1).value)
    {
      dots += 1
    } else {
      break
    }
    at += scalar.length
  }
  if digits == 0 {
    guard !isParagraphSign else { return nil }
    return lettered(start, isBracketed, range, bytes)
  }
  guard digits <= 4 + 2 * dots else { return nil }
  if isParagraphSign { return (.section, at) }
  let hasSuffix = at < range.upperBound && isSuffix(scalar.value, bracketed: isBracketed)
  let end = hasSuffix ? at + scalar.length : at
  if end == range.upperBound { return (isBracketed ? .number : .alone, end) }
  let next = bytes.scalar(at: end).value
  let isSpaced = Scalar.isSpace(next)
  if dots > 0 {
    guard isSpaced, dots > 1 || digits <= 4 else { return nil }
    return (.section, end)
  }
  if isBracketed { return hasSuffix ? (.number, end) : nil }
  guard digits <= 3 else { return nil }
  if hasSuffix {
    // "1.5" was taken above; "1.Text" is a number only before a letter that is no unit.
    return isSpaced || Scalar.isUnspaced(next) || Letters.isUpper(next) ? (.number, end) : nil
  }
  return isSpaced ? (.bare, end) : nil
}

private func isSuffix(_ scalar: UInt32, bracketed: Bool) -> Bool {
  switch scalar {
  case 0x29, 0xFF09, 0x5D: true
  case 0x2E, 0x3001, 0xFF0E: !bracketed
  default: false
  }
}

/// `a)`, `(b)`, `iv.`: a lower-case letter or a roman numeral of up to four.
private func lettered(
  _ start: Int, _ isBracketed: Bool, _ range: Range<Int>, _ bytes: [UInt8]
) -> (Marker, end: Int)? {
  var at = start
  var isRoman = true
  while at < range.upperBound, at - start < 5 {
    let byte = bytes[at] | 0x20
    guard byte >= 0x61, byte <= 0x7A else { break }
    if byte != 0x69, byte != 0x76, byte != 0x78 { isRoman = false }
    at += 1
  }
  let count = at - start
  guard count == 1 || (isRoman && count > 1 && count < 5), at < range.upperBound else { return nil }
  let suffix = bytes[at]
  guard suffix == UInt8(ascii: ")") || (!isBracketed && suffix == UInt8(ascii: ".")) else {
    return nil
  }
  guard at + 1 < range.upperBound, bytes[at + 1] == UInt8(ascii: " ") else { return nil }
  return (.letter, at + 1)
}

/// `第` and a numeral: chapters, sections, articles.
private func ordinal(_ range: Range<Int>, _ bytes: [UInt8]) -> (Marker, end: Int)? {
  var at = range.lowerBound + 3
  var count = 0
  while at < range.upperBound, count < 6 {
    let scalar = bytes.scalar(at: at)
    if Scalar.isSpace(scalar.value) {
      at += scalar.length
      continue
    }
    guard Scalar.isDigit(scalar.value) || isHanNumeral(scalar.value) else { break }
    at += scalar.length
    count += 1
  }
  guard count > 0, at < range.upperBound else { return nil }
  switch bytes.scalar(at: at).value {
  case 0x7AE0, 0x8282, 0x7BC0, 0x6761, 0x7BC7, 0x90E8, 0x56DE, 0x5377: return (.section, at + 3)
  default: return nil
  }
}

func isHanNumeral(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E,
    0x3007:
    return true
  default: return false
  }
}

/// Up to 24 columns, of 96 bytes at most, without a sentence's punctuation, then a colon that
/// something follows.
private func isLabel(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
  guard mayHoldColon(bytes.span, range.lowerBound..<min(range.upperBound, range.lowerBound + 96))
  else { return false }
  var columns = 0
  var at = range.lowerBound
  while at < range.upperBound, columns <= 24 {
    let byte = bytes[at]
    if byte == UInt8(ascii: " ") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) {
      columns += 1
      at += 1
      continue
    }
    if at + 2 < range.upperBound, isIdeograph(byte, bytes[at + 1]) {
      columns += 2
      at += 3
      continue
    }
    let scalar = bytes.scalar(at: at)
    if Letters.isColon(scalar.value) {
      let next = bytes.scalar(at: at + scalar.length)
      return columns > 1
        && (scalar.value != 0x3A || Scalar.isSpace(next.value) || next.value == 0x2A)
    }
    if Letters.isComma(scalar.value) || Letters.isSentenceEnd(scalar.value) { return false }
    columns += Letters.columns(scalar.value)
    at += scalar.length
  }
  return false
}

private func skipSpaces(_ start: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Int {
  var at = start
  while at < range.upperBound {
    let scalar = bytes.scalar(at: at)
    guard Scalar.isSpace(scalar.value) else { break }
    at += scalar.length
  }
  return at
}

private func columns(to end: Int, from start: Int, _ bytes: [UInt8]) -> Int {
  var columns = 0
  var at = start
  while at < end {
    let scalar = bytes.scalar(at: at)
    columns += Letters.columns(scalar.value)
    at += scalar.length
  }
  return columns
}
