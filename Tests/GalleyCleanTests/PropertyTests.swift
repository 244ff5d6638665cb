import GalleyModel
import GalleyTestSupport
import Testing

@testable import GalleyClean

/// Generated documents with everything in them that the rules look for.
private func document(_ seed: UInt64) -> String {
  var random = SeededGenerator(seed: seed)
  let pieces = [
    "the quick brown fox ", "海边的小镇", "word-", "\n", "\n\n", "\n\n\n\n", "\u{C}", " 12\n", "3\n\n",
    "1. ",
    "• ", "    ", "\t", "\r\n", "\u{2028}", "\u{AD}", "\u{FFFE}", "\u{200B}", "ﬁne ", "e\u{301}",
    "&amp;",
    "Ã¼ber ", "HEAD OF THE PAGE\n", "한국어 문장", "русский текст ", "sentence ends. ", "，", "。\n",
    "(open ",
    "close) ", "日本語のﾃｷｽﾄ", "a1 ", "- 7 -\n", "column one        column two\n", "“quote” ",
    "T\n\nhe ",
  ]
  return (0..<20 + Int(random.next() % 200)).map { _ in
    pieces[Int(random.next() % UInt64(pieces.count))]
  }.joined()
}

/// Scalars that can be seen, as a multiset.
private func content(_ bytes: [UInt8]) -> [UInt32: Int] {
  var counts: [UInt32: Int] = [:]
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
  where !Scalar.isSpace(scalar.value) && scalar.value != 0xAD {
    counts[scalar.value, default: 0] += 1
  }
  return counts
}

@Test(arguments: 1...150)
func editsAreOrderedAndReversible(_ seed: Int) throws {
  let cleaned = try cleaned(document(UInt64(seed)))
  var end = 0
  for edit in cleaned.edits {
    #expect(edit.range.lowerBound >= end)
    end = edit.range.upperBound
  }
  #expect(end <= cleaned.blocks.text.count)
  let back = inverse(of: cleaned.edits, on: cleaned.blocks.text)
  #expect(apply(back, to: cleaned.text).text == cleaned.blocks.text)
  #expect(String(validating: cleaned.text, as: UTF8.self) != nil)
}

/// Whatever set of rules is undone, only those that may lose or change characters do.
@Test(arguments: 1...100)
func losesNothingElsewhere(_ seed: Int) throws {
  let cleaned = try cleaned(document(UInt64(seed)))
  var random = SeededGenerator(seed: UInt64(seed))
  let mask = random.next()
  let kept = cleaned.edits.enumerated().filter { mask >> UInt64($0.offset % 64) & 1 == 1 }.map(
    \.element)
  let changing = kept.filter { edit in
    edit.rule.rawValue.hasPrefix("char.") || edit.rule.rawValue.hasPrefix("drop.")
      || edit.rule.rawValue.hasPrefix("move.") || edit.rule == .joinHyphen
  }
  let text = apply(kept, to: cleaned.blocks.text).text
  let only = apply(changing, to: cleaned.blocks.text).text
  let isKept = content(text) == content(only)
  #expect(isKept)
}

@Test(arguments: 1...30)
func isDeterministic(_ seed: Int) throws {
  let text = document(UInt64(seed))
  let first = try cleaned(text)
  let second = try cleaned(text)
  #expect(first.edits == second.edits && first.text == second.text)
}

@Test(arguments: 1...60)
func paragraphsAreWhatTheTextSays(_ seed: Int) throws {
  let cleaned = try cleaned(document(UInt64(seed)))
  var end = 0
  for paragraph in cleaned.paragraphs {
    #expect(paragraph.text.lowerBound >= end && paragraph.text.upperBound <= cleaned.text.count)
    #expect(!cleaned.text[paragraph.text].contains(UInt8(ascii: "\n")))
    end = paragraph.text.upperBound
  }
}

/// Two lists of edits composed do what they do one after the other.
@Test(arguments: 1...200)
func composesEdits(_ seed: Int) {
  var random = SeededGenerator(seed: UInt64(seed))
  let text = (0..<40).map { UInt8(ascii: "a") + UInt8($0 % 26) }
  let first = randomEdits(over: text.count, &random)
  let middle = apply(first, to: text).text
  let second = randomEdits(over: middle.count, &random)
  let composed = compose(first, second, of: middle)
  #expect(apply(composed, to: text).text == apply(second, to: middle).text)
}

private func randomEdits(over count: Int, _ random: inout SeededGenerator) -> [Edit] {
  var edits: [Edit] = []
  var at = 0
  while true {
    let start = at + Int(random.next() % 6)
    let end = start + Int(random.next() % 4)
    guard end <= count else { return edits }
    let replacement = (0..<Int(random.next() % 4)).map { _ in
      UInt8(ascii: "A") + UInt8(random.next() % 26)
    }
    if start < end || !replacement.isEmpty {
      edits.append(Edit(.control, start..<end, replacement))
    }
    at = end + 1
  }
}

@Test func explainsWhatItDecides() throws {
  let cleaned = try cleaned(wrapped)
  let explanation = try #require(explainCleaning(cleaned.blocks, block: 1))
  #expect(explanation.winner == .joinWrap)
  #expect(explanation.score > 0)
  #expect(explanation.before == 0)
  #expect(explanation.tried.map(\.rule) == [.dropCap, .joinNumber, .joinWrap])
  let kept = try #require(explainCleaning(cleaned.blocks, block: 4))
  #expect(kept.winner == nil)
}

/// Every bucket of every signal is told in words of its own.
@Test(arguments: Signal.allCases) func tellsBucketsApart(_ signal: Signal) {
  let words = (0..<signal.size).map(signal.seen)
  #expect(Set(words).count == signal.size && !words.contains(""))
}

/// A person can add up what `explain` shows.
@Test func explainedPointsAddUp() throws {
  let cleaned = try cleaned(wrapped)
  for block in 1..<cleaned.blocks.items.count {
    let explanation = try #require(explainCleaning(cleaned.blocks, block: block))
    let sum = explanation.terms.reduce(CleaningExplanation.base) { $0 + $1.points }
    #expect(sum == explanation.score)
  }
}

/// Millions of zero-width spaces in a row are one repair.
@Test(arguments: ["\u{200B}", "\u{FEFF}"]) func runsAreOneRepair(_ mark: String) throws {
  let run = String(repeating: mark, count: 1000)
  let edits = try cleaned("A word\(run) and another one.\n").edits
  #expect(edits.count { $0.rule == .invisible || $0.rule == .control } == 1)
}
