internal import GalleyModel

/// The document's own words, counted: the judge over hyphens and over words at line ends.
///
/// Words are known by a hash of their folded bytes. At most `limit` bytes of a document are read,
/// so that the cost of a very long one stays small.
struct Vocabulary {
  struct Word {
    var count: Int32 = 0
    /// Times that it begins with a capital.
    var capitals: Int32 = 0
    /// Times that another word follows on the same line.
    var goesOn: Int32 = 0
    /// Times that a sentence's or clause's punctuation follows.
    var stops: Int32 = 0
  }

  private static let limit = 1 << 20
  private var keys: [UInt64] = []
  private var words: [Word] = []
  private var used = 0
  /// Pairs of words that a full stop, slash or colon binds without a space, in either's text.
  private var bound: Set<UInt64> = []

  init() {}

  init(_ lines: [Line], of bytes: [UInt8]) {
    keys = [UInt64](repeating: 0, count: 1024)
    words = [Word](repeating: Word(), count: 1024)
    var read = 0
    for line in lines where line.drop == nil {
      addWords(of: line.text, bytes)
      read += line.text.count
      if read > Self.limit { break }
    }
  }

  var isEmpty: Bool { used == 0 }

  subscript(hash: UInt64) -> Word {
    guard used > 0 else { return Word() }
    let slot = find(hash)
    return keys[slot] == hash ? words[slot] : Word()
  }

  func count(_ hash: UInt64) -> Int { Int(self[hash].count) }

  /// Whether the two stand elsewhere with `mark` between them and no space.
  func isBound(_ left: UInt64, _ mark: UInt32, _ right: UInt64) -> Bool {
    bound.contains(Self.pair(left, mark, right))
  }

  private static func pair(_ left: UInt64, _ mark: UInt32, _ right: UInt64) -> UInt64 {
    (left &* 31 &+ right) ^ UInt64(mark) << 40
  }

  private mutating func addWords(of range: Range<Int>, _ bytes: [UInt8]) {
    var at = range.lowerBound
    var bindsTo: (hash: UInt64, mark: UInt32, start: Int)?
    while let word = nextWord(in: bytes, from: at, to: range.upperBound) {
      at = word.end
      // The halves of a word cut at a line's ends are no words.
      let isCut = word.end < range.upperBound && isLastHyphen(word.end, range, bytes)
      if let left = bindsTo, left.start == word.start {
        bound.insert(Self.pair(left.hash, left.mark, word.hash))
      }
      bindsTo = nil
      if isCut { continue }
      let slot = insert(word.hash)
      words[slot].count += 1
      if word.isCapital { words[slot].capitals += 1 }
      guard word.end < range.upperBound else { continue }
      let next = bytes.scalar(at: word.end)
      if next.value == 0x2E || next.value == 0x2F || next.value == 0x3A {
        bindsTo = (word.hash, next.value, word.end + 1)
      }
      if Scalar.isSpace(next.value) {
        let beyond = bytes.scalar(at: word.end + next.length)
        if Letters.isLetter(beyond.value) || Scalar.isDigit(beyond.value) {
          words[slot].goesOn += 1
        }
      } else if Letters.isSentenceEnd(next.value) || Letters.isComma(next.value)
        || Letters.isColon(next.value) || Letters.isClosing(next.value)
      {
        words[slot].stops += 1
      }
    }
  }

  private func isLastHyphen(_ at: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let scalar = bytes.scalar(at: at)
    return Letters.isHyphen(scalar.value) && at + scalar.length == range.upperBound
  }

  private func find(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 20) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func insert(_ hash: UInt64) -> Int {
    if used * 2 >= keys.count { grow() }
    let slot = find(hash)
    if keys[slot] == 0 {
      keys[slot] = hash
      used += 1
    }
    return slot
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldWords = words
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    words = [Word](repeating: Word(), count: oldKeys.count * 2)
    for (key, word) in zip(oldKeys, oldWords) where key != 0 {
      let slot = find(key)
      keys[slot] = key
      words[slot] = word
    }
  }
}

/// A word's place and its hash: letters and digits of the spaced scripts, with hyphens and
/// apostrophes between them.
struct FoundWord {
  var start: Int
  var end: Int
  var hash: UInt64
  var isCapital: Bool
}

/// The first word that begins at or after `start`.
func nextWord(in bytes: [UInt8], from start: Int, to end: Int) -> FoundWord? {
  var at = start
  while at < end {
    let scalar = bytes.scalar(at: at)
    if isWordScalar(scalar.value) { return word(in: bytes, from: at, to: end) }
    at += max(1, scalar.length)
  }
  return nil
}

private func word(in bytes: [UInt8], from start: Int, to end: Int) -> FoundWord {
  var hash = WordHash()
  var at = start
  var wordEnd = start
  while at < end {
    let scalar = bytes.scalar(at: at)
    if isWordScalar(scalar.value) {
      hash.add(scalar.value)
      at += scalar.length
      wordEnd = at
    } else if isInnerMark(scalar.value), at > start, at + scalar.length < end,
      isWordScalar(bytes.scalar(at: at + scalar.length).value)
    {
      hash.add(Letters.isHyphen(scalar.value) ? 0x2D : 0x27)
      at += scalar.length
    } else {
      break
    }
  }
  let isCapital = Letters.isUpper(bytes.scalar(at: start).value)
  return FoundWord(start: start, end: wordEnd, hash: hash.value, isCapital: isCapital)
}

/// FNV-1a over folded scalars.
struct WordHash {
  private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ scalar: UInt32) {
    state = (state ^ UInt64(Self.fold(scalar))) &* 0x100_0000_01B3
  }

  /// Without folding.
  mutating func addExactly(_ value: UInt32) {
    state = (state ^ UInt64(value)) &* 0x100_0000_01B3
  }

  /// Mixed, and never 0, which marks an empty slot.
  var value: UInt64 {
    let mixed = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ (mixed >> 32)) | 1
  }

  /// Simple case folding for Latin, Greek and Cyrillic, and the ligatures' first letters left be.
  static func fold(_ scalar: UInt32) -> UInt32 {
    guard Letters.isUpper(scalar) else { return scalar }
    switch scalar {
    case 0x41...0x5A, 0xC0...0xDE, 0x391...0x3AB, 0x410...0x42F: return scalar + 0x20
    case 0x400...0x40F: return scalar + 0x50
    case 0x100...0x24F, 0x460...0x52F, 0x1E00...0x1EFF: return scalar | 1
    default: return scalar
    }
  }
}

/// The hash of several pieces of text read as one word.
func hashOfWord(_ pieces: [Range<Int>], hyphenated: Bool = false, in bytes: [UInt8]) -> UInt64 {
  var hash = WordHash()
  for (index, piece) in pieces.enumerated() {
    if hyphenated, index > 0 { hash.add(0x2D) }
    var at = piece.lowerBound
    while at < piece.upperBound {
      let scalar = bytes.scalar(at: at)
      hash.add(Letters.isHyphen(scalar.value) ? 0x2D : scalar.value)
      at += max(1, scalar.length)
    }
  }
  return hash.value
}

/// The hash of the word that a range ends with; nil where it ends with no word.
func hashOfLastWord(of range: Range<Int>, in bytes: [UInt8]) -> UInt64? {
  var start = range.upperBound
  while start > range.lowerBound {
    let scalar = bytes.scalar(before: start)
    guard isWordScalar(scalar.value) else { break }
    start -= scalar.length
  }
  return start < range.upperBound ? hashOfWord([start..<range.upperBound], in: bytes) : nil
}

func isWordScalar(_ scalar: UInt32) -> Bool {
  (Letters.isLetter(scalar) && !Scalar.isHan(scalar) && !Scalar.isKana(scalar))
    || Scalar.isDigit(scalar)
}

private func isInnerMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x2D, 0x2010, 0x2011, 0x27, 0x2019: true
  default: false
  }
}
