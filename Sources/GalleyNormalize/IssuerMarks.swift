internal import GalleyModel

/// A piece of text that bears on the question who issues the list.
struct IssuerMark {
  enum Kind: Equatable {
    /// What may be a name; `base` is what its form alone says for it.
    case name(base: Int)
    case word(IssuerWord)
    /// A sentence ends.
    case stop
  }

  var kind: Kind
  var range: Range<Int>

  var isName: Bool { if case .name = kind { true } else { false } }
}

/// Finds the marks of a passage in one pass.
struct IssuerScanner {
  let text: [UInt8]
  let zone: Range<Int>
  let isTitle: Bool
  private let isGerman: Bool
  var marks: [IssuerMark] = []

  /// `isGerman`: capitals are no sign of a name there.
  init(_ text: [UInt8], _ zone: Range<Int>, isTitle: Bool, isGerman: Bool) {
    self.text = text
    self.zone = zone
    self.isTitle = isTitle
    self.isGerman = isGerman
    marks.reserveCapacity(32)
    scan()
  }

  private mutating func scan() {
    if isTitle { appendKoreanHead() }
    var at = marks.last?.range.upperBound ?? zone.lowerBound
    while at < zone.upperBound {
      let byte = text[at]
      if byte & 0xC0 == 0x80 || byte == UInt8(ascii: " ") {
        at += 1
      } else if isSpacedLetter(in: text, at: at) {
        at = scanSpacedWord(at)
      } else if byte >= 0xE3 {
        at = scanWide(at)
      } else if byte >= 0xD8 && byte <= 0xDB {
        at = scanArabicWord(at)
      } else if byte == 0xC2 {
        at = scanSign(at)
      } else {
        if isStop(UInt32(byte)) { marks.append(IssuerMark(kind: .stop, range: at..<at + 1)) }
        at += 1
      }
    }
  }

  /// © before a holder's name; «…», which holds a name where one is spoken of.
  private mutating func scanSign(_ offset: Int) -> Int {
    let end = offset + 2
    switch text.scalar(at: offset).value {
    case 0xA9: append(.attribution, offset..<end)
    case 0xAB
    where end < zone.upperBound && (isCapital(at: end) || (0xD8...0xDB).contains(text[end])):
      var close = end
      while close < zone.upperBound, close - end < 60,
        text[close] != 0xBB || text[close - 1] != 0xC2
      {
        close += 1
      }
      guard close < zone.upperBound, text[close] == 0xBB else { break }
      // журнал «…», مجلة «…»: what it is stands right before it.
      let isNamed =
        marks.last.map { $0.kind == .word(.role) && offset - $0.range.upperBound <= 2 } ?? false
      marks.append(IssuerMark(kind: .name(base: isNamed ? 1 : 0), range: end..<close - 1))
      return close + 1
    default: break
    }
    return end
  }

  /// A word of Arabic script: it has no capitals, so that only a vocabulary tells.
  private mutating func scanArabicWord(_ offset: Int) -> Int {
    if let match = Lexicon.issuing.match(in: text, at: offset, limit: zone.upperBound),
      match.end >= zone.upperBound || !(0xD8...0xDB).contains(text[match.end])
    {
      append(match.meaning, offset..<match.end)
      return match.end
    }
    var at = offset
    while at < zone.upperBound, (0xD8...0xDB).contains(text[at]) { at += 2 }
    return at
  }

  /// A word of a script with capitals, or the run of capitals that it begins.
  private mutating func scanSpacedWord(_ offset: Int) -> Int {
    let match = Lexicon.issuing.match(in: text, at: offset, limit: zone.upperBound)
    switch match?.meaning {
    case .institution, nil: return isCapital(at: offset) ? scanRun(offset) : endOfWord(offset)
    case .issuer, .commonIssuer: return scanIssuer(offset, match?.end ?? offset)
    case .some(let word):
      let end = match?.end ?? offset
      append(word, offset..<end)
      return end
    }
  }

  /// A known name, or a longer one that begins with it: Forbes Technology Council, Science News.
  private mutating func scanIssuer(_ offset: Int, _ end: Int) -> Int {
    let known = Lexicon.issuing.holds(offset..<end, of: text)
    let run = scanRun(offset)
    guard case .name(let base) = marks.last?.kind, marks.last?.range.lowerBound == offset else {
      return run
    }
    let isLonger = run > end && (base == 2 || known == .commonIssuer)
    marks.removeLast()
    appendName(offset..<(isLonger ? run : end), base: known == .issuer ? 4 : 1)
    return isLonger ? run : end
  }

  /// The words with capitals from `offset` on, small words between them included.
  private mutating func scanRun(_ offset: Int) -> Int {
    if Lexicon.leadingWords.match(in: text, at: offset, limit: zone.upperBound) != nil,
      Lexicon.issuing.match(in: text, at: offset, limit: zone.upperBound) == nil
    {
      return endOfWord(offset)
    }
    var end = endOfWord(offset)
    var words = 1
    var endOfInstitution = isInstitution(offset) ? end : nil
    while words < 8, let next = nextCapital(after: end) {
      let match = Lexicon.issuing.match(in: text, at: next, limit: zone.upperBound)
      let endsRun = isTitle && (match?.meaning == .verb || match?.meaning == .list)
      if endsRun || match?.meaning == .issuer || match?.meaning == .role { break }
      // "The", "Die": a new sentence or a new phrase.
      if Lexicon.leadingWords.match(in: text, at: next, limit: zone.upperBound) != nil { break }
      // Academy of Sciences, université de Lille: what a small word ties to the institution.
      let isTied = next > end + 1 && endOfInstitution == end
      end = endOfWord(next)
      words += 1
      if isTied || match?.meaning == .institution { endOfInstitution = end }
    }
    // "Forum" alone is no name.
    if words == 1, endOfInstitution != nil { return end }
    // A headline has capitals everywhere: the institution's last word ends its name.
    if isTitle, let endOfInstitution { end = endOfInstitution }
    let isFirst = marks.isEmpty || marks.last?.kind == .stop
    let single = isGerman ? -2 : isFirst && !isTitle ? -1 : 0
    let base = endOfInstitution != nil && words > 1 ? 2 : words > 1 ? 1 : single
    marks.append(IssuerMark(kind: .name(base: base), range: offset..<end))
    return end
  }

  private func isInstitution(_ offset: Int) -> Bool {
    Lexicon.issuing.match(in: text, at: offset, limit: zone.upperBound)?.meaning == .institution
  }

  /// The next word with a capital, if only one space and perhaps a small word stand between.
  private func nextCapital(after offset: Int) -> Int? {
    var at = offset
    for _ in 0..<3 {
      guard at + 1 < zone.upperBound, text[at] == UInt8(ascii: " ") else { return nil }
      if isCapital(at: at + 1) { return at + 1 }
      guard let inner = Lexicon.innerWords.match(in: text, at: at + 1, limit: zone.upperBound)
      else {
        return nil
      }
      at = inner.end
    }
    return nil
  }

  private func isCapital(at offset: Int) -> Bool {
    let scalar = text.scalar(at: offset).value
    return switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x0400...0x042F: true
    default: false
    }
  }

  /// Letters, digits and what stands inside words; not the 's of a possessive.
  private func endOfWord(_ offset: Int) -> Int {
    var at = offset
    while at < zone.upperBound {
      let byte = text[at]
      let isInner =
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&") || (byte >= 0x30 && byte <= 0x39)
        || byte & 0xC0 == 0x80
      guard isInner || isSpacedLetter(in: text, at: at) else { break }
      at += isInner ? 1 : max(1, text.scalar(at: at).length)
    }
    return max(at, offset + 1)
  }

  private mutating func scanWide(_ offset: Int) -> Int {
    let scalar = text.scalar(at: offset)
    let next = offset + max(1, scalar.length)
    if scalar.value == 0x300A { return scanQuoted(offset) ?? next }
    if scalar.value == 0x300C || scalar.value == 0x300E { return scanNamed(offset) ?? next }
    if isStop(scalar.value) {
      marks.append(IssuerMark(kind: .stop, range: offset..<next))
      return next
    }
    if let match = Lexicon.issuing.match(in: text, at: offset, limit: zone.upperBound) {
      append(match.meaning, offset..<match.end)
      return match.end
    }
    return isKatakana(scalar.value) ? scanKatakana(offset) : next
  }

  /// 《…》: a magazine's name, or a report's.
  private mutating func scanQuoted(_ offset: Int) -> Int? {
    guard let inner = quoted(offset) else { return nil }
    if nextYear(in: text, from: inner.lowerBound, limit: inner.upperBound) == nil,
      !endsInList(inner)
    {
      let known = Lexicon.issuing.holds(inner, of: text)
      let isKnown = known == .issuer || known == .commonIssuer
      let base = isKnown ? 4 : endsInInstitution(inner) ? 2 : 1
      marks.append(IssuerMark(kind: .name(base: base), range: inner))
    }
    return inner.upperBound + 3
  }

  /// Between the quotation mark of three bytes at `offset` and its twin, if that is near.
  func quoted(_ offset: Int) -> Range<Int>? {
    let start = offset + 3
    let close = text.scalar(at: offset).value + 1
    var end = start
    while end < zone.upperBound, end - start < 90, text.scalar(at: end).value != close {
      end += max(1, text.scalar(at: end).length)
    }
    guard end + 3 <= zone.upperBound, text.scalar(at: end).value == close, end > start else {
      return nil
    }
    return start..<end
  }

  private func endsInList(_ range: Range<Int>) -> Bool { ends(range, in: .list) }
  private func endsInInstitution(_ range: Range<Int>) -> Bool { ends(range, in: .institution) }

  /// Whether the last two or three wide characters are a word of the kind.
  private func ends(_ range: Range<Int>, in kind: IssuerWord) -> Bool {
    for length in [6, 9] where range.count >= length {
      let start = range.upperBound - length
      if text[start] & 0xC0 != 0x80,
        Lexicon.issuing.holds(start..<range.upperBound, of: text) == kind
      {
        return true
      }
    }
    return false
  }

  private mutating func scanKatakana(_ offset: Int) -> Int {
    var end = offset
    while end < zone.upperBound, isKatakana(text.scalar(at: end).value) { end += 3 }
    if end - offset >= 9 { appendName(offset..<end, base: 0) }
    return end
  }

  private mutating func append(_ word: IssuerWord, _ range: Range<Int>) {
    switch word {
    case .issuer: appendName(range, base: 4)
    case .commonIssuer: appendName(range, base: 1)
    case .institution:
      let name = institution(endingAt: range)
      if !name.isEmpty { appendName(name, base: 2) }
    case .verb:
      if text[range.lowerBound] >= 0xEA { appendKoreanSubject(of: range) }
      marks.append(IssuerMark(kind: .word(word), range: range))
    case .none: break
    default: marks.append(IssuerMark(kind: .word(word), range: range))
    }
  }

  /// A name swallows the marks inside it: 科技部 in 科技部高技术研究发展中心.
  private mutating func appendName(_ range: Range<Int>, base: Int) {
    var base = base
    let whole = text[range.lowerBound] >= 0xE3 ? widened(range) : range
    while let last = marks.last, last.range.lowerBound >= whole.lowerBound {
      if case .name(let inner) = last.kind { base = max(base, inner) }
      marks.removeLast()
    }
    marks.append(IssuerMark(kind: .name(base: base), range: whole))
  }

  private func isStop(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "。", "！", "？", "；", "!", "?", ";", "\n": true
    default: false
    }
  }

  private func isKatakana(_ scalar: UInt32) -> Bool { (0x30A1...0x30FF).contains(scalar) }
}
