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
///
/// Only a number that goes on with a run, or begins one, makes a mark, or a word for one. The text
/// before the next such number is searched for words alone, of which prose has few.
private func addMarks(
  _ text: [UInt8], _ range: Range<Int>, _ paragraph: Int, to runs: inout Runs
) {
  let openings = Openings.all
  var at = range.lowerBound
  stretches: while at < range.upperBound {
    let highest = runs.highest
    let number = nextNumber(text, from: at, to: range.upperBound, upTo: highest)
    var near = number < range.upperBound ? max(at, number - itemReach) : range.upperBound
    while near < range.upperBound, text[near] & 0xC0 == 0x80 { near += 1 }
    while case let start = nextOpening(text, from: at, to: near), start < near {
      if isFree(start, in: text, of: range),
        mayOpenWithWord(text, start..<range.upperBound, openings)
      {
        addMark(text, start, range, paragraph, openings, to: &runs)
      }
      at = start + 1
      // Numbers that were passed over may count now.
      if runs.highest > highest { continue stretches }
    }
    at = near
    while at <= number, at < range.upperBound {
      let scalar = text.scalar(at: at)
      if isSign(scalar.value) {
        runs.add(Mark(paragraph: paragraph, offset: at, value: 0, style: UInt64(scalar.value)))
      } else if (0x2460...0x24FF).contains(scalar.value) || isFree(at, in: text, of: range),
        !Scalar.isSpace(scalar.value), mayOpenItem(text, at..<range.upperBound, openings)
      {
        addMark(text, at, range, paragraph, openings, to: &runs)
      }
      at += scalar.length
    }
  }
}

/// Adds the mark that stands at `offset`, if one does.
private func addMark(
  _ text: [UInt8], _ offset: Int, _ range: Range<Int>, _ paragraph: Int, _ openings: Openings,
  to runs: inout Runs
) {
  let end = min(range.upperBound, offset + itemReach)
  let opening = openings.opening(text, at: offset, end: end)
  guard let marker = marker(in: text, offset..<end, opening),
    marker.shape != .ordinal, marker.suffix != 0x20 || marker.keyword != 0, !marker.isAlone
  else { return }
  let style =
    marker.keyword &* 31 &+ UInt64(marker.shape.rawValue) << 8 &+ UInt64(marker.system.rawValue)
  runs.add(
    Mark(paragraph: paragraph, offset: offset, value: marker.value, style: 1 << 32 | style))
}

/// Bytes that are read for a marker and the mark behind it.
private let itemReach = 48

/// An item may open behind white space, a stop, a colon or a comma.
private func isFree(_ offset: Int, in text: [UInt8], of range: Range<Int>) -> Bool {
  if offset == range.lowerBound { return true }
  let last = text.scalar(before: offset).value
  switch last {
  case 0x3002, 0xFF1B, 0xFF1A, 0x3B, 0x2E, 0x3A, 0xFF0C: return true
  default: return Scalar.isSpace(last)
  }
}

/// A quick look: whether an item may open at the beginning of `range`, with a number near it.
///
/// What begins with a small letter opens an item only as the word before a number: `step 3:`.
private func mayOpenItem(_ text: [UInt8], _ range: Range<Int>, _ openings: Openings) -> Bool {
  let first = text[range.lowerBound]
  return !isASCIILetter(first) || mayHoldKeyword(text, range)
    || first < UInt8(ascii: "a") && mayOpenWithWord(text, range, openings)
}

/// Whether one may open there though none of the numbers of `nextNumber` is near: with a word for a
/// number, or with a number of another kind.
@inline(__always)
private func mayOpenWithWord(_ text: [UInt8], _ range: Range<Int>, _ openings: Openings) -> Bool {
  let start = range.lowerBound
  let first = text.scalar(at: start).value
  if isLetterLead(text[start]) {
    if Scalar.isSmallLetter(first) { return false }
    if first == 0x7B2C || mayBeNumeral(first) { return true }
  } else {
    if Scalar.isDigit(first) || Scalar.isSpace(first) { return false }
    // Behind bullets and brackets anything may stand.
    if !isLetter(first), !isOtherLetter(first), !Scalar.isKana(first) { return true }
  }
  return openings.opening(text, at: start, end: range.upperBound)
    .may(first < 0x80 ? .numbers : [.ordinals, .numbers], at: start)
}

/// The next sign from `start` on, or the next number that may stand behind a word, and is one from
/// 1 to `highest`; `end` or more where there is none.
private func nextNumber(_ text: [UInt8], from start: Int, to end: Int, upTo highest: Int) -> Int {
  var at = start
  while at < end {
    // Too near to the end to look at many bytes.
    guard at + Lanes.width + 3 <= text.count else { return at }
    let found = numbers(text.span, at).first
    at += found
    if found == Lanes.width { continue }
    if at < end, mayCount(text, at, upTo: highest) { return at }
    repeat { at += 1 } while at < end && text[at] &- 0x30 < 10
  }
  return at
}

/// FF where a digit begins, ASCII or full width (EF .. 9.), an enclosed number or a sign (E2 9.), or a
/// character that may be a Chinese number at the end of a word of such.
@inline(__always)
private func numbers(_ text: Span<UInt8>, _ offset: Int) -> Lanes {
  let first = Lanes.load(text, offset)
  let second = Lanes.load(text, offset + 1)
  let third = Lanes.load(text, offset + 2)
  let next = Lanes.load(text, offset + 3)
  return first.isIn(0x30...0x39) | (first == 0xE2) & (second & 0xF0 == 0x90)
    | (first == 0xEF) & (third & 0xF0 == 0x90)
    | (first & 0xFE == 0xE4) & next.isOutside(0xE4...0xE9)
}

/// Whether the number at `offset` may be one from 1 to `highest`. Of ASCII digits no more than three
/// are read as a number.
private func mayCount(_ text: [UInt8], _ offset: Int, upTo highest: Int) -> Bool {
  if text[offset] &- 0xE4 < 2 { return hanDigit(text.scalarOfThree(at: offset)) != nil }
  guard text[offset] &- 0x30 < 10 else { return true }
  var value = 0
  var at = offset
  while at < min(text.count, offset + 4), text[at] &- 0x30 < 10 {
    value = value * 10 + Int(text[at] & 15)
    at += 1
  }
  return value > 0 && value <= highest
}

/// The next place from `start` on where an item may open with a word for a number; `end` or more
/// where there is none.
private func nextOpening(_ text: [UInt8], from start: Int, to end: Int) -> Int {
  var at = start
  while at < end {
    // Too near to an end of the text to look at many bytes.
    guard at >= 3, at + Lanes.width <= text.count else {
      if text[at] & 0xC0 != 0x80 { return at }
      at += 1
      continue
    }
    let found = openings(text.span, at).first
    at += found
    if found < Lanes.width { return at }
  }
  return at
}

/// FF where a scalar begins that is no small letter, behind one that may be free (`isFree`). Small
/// letters open no item but as the word before a number: `step 3:`.
@inline(__always)
private func openings(_ text: Span<UInt8>, _ offset: Int) -> Lanes {
  let here = Lanes.load(text, offset)
  let last = Lanes.load(text, offset - 1)
  let second = Lanes.load(text, offset - 2)
  let third = Lanes.load(text, offset - 3)
  let begins = here.isOutside(0x61...0x7A)
  // White space beyond ASCII, ideographic stops and spaces, full-width marks.
  let isWide =
    (second == 0xC2) | third.isIn(0xE1...0xE2) | (third == 0xE3) & (second == 0x80)
    | (third == 0xEF)
  return begins & (last.isIn(0x00...0x3B) | isWide)
}

/// △ ▲ ▶ ▷ ■ □ ● ◆ ◇: signs that lists in a sentence begin with.
private func isSign(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x25B3, 0x25B2, 0x25B6, 0x25B7, 0x25A0, 0x25A1, 0x25C6, 0x25C7: true
  default: false
  }
}
