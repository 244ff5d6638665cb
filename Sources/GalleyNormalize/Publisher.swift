internal import GalleyModel

/// Who issues the list: the best name in the title and the preface, if any is good enough.
///
/// Not who reposts it: a name counts by what is said of it. Issuing verbs, editors and lists beside
/// it speak for it, its form does a little ("… Institute", a well-known issuer), and words such as
/// "reported by" speak against it.
struct PublisherFinder {
  let isGerman: Bool
  private var best = Candidate(name: nil, score: 0)

  private static let threshold = 3
  /// A title that says it so plainly needs no second witness.
  private static let certainty = 7
  /// Bytes of the preface that are read.
  private static let prefaceBudget = 700
  private static let trailerBudget = 300

  private struct Candidate {
    var name: String?
    var score: Int
  }

  init(isGerman: Bool) { self.isGerman = isGerman }

  /// As printed; nil where no name is good enough.
  var publisher: String? { best.score >= Self.threshold ? best.name : nil }

  mutating func readTitle(_ title: [UInt8]) {
    consider(title.indices, of: title, bonus: 1, isTitle: true)
  }

  /// `site` is the name of the page's site: where the article speaks of it, it speaks of itself.
  mutating func read(_ outline: Outline, in text: [UInt8], site: String?) {
    if let title = outline.title { consider(title, of: text, bonus: 1, isTitle: true) }
    if best.score >= Self.certainty { return }
    let site = site.map { Array($0.utf8) } ?? []
    for passage in heads(of: outline.preface, in: text, budget: Self.prefaceBudget) {
      consider(passage, of: text, bonus: 0)
      considerSite(site, in: passage, of: text)
    }
    // A closing line names the source more often than the issuer.
    for passage in heads(of: outline.trailer, in: text, budget: Self.trailerBudget) {
      consider(passage, of: text, bonus: -2)
    }
    if publisher != nil { return }
    for drop in outline.drops where isCopyright(drop.range, in: text) {
      consider(drop.range, of: text, bonus: -2)
    }
  }

  /// Of equals the first wins.
  private mutating func consider(
    _ range: Range<Int>, of text: [UInt8], bonus: Int, isTitle: Bool = false
  ) {
    let scanner = IssuerScanner(text, range, isTitle: isTitle, isGerman: isGerman)
    for (index, mark) in scanner.marks.enumerated() {
      guard case .name(let base) = mark.kind else { continue }
      let end = isTitle && endsBehindComma(range, of: text) ? range.upperBound : nil
      let shape = isTitle ? headlineEvidence(mark.range, base: base, of: text, range) : 0
      let score =
        base + bonus + shape + evidence(for: index, base: base, in: scanner.marks, endOfTitle: end)
      guard score > best.score else { continue }
      let name = shape > 0 ? withArticle(mark.range, of: text, from: range.lowerBound) : mark.range
      best = Candidate(name: string(text, name), score: score)
    }
  }

  /// What a headline says of a name in it by its form alone: `The Ledger's Best` speaks for it; among
  /// words that all have capitals, or at the end behind "by" as an author stands, nothing does.
  private func headlineEvidence(
    _ name: Range<Int>, base: Int, of text: [UInt8], _ title: Range<Int>
  ) -> Int {
    let behind = text[name.upperBound..<title.upperBound]
    if behind.starts(with: "'s ".utf8) || behind.starts(with: "’s ".utf8) { return 1 }
    guard base < 2, text[name].contains(UInt8(ascii: " ")) else { return 0 }
    if behind.isEmpty, text[title.lowerBound..<name.lowerBound].hasSuffix(" by ".utf8) { return -2 }
    return hasHeadlineCapitals(text, title) ? -2 : 0
  }

  /// A single word goes by its article: The Ledger.
  private func withArticle(_ name: Range<Int>, of text: [UInt8], from start: Int) -> Range<Int> {
    let article = "The ".utf8
    guard !text[name].contains(UInt8(ascii: " ")), name.lowerBound - article.count >= start,
      text[start..<name.lowerBound].hasSuffix(article)
    else { return name }
    return name.lowerBound - article.count..<name.upperBound
  }

  /// Nearly all of the words begin with capitals, and there are enough of them to tell.
  private func hasHeadlineCapitals(_ text: [UInt8], _ title: Range<Int>) -> Bool {
    var words = 0
    var capitals = 0
    for at in title where at == title.lowerBound || text[at - 1] == UInt8(ascii: " ") {
      if text[at] &- 0x41 < 26 { capitals += 1 }
      if (text[at] | 0x20) &- 0x61 < 26 { words += 1 }
    }
    return words >= 5 && capitals * 5 >= words * 4
  }

  /// ", ranked"
  private func endsBehindComma(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    guard let space = text[range].lastIndex(of: UInt8(ascii: " ")) else { return false }
    return space > range.lowerBound && text[space - 1] == UInt8(ascii: ",")
  }

  /// The site's name, where nothing says that it only reports.
  private mutating func considerSite(_ site: [UInt8], in range: Range<Int>, of text: [UInt8]) {
    guard site.count >= 4, site.count < range.count else { return }
    // "El Faro" is more than "Faro".
    let isPart =
      best.name.map {
        String(decoding: site, as: UTF8.self).contains($0) && $0.utf8.count < site.count
      } ?? false
    guard best.score < Self.threshold || isPart,
      let place = (range.lowerBound...range.upperBound - site.count).first(where: {
        text[$0] == site[0] && text[$0..<$0 + site.count].elementsEqual(site)
      })
    else { return }
    let scanner = IssuerScanner(text, range, isTitle: false, isGerman: isGerman)
    let end = place + site.count
    let reports = scanner.marks.contains { mark in
      mark.kind == .word(.report) && mark.range.lowerBound >= end - 3
        && mark.range.lowerBound - end <= 12
        || mark.kind == .word(.report) && (0...8).contains(place - mark.range.upperBound)
    }
    guard !reports else { return }
    best = Candidate(
      name: string(text, place..<end), score: max(best.score, Self.threshold))
  }

  /// `© 2019 World Economic Forum`: a line of furniture that may name the issuer.
  private func isCopyright(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    range.count < 200 && text.scalar(at: range.lowerBound).value == 0xA9
  }

  private func heads(
    of passages: [Range<Int>], in text: [UInt8], budget: Int
  ) -> [Range<Int>] {
    var left = budget
    var out: [Range<Int>] = []
    for passage in passages where left > 0 {
      var end = min(passage.upperBound, passage.lowerBound + left)
      while end < passage.upperBound, end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      out.append(passage.lowerBound..<end)
      left -= passage.count
    }
    return out
  }

  private func evidence(
    for index: Int, base: Int, in marks: [IssuerMark], endOfTitle: Int?
  ) -> Int {
    after(index, in: marks, endOfTitle: endOfTitle) + before(index, base: base, in: marks)
  }

  /// What follows the name in its sentence, as far as the next good name.
  private func after(_ index: Int, in marks: [IssuerMark], endOfTitle: Int?) -> Int {
    var score = 0
    var seen: [IssuerWord] = []
    let end = marks[index].range.upperBound
    for mark in marks[(index + 1)...] {
      let distance = mark.range.lowerBound - end
      if distance > 60 || mark.kind == .stop { break }
      if case .name(let base) = mark.kind, base >= 2 { break }
      guard case .word(let word) = mark.kind, !seen.contains(word) else { continue }
      switch word {
      // A headline's last word behind a comma is a participle: "The best cities, ranked".
      case .verb where mark.range.upperBound == endOfTitle: continue
      case .verb: score += 2
      // Harbor magazine, Atlas dergisi.
      case .role where distance <= 2: score += 3
      case .role where distance <= 12: score += 2
      case .list: score += 1
      case .report where distance <= 12: score -= 4
      default: continue
      }
      seen.append(word)
    }
    return score
  }

  /// What stands before the name in its sentence.
  private func before(_ index: Int, base: Int, in marks: [IssuerMark]) -> Int {
    var score = 0
    var seen: [IssuerWord] = []
    var isBy = false
    let start = marks[index].range.lowerBound
    for mark in marks[..<index].reversed() {
      let distance = start - mark.range.upperBound
      if distance > 60 || mark.kind == .stop { break }
      guard case .word(let word) = mark.kind, !seen.contains(word) else { continue }
      switch word {
      case .role where distance <= 2 && base < 2: score += 3
      case .role where distance <= 24: score += 2
      case .by where distance <= 8:
        score += 1
        isBy = true
      case .list where isBy: score += 1
      case .verb where isBy: score += 1
      case .attribution where distance <= 8: score += base >= 2 ? 2 : 0
      case .report where distance <= 8: score -= 4
      default: continue
      }
      seen.append(word)
    }
    return score
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ end: String.UTF8View) -> Bool {
    count >= end.count && suffix(end.count).elementsEqual(end)
  }
}
