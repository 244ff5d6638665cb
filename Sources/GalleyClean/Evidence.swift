internal import GalleyModel

/// What the whole document says about its lines, gathered once before any decision.
struct Evidence {
  /// For each line the column that full lines around it reach.
  private(set) var columns: [Int32] = []
  /// For each line how many of the lines around it reach that column, in fifths.
  private(set) var fills: [UInt8] = []
  var habits = Habits()
  var vocabulary = Vocabulary()

  /// Lines around a line that are looked at, on either side.
  static let reach = 12
  /// Lines that share one look.
  private static let stride = 16

  init(_ lines: [Line]) {
    columns.reserveCapacity(lines.count)
    fills.reserveCapacity(lines.count)
    for start in Swift.stride(from: 0, to: lines.count, by: Self.stride) {
      let end = min(lines.count, start + Self.stride)
      let window = lines[max(0, start - Self.reach)..<min(lines.count, end + Self.reach)]
      let column = max(1, columnOfFullLines(window))
      let reached = window.count { $0.edge * 100 >= column * 88 }
      let fill = UInt8(min(4, reached * 5 / window.count))
      for _ in start..<end {
        columns.append(Int32(column))
        fills.append(fill)
      }
    }
    habits = Habits(lines)
  }
}

/// The column that 15 of 100 lines reach, or one line, of a few dozen lines.
private func columnOfFullLines(_ lines: ArraySlice<Line>) -> Int {
  // The widest ones, ascending, of which the first is asked for: most lines are none of them, so
  // that this is less work than to sort all.
  let wanted = lines.count - min(lines.count - 1, lines.count * 85 / 100)
  var widest = [Int](repeating: .min, count: wanted)
  for line in lines where line.edge > widest[0] {
    let edge = line.edge
    var place = 0
    while place + 1 < wanted, widest[place + 1] < edge {
      widest[place] = widest[place + 1]
      place += 1
    }
    widest[place] = edge
  }
  return widest[0]
}

/// How the document divides its paragraphs: shares of boundaries, in hundredths.
struct Habits {
  /// Boundaries with a blank line, of all.
  var blanks = 0
  /// Line ends with a sentence's end, of those without a blank line after them.
  var softSentences = 0
  /// The same, of those with a blank line after them.
  var blankSentences = 0
  /// Lines more indented than the one before, of all without a blank line between.
  var indents = 0
  /// Line ends with a sentence's end before such a line.
  var indentSentences = 0
  /// The commonest indent.
  var margin = 0

  init() {}

  init(_ lines: [Line]) {
    var soft = Share()
    var blank = Share()
    var indent = Share()
    var margins = [Int](repeating: 0, count: 64)
    for (before, after) in zip(lines, lines.dropFirst()) where after.move != .footnote {
      let isSentence = before.ending == .sentence
      margins[min(63, after.indent)] += 1
      if after.blanksBefore > 0 {
        blank.add(isSentence)
      } else {
        soft.add(isSentence)
        if after.indent > before.indent + 1 { indent.add(isSentence) }
      }
    }
    let all = soft.count + blank.count
    blanks = all == 0 ? 0 : blank.count * 100 / all
    softSentences = soft.percent
    blankSentences = blank.percent
    indents = soft.count == 0 ? 0 : indent.count * 100 / soft.count
    indentSentences = indent.percent
    margin = margins.indices.max { margins[$0] < margins[$1] } ?? 0
  }

  private struct Share {
    var count = 0
    var hits = 0
    var percent: Int { count == 0 ? 50 : hits * 100 / count }
    mutating func add(_ isHit: Bool) {
      count += 1
      if isHit { hits += 1 }
    }
  }
}
