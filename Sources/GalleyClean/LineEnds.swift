internal import GalleyModel

/// The class of the last character that says something: closing quotes and brackets, and
/// superscript footnote marks, are looked through.
@inline(__always)
func measureEnding(
  _ range: Range<Int>, of bytes: [UInt8], last: UInt32
) -> (Ending, isClosed: Bool) {
  if let ending = commonEnding(last) { return (ending, false) }
  return measureOtherEnding(range, of: bytes)
}

private func measureOtherEnding(
  _ range: Range<Int>, of bytes: [UInt8]
) -> (Ending, isClosed: Bool) {
  var end = range.upperBound
  var isClosed = false
  var last = bytes.scalar(before: end)
  let raw = last.value
  while end > range.lowerBound,
    Letters.isClosing(last.value) || Letters.isPlainQuote(last.value) || isFootnoteMark(last.value)
  {
    isClosed = true
    end -= last.length
    last = bytes.scalar(before: end)
  }
  guard end > range.lowerBound else { return (.closing, true) }
  let ending = classify(ending: last.value)
  switch ending {
  case .sentence, .colon, .comma: return (ending, isClosed)
  default: break
  }
  if !isClosed { return (ending, false) }
  // "Kürzel 2) weiter": a closed bracket says little of what stands in it.
  return (Letters.isPlainQuote(raw) || isFootnoteMark(raw) ? ending : .closing, true)
}

/// The class of what nearly all lines end with.
private func commonEnding(_ scalar: UInt32) -> Ending? {
  switch scalar {
  case 0x61...0x7A: .lower
  case 0x2E, 0x3002: .sentence
  case 0x4E00...0x9FFF: .han
  default: nil
  }
}

private func isFootnoteMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2020, 0x2021: true
  default: false
  }
}

private func classify(ending scalar: UInt32) -> Ending {
  if Letters.isLower(scalar) { return .lower }
  if Letters.isUpper(scalar) { return .upper }
  if Scalar.isHan(scalar) || Scalar.isKana(scalar) { return .han }
  if Letters.isSentenceEnd(scalar) { return .sentence }
  if Letters.isComma(scalar) { return .comma }
  if Letters.isColon(scalar) { return .colon }
  if Scalar.isHangul(scalar) { return .hangul }
  if Scalar.isDigit(scalar) { return .digit }
  if Letters.isHyphen(scalar) { return .hyphen }
  if Letters.isDash(scalar) { return .dash }
  if Letters.isOpening(scalar) { return .opening }
  if Letters.isLetter(scalar) { return .letter }
  switch scalar {
  case UInt32(UInt8(ascii: "/")), UInt32(UInt8(ascii: "_")), UInt32(UInt8(ascii: "=")): return .link
  default: return .symbol
  }
}

@inline(__always)
func measureOpening(_ range: Range<Int>, of bytes: [UInt8], first: UInt32) -> Opening {
  commonOpening(first) ?? measureOtherOpening(range, of: bytes, first: first)
}

/// The class of what nearly all lines begin with.
private func commonOpening(_ scalar: UInt32) -> Opening? {
  switch scalar {
  case 0x4E00...0x9FFF: .han
  case 0x41...0x5A: .upper
  case 0x61...0x7A: .lower
  default: nil
  }
}

private func measureOtherOpening(
  _ range: Range<Int>, of bytes: [UInt8], first: UInt32
) -> Opening {
  let opening = classify(opening: first)
  guard opening == .quote else { return opening }
  var at = range.lowerBound + bytes.scalar(at: range.lowerBound).length
  while at < range.upperBound {
    let next = bytes.scalar(at: at)
    guard Letters.isOpening(next.value) || Letters.isPlainQuote(next.value) else {
      return Letters.isLower(next.value) ? .quotedLower : .quote
    }
    at += next.length
  }
  return .quote
}

private func classify(opening scalar: UInt32) -> Opening {
  if Letters.isLower(scalar) { return .lower }
  if Letters.isUpper(scalar) { return .upper }
  if Scalar.isHan(scalar) || Scalar.isKana(scalar) { return .han }
  if Scalar.isDigit(scalar) { return .digit }
  if Scalar.isHangul(scalar) { return .hangul }
  if Letters.isOpening(scalar) || Letters.isPlainQuote(scalar) { return .quote }
  if Letters.isSentenceEnd(scalar) || Letters.isComma(scalar) || Letters.isColon(scalar)
    || Letters.isClosing(scalar)
  {
    return .closing
  }
  if Letters.isDash(scalar) || scalar == 0x2D { return .dash }
  if Letters.isLetter(scalar) { return .letter }
  return .symbol
}

/// Columns of the first word; of the first character and the punctuation after it where the
/// script has no spaces.
func measureFirstWord(_ range: Range<Int>, of bytes: [UInt8]) -> Int {
  var at = range.lowerBound
  if at &+ 4 < range.upperBound, isIdeograph(bytes[at], bytes[at &+ 1]),
    isIdeograph(bytes[at &+ 3], bytes[at &+ 4])
  {
    return 2
  }
  // Most words of ASCII are short enough to be seen at once.
  if at &+ 8 <= range.upperBound {
    let word = Word.load(bytes.span, at)
    at &+= Word.first(~Word.between(word, 0x21, 0x7E) & Word.tops)
  }
  var columns = at &- range.lowerBound
  while at < range.upperBound, columns < 40 {
    if bytes[at] &- 0x21 < 0x5E {
      columns += 1
      at += 1
      continue
    }
    let scalar = bytes.scalar(at: at)
    if (0x4E00...0x9FFF).contains(scalar.value) {
      if columns > 0 { break }
      columns = 2
      at += scalar.length
      continue
    }
    if Scalar.isSpace(scalar.value) { break }
    if columns > 0, Scalar.isHan(scalar.value) || Scalar.isKana(scalar.value) { break }
    columns += Letters.columns(scalar.value)
    at += scalar.length
  }
  return columns
}
