internal import GalleyModel

/// The lines of a document that may be running lines, gathered while they are measured: short ones
/// with a number, and short ones that end no sentence.
struct RunningCandidates {
  private var short: [ShortLine] = []
  /// One of them is a number or shows a sign of a running line. In many texts none does, and no keys are
  /// read before one does.
  private var hasSigns = false
  /// Lines by their first letters; places among the document's lines. Only of a text without pages.
  private(set) var byBeginning: [Keyed] = []

  mutating func add(_ line: Line, at index: Int, of bytes: [UInt8], hasPages: Bool) {
    guard line.width < 100, line.text.count < 200 else { return }
    let hasDigit = hasDigit(line.text, bytes)
    if hasDigit || hasFewLetters(line, bytes) { addShort(line, index, bytes, hasDigit: hasDigit) }
    if !hasPages, mayAccompany(line, bytes) {
      let key = LineKey(line.text, of: bytes, upTo: LineKey.prefixLetters)
      if key.prefix != 0 { byBeginning.append(Keyed(key: key.prefix, place: index)) }
    }
  }

  /// A line with a number, or so few letters that they may be a roman numeral.
  private mutating func addShort(
    _ line: Line, _ index: Int, _ bytes: [UInt8], hasDigit: Bool
  ) {
    let mayBeNumber =
      !hasDigit || line.text.count <= LineKey.longestNumber && !Letters.isLetter(line.first)
    let key = mayBeNumber || hasSigns ? LineKey(line.text, of: bytes) : nil
    let isNumber = key?.isNumber ?? false
    if isNumber, short.last?.index == index - 1 { short[short.count - 1].isOverNumber = true }
    let new = ShortLine(
      index: index, key: key, isNumber: isNumber, isDressed: hasDressedNumber(line, bytes),
      isApart: hasNumberApart(line, bytes))
    if isNumber || new.mayRun { hasSigns = true }
    short.append(new)
  }

  /// Looks at the last line but one, now that the line after it is known.
  mutating func lookBack(in lines: [Line]) {
    let index = lines.count - 2
    guard short.last?.index == index, isInterruption(at: index, lines) else { return }
    short[short.count - 1].isInterruption = true
    hasSigns = true
  }

  /// The lines with their keys, where there is something to say of any.
  func numbered(in lines: [Line], of bytes: [UInt8]) -> [Numbered] {
    guard hasSigns else { return [] }
    return short.compactMap { line in
      let key = line.key ?? LineKey(lines[line.index].text, of: bytes)
      let hasNumber = key.letterCount >= 4 && key.first != nil
      return line.isNumber || hasNumber ? Numbered(line: line, key: key) : nil
    }
  }
}

/// A short line that may hold a number, with digits or without, and what it shows together with its neighbours.
struct ShortLine {
  var index: Int
  /// Where it is read already.
  var key: LineKey?
  /// Nothing but a number.
  var isNumber = false
  /// See `hasDressedNumber`.
  var isDressed = false
  /// See `hasNumberApart`.
  var isApart = false
  /// The next line is nothing but a number.
  var isOverNumber = false
  /// See `isInterruption`.
  var isInterruption = false

  /// Whether there is anything to say of the lines with its letters.
  var mayRun: Bool { !isNumber && (isDressed || isApart || isInterruption || isOverNumber) }
}

/// A line with a number, and its key.
struct Numbered {
  var line: ShortLine
  var key: LineKey
}

/// The lines with words that have the letters of one that may be a running line or may hide one, by
/// their letters.
func byLetters(_ numbered: [Numbered]) -> [Keyed] {
  let letters = Set(numbered.lazy.filter(\.line.mayRun).map(\.key.letters))
  return numbered.indices.lazy.map { Keyed(key: numbered[$0].key.letters, place: $0) }
    .filter { letters.contains($0.key) && !numbered[$0.place].line.isNumber }
}

/// Something at a place in some list, by its key.
struct Keyed {
  var key: UInt64
  var place: Int
}

/// Whether a short line may stand beside running lines.
private func mayAccompany(_ line: Line, _ bytes: [UInt8]) -> Bool {
  switch line.marker {
  case .none, .section, .bare: line.ending != .sentence || line.shape(in: bytes).capitals > 12
  default: false
  }
}

private func hasDigit(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
  let text = bytes.span
  var at = range.lowerBound
  // By 32 bytes, up to where the text's end is too near; the last look goes over the line's end.
  while at < range.upperBound, at &+ Lanes.width &+ 2 <= text.count {
    let first = Lanes.load(text, at)
    let wideDigits =
      (first == 0xEF) & (Lanes.load(text, at &+ 1) == 0xBC)
      & Lanes.load(text, at &+ 2).isIn(0x90...0x9F)
    let place = at &+ (first.isIn(0x30...0x39) | wideDigits).first
    if place < min(at &+ Lanes.width, range.upperBound) { return true }
    at &+= Lanes.width
  }
  while at < range.upperBound {
    if bytes[at] &- 0x30 < 10 || isFullWidthDigit(bytes, at, range.upperBound) { return true }
    at += 1
  }
  return false
}

private func hasFewLetters(_ line: Line, _ bytes: [UInt8]) -> Bool {
  let start = line.text.lowerBound
  if start + Lanes.width <= bytes.count {
    // Of nearly all lines the first 32 bytes have more.
    let lanes = Lanes.load(bytes.span, start)
    let letters = lanes.isIn(0x41...0x5A) | lanes.isIn(0x61...0x7A) | lanes.isIn(0xE5...0xE9)
    let inLine = Lanes.first(min(Lanes.width, line.text.count))
    if (Lanes.zero - (letters & inLine)).sum > LineKey.longestRoman { return false }
  }
  return line.shape(in: bytes).letters <= LineKey.longestRoman
}

/// EF BC 90 to EF BC 99.
private func isFullWidthDigit(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
  bytes[at] == 0xEF && at + 2 < end && bytes[at + 1] == 0xBC && bytes[at + 2] & 0xF0 == 0x90
}
