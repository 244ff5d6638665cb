internal import GalleyModel

extension Boundaries {
  /// What becomes of a hyphen at the end of the line before: nil where there is none.
  ///
  /// The document's own words vote first; then a capital, a digit or an acronym keeps the hyphen;
  /// then two halves that are words of their own.
  func hyphen(_ index: Int) -> Decision? {
    let before = lines[index - 1]
    let after = lines[index]
    guard Letters.isHyphen(before.last) else { return nil }
    let mark = bytes.scalar(before: before.text.upperBound)
    let end = before.text.upperBound - mark.length
    let left = letterRun(endingAt: end, in: before.text)
    let right = letterRun(startingAt: after.text.lowerBound, in: after.text)
    let rule: Rule = gaps[index] == .soft ? .joinWrap : .joinCut
    guard !left.isEmpty, !right.isEmpty else {
      // A hyphen after a space stands for a dash; after a quote it still binds.
      var start = end
      while start > before.text.lowerBound, bytes[start - 1] == UInt8(ascii: "-") { start -= 1 }
      let isDash = left.isEmpty && Scalar.isSpace(bytes.scalar(before: start).value)
      return .join(rule, isSpaced: isDash)
    }
    let isSoft = mark.value == 0xAD || mark.value == 0xFFFE || mark.value == 0xAC
    if !isSoft, isSuspended(after) { return .join(rule, isSpaced: true) }
    let joined = evidence.vocabulary.count(hashOfWord([left, right], in: bytes))
    let hyphenated = evidence.vocabulary.count(
      hashOfWord([left, right], hyphenated: true, in: bytes))
    let goes: Bool
    if joined != hyphenated {
      goes = joined > hyphenated
    } else if isSoft {
      goes = true
    } else {
      goes =
        !keepsHyphen(left, right) && !isCompound(left, right) && !isChained(left, before)
        && !isInAddress(left, before)
    }
    return goes ? .joinWord(hyphen: UInt8(mark.length)) : .join(rule, isSpaced: false)
  }

  private func keepsHyphen(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let first = bytes.scalar(at: right.lowerBound).value
    let last = bytes.scalar(before: left.upperBound).value
    if Scalar.isDigit(first) || Scalar.isDigit(last) { return true }
    // `X-ray`, `e-mail`: no word is divided behind its first letter.
    if left.count == 1 { return true }
    let leftCount = evidence.vocabulary.count(hashOfWord([left], in: bytes))
    let rightCount = evidence.vocabulary.count(hashOfWord([right], in: bytes))
    if Letters.isUpper(first) {
      let isOneAcronym = isCapitals(left) && isCapitals(right) && left.count < 4
      return !isOneAcronym || leftCount > 1
    }
    if Letters.isUpper(last), left.count > 1 { return true }
    return leftCount >= 3 && rightCount >= 3 && left.count > 3 && right.count > 3
  }

  /// `mother-in-` and `law`, `c'est-à-` and `dire`: a small word between two hyphens.
  private func isChained(_ left: Range<Int>, _ line: Line) -> Bool {
    guard left.count <= 4, left.lowerBound > line.text.lowerBound,
      Letters.isHyphen(bytes.scalar(before: left.lowerBound).value)
    else { return false }
    return links.contains(String(decoding: bytes[left], as: UTF8.self))
  }

  /// `twenty-one`, `well-known`, `self-help`, `dit-il`: no other word is divided so, but those that end
  /// with a suffix.
  private func isCompound(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard right.count <= 40 else { return false }
    let second = String(decoding: bytes[right], as: UTF8.self).lowercased()
    if enclitics.contains(second) {
      return evidence.vocabulary.count(hashOfWord([right], in: bytes)) >= 2
    }
    guard left.count <= 9 else { return false }
    let first = String(decoding: bytes[left], as: UTF8.self).lowercased()
    if tens.contains(first) { return units.contains(second) }
    if first == "so" { return second == "called" }
    return first == "well" || first == "self" ? !suffixes.contains(second) : false
  }

  /// `www.harbor.example/wave-` and `policy`: the hyphen is the address's.
  private func isInAddress(_ left: Range<Int>, _ line: Line) -> Bool {
    var start = left.lowerBound
    while start > line.text.lowerBound, bytes[start - 1] > 0x20 { start -= 1 }
    let token = bytes[start..<left.lowerBound]
    return token.contains(UInt8(ascii: "/")) && token.contains(UInt8(ascii: "."))
  }

  private func isCapitals(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      if !Letters.isUpper(scalar.value) { return false }
      at += scalar.length
    }
    return true
  }

  /// "Ein- und Ausgabe": the hyphen stands for a word that the next one brings.
  private func isSuspended(_ after: Line) -> Bool {
    guard let word = nextWord(in: bytes, from: after.text.lowerBound, to: after.text.upperBound),
      word.start == after.text.lowerBound
    else { return false }
    return conjunctions.contains(String(decoding: bytes[word.start..<word.end], as: UTF8.self))
  }

  private func letterRun(endingAt end: Int, in range: Range<Int>) -> Range<Int> {
    var start = end
    while start > range.lowerBound {
      let scalar = bytes.scalar(before: start)
      guard isWordScalar(scalar.value) || scalar.value == 0x2019 && start < end else { break }
      start -= scalar.length
    }
    return start..<end
  }

  private func letterRun(startingAt start: Int, in range: Range<Int>) -> Range<Int> {
    var end = start
    while end < range.upperBound {
      let scalar = bytes.scalar(at: end)
      guard isWordScalar(scalar.value) else { break }
      end += scalar.length
    }
    return start..<end
  }
}

/// Words that follow a suspended hyphen.
private let conjunctions: Set<String> = [
  "and", "or", "to", "und", "oder", "bzw", "sowie", "bis", "et", "ou", "y", "o", "e", "en", "of",
  "och",
  "eller", "og", "i", "lub", "и", "или",
]

/// Small words inside of compounds.
private let links: Set<String> = [
  "a", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "à", "de", "du", "en", "et",
  "la", "le", "da", "do",
]

/// Pronouns that French and Portuguese tie to a verb, and the small words that French ties to others.
private let enclitics: Set<String> = [
  "elle", "elles", "il", "ils", "je", "tu", "nous", "vous", "moi", "lui", "ce", "ci", "là", "lhe",
  "lhes",
]

private let tens: Set<String> = [
  "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "vingt", "trente",
  "quarante", "cinquante", "soixante",
]

private let units: Set<String> = [
  "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "first", "second",
  "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "odd", "deux", "trois",
  "quatre", "cinq", "sept", "huit", "neuf", "dix", "douze", "quinze",
]

/// What `well` and `self` make one word with.
private let suffixes: Set<String> = [
  "ish", "ishly", "ishness", "less", "lessly", "lessness", "hood", "same", "ness", "ington",
  "spring", "springs", "head", "heads",
]
