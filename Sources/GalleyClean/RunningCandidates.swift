internal import GalleyModel

/// The lines of a document that may be running lines, gathered while they are measured: short ones
/// with a number, and short ones that end no sentence.
struct RunningCandidates {
  private(set) var numbered: [Numbered] = []
  /// Those by their letters; places in `numbered`.
  private(set) var byLetters: [Keyed] = []
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
      byLetters.append(Keyed(key: key.isNumber ? 0 : key.letters, place: numbered.count))
      numbered.append(Numbered(index: index, key: key))
    }
    if mayBeCompanion, key.prefix != 0 {
      byBeginning.append(Keyed(key: key.prefix, place: index))
    }
  }

  /// Forgets the lines from `count` on.
  mutating func cut(to count: Int) {
    numbered.removeAll { $0.index >= count }
    byLetters.removeAll { $0.place >= numbered.count }
    byBeginning.removeAll { $0.place >= count }
  }
}

/// A line and its key.
struct Numbered {
  var index: Int
  var key: LineKey
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
  let text = bytes.span
  var counts = Lanes.zero
  var at = line.text.lowerBound
  // By 32 bytes, up to where the text's end is too near; the last look goes over the line's end.
  while at < line.text.upperBound, at &+ Lanes.width &+ 2 <= text.count {
    let first = Lanes.load(text, at)
    let inLine = Lanes.first(min(Lanes.width, line.text.upperBound &- at))
    let wideDigits =
      (first == 0xEF) & (Lanes.load(text, at &+ 1) == 0xBC)
      & Lanes.load(text, at &+ 2).isIn(0x90...0x9F)
    let letters = first.isIn(0x41...0x5A) | first.isIn(0x61...0x7A) | first.isIn(0xE5...0xE9)
    counts = counts - (letters & inLine)
    if ((first.isIn(0x30...0x39) | wideDigits) & inLine).any { return true }
    at &+= Lanes.width
  }
  var letters = counts.sum
  while at < line.text.upperBound {
    let byte = bytes[at]
    if byte &- 0x30 < 10 { return true }
    if byte < 0x80 {
      if (byte | 0x20) &- 0x61 < 26 { letters += 1 }
      at += 1
    } else if byte >= 0xE5, byte <= 0xE9 {
      letters += 1
      at += 3
    } else {
      if isFullWidthDigit(bytes, at, line.text.upperBound) { return true }
      at += 1
    }
  }
  // Letters of other scripts are yet to be counted.
  return letters <= LineKey.longestRoman
    && line.shape(in: bytes).letters <= LineKey.longestRoman
}

/// EF BC 90 to EF BC 99.
private func isFullWidthDigit(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
  bytes[at] == 0xEF && at + 2 < end && bytes[at + 1] == 0xBC && bytes[at + 2] & 0xF0 == 0x90
}
