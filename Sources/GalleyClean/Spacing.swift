internal import GalleyModel

/// Whether two joined lines need a space between them.
struct Spacing {
  /// What the document does between a character of the scripts without spaces and a word, or a
  /// bracket, of another script.
  private var words = Habit()
  private var brackets = Habit()
  private var quotes = Habit()
  /// Before an em dash.
  private var dashes = Habit()
  private let hangul: HangulSpacing

  private struct Habit {
    var spaced = 0
    var tight = 0
    var isSpaced: Bool { spaced > tight }
    mutating func add(_ isSpaced: Bool) { if isSpaced { spaced += 1 } else { tight += 1 } }
  }

  /// Counts only the habits that one of the joins asks for.
  init(_ boundaries: Boundaries, for decisions: [Decision]) {
    hangul = HangulSpacing(boundaries)
    let (hasMixed, hasDashes) = Self.needs(boundaries, decisions)
    guard hasMixed || hasDashes else { return }
    for line in boundaries.lines.prefix(2000) {
      if hasMixed, line.shape(in: boundaries.bytes).wide > 0 {
        countMixed(line.text, boundaries.bytes)
      }
      if hasDashes { countDashes(line.text, boundaries.bytes) }
    }
  }

  /// Whether a join has a wide character on one side only, and whether one has an em dash after it.
  private static func needs(
    _ boundaries: Boundaries, _ decisions: [Decision]
  ) -> (mixed: Bool, dashes: Bool) {
    var needs = (mixed: false, dashes: false)
    for (index, decision) in decisions.enumerated() {
      guard case .join = decision else { continue }
      let left = boundaries.lines[index].last
      let right = boundaries.lines[index + 1].first
      if Scalar.isUnspaced(left) != Scalar.isUnspaced(right) { needs.mixed = true }
      if right == 0x2014 { needs.dashes = true }
    }
    return needs
  }

  func isSpaced(_ before: Line, _ after: Line, in boundaries: Boundaries) -> Bool {
    let bytes = boundaries.bytes
    let left = before.last
    let right = after.first
    let isLeftWide = Scalar.isUnspaced(left)
    let isRightWide = Scalar.isUnspaced(right)
    if isLeftWide, isRightWide { return false }
    if isLeftWide || isRightWide { return isSpacedMixed(left, right) }
    if let isSpaced = hangul.isSpaced(left, right) { return isSpaced }
    if isClosing(before, after, right, bytes) { return false }
    if right == 0x2014 { return dashes.isSpaced }
    if left == 0x28 || left == 0x5B || left == 0x7B { return false }
    if Letters.isDash(left) {
      let length = bytes.scalar(before: before.text.upperBound).length
      return Scalar.isSpace(bytes.scalar(before: before.text.upperBound - length).value)
    }
    return !isBound(before, after, left, right, boundaries)
  }

  private func isSpacedMixed(_ left: UInt32, _ right: UInt32) -> Bool {
    if Scalar.isWidePunctuation(left) || Scalar.isWidePunctuation(right) { return false }
    let isLeftWide = Scalar.isUnspaced(left)
    let other = isLeftWide ? right : left
    if isWordScalar(other) { return words.isSpaced }
    switch (other, isLeftWide) {
    case (0x28, true), (0x29, false): return brackets.isSpaced
    case (0x201C, true), (0x201D, false), (0x2018, true), (0x2019, false), (0x22, _), (0x27, _):
      return quotes.isSpaced
    case (0x2F, true): return words.isSpaced
    default: return false
    }
  }

  /// Punctuation that closes what stands before it. A full stop before a letter opens a file name.
  private func isClosing(
    _ before: Line, _ after: Line, _ right: UInt32, _ bytes: [UInt8]
  ) -> Bool {
    switch right {
    case 0x2C, 0x3B, 0x29, 0x5D, 0x7D: return true
    case 0x2E, 0x22: break
    default: return false
    }
    let next = bytes.scalar(at: min(after.text.lowerBound + 1, after.text.upperBound)).value
    let isLast = after.text.count == 1 || !(isWordScalar(next) || Letters.isOpening(next))
    if right == 0x2E { return isLast && next != 0x2F }
    return isLast && bytes[before.text].count { $0 == 0x22 } % 2 == 1
  }

  /// Addresses, paths and file names that a line end cut at one of their marks.
  private func isBound(
    _ before: Line, _ after: Line, _ left: UInt32, _ right: UInt32, _ boundaries: Boundaries
  ) -> Bool {
    let bytes = boundaries.bytes
    if left == 0x3A, right == 0x2F { return true }
    if right == 0x2E { return isSuffixBound(before, after, boundaries) }
    guard before.ending == .link || left == 0x2E || left == 0x3A || left == 0x3F else {
      return false
    }
    let token = lastToken(before, bytes)
    let inner = token.lowerBound..<max(token.lowerBound, token.upperBound - 1)
    let slashes = bytes[inner].count { $0 == UInt8(ascii: "/") }
    let isAddress = bytes[inner].contains(UInt8(ascii: "@")) || slashes > 1 && isLink(inner, bytes)
    if isAddress || (left == 0x2F && bytes[inner].last == 0x2F) {
      return after.opening != .upper || left != 0x2E
    }
    if left == 0x2F { return isPathCut(inner, after, bytes) }
    if before.ending == .link { return after.opening == .lower || after.opening == .digit }
    guard let word = hashOfLastWord(of: inner, in: bytes),
      let next = nextWord(in: bytes, from: after.text.lowerBound, to: after.text.upperBound),
      next.start == after.text.lowerBound
    else { return false }
    if boundaries.evidence.vocabulary.isBound(word, left, next.hash) { return true }
    if left == 0x3F { return false }
    let hasInnerStop = bytes[inner].contains(UInt8(ascii: "."))
    return left == 0x2E && hasInnerStop && inner.count > 5 && after.opening == .lower
  }

  /// After a path's slash goes what looks like a path; after "and/" any word.
  private func isPathCut(_ token: Range<Int>, _ after: Line, _ bytes: [UInt8]) -> Bool {
    guard let first = bytes[token].first else { return after.opening != .upper }
    if first != UInt8(ascii: "/"), first != UInt8(ascii: "~") {
      return !bytes[token].contains(UInt8(ascii: "."))
    }
    for byte in bytes[after.text] {
      if byte == UInt8(ascii: " ") { return false }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") {
        return true
      }
    }
    return false
  }

  private func isSuffixBound(_ before: Line, _ after: Line, _ boundaries: Boundaries) -> Bool {
    let bytes = boundaries.bytes
    guard let word = hashOfLastWord(of: before.text, in: bytes),
      let next = nextWord(in: bytes, from: after.text.lowerBound, to: after.text.upperBound)
    else { return false }
    return next.start == after.text.lowerBound + 1
      && boundaries.evidence.vocabulary.isBound(word, 0x2E, next.hash)
  }

  private func lastToken(_ line: Line, _ bytes: [UInt8]) -> Range<Int> {
    var start = line.text.upperBound
    while start > line.text.lowerBound, bytes[start - 1] != UInt8(ascii: " "),
      bytes[start - 1] < 0x80
    {
      start -= 1
    }
    return start..<line.text.upperBound
  }

  private func isLink(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    bytes[range].contains(UInt8(ascii: ":"))
  }

  private mutating func countMixed(_ range: Range<Int>, _ bytes: [UInt8]) {
    var at = range.lowerBound
    var last: UInt32 = 0
    var isAfterSpace = false
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      if scalar.value == 0x20 {
        isAfterSpace = true
        continue
      }
      let isWideHere = isWide(scalar.value)
      if isWide(last) != isWideHere {
        let other = isWideHere ? last : scalar.value
        if isWordScalar(other) { words.add(isAfterSpace) }
        if other == (isWideHere ? 0x29 : 0x28) { brackets.add(isAfterSpace) }
        if other == (isWideHere ? 0x201D : 0x201C) { quotes.add(isAfterSpace) }
      }
      last = scalar.value
      isAfterSpace = false
    }
  }

  private mutating func countDashes(_ range: Range<Int>, _ bytes: [UInt8]) {
    var at = range.lowerBound + 1
    while at + 3 < range.upperBound {
      if bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x94 {
        dashes.add(bytes[at - 1] == UInt8(ascii: " "))
      }
      at += 1
    }
  }

  private func isWide(_ scalar: UInt32) -> Bool { Scalar.isHan(scalar) || Scalar.isKana(scalar) }
}
