internal import GalleyModel

/// Marks running lines that no page edge gives away: lines of the same letters, or of none, whose
/// numbers count upwards, and that stand where a sentence is not at its end.
///
/// Numbered headings count upwards too; only the interrupted sentences tell the two apart.
func markPageSequences(_ page: inout Page, among candidates: RunningCandidates) {
  let bytes = page.text
  let numbered = candidates.numbered
  var running: [Int] = []
  var isCaption = [Bool](repeating: false, count: page.lines.count)
  for places in groups(of: candidates.byLetters, atLeast: 2)
  where !numbered[places[0]].key.isNumber {
    let group = places.map { numbered[$0] }
    let isDressed = group.allSatisfy(\.isDressed)
    // The edges of marked pages tell more; only numbers between marks are sure without them.
    if page.hasPages, !isDressed { continue }
    var chain = isDressed ? longestChain(group) : apartChain(group, page.lines, bytes)
    if chain.isEmpty { chain = runningChain(group, page.lines, bytes) }
    if chain.count > 1 { running += chain }
    // A line that stands there time and again is no half of a sentence.
    if group.count >= 3 { for line in group { isCaption[line.index] = true } }
  }
  for line in running { page.drop(line, .runningHead) }
  if page.hasPages { return }
  let numbers = numbered.filter { number in
    number.key.isNumber
      && (number.index == 0 || page.lines[number.index - 1].drop != nil
        || !isCaption[number.index - 1])
  }
  if numbers.count >= 2 {
    for line in runningChain(numbers, page.lines, bytes) { page.drop(line, .pageNumber) }
  }
  for number in numbers where isTornApart(at: number.index, page.lines, bytes) {
    page.drop(number.index, .pageNumber)
  }
  if let line = loneDecorated(numbers, page.lines, bytes) { page.drop(line, .pageNumber) }
  markPageBreaks(at: numbers.map(\.index), in: &page)
  markCompanions(&page, among: candidates.byBeginning)
}

/// The lines that count upwards, a page's worth of text between them, by numbers that a wide gap or a
/// mark sets apart. Two of them need a witness: the text's head, or a sentence that goes on over the line.
private func apartChain(_ group: [Numbered], _ lines: [Line], _ bytes: [UInt8]) -> [Int] {
  guard lines[group[0].index].marker != .label,
    group.allSatisfy({ hasNumberApart(lines[$0.index].text, bytes) })
  else { return [] }
  let chain = longestChain(group)
  guard chain.count > 1, isFarApart(chain) else { return [] }
  let isSure = chain.count > 2 || chain[0] == 0
  return isSure || chain.contains { isInterruption(at: $0, lines) } ? chain : []
}

/// The lines that count upwards, some of them in the midst of sentences; empty where none do.
private func runningChain(_ group: [Numbered], _ lines: [Line], _ bytes: [UInt8]) -> [Int] {
  let interrupting = longestChain(group.filter(\.isInterruption))
  guard interrupting.count >= 2 else { return [] }
  let all = longestChain(group)
  // Labels with numbers in their values may happen to rise: words need three lines, one chain, or
  // more letters than a label has and two sentences torn apart.
  if !group[0].key.isNumber {
    let isRunning =
      all.count >= 3
      ? interrupting.count * 4 >= all.count
      : group[0].key.prefix != 0 && all.allSatisfy { isTornApart(at: $0, lines, bytes) }
    return isRunning ? all : []
  }
  let isOneChain = Set(all).isSuperset(of: interrupting) && interrupting.count * 4 >= all.count
  return isOneChain ? all : interrupting
}

/// Whether a number alone on its line stands between the halves of a sentence, the second of which
/// begins with a small letter, and not in a column of numbers: a page number, were it the only one.
private func isTornApart(at index: Int, _ lines: [Line], _ bytes: [UInt8]) -> Bool {
  guard isInterruption(at: index, lines) else { return false }
  let isSmall = lines[index + 1].opening == .lower || lines[index + 1].opening == .quotedLower
  let before = lines[index - 1]
  return isSmall && before.width >= 24 && before.shape(in: bytes).letters >= 20
}

/// The line of the one number that stands between marks, as in `- 12 -`, if no number of its
/// neighbourhood opens a line: a section's number has the one before it above, or the one after it
/// below. At the text's head it may number the whole.
private func loneDecorated(_ numbers: [Numbered], _ lines: [Line], _ bytes: [UInt8]) -> Int? {
  let decorated = numbers.filter { isDecorated(lines[$0.index].text, bytes) }
  guard decorated.count == 1, let number = decorated.first, number.index > 0,
    lines[number.index].drop == nil, let value = number.key.first, (2..<1000).contains(value)
  else { return nil }
  let neighbours = [value - 1, value, value + 1]
  let isCounted = lines.indices.contains { index in
    index != number.index
      && openingNumber(lines[index].text, bytes).map(neighbours.contains) ?? false
  }
  return isCounted ? nil : number.index
}

/// The places of each key that at least `least` of them share, in order.
private func groups(of keyed: [Keyed], atLeast least: Int) -> [[Int]] {
  let keyed = notAlone(keyed).sorted { $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place }
  var groups: [[Int]] = []
  var start = 0
  while start < keyed.count {
    var end = start + 1
    while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
    if end - start >= least { groups.append(keyed[start..<end].map(\.place)) }
    start = end
  }
  return groups
}

/// Those whose key another one may have too: nearly all keys of a text are alone, and need no sorting.
private func notAlone(_ keyed: [Keyed]) -> [Keyed] {
  // Eight slots for each key, and more.
  let slotBits = Int.bitWidth - (keyed.count * 8).leadingZeroBitCount
  var uses = [UInt8](repeating: 0, count: 1 << slotBits)
  func slot(_ key: UInt64) -> Int { Int(key >> UInt64(UInt64.bitWidth - slotBits)) }
  for one in keyed where uses[slot(one.key)] < 2 { uses[slot(one.key)] += 1 }
  return keyed.filter { uses[slot($0.key)] == 2 }
}

/// The longest run of lines whose numbers rise by one to three.
func longestChain(_ group: [Numbered]) -> [Int] {
  var best: [Int: Link] = [:]
  var links: [Link] = []
  var longest: Link?
  for line in group {
    let last = line.key.last == line.key.first ? nil : line.key.last
    let values = [line.key.first, last].compactMap { $0 }
    // Both are looked up before one is added: no line stands before itself.
    let linksBefore = values.map { value in
      (1...3).compactMap { best[value - $0] }.max { $0.length < $1.length }
    }
    for (value, before) in zip(values, linksBefore) {
      let link = Link(
        line: line.index, length: (before?.length ?? 0) + 1, before: before?.place,
        place: links.count)
      links.append(link)
      if link.length >= best[value]?.length ?? 0 { best[value] = link }
      if link.length > longest?.length ?? 0 { longest = link }
    }
  }
  var chain: [Int] = []
  var at = longest
  while let link = at {
    chain.append(link.line)
    at = link.before.map { links[$0] }
  }
  return chain.reversed()
}

private struct Link {
  var line: Int
  var length: Int
  var before: Int?
  var place: Int
}

/// Whether the text goes on over the line.
func isInterruption(at index: Int, _ lines: [Line]) -> Bool {
  guard index > 0, index + 1 < lines.count else { return false }
  let before = lines[index - 1]
  let after = lines[index + 1]
  switch before.ending {
  case .sentence, .colon, .closing, .symbol: return false
  default: break
  }
  guard after.marker == .none || after.marker == .label, before.marker != .label,
    before.width > 20
  else { return false }
  switch after.opening {
  case .lower, .han, .quotedLower, .letter, .hangul, .closing: return after.width > 8
  default: return before.ending == .comma || before.ending == .hyphen
  }
}

/// Lines of the same beginning that stand far apart: beside marked lines, beside lines whose
/// numbers count, or where they interrupt sentences themselves, time and again.
private func markCompanions(_ page: inout Page, among candidates: [Keyed]) {
  var running: [(line: Int, rule: Rule)] = []
  let left = candidates.filter { page.lines[$0.place].drop == nil }
  for group in groups(of: left, atLeast: 3) where isFarApart(group) {
    let counters = countingNeighbours(of: group, page.lines, page.text)
    running += counters.map { ($0, .runningHead) }
    if !counters.isEmpty || isRunning(group, page.lines, page.text) {
      running += group.map { ($0, .runningHead) }
    }
  }
  for (line, rule) in running { page.drop(line, rule) }
}

private func isRunning(_ group: [Int], _ lines: [Line], _ bytes: [UInt8]) -> Bool {
  let beside = group.count { isBesideMarked($0, lines) }
  if beside * 2 > group.count { return true }
  guard isRepeated(group, lines, bytes) else { return false }
  let interruptions = group.count { isInterruption(at: $0, lines) }
  let isCapital = group.allSatisfy {
    let shape = lines[$0].shape(in: bytes)
    return shape.capitals * 2 > shape.letters - shape.wide && shape.capitals > 4
  }
  return isCapital
    ? interruptions >= 1 && interruptions * 5 >= group.count
    : interruptions >= 2 && interruptions * 2 >= group.count
}

/// Whether most of the lines are the same to their ends, but for letters read wrong: any phrase may
/// begin three lines of a text. A head is that of the page before, or of a page or two before that.
private func isRepeated(_ group: [Int], _ lines: [Line], _ bytes: [UInt8]) -> Bool {
  let words = group.map { letters(of: lines[$0].text, bytes) }
  let alike = words.indices.count { index in
    (index - 3...index + 3).contains { other in
      other != index && words.indices.contains(other) && areAlike(words[other], words[index])
    }
  }
  return alike * 2 > group.count
}

/// A page's worth of lines lies between most of them.
private func isFarApart(_ group: [Int]) -> Bool {
  let far = zip(group, group.dropFirst()).count { $1 - $0 >= 8 }
  return far * 10 >= (group.count - 1) * 8
}

/// The lines just above or just below the group's, if numbers at their ends go up with them.
private func countingNeighbours(of group: [Int], _ lines: [Line], _ bytes: [UInt8]) -> [Int] {
  for step in [-1, 1] {
    let neighbours = group.map { $0 + step }.filter(lines.indices.contains)
    let keys = neighbours.map { LineKey(lines[$0].text, of: bytes) }
    let values = keys.map { key in
      key.isNumber || key.endsWithNumber ? key.last : key.opensWithNumber ? key.first : nil
    }
    let rising = zip(values, values.dropFirst()).count { before, after in
      guard let before, let after else { return false }
      return (1...2).contains(after - before)
    }
    // The first of three heads stands over the text, without a number above it.
    let isWhole = group.count == 3 && rising == 1 && keys.count == 2 && keys.allSatisfy(\.isNumber)
    if isWhole || rising >= 2 && rising * 10 >= (group.count - 1) * 6 {
      return zip(neighbours, values).compactMap { $1 == nil ? nil : $0 }
    }
  }
  return []
}

private func isBesideMarked(_ index: Int, _ lines: [Line]) -> Bool {
  for other in index - 2...index + 2 where other != index && lines.indices.contains(other) {
    if lines[other].drop != nil { return true }
  }
  return false
}
