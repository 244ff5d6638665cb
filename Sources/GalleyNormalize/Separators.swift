internal import GalleyModel

/// The marks of a value that may part two names. The value as a whole decides which ones do.
struct Separators {
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

  struct Mark {
    var kind: Kind
    var range: Range<Int>
    /// Index of the line that holds it.
    var line: Int
  }

  /// In order.
  private(set) var marks: [Mark] = []
  private var commasPart: Bool
  private var slashesPart: Bool

  init(_ lines: [Range<Int>], in text: [UInt8]) {
    commasPart = false
    slashesPart = false
    marks.reserveCapacity(8)
    // One name a line, unless a line is plainly a list itself.
    var isList = lines.count == 1
    for (number, line) in lines.enumerated() {
      let commas = read(line, number, of: text)
      let last = marks.last?.range.upperBound ?? 0
      isList = isList || commas > 1 || commas == 1 && last == text.trimmed(line).upperBound
    }
    let hasStrong = marks.contains { $0.kind == .strong }
    commasPart = isList && !hasStrong
    slashesPart = marks.allSatisfy { $0.kind == .slash }
  }

  func part(names kind: Kind) -> Bool {
    switch kind {
    case .always, .strong: true
    case .comma: commasPart
    case .slash: slashesPart
    }
  }

  /// Adds the marks of a line and counts its commas. Brackets protect what they hold.
  private mutating func read(_ line: Range<Int>, _ number: Int, of text: [UInt8]) -> Int {
    var commas = 0
    var at = line.lowerBound
    while at < line.upperBound {
      guard canSeparate(text[at]) else {
        at += 1
        continue
      }
      if let end = endOfBrackets(in: text, at: at, limit: line.upperBound) {
        at = end
        continue
      }
      let scalar = text.scalar(at: at)
      let range = at..<at + max(1, scalar.length)
      if let kind = separatorKind(scalar.value, range, in: text, line) {
        marks.append(Mark(kind: kind, range: range, line: number))
        if kind == .comma { commas += 1 }
      }
      at = range.upperBound
    }
    return commas
  }
}

/// Whether a separator or a bracket can begin with this byte: most bytes of names can't.
private func canSeparate(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: ";"),
    UInt8(ascii: "/"), UInt8(ascii: "|"), 0xC2, 0xE2, 0xE3, 0xEF:
    true
  default: false
  }
}

private func separatorKind(
  _ scalar: UInt32, _ range: Range<Int>, in text: [UInt8], _ line: Range<Int>
) -> Separators.Kind? {
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

/// Bytes of the longest brackets; without a limit, many that never close would take quadratic time.
private let bracketReach = 600

/// If a bracket opens at `offset` and closes before `limit`, the offset after its end. Brackets of
/// one kind may be nested.
func endOfBrackets(in text: [UInt8], at offset: Int, limit: Int) -> Int? {
  let open = text.scalar(at: offset)
  guard let close = closingBracket(open.value) else { return nil }
  var depth = 0
  var at = offset
  while at < min(limit, offset + bracketReach) {
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
