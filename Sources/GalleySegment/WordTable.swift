internal import GalleyModel

/// The words of a vocabulary, looked up by what a text begins with.
///
/// Words are stored folded: lower case, full-width forms of ASCII as ASCII, one space for a run of
/// white space. Looking one up reads the text in place and allocates nothing.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry {
    /// The word's first scalar.
    var first: UInt32
    /// Its second scalar, 0 for a word of one.
    var second: UInt32
    /// `WordStart.third`
    var third: UInt32
    /// All behind the first.
    var rest: Range<Int>
    var value: Value
  }

  private var bytes: [UInt8] = []
  /// By slot, in each the longest first.
  private var entries: [Entry] = []
  /// Entries whose first two scalars fall into slot `s` stand at `slots[s]..<slots[s + 1]`.
  private var slots: [UInt16] = []
  /// A bit for each `place` of what words begin with: letters of ASCII, or two Han characters.
  private var beginnings = [UInt64](repeating: 0, count: 64)
  /// Some words are single letters.
  private var hasLetters = false

  private static var slotCount: Int { 1024 }

  private static func slot(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA77) >> 22)
  }

  /// Where `beginnings` has what `firstLetters` or `firstPair` gives.
  @inline(__always)
  private static func place(_ beginning: UInt32) -> Int { Int((beginning &* 0x9E37_79B1) >> 20) }

  /// Two Han characters of three bytes each in one number; 0 where others stand.
  @inline(__always)
  private static func firstPair(_ text: [UInt8], _ start: Int, end: Int) -> UInt32 {
    guard start + 5 < end, text[start] &- 0xE4 < 6, text[start + 3] &- 0xE4 < 6 else { return 0 }
    return text.scalarOfThree(at: start) << 16 ^ text.scalarOfThree(at: start + 3)
  }

  init(_ groups: [(Value, [String])]) {
    for (value, words) in groups {
      for word in words {
        let start = bytes.count
        bytes.append(contentsOf: word.utf8)
        let word = WordStart(bytes, at: start, end: bytes.count)
        if word.second == 0 { hasLetters = true }
        let beginning =
          firstLetters(bytes, start, end: bytes.count)
          | Self.firstPair(bytes, start, end: bytes.count)
        if beginning != 0 {
          let place = Self.place(beginning)
          beginnings[place >> 6] |= 1 << (place & 63)
        }
        entries.append(
          Entry(
            first: word.first, second: word.second, third: word.third(bytes, end: bytes.count),
            rest: word.behind..<bytes.count, value: value))
      }
    }
    func slot(_ entry: Entry) -> Int { Self.slot(entry.first, entry.second) }
    // Longest first, so that the first match is the longest; of equal ones that of the first group.
    // In one number each: slot, length and place, none of which takes more than 20 bits.
    let order = entries.indices.map { index in
      slot(entries[index]) << 40 | (0xF_FFFF - entries[index].rest.count) << 20 | index
    }
    entries = order.sorted().map { entries[$0 & 0xF_FFFF] }
    slots = Array(repeating: 0, count: Self.slotCount + 1)
    for entry in entries { slots[slot(entry) + 1] += 1 }
    for slot in 0..<Self.slotCount { slots[slot + 1] += slots[slot] }
  }

  /// How a word begins: its first scalars as `Entry` has them, and what `firstLetters` gives.
  struct Start {
    var first: UInt32
    var second: UInt32
    var third: UInt32
    var letters: UInt32
  }

  func forEachStart(_ body: (Start) -> Void) {
    for entry in entries {
      // A letter of ASCII takes one byte.
      let letters =
        Scalar.isSmallLetter(entry.first)
        ? firstLetters(bytes, entry.rest.lowerBound - 1, end: entry.rest.upperBound) : 0
      body(Start(first: entry.first, second: entry.second, third: entry.third, letters: letters))
    }
  }

  struct Match {
    var value: Value
    /// Where the word ends in the text.
    var end: Int
  }

  /// False where letters of ASCII stand that no word begins with: no word of fewer ends there. The same
  /// of two Han characters, but for words of one.
  @inline(__always)
  func mayBegin(_ text: [UInt8], at start: Int, end: Int) -> Bool {
    let letters = firstLetters(text, start, end: end)
    let beginning = letters != 0 || hasLetters ? letters : Self.firstPair(text, start, end: end)
    if beginning == 0 { return true }
    let place = Self.place(beginning)
    return beginnings[place >> 6] >> (place & 63) & 1 == 1
  }

  /// The longest word that `text` has at `start` and that `accepts` takes, which is told its value
  /// and its end. A word of letters must end where the text's does.
  func match(
    _ text: [UInt8], at start: Int, end: Int, accepts: (Value, Int) -> Bool = { _, _ in true }
  ) -> Match? {
    guard start < end else { return nil }
    guard mayBegin(text, at: start, end: end) else { return nil }
    let word = WordStart(text, at: start, end: end)
    if word.spaced != 0,
      let found = find(word, second: word.spaced, in: text, end: end, accepts)
    {
      return found
    }
    if let found = find(word, second: word.second, in: text, end: end, accepts) {
      return found
    }
    return hasLetters ? find(word, second: 0, in: text, end: end, accepts) : nil
  }

  /// Whether one of the words begins where a word of the text does.
  func isAnyWord(in text: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    var last: UInt32 = 0
    while at < range.upperBound {
      let scalar = text.scalar(at: at)
      if !isLetter(last), !isOtherLetter(last), match(text, at: at, end: range.upperBound) != nil {
        return true
      }
      last = scalar.value
      at += scalar.length
    }
    return false
  }

  /// Whether a word stands anywhere in a part of the text, inside of others too.
  func isAnywhere(in text: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      if mayBegin(text, at: at, end: range.upperBound),
        match(text, at: at, end: range.upperBound) != nil
      {
        return true
      }
      at += text.scalar(at: at).length
    }
    return false
  }

  /// The longest of the words that begin with a scalar and `second`, which is 0 for a word of one.
  @inline(__always)
  private func find(
    _ word: WordStart, second: UInt32, in text: [UInt8], end: Int,
    _ accepts: (Value, Int) -> Bool
  ) -> Match? {
    let first = word.first
    let slot = Self.slot(first, second)
    let third = word.third(text, end: end)
    for index in Int(slots[slot])..<Int(slots[slot + 1])
    where entries[index].first == first && entries[index].second == second {
      // Most words that begin alike part at their third scalar.
      let other = entries[index].third
      if other != third, other != 0, third != 0 { continue }
      if let stop = self.end(
        of: entries[index].rest, after: first, in: text, at: word.behind, end: end),
        accepts(entries[index].value, stop)
      {
        return Match(value: entries[index].value, end: stop)
      }
    }
    return nil
  }

  /// Where the rest of a word ends, whose first scalar has been found.
  private func end(
    of word: Range<Int>, after first: UInt32, in text: [UInt8], at start: Int, end: Int
  ) -> Int? {
    var at = start
    var next = word.lowerBound
    while next < word.upperBound {
      let equal = equalBytes(from: next, in: text, at: at, min(word.upperBound - next, end - at))
      at += equal
      next += equal
      if next == word.upperBound { break }
      guard at < end else { return nil }
      let byte = bytes[next]
      let found = text[at]
      // Capitals.
      if found < 0x80, found | 0x20 == byte, byte > 0x60 {
        at += 1
        next += 1
        continue
      }
      // Small letters stand for themselves, and nearly all words part at one of them.
      if byte &- 0x61 < 26, found &- 0x61 < 26 { return nil }
      // The scalars may have parted at their second or third byte.
      while bytes[next] & 0xC0 == 0x80 {
        at -= 1
        next -= 1
      }
      // A Han character stands for itself only, and is no blank.
      if text[at] >= 0xE4, text[at] <= 0xE9 { return nil }
      let scalar = text.scalar(at: at)
      let expected = bytes.scalar(at: next)
      if Scalar.isSpace(scalar.value) {
        // A blank is wanted here, or one more than wanted, or it only spaces out the letters of a
        // CJK word.
        let last = last(of: word, before: next, after: first)
        if expected.value == 0x20 {
          next += 1
        } else if last != 0x20, !Scalar.isUnspaced(last) {
          return nil
        }
        at = skipSpaces(in: text, at: at, end: end)
        continue
      }
      guard fold(scalar.value) == expected.value else { return nil }
      at += scalar.length
      next += expected.length
    }
    guard at < end else { return at }
    let last = last(of: word, before: next, after: first)
    if last == 0x20 { return skipSpaces(in: text, at: at, end: end) }
    return isLetter(last) && isLetter(text.scalar(at: at).value) ? nil : at
  }

  /// How many of the next `limit` bytes of a word the text has at `at`.
  private func equalBytes(from next: Int, in text: [UInt8], at: Int, _ limit: Int) -> Int {
    var count = 0
    while count < limit {
      if next + count + 8 <= bytes.count, at + count + 8 <= text.count {
        let other = Word.load(text.span, at + count)
        let difference = Word.load(bytes.span, next + count) ^ other
        if difference != 0 { return min(limit, count + Word.first(difference)) }
        count += 8
      } else {
        guard bytes[next + count] == text[at + count] else { return count }
        count += 1
      }
    }
    return limit
  }

  /// The scalar of a word that stands before the offset `next` in it.
  private func last(of word: Range<Int>, before next: Int, after first: UInt32) -> UInt32 {
    next > word.lowerBound ? bytes.scalar(before: next).value : first
  }
}
