internal import GalleyModel

/// Text that was read in a wrong encoding, read again in the right one: a paragraph at a time, or a
/// line, and only where the outcome is strictly valid and much more like a written language.
///
/// Two passes: what is sure in the paragraphs with a suspicious sequence (`places`, ascending)
/// decides for all others, such as short headings.
func repairMojibake(at places: [Int], of text: [UInt8]) -> [Edit] {
  if places.isEmpty { return [] }
  let paragraphs = splitParagraphs(text)
  var doctor = MojibakeDoctor()
  for paragraph in paragraphs.filter({ holds(places, $0) }).prefix(MojibakeDoctor.sample) {
    _ = doctor.repair(readTokens(paragraph, of: text), isSuspect: true)
  }
  guard doctor.closeFirstPass() else { return [] }
  return paragraphs.flatMap { paragraph in
    let isSuspect = holds(places, paragraph)
    guard isSuspect || doctor.knowsMisreadings else { return [Edit]() }
    let tokens = readTokens(paragraph, of: text)
    return edits(.mojibake, from: doctor.repair(tokens, isSuspect: isSuspect), of: text)
  }
}

/// Whether one of `places` lies in `range`.
private func holds(_ places: [Int], _ range: Range<Int>) -> Bool {
  let next = places.indices.partitioningIndex { places[$0] >= range.lowerBound }
  return next < places.count && places[next] < range.upperBound
}

/// Runs of lines without a blank one that hold more than ASCII, cut at the next line after 4,000
/// bytes, at the next space after 8,000, or at any character after 16,000.
private func splitParagraphs(_ text: [UInt8]) -> [Range<Int>] {
  let newline = UInt8(ascii: "\n")
  var paragraphs: [Range<Int>] = []
  var start = 0
  var at = 0
  var hasMore = false
  while at < text.count {
    let byte = text[at]
    hasMore = hasMore || byte >= 0x80
    at += 1
    let isLineEnd = byte == newline || at == text.count
    let isLong = at - start > 16_000 && text[min(at, text.count - 1)] & 0xC0 != 0x80
    let isCut = isLong || (at - start > 8_000 && byte == UInt8(ascii: " "))
    guard isLineEnd || isCut else { continue }
    let isEnd = !isLineEnd || at == text.count || text[at] == newline || text[at] == 0x0D
    guard isEnd || at - start > 4_000 else { continue }
    if hasMore { paragraphs.append(start..<at) }
    start = at
    hasMore = false
  }
  return paragraphs
}

/// Finds for each paragraph how it was misread, and keeps count of what it found.
private struct MojibakeDoctor {
  /// How much was gained by taking back each misreading, in the first pass.
  private var gains: [Misreading: Int] = [:]
  private var isFirstPass = true
  /// The misreadings that the document is known for, after the first pass.
  private var known: [Misreading] = []

  /// Paragraphs of the first pass: enough to know the document by.
  static let sample = 200
  /// Damage in several places: a gain that no chance brings about.
  private static let gainOfKnown = 24

  /// False where nothing was found.
  mutating func closeFirstPass() -> Bool {
    isFirstPass = false
    known = gains.filter { $0.value >= Self.gainOfKnown }
      .sorted { ($0.value, "\($0.key)") > ($1.value, "\($1.key)") }.map(\.key)
    return !gains.isEmpty
  }

  var knowsMisreadings: Bool { !known.isEmpty }

  /// What the text was. Where nothing in it is suspicious, only what is known is tried.
  mutating func repair(_ tokens: [Token], isSuspect: Bool) -> [Token] {
    var tokens = tokens
    // Text may be misread twice or three times; each time is taken back by itself.
    for _ in 0..<3 {
      guard let better = repairOnce(tokens, isSuspect) else { break }
      tokens = better
    }
    return tokens
  }

  private mutating func repairOnce(_ tokens: [Token], _ isSuspect: Bool) -> [Token]? {
    let cost = Strangeness(han: .any).cost(tokens.lazy.map(\.scalar))
    guard cost >= 4 || !known.isEmpty else { return nil }
    let candidates = isSuspect ? Misreading.allCases : known
    let utf8 = bestOfUTF8(tokens, cost, candidates)
    let legacy = utf8?.isWhole == true ? nil : bestOfLegacy(tokens, cost, candidates)
    guard let best = legacy?.gain ?? 0 > utf8?.gain ?? 0 ? legacy : utf8 else { return nil }
    if isFirstPass { gains[best.misreading, default: 0] += best.gain }
    return best.tokens
  }

  private struct Outcome {
    var misreading: Misreading
    var tokens: [Token]
    var gain: Int
    /// Whether hardly a character but ASCII is left as it was: by chance that does not happen.
    var isWhole: Bool
  }

  private func bestOfUTF8(
    _ tokens: [Token], _ cost: Int, _ candidates: [Misreading]
  ) -> Outcome? {
    let hasIdeographs = tokens.contains { $0.scalar >= 0x3000 }
    var best: Outcome?
    for misreading in candidates
    where misreading.isOfUTF8 && (hasIdeographs || misreading.page != nil) {
      let isKnown = known.contains(misreading)
      guard cost >= 4 || isKnown else { continue }
      guard let outcome = takeBack(misreading, tokens, cost, isKnown: isKnown) else { continue }
      if outcome.gain > best?.gain ?? -1 { best = outcome }
    }
    return best
  }

  /// The runs of UTF-8 decoded that gain by it.
  private func takeBack(
    _ misreading: Misreading, _ tokens: [Token], _ cost: Int, isKnown: Bool
  ) -> Outcome? {
    let runs = findMisreadUTF8(tokens, ByteReader(misreading))
    if runs.isEmpty { return nil }
    let gains = runs.map { worth(of: $0, tokens) }
    let covered = runs.reduce(0) { $0 + $1.range.count }
    let high = tokens.count { $0.scalar >= 0x80 }
    let isWhole = covered * 10 >= high * 9
    var gain = gains.reduce(0) { $0 + max($1, 0) }
    if isWhole {
      // Each sequence that is valid is evidence by itself.
      gain = max(gain, gains.reduce(0, +) + runs.reduce(-2) { $0 + $1.scalars.count })
    }
    // Two-byte encodings hold valid UTF-8 by chance more easily.
    let least = misreading.page == nil ? 8 : 4
    guard (gain >= least && (isWhole || gain * 2 >= cost)) || isKnown else { return nil }
    // Runs that gain nothing are taken along where most of the paragraph was misread.
    let isMost = covered * 3 >= high * 2 && (gain >= 8 || isKnown)
    let leastOfRun = isMost ? (isWhole ? -6 : -2) : 1
    var out: [Token] = []
    var at = 0
    for (run, gain) in zip(runs, gains) where gain >= leastOfRun {
      out += tokens[at..<run.range.lowerBound]
      append(run.scalars, tokens[run.range], to: &out)
      at = run.range.upperBound
    }
    guard at > 0 else { return nil }
    out += tokens[at...]
    return Outcome(misreading: misreading, tokens: out, gain: gain, isWhole: isWhole)
  }

  /// What decoding one run is worth, its neighbours seen.
  private func worth(of run: MisreadRun, _ tokens: [Token]) -> Int {
    let meter = Strangeness(han: .any)
    let before = run.range.lowerBound > 0 ? [tokens[run.range.lowerBound - 1].scalar] : []
    let after = run.range.upperBound < tokens.count ? [tokens[run.range.upperBound].scalar] : []
    return meter.cost(before + tokens[run.range].map(\.scalar) + after)
      - meter.cost(before + run.scalars + after)
  }

  private func bestOfLegacy(
    _ tokens: [Token], _ cost: Int, _ candidates: [Misreading]
  ) -> Outcome? {
    var best: Outcome?
    for misreading in candidates where !misreading.isOfUTF8 {
      let isKnown = known.contains(misreading)
      guard cost >= 12 || isKnown, let decoded = decodeLegacy(tokens, misreading) else { continue }
      let meter = Strangeness(han: misreading.writtenEncoding?.han ?? .any)
      let gain = cost - meter.cost(decoded.lazy.map(\.scalar))
      let isEnough = gain >= 12 && gain * 3 >= cost
      guard isEnough || (isKnown && gain > 0) else { continue }
      if gain + (isKnown ? 4 : 0) > best?.gain ?? 0 {
        best = Outcome(misreading: misreading, tokens: decoded, gain: gain, isWhole: true)
      }
    }
    return best
  }
}
