internal import GalleyModel

extension Boundaries {
  /// A heading that the document counts, "Trend 3: Tides", stands above or below: it begins a line,
  /// and ends with its line where the next word would still have stood on it.
  func isAtCountedHead(_ index: Int) -> Bool {
    let before = lines[index - 1]
    switch before.ending {
    case .comma, .hyphen, .opening: return false
    default: break
    }
    if isCountedHead[index] { return gaps[index] != .soft || before.ending == .sentence }
    guard isCountedHead[index - 1] else { return false }
    let isFull = before.edge + 1 + lines[index].firstWord > evidence.column(around: index - 1)
    return !isFull && lines[index].opening != .lower && before.ending != .sentence
  }
}

/// Lines that begin with the same words and a number, where the numbers count up or down by one for
/// three lines and more.
struct CountedHeads {
  private(set) var lines: [Int] = []
  private var runs: [UInt64: CountedRun] = [:]

  /// Lines come in order.
  mutating func add(_ line: Line, at index: Int, of bytes: [UInt8]) {
    guard let head = countedHead(line, of: bytes) else { return }
    runs[head.key, default: CountedRun()].add(head.number, index, to: &lines)
  }
}

/// Lines of one beginning, as far as their numbers count on.
private struct CountedRun {
  private var lines = ThirdTime()
  private var last = 0
  private var step = 0

  mutating func add(_ number: Int, _ line: Int, to known: inout [Int]) {
    let difference = number - last
    if abs(difference) == 1, !lines.isEmpty, step == 0 || difference == step {
      step = difference
    } else {
      lines = ThirdTime()
      step = 0
    }
    lines.add(line, to: &known)
    last = number
  }
}

/// Columns of the longest heading.
private let countedWidth = 110

/// Bytes of the words before a heading's number.
private let countedReach = 40

/// The words that a line begins with, hashed, and the number after them: of up to three digits, with
/// a mark, a space or the line's end behind it.
private func countedHead(_ line: Line, of bytes: [UInt8]) -> (key: UInt64, number: Int)? {
  guard line.width <= countedWidth else { return nil }
  switch line.opening {
  case .upper, .letter, .han, .hangul: break
  default: return nil
  }
  let end = min(line.text.upperBound, line.text.lowerBound + countedReach)
  var at = line.text.lowerBound
  // Most lines have no number there.
  if at &+ Lanes.width <= bytes.count {
    let digit = at &+ Lanes.load(bytes.span, at).isIn(0x30...0x39).first
    if digit >= end || digit - at == Lanes.width && !hasDigit(digit..<end, bytes) { return nil }
  }
  var key = WordHash()
  while at < end, !(0x30...0x39).contains(bytes[at]) {
    // A word of a heading, not a sentence.
    if bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ";") { return nil }
    key.addExactly(UInt32(bytes[at]))
    at += 1
  }
  var number = 0
  let start = at
  while at < end, at - start < 4, (0x30...0x39).contains(bytes[at]) {
    number = number * 10 + Int(bytes[at] & 15)
    at += 1
  }
  guard at > start, at - start < 4 else { return nil }
  let next = bytes.scalar(at: at).value
  let isEnd = at == line.text.upperBound || Scalar.isSpace(next)
  return isEnd || isDivider(next) ? (key.state, number) : nil
}

private func hasDigit(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
  for at in range where (0x30...0x39).contains(bytes[at]) { return true }
  return false
}

/// A mark between a heading's number and its title; 位 and 위 of a rank.
private func isDivider(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x3A, 0xFF1A, 0x2E, 0xFF0E, 0x29, 0xFF09, 0x3001, 0x2D, 0x2013, 0x2014, 0x4F4D, 0xC704: true
  default: false
  }
}
