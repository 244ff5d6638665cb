internal import GalleyModel

/// What the whole document says about its lines, gathered once before any decision.
struct Evidence {
  /// One for each `stride` lines.
  private var neighbourhoods: [Neighbourhood] = []
  var habits: Habits
  var vocabulary = Vocabulary()

  /// Lines around a line that are looked at, on either side.
  private static let reach = 12
  /// Lines that share one look.
  private static let stride = 16

  /// What a line and those around it reach.
  private struct Neighbourhood {
    /// The column of the full ones.
    var column: Int32
    /// How many reach that column, in fifths.
    var fill: UInt8
  }

  /// `edges` are the columns after the last characters of all lines.
  init(edges: [Int32], habits: Habits) {
    self.habits = habits
    neighbourhoods.reserveCapacity(edges.count / Self.stride + 1)
    for start in Swift.stride(from: 0, to: edges.count, by: Self.stride) {
      let end = min(edges.count, start + Self.stride)
      let window = edges[max(0, start - Self.reach)..<min(edges.count, end + Self.reach)]
      let column = max(1, columnOfFullLines(window))
      let reached = window.count { Int($0) * 100 >= Int(column) * 88 }
      neighbourhoods.append(
        Neighbourhood(column: column, fill: UInt8(min(4, reached * 5 / window.count))))
    }
  }

  /// The column that full lines around a line reach.
  func column(around line: Int) -> Int { Int(neighbourhoods[line / Self.stride].column) }

  /// How many of the lines around a line reach that column, in fifths.
  func fill(around line: Int) -> Int { Int(neighbourhoods[line / Self.stride].fill) }
}

/// The column that 15 of 100 lines reach, or one line, of at most 40 lines.
private func columnOfFullLines(_ edges: ArraySlice<Int32>) -> Int32 {
  // The widest ones, ascending, of which the first is asked for: most lines are none of them, so
  // that this is less work than to sort all. Of 40 lines they are 6.
  let wanted = edges.count - min(edges.count - 1, edges.count * 85 / 100)
  var widest = InlineArray<6, Int32>(repeating: .min)
  for edge in edges where edge > widest[0] {
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
}

/// Counts what makes the habits.
struct HabitCounter {
  private var soft = Share()
  private var blank = Share()
  private var indent = Share()
  private var margins = InlineArray<64, Int>(repeating: 0)

  private struct Share {
    var count = 0
    var hits = 0
    var percent: Int { count == 0 ? 50 : hits * 100 / count }
    mutating func add(_ isHit: Bool) {
      count += 1
      if isHit { hits += 1 }
    }
  }

  /// Adds the boundary between two lines.
  mutating func add(_ before: Line, _ after: Line) {
    if after.move == .footnote { return }
    let isSentence = before.ending == .sentence
    margins[min(63, after.indent)] += 1
    if after.blanksBefore > 0 {
      blank.add(isSentence)
    } else {
      soft.add(isSentence)
      if after.indent > before.indent + 1 { indent.add(isSentence) }
    }
  }

  var habits: Habits {
    let all = soft.count + blank.count
    var margin = 0
    // As a span: an index into the inline array copies all of it.
    let counts = margins.span
    for indent in counts.indices where counts[indent] > counts[margin] { margin = indent }
    return Habits(
      blanks: all == 0 ? 0 : blank.count * 100 / all,
      softSentences: soft.percent,
      blankSentences: blank.percent,
      indents: soft.count == 0 ? 0 : indent.count * 100 / soft.count,
      indentSentences: indent.percent,
      margin: margin)
  }
}
