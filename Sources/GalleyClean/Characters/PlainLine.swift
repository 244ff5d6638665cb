internal import GalleyModel

/// Lines in which no rule for characters has anything to look for and the columns are told by the
/// bytes, as nearly all lines of English, French, Chinese and Korean are. One walk finds that out and
/// measures them.
struct PlainLine {
  /// What a character is by its first two bytes, the first of them in the low byte.
  private let kinds: [UInt8]

  /// Two columns.
  private static let wide: UInt8 = 0
  /// A full-width form of ASCII: two columns, of which a rough measure counts one.
  private static let form: UInt8 = 1
  /// Not told by two bytes. Kinds are added up, up to four of them.
  private static let other: UInt8 = 0x20

  /// Made once, for it has an entry for any two bytes.
  static let shared = PlainLine()

  private init() {
    var kinds = [UInt8](repeating: Self.other, count: 1 << 16)
    // Rows of 64 scalars: U+3000 to U+9FFF, and Hangul but for the last syllables.
    let wideRows = [0x3000 / 64..<0xA000 / 64, 0xAC00 / 64..<0xD780 / 64].joined()
    for row in wideRows where !isMarked(row: row) {
      let lead = 0xE0 | row >> 6
      let tail = 0x80 | row & 0x3F
      kinds[tail << 8 | lead] = Self.wide
    }
    kinds[0xBC_EF] = Self.form
    self.kinds = kinds
  }

  /// The columns of a line, as `measureColumns` counts them; nil where another character stands in it.
  func columns(_ range: Range<Int>, of text: [UInt8]) -> Int? {
    var columns = range.count
    var at = range.lowerBound
    while at < range.upperBound {
      if text[at] < 0x80 {
        var end = endOfPlainASCII(in: text.span, from: at, to: range.upperBound)
        if end < range.upperBound, text[end] == UInt8(ascii: "\t") { end += 1 }
        if end == at { return nil }
        at = end
        continue
      }
      let run = wideRun(at..<range.upperBound, of: text)
      if run.end > at {
        if isBetweenSmallLetters(text, at) { return nil }
        columns -= (run.end - at) / 3
        if range.count > longestWrapped { columns -= run.forms }
        at = run.end
      } else if isPlainMark(text, at) {
        columns -= 2
        at += 3
      } else if isPlainLatin(text, at) {
        columns -= 1
        at += 2
      } else {
        return nil
      }
    }
    return columns
  }

  /// The end of the wide characters at the beginning of `range`, and how many of them are forms.
  private func wideRun(_ range: Range<Int>, of text: [UInt8]) -> (end: Int, forms: Int) {
    unsafe kinds.withUnsafeBufferPointer { kinds in
      unsafe text.withUnsafeBytes { text in
        // Reads eight bytes, of which six are two characters; `kinds` has an entry for any two bytes.
        func kindsOfTwo(_ at: Int) -> UInt8 {
          let word = unsafe text.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
          let first = UInt16(truncatingIfNeeded: word)
          let second = UInt16(truncatingIfNeeded: word >> 24)
          return unsafe kinds[Int(first)] &+ kinds[Int(second)]
        }
        var at = range.lowerBound
        var forms = 0
        // Two bytes behind the four characters are read, and are in the range.
        while at &+ 14 <= range.upperBound {
          let sum = kindsOfTwo(at) &+ kindsOfTwo(at &+ 6)
          if sum >= Self.other { break }
          forms &+= Int(sum)
          at &+= 12
        }
        // The text is valid: what begins in the range ends in it.
        while at &+ 3 <= range.upperBound {
          let pair = unsafe text.loadUnaligned(fromByteOffset: at, as: UInt16.self).littleEndian
          let kind = unsafe kinds[Int(pair)]
          if kind >= Self.other { break }
          forms &+= Int(kind)
          at &+= 3
        }
        return (at, forms)
      }
    }
  }
}

/// The dashes, quotes and dots of U+2010 to U+2027, but for the low quote that misread text has.
private func isPlainMark(_ text: [UInt8], _ at: Int) -> Bool {
  text[at] == 0xE2 && at + 2 < text.count && text[at + 1] == 0x80
    && (0x90...0xA7).contains(text[at + 2]) && text[at + 2] != 0x9A
}

/// Sound ideographs stand between no two small letters of ASCII.
private func isBetweenSmallLetters(_ text: [UInt8], _ at: Int) -> Bool {
  at > 0 && at + 3 < text.count && isLower(text[at - 1]) && isLower(text[at + 3])
}

private func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
