internal import GalleyModel

/// A mark that may part two names.
struct Separator {
  enum Kind {
    /// Parts names wherever it stands: 、 ， ／
    case always
    /// Parts names, and shows that a comma beside it does not: ; | •
    case strong
    /// An ASCII comma, which also stands inside names.
    case comma
    /// An ASCII slash without spaces, which also stands inside names.
    case slash
  }

  var kind: Kind
  var range: Range<Int>
}

/// The separators of a line, in order. Brackets protect what they hold.
func separators(in text: [UInt8], _ line: Range<Int>) -> [Separator] {
  var out: [Separator] = []
  var at = line.lowerBound
  while at < line.upperBound {
    if let end = endOfBrackets(in: text, at: at, limit: line.upperBound) {
      at = end
      continue
    }
    let scalar = text.scalar(at: at)
    let range = at..<at + max(1, scalar.length)
    if let kind = separatorKind(scalar.value, range, in: text, line) {
      out.append(Separator(kind: kind, range: range))
    }
    at = range.upperBound
  }
  return out
}

private func separatorKind(
  _ scalar: UInt32, _ range: Range<Int>, in text: [UInt8], _ line: Range<Int>
) -> Separator.Kind? {
  let before = range.lowerBound > line.lowerBound ? text[range.lowerBound - 1] : 0x20
  let after = range.upperBound < line.upperBound ? text[range.upperBound] : 0x20
  let isSpaced = before == 0x20 && after == 0x20
  switch Unicode.Scalar(scalar) {
  case "、", "，", "／": return .always
  case ";", "；", "|", "¦", "｜", "│", "•": return .strong
  case ",": return isDigit(before) && isDigit(after) ? nil : .comma
  case "·", "・": return isSpaced ? .strong : nil
  case "/":
    if isSpaced { return .strong }
    if before == UInt8(ascii: "/") || after == UInt8(ascii: "/") { return nil }
    return before >= 0xE3 || after >= 0xE3 ? .always : .slash
  default: return nil
  }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// If a bracket opens at `offset` and closes before `limit`, the offset after its end. Brackets of
/// one kind may be nested.
func endOfBrackets(in text: [UInt8], at offset: Int, limit: Int) -> Int? {
  let open = text.scalar(at: offset)
  guard let close = closingBracket(open.value) else { return nil }
  var depth = 0
  var at = offset
  while at < limit {
    let scalar = text.scalar(at: at)
    at += max(1, scalar.length)
    if scalar.value == open.value { depth += 1 }
    // A bracket may open full-width and close in ASCII, or the other way round.
    if close.contains(scalar.value) {
      depth -= 1
      if depth == 0 { return at }
    }
  }
  return nil
}

private func closingBracket(_ scalar: UInt32) -> SignForms? {
  switch Unicode.Scalar(scalar) {
  case "(", "（": SignForms(0x29, 0xFF09)
  case "[", "［": SignForms(0x5D, 0xFF3D)
  case "【": SignForms(0x3011, 0x3011)
  case "〔": SignForms(0x3015, 0x3015)
  default: nil
  }
}

/// The ASCII and the full-width form of a sign.
private struct SignForms {
  let ascii: UInt32
  let wide: UInt32
  init(_ ascii: UInt32, _ wide: UInt32) {
    self.ascii = ascii
    self.wide = wide
  }
  func contains(_ scalar: UInt32) -> Bool { scalar == ascii || scalar == wide }
}
