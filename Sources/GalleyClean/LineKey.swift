internal import GalleyModel

/// What makes a line the same as another on every page: its letters without case, digits and
/// spaces. The numbers are kept apart, because they count the pages.
struct LineKey {
  /// Of all letters; 0 where the line has none.
  var letters: UInt64 = 0
  /// Of the first twelve letters; 0 where it has fewer.
  var prefix: UInt64 = 0
  static let prefixLetters = 12
  /// Of every byte that is no space, where it is asked for.
  var exact: UInt64 = 0
  var letterCount = 0
  /// Two letters stand side by side, or there are as many as a word set with spaces has: formulas
  /// have neither.
  var hasWord = false
  var first: Int?
  var last: Int?
  /// The line begins with a number and a space; it ends with a space and a number, or a bracket.
  var opensWithNumber = false
  var endsWithNumber = false
  /// Nothing but one number, or two, and decoration: `12`, `- 12 -`, `[3/20]`, `xii`.
  var isNumber = false

  /// Bytes of the longest line of digits that is nothing but a number.
  static let longestNumber = 24
  /// Letters of the longest roman numeral that is read.
  static let longestRoman = 7
  /// Longer lines are no running lines.
  static let longest = 300

  /// With `limit`, nothing but the letters up to there is asked for.
  init(
    _ range: Range<Int>, of bytes: [UInt8], exactly: Bool = false, upTo limit: Int = .max
  ) {
    guard range.count <= Self.longest else { return }
    var letterHash = WordHash()
    var numbers = 0
    var others = 0
    var at = range.lowerBound
    var endOfLetter = -1
    while at < range.upperBound, letterCount < limit {
      // Up to the last letter of the prefix, then the others.
      let due = letterCount < Self.prefixLetters ? Self.prefixLetters : limit
      let run = addPlainLetters(
        at..<range.upperBound, bytes, &letterHash, upTo: due - letterCount)
      if run.letters > 0 {
        countLetters(run.letters, isBesideAnother: at == endOfLetter, letterHash)
        at = run.end
        endOfLetter = at
        continue
      }
      if bytes[at] == UInt8(ascii: " ") {
        at += 1
        continue
      }
      let scalar = bytes.scalar(at: at)
      if Scalar.isDigit(scalar.value) {
        let (value, end) = number(at, range.upperBound, bytes)
        if at == range.lowerBound {
          opensWithNumber = end < range.upperBound && Scalar.isSpace(bytes.scalar(at: end).value)
        }
        let isApart = at > range.lowerBound && Scalar.isSpace(bytes.scalar(before: at).value)
        endsWithNumber = isApart && end >= range.upperBound - 1
        if first == nil { first = value }
        last = value
        numbers += 1
        at = end
        continue
      }
      if Letters.isLetter(scalar.value) {
        letterHash.add(scalar.value)
        countLetters(1, isBesideAnother: at == endOfLetter, letterHash)
        endOfLetter = at + scalar.length
      } else if !isDecoration(scalar.value) {
        others += 1
      }
      at += scalar.length
    }
    if letterCount > 0 { letters = letterHash.value }
    if exactly { exact = hashOfExact(range, bytes) }
    isNumber =
      letterCount == 0 && others == 0 && (1...2).contains(numbers)
      && range.count <= Self.longestNumber
    if letterCount > 0, letterCount <= Self.longestRoman, others == 0, numbers == 0,
      let value = roman(range, bytes)
    {
      isNumber = true
      first = value
      last = value
    }
  }

  /// Letters that stand side by side, and whether another one stands before them.
  private mutating func countLetters(_ count: Int, isBesideAnother: Bool, _ hash: WordHash) {
    letterCount += count
    if count > 1 || isBesideAnother || letterCount > 5 { hasWord = true }
    if letterCount == Self.prefixLetters { prefix = hash.value }
  }

  private func number(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> (value: Int, end: Int) {
    var value = 0
    var at = start
    while at < end {
      let scalar = bytes.scalar(at: at)
      guard Scalar.isDigit(scalar.value) else { break }
      value = min(value * 10 + Int(scalar.value & 0xF), 1_000_000)
      at += scalar.length
    }
    return (value, at)
  }

  private func hashOfExact(_ range: Range<Int>, _ bytes: [UInt8]) -> UInt64 {
    var hash = WordHash()
    for byte in bytes[range] where byte != UInt8(ascii: " ") { hash.addExactly(UInt32(byte)) }
    return hash.value
  }

  private func isDecoration(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7C, 0x7E, 0xA0, 0xB7,
      0x2010...0x2015, 0x2022, 0x2500, 0x3000, 0xFF0D, 0x2A:
      return true
    default: return false
    }
  }
}

/// The value of a line that is nothing but a roman numeral in lower case, decoration aside.
private func roman(_ range: Range<Int>, _ bytes: [UInt8]) -> Int? {
  var total = 0
  var previous = 0
  for byte in bytes[range].reversed() {
    let value: Int
    switch byte {
    case UInt8(ascii: "i"): value = 1
    case UInt8(ascii: "v"): value = 5
    case UInt8(ascii: "x"): value = 10
    case UInt8(ascii: "l"): value = 50
    case UInt8(ascii: "c"): value = 100
    case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "["), UInt8(ascii: "]"): continue
    default: return nil
    }
    total += value < previous ? -value : value
    previous = max(previous, value)
  }
  return total > 0 ? total : nil
}

/// Hashes letters of ASCII, all of them as small ones, and ideographs from the beginning on, as nearly
/// all letters are. They are up to `most`.
func addPlainLetters(
  _ range: Range<Int>, _ bytes: [UInt8], _ hash: inout WordHash, upTo most: Int = .max
) -> (letters: Int, end: Int) {
  var letters = 0
  var at = range.lowerBound
  while at < range.upperBound, letters < most {
    let byte = bytes[at]
    let small = byte | 0x20
    if small &- 0x61 < 26 {
      hash.addExactly(UInt32(small))
      at &+= 1
    } else if at &+ 2 < range.upperBound, isIdeograph(byte, bytes[at &+ 1]) {
      hash.addExactly(bytes.scalarOfThree(at: at))
      at &+= 3
    } else {
      break
    }
    letters &+= 1
  }
  return (letters, at)
}
