internal import GalleyModel

/// Numbers and signs inside paragraphs that count on, where a list lost its line breaks.

/// A mark inside a paragraph that may open an item.
struct Mark {
  var paragraph: Int
  var offset: Int
  /// 0 for a mark without number.
  var value: Int
  var style: UInt64
}

/// The longest run of marks that count on, 1 2 3, or that repeat one sign in a paragraph.
func runOn(_ survey: Survey, from first: Int) -> [Mark] {
  var runs = Runs()
  for (index, line) in survey.lines.enumerated() where index >= first && line.text.count >= 30 {
    addMarks(survey.text, line.text, index, to: &runs)
  }
  return runs.longest
}

/// The runs of marks, by style.
private struct Runs {
  private var byStyle: [UInt64: [Mark]] = [:]
  /// The highest number that goes on with a run, or begins one.
  private(set) var highest = 1

  mutating func add(_ mark: Mark) {
    if mark.value == 0 {
      if byStyle[mark.style]?.last?.paragraph != mark.paragraph { byStyle[mark.style] = [] }
      byStyle[mark.style, default: []].append(mark)
    } else if mark.value == (byStyle[mark.style]?.last?.value ?? 0) + 1 {
      byStyle[mark.style, default: []].append(mark)
      highest = max(highest, mark.value + 1)
    }
  }

  var longest: [Mark] {
    let best = byStyle.keys.sorted().max {
      (byStyle[$0]?.count ?? 0) < (byStyle[$1]?.count ?? 0)
    }
    return best.flatMap { byStyle[$0] } ?? []
  }
}

/// Adds the marks of a paragraph: at its beginning, or behind a space or a stop.
private func addMarks(
  _ text: [UInt8], _ range: Range<Int>, _ paragraph: Int, to runs: inout Runs
) {
  let openings = Openings.all
  /// The next digit, once it has been looked for.
  var number = -1
  var at = range.lowerBound
  var last: UInt32 = 0x20
  while at < range.upperBound {
    let isLetter = isLetterLead(text[at])
    let scalar = text.scalar(at: at)
    if isSign(scalar.value) {
      runs.add(Mark(paragraph: paragraph, offset: at, value: 0, style: UInt64(scalar.value)))
    } else if isFree(behind: last) || (0x2460...0x24FF).contains(scalar.value),
      !Scalar.isSpace(scalar.value)
    {
      if number < at { number = nextDigit(text, from: at, to: range.upperBound) }
      let end = min(range.upperBound, at + itemReach)
      if mayOpenItem(text, at..<range.upperBound, openings, number: number, upTo: runs.highest),
        let marker = marker(in: text, at..<end, openings.opening(text, at: at, end: end)),
        marker.shape != .ordinal, marker.suffix != 0x20 || marker.keyword != 0, !marker.isAlone
      {
        let style =
          marker.keyword &* 31 &+ UInt64(marker.shape.rawValue) << 8
          &+ UInt64(marker.system.rawValue)
        runs.add(
          Mark(paragraph: paragraph, offset: at, value: marker.value, style: 1 << 32 | style))
      }
    }
    last = scalar.value
    at += scalar.length
    // No letter behind another is a sign or opens an item.
    while isLetter, at < range.upperBound, isLetterLead(text[at]) {
      at += text[at] < 0x80 ? 1 : 3
    }
  }
}

/// Bytes that are read for a marker and the mark behind it.
private let itemReach = 48

/// An item may open behind white space, a stop, a colon or a comma.
private func isFree(behind last: UInt32) -> Bool {
  switch last {
  case 0x3002, 0xFF1B, 0xFF1A, 0x3B, 0x2E, 0x3A, 0xFF0C: true
  default: Scalar.isSpace(last)
  }
}

/// A quick look: whether a number that goes on with a run may stand at the beginning of `range`, or
/// a word with such a number behind it. `number` is the next digit.
///
/// What begins with a small letter opens an item only as the word before a number: `step 3:`.
private func mayOpenItem(
  _ text: [UInt8], _ range: Range<Int>, _ openings: Openings, number: Int, upTo highest: Int
) -> Bool {
  let start = range.lowerBound
  switch text[start] {
  case 0x30...0x39: return mayCount(text, start, upTo: highest)
  case UInt8(ascii: "a")...UInt8(ascii: "z"):
    return mayCount(text, number, upTo: highest) && mayHoldKeyword(text, range)
  // Roman numerals.
  case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"): return true
  case UInt8(ascii: "A")...UInt8(ascii: "Z"):
    return mayCount(text, number, upTo: highest) && mayHoldKeyword(text, range)
      || openings.opening(text, at: start, end: range.upperBound).may(.numbers, at: start)
  default: return true
  }
}

/// Whether the number at `offset` may be one from 1 to `highest`. Of ASCII digits no more than three
/// are read as a number.
private func mayCount(_ text: [UInt8], _ offset: Int, upTo highest: Int) -> Bool {
  guard offset < text.count else { return false }
  guard text[offset] &- 0x30 < 10 else { return true }
  var value = 0
  var at = offset
  while at < min(text.count, offset + 4), text[at] &- 0x30 < 10 {
    value = value * 10 + Int(text[at] & 15)
    at += 1
  }
  return value > 0 && value <= highest
}

/// △ ▲ ▶ ▷ ■ □ ● ◆ ◇: signs that lists in a sentence begin with.
private func isSign(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x25B3, 0x25B2, 0x25B6, 0x25B7, 0x25A0, 0x25A1, 0x25C6, 0x25C7: true
  default: false
  }
}
