internal import GalleyModel

/// Counts over the characters of a line.
struct Shape {
  var letters = 0
  var capitals = 0
  var digits = 0
  /// Characters that prose seldom has: `{}<>=$|\_#`.
  var codeMarks = 0
  /// Runs of three and more spaces inside.
  var gaps = 0
  /// Brackets opened and not closed, less those closed and not opened.
  var openBrackets = 0
  /// Characters of box drawing, and runs of `+--`, `====`, `....`.
  var rules = 0
  /// Characters of the scripts without spaces, and Hangul.
  var wide = 0
  var hangul = 0
}

extension Line {
  /// What stands in it. Counted anew each time: few lines are asked for it.
  func shape(in bytes: [UInt8]) -> Shape { measureShape(text, of: bytes.span) }
}

/// What stands in a line; in one that is a whole paragraph, near its end.
func measureShape(_ range: Range<Int>, of bytes: Span<UInt8>) -> Shape {
  if range.count > longestWrapped {
    return measureClosely(range.upperBound - 96..<range.upperBound, of: bytes)
  }
  return measureClosely(range, of: bytes)
}

private func measureClosely(_ range: Range<Int>, of bytes: Span<UInt8>) -> Shape {
  var shape = Shape()
  var spaces = 0
  var at = range.lowerBound
  // Where whole words may be counted again.
  var nextWord = at
  while at < range.upperBound {
    let byte = bytes[at]
    if at >= nextWord, spaces < 2, byte < 0x80 {
      let plain = shape.addPlain(at..<range.upperBound, of: bytes)
      nextWord = plain.nextWord
      if plain.end > at {
        spaces = bytes[plain.end - 1] == UInt8(ascii: " ") ? 1 : 0
        at = plain.end
        continue
      }
    }
    if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
      spaces += byte == UInt8(ascii: " ") ? 1 : 3
      at += 1
      continue
    }
    if spaces >= 3 { shape.gaps += 1 }
    spaces = 0
    if byte < 0x80 {
      shape.add(ascii: byte)
      at += 1
      continue
    }
    // As most of the wide characters are.
    let ideographs = byte &- 0xE4 < 6 ? countIdeographs(at..<range.upperBound, of: bytes) : 0
    if ideographs > 0 {
      shape.letters += ideographs
      shape.wide += ideographs
      at += 3 * ideographs
      continue
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    let scalar = decode(bytes, at, min(length, range.upperBound - at))
    shape.add(scalar)
    at += length
  }
  return shape
}

/// How many of U+4E00 to U+9FFF stand in a row at the beginning.
private func countIdeographs(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
  var at = range.lowerBound
  // Two by one load, where both are led by E5 to E9.
  while at &+ 8 <= range.upperBound {
    let word = Word.load(bytes, at)
    guard UInt8(truncatingIfNeeded: word) &- 0xE5 < 5,
      UInt8(truncatingIfNeeded: word >> 24) &- 0xE5 < 5
    else { break }
    at &+= 6
  }
  while at + 2 < range.upperBound, isIdeograph(bytes[at], bytes[at + 1]) { at += 3 }
  return (at - range.lowerBound) / 3
}

/// Whether the bytes begin one of U+4E00 to U+9FFF.
@inline(__always)
func isIdeograph(_ first: UInt8, _ second: UInt8) -> Bool {
  (first >= 0xE5 && first <= 0xE9) || (first == 0xE4 && second >= 0xB8)
}

extension Shape {
  /// Counts whole words of eight bytes in which nothing but letters and digits counts, and no two
  /// spaces stand side by side; returns where they end, and from where on there may be another. The byte
  /// before them is no such space that one more could make a gap.
  fileprivate mutating func addPlain(
    _ range: Range<Int>, of bytes: Span<UInt8>
  ) -> (end: Int, nextWord: Int) {
    var at = addPlainLooks(range, of: bytes)
    var last: UInt64 = 0
    var lower: UInt64 = 0
    var upper: UInt64 = 0
    var digits: UInt64 = 0
    var odd: UInt64 = 0
    // So few words that no byte of the sums overflows.
    let end = min(range.upperBound, at + 1600)
    while at + 8 <= end {
      let word = Word.load(bytes, at)
      let spaces = Word.between(word, 0x20, 0x20)
      let marks =
        Word.between(word, 0x23, 0x24) | Word.between(word, 0x28, 0x29)
        | Word.between(word, 0x3C, 0x3E) | Word.between(word, 0x5B, 0x60)
        | Word.between(word, 0x7B, 0x7F) | Word.between(word, 0x00, 0x1F)
      odd = word & Word.tops | marks | spaces & (spaces << 8 | last)
      if odd != 0 { break }
      last = spaces >> 56
      lower &+= Word.between(word, 0x61, 0x7A) >> 7
      upper &+= Word.between(word, 0x41, 0x5A) >> 7
      digits &+= Word.between(word, 0x30, 0x39) >> 7
      at += 8
    }
    let capitals = Word.sum(upper)
    letters += Word.sum(lower) + capitals
    self.capitals += capitals
    self.digits += Word.sum(digits)
    // Any word with the odd byte would stop there again.
    let nextWord = odd != 0 ? at + Word.first(odd) + 1 : end < range.upperBound ? at : end
    return (at, nextWord)
  }

  /// The same by 32 bytes, of which the last is no space with another after it.
  private mutating func addPlainLooks(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    var lower = Lanes.zero
    var upper = Lanes.zero
    var digits = Lanes.zero
    var at = range.lowerBound
    // So few looks that no byte of the sums overflows. One more byte is read.
    let end = min(range.upperBound, at &+ 1600, bytes.count &- 1)
    while at &+ Lanes.width <= end {
      let lanes = Lanes.load(bytes, at)
      let spaces = (lanes == 0x20) & (Lanes.load(bytes, at &+ 1) == 0x20)
      let marks =
        lanes.isIn(0x23...0x24) | lanes.isIn(0x28...0x29) | lanes.isIn(0x3C...0x3E)
        | lanes.isIn(0x5B...0x60) | lanes.isOutside(0x20...0x7A)
      if (marks | spaces).any { break }
      lower = lower - lanes.isIn(0x61...0x7A)
      upper = upper - lanes.isIn(0x41...0x5A)
      digits = digits - lanes.isIn(0x30...0x39)
      at &+= Lanes.width
    }
    if at == range.lowerBound { return at }
    let capitals = upper.sum
    letters += lower.sum + capitals
    self.capitals += capitals
    self.digits += digits.sum
    return at
  }

  fileprivate mutating func add(ascii byte: UInt8) {
    switch byte {
    case 0x61...0x7A: letters += 1
    case 0x41...0x5A:
      letters += 1
      capitals += 1
    case 0x30...0x39: digits += 1
    case UInt8(ascii: "("): openBrackets += 1
    case UInt8(ascii: ")"): openBrackets -= 1
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "="), UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "_"),
      UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "^"):
      codeMarks += 1
    case UInt8(ascii: "|"):
      codeMarks += 1
      rules += 1
    default: break
    }
  }

  fileprivate mutating func add(_ scalar: UInt32) {
    switch scalar {
    case 0x2500...0x259F: rules += 1
    case 0xFF08, 0x300C, 0x300E, 0x300A, 0x3010, 0x201C: openBrackets += 1
    case 0xFF09, 0x300D, 0x300F, 0x300B, 0x3011, 0x201D: openBrackets -= 1
    // The commonest marks of the wide scripts, which the questions below would take long to tell.
    case 0x3001...0x3004, 0xFF01...0xFF0F, 0xFF1A...0xFF20: wide += 1
    default:
      if Scalar.isUnspaced(scalar) { wide += 1 }
      guard Letters.isLetter(scalar) else { return }
      letters += 1
      if Letters.isUpper(scalar) { capitals += 1 }
      if Scalar.isHangul(scalar) { hangul += 1 }
    }
  }
}
