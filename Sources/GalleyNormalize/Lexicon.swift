internal import GalleyModel

/// A small vocabulary whose words are found by their bytes, the longest first.
///
/// Built once from a readable table, `[.meaning: "word|two words|词"]`. A look-up costs one hash of
/// two bytes and as many comparisons as words share them.
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
    var bytes: [UInt8]
    var meaning: Meaning
    /// The word ends in a letter of a script with spaces: no such letter may follow it.
    var needsBoundary: Bool
  }

  /// In order of hash, the longest first.
  private let entries: [Entry]
  /// For each hash, the index of its first entry; one more at the end.
  private let starts: [UInt16]

  private static var slots: Int { 1024 }

  init(_ table: KeyValuePairs<Meaning, String>, letters: Letters = .asWritten) {
    self.init(
      table.flatMap { meaning, words in words.split(separator: "|").map { (meaning, String($0)) } },
      letters: letters)
  }

  init(_ words: [(meaning: Meaning, word: String)], letters: Letters = .asWritten) {
    var entries: [Entry] = []
    for (meaning, word) in words {
      for spelling in Self.spellings(of: word, letters) {
        let bytes = Array(spelling.utf8)
        let last = bytes.scalar(before: bytes.count).value
        entries.append(
          Entry(bytes: bytes, meaning: meaning, needsBoundary: Scalar.isSpacedLetter(last)))
      }
    }
    // Of two meanings of a word the first in the table wins: the order must not depend on `sort`.
    let order = entries.indices.sorted { a, b in
      let (x, y) = (entries[a].bytes, entries[b].bytes)
      return (Self.hash(x), -x.count, a) < (Self.hash(y), -y.count, b)
    }
    entries = order.map { entries[$0] }
    var starts = [UInt16](repeating: 0, count: Self.slots + 1)
    for entry in entries { starts[Self.hash(entry.bytes) + 1] += 1 }
    for slot in 1...Self.slots { starts[slot] += starts[slot - 1] }
    self.entries = entries
    self.starts = starts
  }

  /// The longest word that stands at `offset` and ends at or before `limit`. The caller sees to it
  /// that `offset` is no middle of a word.
  func match(in text: [UInt8], at offset: Int, limit: Int) -> Match? {
    let second = offset + 1 < limit ? text[offset + 1] : Self.space
    if let match = match(in: text, at: offset, limit, slot: Self.hash(text[offset], second)) {
      return match
    }
    // Words of one byte: "y", "-".
    return match(in: text, at: offset, limit, slot: Self.hash(text[offset], Self.space))
  }

  private func match(in text: [UInt8], at offset: Int, _ limit: Int, slot: Int) -> Match? {
    for index in Int(starts[slot])..<Int(starts[slot + 1]) {
      let end = offset + entries[index].bytes.count
      guard end <= limit else { continue }
      guard Self.isEqual(text, at: offset, entries[index].bytes) else { continue }
      if entries[index].needsBoundary, end < limit, isSpacedLetter(in: text, at: end) { continue }
      return Match(meaning: entries[index].meaning, end: end)
    }
    return nil
  }

  /// Whether all of `range` is one word of the vocabulary.
  func holds(_ range: Range<Int>, of text: [UInt8]) -> Meaning? {
    guard !range.isEmpty else { return nil }
    let match = match(in: text, at: range.lowerBound, limit: range.upperBound)
    return match?.end == range.upperBound ? match?.meaning : nil
  }

  private static var space: UInt8 { UInt8(ascii: " ") }

  private static func hash(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) &* 73 &+ Int(second) &* 31) & (slots - 1)
  }

  private static func hash(_ word: [UInt8]) -> Int {
    hash(word[0], word.count > 1 ? word[1] : space)
  }

  private static func isEqual(_ text: [UInt8], at offset: Int, _ word: [UInt8]) -> Bool {
    for index in word.indices where text[offset + index] != word[index] { return false }
    return true
  }

  private static func spellings(of word: String, _ letters: Letters) -> [String] {
    guard letters == .anyCase else { return [word] }
    let capital = word.prefix(1).uppercased() + word.dropFirst()
    var out = [word]
    for other in [capital, word.uppercased()] where !out.contains(other) { out.append(other) }
    return out
  }
}

extension Scalar {
  /// A letter of the scripts that part words with spaces and have capitals: Latin, Greek, Cyrillic.
  static func isSpacedLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
    return (0xC0...0x52F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7
  }
}

/// Whether a letter of Latin, Greek or Cyrillic script begins at `offset`.
func isSpacedLetter(in text: [UInt8], at offset: Int) -> Bool {
  guard offset < text.count else { return false }
  let byte = text[offset]
  if byte < 0x80 { return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  return byte >= 0xC3 && byte <= 0xD4
}

/// Whether a word can begin at `offset`: no letter or digit of Latin, Greek or Cyrillic script
/// stands just before it.
func isWordStart(in text: [UInt8], at offset: Int, from start: Int) -> Bool {
  guard offset > start else { return true }
  let before = text[offset - 1]
  if before < 0x80 {
    return !((before | 0x20) >= 0x61 && (before | 0x20) <= 0x7A || before >= 0x30 && before <= 0x39)
  }
  return !Scalar.isSpacedLetter(text.scalar(before: offset).value)
}
