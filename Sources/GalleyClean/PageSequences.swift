internal import GalleyModel

/// Marks running lines that no page edge gives away: lines of the same letters, or of none, whose
/// numbers count upwards, and that stand where a sentence is not at its end.
///
/// Numbered headings count upwards too; only the interrupted sentences tell the two apart.
func markPageSequences(_ lines: inout [Line], of bytes: [UInt8]) {
  // The edges of marked pages tell more; only numbers between marks are sure without them.
  let hasPages = lines.contains(where: \.isNewPage)
  var numbered: [Numbered] = []
  var keyed: [Keyed] = []
  for index in lines.indices where lines[index].width < 100 && lines[index].text.count < 200 {
    guard mayHoldNumber(lines[index], bytes) else { continue }
    let key = LineKey(lines[index].text, of: bytes)
    guard key.isNumber || (key.letterCount >= 4 && key.first != nil) else { continue }
    keyed.append(Keyed(key: key.isNumber ? 0 : key.letters, place: numbered.count))
    numbered.append(Numbered(index: index, key: key))
  }
  var running: [Int] = []
  var captions: Set<Int> = []
  for places in groups(of: &keyed, atLeast: 2) where !numbered[places[0]].key.isNumber {
    let group = places.map { numbered[$0] }
    let isDressed = group.allSatisfy { hasDressedNumber(lines[$0.index].text, bytes) }
    if hasPages, !isDressed { continue }
    var chain = isDressed ? longestChain(group) : apartChain(group, lines, bytes)
    if chain.isEmpty { chain = runningChain(group, lines, bytes) }
    if chain.count > 1 { running += chain }
    // A line that stands there time and again is no half of a sentence.
    if group.count >= 3 { captions.formUnion(group.map(\.index)) }
  }
  for line in running { lines[line].drop = .runningHead }
  if hasPages { return }
  let numbers = numbered.filter { number in
    number.key.isNumber
      && (number.index == 0 || lines[number.index - 1].drop != nil
        || !captions.contains(number.index - 1))
  }
  if numbers.count >= 2 {
    for line in runningChain(numbers, lines, bytes) { lines[line].drop = .pageNumber }
  }
  for number in numbers where isTornApart(at: number.index, lines, bytes) {
    lines[number.index].drop = .pageNumber
  }
  if let line = loneDecorated(numbers, lines, bytes) { lines[line].drop = .pageNumber }
  markPageBreaks(at: numbers.map(\.index), &lines, of: bytes)
  markCompanions(&lines, of: bytes)
}

/// Whether a short line has a digit, or so few letters that they may be a roman numeral.
private func mayHoldNumber(_ line: Line, _ bytes: [UInt8]) -> Bool {
  let text = bytes.span
  var counts = Lanes.zero
  var at = line.text.lowerBound
  // By 32 bytes, up to where the text's end is too near; the last look goes over the line's end.
  while at < line.text.upperBound, at &+ Lanes.width &+ 2 <= text.count {
    let first = Lanes.load(text, at)
    let inLine = Lanes.first(min(Lanes.width, line.text.upperBound &- at))
    let wideDigits =
      (first == 0xEF) & (Lanes.load(text, at &+ 1) == 0xBC)
      & Lanes.load(text, at &+ 2).isIn(0x90...0x9F)
    let letters = first.isIn(0x41...0x5A) | first.isIn(0x61...0x7A) | first.isIn(0xE5...0xE9)
    counts = counts - (letters & inLine)
    if ((first.isIn(0x30...0x39) | wideDigits) & inLine).any { return true }
    at &+= Lanes.width
  }
  var letters = counts.sum
  while at < line.text.upperBound {
    let byte = bytes[at]
    if byte &- 0x30 < 10 { return true }
    if byte < 0x80 {
      if (byte | 0x20) &- 0x61 < 26 { letters += 1 }
      at += 1
    } else if byte >= 0xE5, byte <= 0xE9 {
      letters += 1
      at += 3
    } else {
      if isFullWidthDigit(bytes, at, line.text.upperBound) { return true }
      at += 1
    }
  }
  // Letters of other scripts are yet to be counted.
  return letters <= LineKey.longestRoman
    && line.shape(in: bytes).letters <= LineKey.longestRoman
}

/// EF BC 90 to EF BC 99.
private func isFullWidthDigit(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
  bytes[at] == 0xEF && at + 2 < end && bytes[at + 1] == 0xBC && bytes[at + 2] & 0xF0 == 0x90
}

/// The lines that count upwards, a page's worth of text between them, by numbers that a wide gap sets
/// apart. Two of them need a witness: the text's head, or a sentence that goes on over the line.
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
  let interrupting = longestChain(group.filter { isInterruption(at: $0.index, lines) })
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

private struct Numbered {
  var index: Int
  var key: LineKey
}

private struct Keyed {
  var key: UInt64
  var place: Int
}

/// The places of each key that at least `least` of them share, in order. Nearly all keys of a text
/// are alone: those cost their part of a sort and no memory.
private func groups(of keyed: inout [Keyed], atLeast least: Int) -> [[Int]] {
  keyed.sort { $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place }
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

/// The longest run of lines whose numbers rise by one to three.
private func longestChain(_ group: [Numbered]) -> [Int] {
  var best: [Int: Link] = [:]
  var links: [Link] = []
  var longest: Link?
  for line in group {
    for value in Set([line.key.first, line.key.last].compactMap { $0 }) {
      let before = (1...3).compactMap { best[value - $0] }.max { $0.length < $1.length }
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
    if chain.last != link.line { chain.append(link.line) }
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
private func markCompanions(_ lines: inout [Line], of bytes: [UInt8]) {
  var keyed: [Keyed] = []
  for index in lines.indices where lines[index].drop == nil && lines[index].width < 100 {
    let line = lines[index]
    guard line.text.count < 200 else { continue }
    guard line.marker == .none || line.marker == .section || line.marker == .bare,
      line.ending != .sentence || line.shape(in: bytes).capitals > 12
    else { continue }
    let key = LineKey(line.text, of: bytes)
    if key.prefix != 0 { keyed.append(Keyed(key: key.prefix, place: index)) }
  }
  var running: [(line: Int, rule: Rule)] = []
  for group in groups(of: &keyed, atLeast: 3) where isFarApart(group) {
    let counters = countingNeighbours(of: group, lines, bytes)
    running += counters.map { ($0, .runningHead) }
    if !counters.isEmpty || isRunning(group, lines, bytes) {
      running += group.map { ($0, .runningHead) }
    }
  }
  for (line, rule) in running { lines[line].drop = rule }
}

private func isRunning(_ group: [Int], _ lines: [Line], _ bytes: [UInt8]) -> Bool {
  let beside = group.count { isBesideMarked($0, lines) }
  if beside * 2 > group.count { return true }
  let interruptions = group.count { isInterruption(at: $0, lines) }
  let isCapital = group.allSatisfy {
    let shape = lines[$0].shape(in: bytes)
    return shape.capitals * 2 > shape.letters - shape.wide && shape.capitals > 4
  }
  return isCapital
    ? interruptions >= 1 && interruptions * 5 >= group.count
    : interruptions >= 2 && interruptions * 2 >= group.count
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
