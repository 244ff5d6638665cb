internal import GalleyModel

/// Whether what stands on both sides of a line's end stands side by side elsewhere in the text:
/// two characters of the scripts without spaces, or two words. Such a pair was torn apart.
struct Adjacency {
  private var counts: [UInt64: Int32] = [:]
  /// Pairs of words are among them, pairs of characters.
  private var hasWords = false
  private var hasCharacters = false
  /// One bit for each key, so that most pairs are known at a glance to be none of them.
  private var filter = [UInt64](repeating: 0, count: 64)

  /// Bytes of a document that are read.
  private static let limit = 128 << 10

  init() {}

  /// The buckets that a pair may fall into, counted or not.
  static let buckets: ClosedRange<UInt8> = 0...3

  /// Whether a pair is among those that `count` counts.
  func isCounted(_ pair: UInt64) -> Bool { mayBeCounted(pair) && counts[pair] != nil }

  /// Adds a pair to them.
  mutating func add(_ pair: UInt64) {
    counts[pair] = 0
    filter[Self.slot(pair).word] |= 1 << Self.slot(pair).bit
    if pair >> 63 == 1 { hasWords = true } else { hasCharacters = true }
  }

  mutating func count(in lines: [Line], of bytes: [UInt8]) {
    if counts.isEmpty { return }
    var read = 0
    for line in lines where read < Self.limit {
      if hasCharacters { countCharacters(line.text, bytes) }
      if hasWords { countWords(line.text, bytes) }
      read += line.text.count
    }
  }

  /// 0 nothing to say, 1 never, 2 once, 3 more often.
  func bucket(_ before: Line, _ after: Line, _ bytes: [UInt8]) -> Int {
    guard !counts.isEmpty, let pair = Self.pair(before, after, bytes, withWords: hasWords),
      let count = counts[pair]
    else { return 0 }
    return 1 + min(2, Int(count))
  }

  /// What stands on both sides of a line's end; nil where that is no pair.
  static func pair(
    _ before: Line, _ after: Line, _ bytes: [UInt8], withWords: Bool
  ) -> UInt64? {
    guard before.isOpenEnded else { return nil }
    if isCharacter(before.last), isCharacter(after.first) { return pair(before.last, after.first) }
    guard withWords, isWordScalar(before.last), isWordScalar(after.first),
      let word = nextWord(in: bytes, from: after.text.lowerBound, to: after.text.upperBound)
    else { return nil }
    return hashOfLastWord(of: before.text, in: bytes).map { pair($0, word.hash) }
  }

  private static func isCharacter(_ scalar: UInt32) -> Bool {
    Scalar.isHan(scalar) || Scalar.isKana(scalar)
  }

  private static func pair(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(left) << 32 | UInt64(right)
  }

  private static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
    (left &* 0x9E37_79B9_7F4A_7C15 ^ right) | 1 << 63
  }

  private static func slot(_ key: UInt64) -> (word: Int, bit: UInt64) {
    let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    return (Int(mixed >> 58), mixed >> 52 & 63)
  }

  private func mayBeCounted(_ key: UInt64) -> Bool {
    let slot = Self.slot(key)
    return filter[slot.word] >> slot.bit & 1 == 1
  }

  private mutating func countCharacters(_ range: Range<Int>, _ bytes: [UInt8]) {
    var at = range.lowerBound
    var last: UInt32 = 0
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      if Self.isCharacter(last), Self.isCharacter(scalar.value) {
        count(Self.pair(last, scalar.value))
      }
      last = scalar.value
    }
  }

  private mutating func countWords(_ range: Range<Int>, _ bytes: [UInt8]) {
    var at = range.lowerBound
    var last: FoundWord?
    while let word = nextWord(in: bytes, from: at, to: range.upperBound) {
      if let last, word.start == last.end + 1, bytes[last.end] == UInt8(ascii: " ") {
        count(Self.pair(last.hash, word.hash))
      }
      last = word
      at = word.end
    }
  }

  private mutating func count(_ key: UInt64) {
    guard mayBeCounted(key), let index = counts.index(forKey: key) else { return }
    counts.values[index] += 1
  }
}

extension Line {
  /// Ends in the midst of something, and is no short title.
  var isCut: Bool {
    width > 24 && (isOpenEnded || ending == .comma || ending == .hyphen || ending == .dash)
  }

  /// Ends neither a sentence nor an introduction.
  fileprivate var isOpenEnded: Bool {
    switch ending {
    case .lower, .upper, .han, .hangul, .letter, .digit: true
    default: false
    }
  }
}
