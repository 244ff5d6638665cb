internal import GalleyModel

/// A small vocabulary whose words are found by their bytes, the longest first.
///
/// Built once from a readable table, `[.meaning: "word|two words|词"]`. Most look-ups end at an empty
/// slot or at a comparison of four bytes.
struct Lexicon<Meaning: Sendable>: Sendable {
  struct Match {
    var meaning: Meaning
    /// Offset just after the word.
    var end: Int
  }

  /// Which spellings of a word count besides the one in the table.
  enum Letters {
    case asWritten
    /// Also with a capital first letter, and all in capitals.
    case anyCase
  }

  private struct Entry: Sendable {
    /// Its first four bytes, the later ones in the higher bits; 0 after the word's end.
    var prefix: UInt32
    /// All bits of the bytes that `prefix` has.
    var mask: UInt32
    /// In `pool`.
    var start: Int
    var count: Int
    /// The word ends in a letter of a script with spaces: no such letter may follow it.
    var needsBoundary: Bool
    var meaning: Meaning
  }

  /// In order of slot, the longest first.
  private let entries: [Entry]
  /// For each slot, the index of its first entry; one more at the end.
  private let starts: [UInt16]
  /// All words, one after the other.
  private let pool: [UInt8]
  private let hasSingleBytes: Bool

  private static var slots: Int { 2048 }

  init(_ table: KeyValuePairs<Meaning, String>, letters: Letters = .asWritten) {
    self.init([(table, letters)])
  }

  /// Of two meanings of one word the first in the tables wins.
  init(_ tables: [(table: KeyValuePairs<Meaning, String>, letters: Letters)]) {
    var words: [(meaning: Meaning, word: [UInt8])] = []
    for (table, letters) in tables {
      for (meaning, list) in table {
        for word in list.utf8.split(separator: UInt8(ascii: "|")) {
          let word = Array(word)
          words.append((meaning, word))
          if letters == .anyCase {
            words.append((meaning, capitalized(word, letters: 1)))
            words.append((meaning, capitalized(word, letters: word.count)))
          }
        }
      }
    }
    self.init(words)
  }

  init(_ words: [(meaning: Meaning, word: [UInt8])]) {
    var pool: [UInt8] = []
    var buckets = [[Entry]](repeating: [], count: Self.slots)
    for (meaning, word) in words where !word.isEmpty {
      let entry = Entry(
        prefix: Self.prefix(of: word, at: 0, limit: word.count, padding: 0),
        mask: word.count >= 4 ? .max : (1 << UInt32(8 * word.count)) - 1, start: pool.count,
        count: word.count,
        needsBoundary: Scalar.isSpacedLetter(word.scalar(before: word.count).value),
        meaning: meaning)
      pool.append(contentsOf: word)
      let slot = Self.slot(word[0], word.count > 1 ? word[1] : Self.space)
      let place = buckets[slot].firstIndex { $0.count < word.count } ?? buckets[slot].count
      buckets[slot].insert(entry, at: place)
    }
    var starts: [UInt16] = [0]
    starts.reserveCapacity(Self.slots + 1)
    for bucket in buckets { starts.append((starts.last ?? 0) + UInt16(bucket.count)) }
    self.entries = Array(buckets.joined())
    self.starts = starts
    self.pool = pool
    self.hasSingleBytes = words.contains { $0.word.count == 1 }
  }

  /// The longest word that stands at `offset` and ends at or before `limit`. The caller sees to it
  /// that `offset` is no middle of a word.
  func match(in text: [UInt8], at offset: Int, limit: Int) -> Match? {
    let key = Self.prefix(of: text, at: offset, limit: limit, padding: Self.space)
    let first = UInt8(truncatingIfNeeded: key)
    let slot = Self.slot(first, UInt8(truncatingIfNeeded: key >> 8))
    if starts[slot] < starts[slot + 1],
      let match = match(in: text, at: offset, limit, key: key, slot: slot)
    {
      return match
    }
    guard hasSingleBytes else { return nil }
    return match(in: text, at: offset, limit, key: key, slot: Self.slot(first, Self.space))
  }

  /// Whether all of `range` is one word of the vocabulary, and which.
  func holds(_ range: Range<Int>, of text: [UInt8]) -> Meaning? {
    guard !range.isEmpty else { return nil }
    let match = match(in: text, at: range.lowerBound, limit: range.upperBound)
    return match?.end == range.upperBound ? match?.meaning : nil
  }

  private func match(
    in text: [UInt8], at offset: Int, _ limit: Int, key: UInt32, slot: Int
  ) -> Match? {
    for index in Int(starts[slot])..<Int(starts[slot + 1]) {
      guard key & entries[index].mask == entries[index].prefix else { continue }
      let end = offset + entries[index].count
      guard end <= limit, isTail(of: index, in: text, at: offset) else { continue }
      if entries[index].needsBoundary, end < limit, isSpacedLetter(in: text, at: end) { continue }
      return Match(meaning: entries[index].meaning, end: end)
    }
    return nil
  }

  /// Whether the entry's bytes after the fourth stand in `text` too.
  private func isTail(of index: Int, in text: [UInt8], at offset: Int) -> Bool {
    var at = 4
    while at < entries[index].count {
      if text[offset + at] != pool[entries[index].start + at] { return false }
      at += 1
    }
    return true
  }

  private static var space: UInt8 { UInt8(ascii: " ") }

  private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) &* 73 &+ Int(second) &* 31) & (slots - 1)
  }

  private static func prefix(of text: [UInt8], at offset: Int, limit: Int, padding: UInt8) -> UInt32
  {
    if offset + 4 <= limit {
      return UInt32(text[offset]) | UInt32(text[offset + 1]) << 8 | UInt32(text[offset + 2]) << 16
        | UInt32(text[offset + 3]) << 24
    }
    var out: UInt32 = 0
    for index in 0..<4 {
      let byte = offset + index < limit ? text[offset + index] : padding
      out |= UInt32(byte) << UInt32(8 * index)
    }
    return out
  }
}
