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

  typealias Letters = LexiconLetters

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
  /// A bit for the first two bytes of each word of two, and for the first three of each longer one:
  /// most texts are dismissed by a look at it.
  private let beginnings: [UInt64]

  private static var slots: Int { 2048 }

  init(_ table: KeyValuePairs<Meaning, String>, letters: Letters = .asWritten) {
    self.init([(table, letters)])
  }

  init(_ tables: [(table: KeyValuePairs<Meaning, String>, letters: Letters)]) {
    var words = LexiconWords<Meaning>()
    for (table, letters) in tables {
      for (meaning, list) in table { words.add(list, meaning, letters) }
    }
    self.init(words) { first, _ in first }
  }

  /// `combine` gives the meaning of a word that is there twice.
  init(_ words: LexiconWords<Meaning>, combine: (Meaning, Meaning) -> Meaning) {
    // Slot by slot; in a slot the longest first, of equals in the table's order.
    let slots = words.ranges.map { range in
      Self.slot(
        words.pool[range.lowerBound],
        range.count > 1 ? words.pool[range.lowerBound + 1] : Self.space)
    }
    let order = slots.indices.sorted {
      (slots[$0], -words.ranges[$0].count, $0) < (slots[$1], -words.ranges[$1].count, $1)
    }
    var entries: [Entry] = []
    var starts = [UInt16](repeating: 0, count: Self.slots + 1)
    entries.reserveCapacity(order.count)
    for index in order {
      let entry = Self.entry(words.ranges[index], words.meanings[index], words.pool)
      let isSameSlot = starts[slots[index] + 1] > 0
      if isSameSlot, let twin = entries.last, Self.isEqual(twin, entry, words.pool) {
        entries[entries.count - 1].meaning = combine(twin.meaning, entry.meaning)
        continue
      }
      entries.append(entry)
      starts[slots[index] + 1] += 1
    }
    for slot in 1...Self.slots { starts[slot] += starts[slot - 1] }
    self.entries = entries
    self.starts = starts
    self.pool = words.pool
    var beginnings = [UInt64](repeating: 0, count: 256)
    for entry in entries where entry.count > 1 {
      let bit = Self.beginning(entry.prefix & (entry.count == 2 ? 0xFFFF : 0xFF_FFFF))
      beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.beginnings = beginnings
    self.hasSingleBytes = words.ranges.contains { $0.count == 1 }
  }

  private static func entry(_ range: Range<Int>, _ meaning: Meaning, _ pool: [UInt8]) -> Entry {
    Entry(
      prefix: prefix(of: pool, at: range.lowerBound, limit: range.upperBound, padding: 0),
      mask: range.count >= 4 ? .max : (1 << UInt32(8 * range.count)) - 1,
      start: range.lowerBound, count: range.count,
      needsBoundary: Scalar.isSpacedLetter(pool.scalar(before: range.upperBound).value),
      meaning: meaning)
  }

  private static func isEqual(_ a: Entry, _ b: Entry, _ pool: [UInt8]) -> Bool {
    a.count == b.count && a.prefix == b.prefix
      && pool[a.start..<a.start + a.count] == pool[b.start..<b.start + b.count]
  }

  /// The longest word that stands at `offset` and ends at or before `limit`. The caller sees to it
  /// that `offset` is no middle of a word.
  func match(in text: [UInt8], at offset: Int, limit: Int) -> Match? {
    let key = Self.prefix(of: text, at: offset, limit: limit, padding: Self.space)
    let first = UInt8(truncatingIfNeeded: key)
    let slot = Self.slot(first, UInt8(truncatingIfNeeded: key >> 8))
    if mayBegin(key & 0xFF_FFFF) || mayBegin(key & 0xFFFF),
      let match = match(in: text, at: offset, limit, key: key, slot: slot)
    {
      return match
    }
    guard hasSingleBytes else { return nil }
    return match(in: text, at: offset, limit, key: key, slot: Self.slot(first, Self.space))
  }

  private static func beginning(_ bytes: UInt32) -> Int { Int((bytes &* 0x9E37_79B1) >> 18) }

  private func mayBegin(_ bytes: UInt32) -> Bool {
    let bit = Self.beginning(bytes)
    return beginnings[bit >> 6] >> UInt64(bit & 63) & 1 == 1
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

/// Which spellings of a word count besides the one in the table.
enum LexiconLetters {
  case asWritten
  /// Also with a capital first letter, and all in capitals.
  case anyCase
}

/// The words that a lexicon is made of, all in one buffer.
struct LexiconWords<Meaning: Sendable> {
  private(set) var pool: [UInt8] = []
  private(set) var ranges: [Range<Int>] = []
  private(set) var meanings: [Meaning] = []

  /// Adds the words of `list`, which bars divide.
  mutating func add(_ list: String, _ meaning: Meaning, _ letters: LexiconLetters) {
    let bytes = Array(list.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "|")) ?? bytes.count
      add(bytes[start..<end], meaning, capitals: 0)
      if letters == .anyCase {
        add(bytes[start..<end], meaning, capitals: 1)
        add(bytes[start..<end], meaning, capitals: .max)
      }
      start = end + 1
    }
  }

  private mutating func add(_ word: ArraySlice<UInt8>, _ meaning: Meaning, capitals: Int) {
    guard !word.isEmpty else { return }
    let start = pool.count
    pool.append(contentsOf: word)
    if capitals > 0 { capitalize(&pool, from: start, letters: capitals) }
    ranges.append(start..<pool.count)
    meanings.append(meaning)
  }
}
