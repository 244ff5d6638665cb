internal import GalleyModel

/// The lines of a document that may be running lines, gathered while they are measured: short ones
/// with a number, and short ones that end no sentence.
struct RunningCandidates {
  private(set) var numbered: [Numbered] = []
  /// Lines by their first letters; places among the document's lines. Only of a text without pages.
  private(set) var byBeginning: [Keyed] = []

  mutating func add(_ line: Line, at index: Int, of bytes: [UInt8], hasPages: Bool) {
    guard line.width < 100, line.text.count < 200 else { return }
    let mayBeNumbered = mayHoldNumber(line, bytes)
    let mayBeCompanion = !hasPages && mayAccompany(line, bytes)
    guard mayBeNumbered || mayBeCompanion else { return }
    let key = LineKey(
      line.text, of: bytes, upTo: mayBeNumbered ? .max : LineKey.prefixLetters)
    if mayBeNumbered, key.isNumber || (key.letterCount >= 4 && key.first != nil) {
      if key.isNumber, let last = numbered.last, last.index == index - 1 {
        numbered[numbered.count - 1].isOverNumber = true
      }
      numbered.append(
        Numbered(
          index: index, key: key, isDressed: hasDressedNumber(line, bytes),
          isApart: hasNumberApart(line, bytes)))
    }
    if mayBeCompanion, key.prefix != 0 {
      byBeginning.append(Keyed(key: key.prefix, place: index))
    }
  }

  /// The lines with words that have the letters of one that may be a running line or may hide one; places
  /// in `numbered`. Of most texts there are none.
  var byLetters: [Keyed] {
    let letters = Set(numbered.lazy.filter(\.mayRun).map(\.key.letters))
    if letters.isEmpty { return [] }
    return numbered.indices.lazy.map { Keyed(key: numbered[$0].key.letters, place: $0) }
      .filter { letters.contains($0.key) && !numbered[$0.place].key.isNumber }
  }

  /// Looks at the last line but one, now that the line after it is known.
  mutating func lookBack(in lines: [Line]) {
    let index = lines.count - 2
    guard numbered.last?.index == index else { return }
    numbered[numbered.count - 1].isInterruption = isInterruption(at: index, lines)
  }
}

/// A line with a number, its key, and what it shows together with its neighbours.
struct Numbered {
  var index: Int
  var key: LineKey
  /// See `hasDressedNumber`.
  var isDressed: Bool
  /// See `hasNumberApart`.
  var isApart: Bool
  /// The next line is nothing but a number.
  var isOverNumber = false
  /// See `isInterruption`.
  var isInterruption = false

  /// Whether there is anything to say of the lines with its letters.
  var mayRun: Bool { !key.isNumber && (isDressed || isApart || isInterruption || isOverNumber) }
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

/// Whether a short line has a digit, or so few letters that they may be a roman numeral.
private func mayHoldNumber(_ line: Line, _ bytes: [UInt8]) -> Bool {
  hasDigit(line.text, bytes) || hasFewLetters(line, bytes)
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
