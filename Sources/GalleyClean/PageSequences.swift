internal import GalleyModel

/// Marks running lines of a text without form feeds: lines of the same letters, or of none, whose
/// numbers count upwards, and that stand where a sentence is not at its end.
///
/// Numbered headings count upwards too; only the interrupted sentences tell the two apart.
func markPageSequences(_ lines: inout [Line], of bytes: [UInt8]) {
  guard !lines.contains(where: \.isNewPage) else { return }
  var groups: [UInt64: [Numbered]] = [:]
  for index in lines.indices where lines[index].width < 100 && lines[index].text.count < 200 {
    let key = LineKey(lines[index].text, of: bytes)
    guard key.isNumber || (key.letterCount >= 4 && key.first != nil) else { continue }
    groups[key.isNumber ? 0 : key.letters, default: []].append(Numbered(index: index, key: key))
  }
  for group in groups.values where group.count >= 2 {
    let chain = longestChain(group)
    guard chain.count >= 3 || (chain.count == 2 && group.count == 2 && group[0].key.letterCount > 8)
    else { continue }
    let interruptions = chain.count { isInterruption(at: $0, lines) }
    guard interruptions >= 2, interruptions * 4 >= chain.count else { continue }
    for index in chain { lines[index].drop = group[0].key.isNumber ? .pageNumber : .runningHead }
  }
  markCompanions(&lines, of: bytes)
}

private struct Numbered {
  var index: Int
  var key: LineKey
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
  guard after.marker == .none || after.marker == .label, before.width > 20 else { return false }
  switch after.opening {
  case .lower, .han, .quotedLower, .letter, .hangul, .closing: return after.width > 8
  default: return before.ending == .comma || before.ending == .hyphen
  }
}

/// Lines of the same letters or the same beginning that stand beside marked ones, or that
/// interrupt sentences themselves, time and again.
private func markCompanions(_ lines: inout [Line], of bytes: [UInt8]) {
  var groups: [UInt64: [Int]] = [:]
  for index in lines.indices where lines[index].drop == nil && lines[index].width < 100 {
    let line = lines[index]
    guard line.ending != .sentence, line.marker == .none || line.marker == .section else {
      continue
    }
    let key = LineKey(line.text, of: bytes)
    if key.prefix != 0 { groups[key.prefix, default: []].append(index) }
  }
  var running: [Int] = []
  for group in groups.values where group.count >= 3 {
    let beside = group.count { isBesideMarked($0, lines) }
    let interruptions = group.count { isInterruption(at: $0, lines) }
    let isRunning =
      beside * 2 > group.count || (interruptions >= 2 && interruptions * 5 >= group.count * 2)
    if isRunning { running += group }
  }
  for index in running { lines[index].drop = .runningHead }
}

private func isBesideMarked(_ index: Int, _ lines: [Line]) -> Bool {
  for other in index - 2...index + 2 where other != index && lines.indices.contains(other) {
    if lines[other].drop != nil { return true }
  }
  return false
}
