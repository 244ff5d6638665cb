internal import GalleyModel

/// A thing that a boundary between two lines shows, sorted into a few numbered buckets. The
/// scorecard gives each bucket its points.
enum Signal: Int, CaseIterable {
  // The gap and the document's habits
  case gap, gapAbove, gapBelow, blankHabit, softSentences, blankSentences, indentHabit
  // Characters at the break
  case ending, closed, opening, brackets
  // Width
  case room, roomAbove, roomBelow, column, fill, widthBefore, widthAfter, sameWidth, lengthBefore,
    lengthAfter
  // Indent
  case indentStep, indentBefore, hanging, indentAbove
  // Markers
  case markerBefore, markerAfter
  // What kind of line
  case capitalsBefore, capitalsAfter, codeBefore, codeAfter, gapsBefore, gapsAfter, endingAfter
  case place, rest, digitsBefore, digitsAfter
  // Words
  case firstWord, lastWord, adjacent
}

/// The buckets of all signals at one boundary.
typealias Reading = InlineArray<41, UInt8>

/// The shape that was measured last: a line stands after one boundary and before the next.
struct LastShape {
  private var line = -1
  private var shape = Shape()

  mutating func shape(of line: Int, in boundaries: Boundaries) -> Shape {
    if line != self.line {
      self.line = line
      shape = boundaries.lines[line].shape(in: boundaries.bytes)
    }
    return shape
  }
}

extension Boundaries {
  /// Reads all signals before line `index`. Every bucket is below its signal's `size`.
  func read(_ index: Int) -> Reading {
    var last = LastShape()
    return read(index, &last)
  }

  /// The same, where the boundaries are read in order.
  func read(_ index: Int, _ last: inout LastShape) -> Reading {
    let before = lines[index - 1]
    let after = lines[index]
    let shapeBefore = last.shape(of: index - 1, in: self)
    let shapeAfter = last.shape(of: index, in: self)
    var reading = Reading(repeating: 0)
    func set(_ signal: Signal, _ bucket: Int) {
      reading[signal.rawValue] = UInt8(truncatingIfNeeded: min(bucket, signal.size - 1))
    }
    set(.gap, Int(gaps[index].rawValue))
    set(.gapAbove, Int(gapBeside(index - 1).rawValue))
    set(.gapBelow, Int(gapBeside(index + 1).rawValue))
    set(.blankHabit, bucket(evidence.habits.blanks, Limits.blankHabit))
    set(.softSentences, bucket(evidence.habits.softSentences, Limits.softSentences))
    set(.blankSentences, bucket(evidence.habits.blankSentences, Limits.blankSentences))
    set(.indentHabit, indentHabit)
    set(.ending, Int(before.ending.rawValue))
    set(.closed, before.isClosed ? 1 : 0)
    set(.opening, Int(after.opening.rawValue))
    set(.brackets, bucket(shapeBefore.openBrackets, [0, 1]))
    set(.room, room(index))
    set(.roomAbove, index > 1 ? room(index - 1) : 9)
    set(.roomBelow, index + 1 < lines.count ? room(index + 1) : 9)
    let column = evidence.column(around: index - 1)
    set(.column, bucket(column, Limits.column))
    set(.fill, evidence.fill(around: index - 1))
    set(.widthBefore, bucket(before.width * 100 / column, Limits.width))
    set(.widthAfter, bucket(after.width * 100 / column, Limits.width))
    set(.lengthBefore, bucket(before.width, Limits.length))
    set(.lengthAfter, bucket(after.width, Limits.length))
    set(.sameWidth, bucket(abs(before.width - after.width), Limits.sameWidth))
    set(.indentStep, bucket(after.indent - before.indent, Limits.indentStep))
    set(.indentBefore, bucket(before.indent - evidence.habits.margin, Limits.indent))
    set(.hanging, hanging(before, after))
    set(
      .indentAbove,
      index > 1 ? bucket(before.indent - lines[index - 2].indent, Limits.indentAbove) : 5)
    set(.markerBefore, Int(before.marker.rawValue))
    set(.markerAfter, Int(after.marker.rawValue))
    set(.capitalsBefore, capitals(shapeBefore))
    set(.capitalsAfter, capitals(shapeAfter))
    set(.codeBefore, bucket(shapeBefore.codeMarks, Limits.code))
    set(.codeAfter, bucket(shapeAfter.codeMarks, Limits.code))
    set(.gapsBefore, columnsOfTable(shapeBefore))
    set(.gapsAfter, columnsOfTable(shapeAfter))
    set(.endingAfter, Int(after.ending.rawValue))
    set(.place, bucket(linesAbove(index - 1), Limits.lines))
    set(.rest, bucket(linesBelow(index), Limits.lines))
    set(.digitsBefore, digits(shapeBefore))
    set(.digitsAfter, digits(shapeAfter))
    set(.firstWord, firstWord(after))
    set(.lastWord, lastWord(before))
    set(.adjacent, adjacency.bucket(before, after, bytes))
    return reading
  }

  /// Where nearly all lines are apart by blank lines, a page that ends with a sentence says no more
  /// than they do.
  private func gapBeside(_ index: Int) -> Gap {
    guard gaps[index] == .page, evidence.habits.blanks >= 80, lines[index - 1].ending == .sentence
    else { return gaps[index] }
    return .blank
  }

  /// What would be left on the line before, had the next line's first word stood on it, in
  /// hundredths of the column.
  private func room(_ index: Int) -> Int {
    let column = evidence.column(around: index - 1)
    let space = lines[index].opening == .han ? 0 : 1
    let left = column - lines[index - 1].edge - space - lines[index].firstWord
    return bucket(left * 100 / column, Limits.room)
  }

  private var indentHabit: Int {
    let habits = evidence.habits
    if habits.indents < 1 { return 0 }
    return 1 + bucket(habits.indentSentences, Limits.indentSentences)
  }

  /// Where the next line begins, seen from the marker of this one.
  private func hanging(_ before: Line, _ after: Line) -> Int {
    guard before.markerWidth > 0 else { return 0 }
    let content = before.indent + before.markerWidth
    if abs(after.indent - content) <= 1 { return 1 }
    if after.indent == before.indent { return 2 }
    return after.indent > before.indent ? 3 : 4
  }

  private func capitals(_ shape: Shape) -> Int {
    let letters = shape.letters - shape.wide
    if letters < 2 { return 0 }
    return 1 + bucket(shape.capitals * 100 / letters, Limits.capitals)
  }

  private func digits(_ shape: Shape) -> Int {
    bucket(shape.digits * 100 / max(1, shape.digits + shape.letters), Limits.digits)
  }

  private func columnsOfTable(_ shape: Shape) -> Int {
    if shape.rules > 1 { return 4 }
    return bucket(shape.gaps, Limits.gaps)
  }

  /// Whether a capital at the line's beginning is the word's own: 0 no capital, 1 never seen
  /// elsewhere, 2 always with a capital, 3 now and then, 4 mostly in lower case.
  private func firstWord(_ line: Line) -> Int {
    guard line.opening == .upper, !evidence.vocabulary.isEmpty,
      let found = nextWord(in: bytes, from: line.text.lowerBound, to: line.text.upperBound)
    else { return 0 }
    let word = evidence.vocabulary[found.hash]
    if word.count < 2 { return 1 }
    let share = Int(word.capitals) * 100 / Int(word.count)
    return share > 95 ? 2 : share > 50 ? 3 : 4
  }

  /// Whether text goes on after the line's last word elsewhere: 0 unknown, 1 never, 2 now and
  /// then, 3 mostly, 4 always.
  private func lastWord(_ line: Line) -> Int {
    guard line.ending == .lower || line.ending == .upper || line.ending == .hangul,
      !evidence.vocabulary.isEmpty, let hash = hashOfLastWord(of: line.text, in: bytes)
    else { return 0 }
    let word = evidence.vocabulary[hash]
    let seen = Int(word.goesOn + word.stops)
    if seen < 2 { return 0 }
    let share = Int(word.goesOn) * 100 / seen
    return share == 0 ? 1 : share < 70 ? 2 : share < 97 || seen < 5 ? 3 : 4
  }
}

/// The numbers that divide the buckets of signals, ascending. Computed, so that they are constants where
/// they are used.
enum Limits {
  /// Percent.
  @inline(__always) static var blankHabit: InlineArray<6, Int> { [1, 3, 20, 50, 80, 98] }
  /// Percent.
  @inline(__always) static var softSentences: InlineArray<6, Int> { [12, 20, 30, 45, 65, 85] }
  /// Percent.
  @inline(__always) static var blankSentences: InlineArray<6, Int> { [15, 30, 45, 60, 75, 90] }
  /// Percent.
  @inline(__always) static var indentSentences: InlineArray<3, Int> { [30, 60, 85] }
  /// Percent of the column.
  @inline(__always) static var room: InlineArray<8, Int> { [-25, -8, -3, 0, 3, 8, 16, 32] }
  /// Columns.
  @inline(__always) static var column: InlineArray<7, Int> { [30, 42, 60, 80, 105, 160, 300] }
  /// Percent of the column.
  @inline(__always) static var width: InlineArray<8, Int> { [10, 20, 35, 50, 65, 80, 92, 102] }
  /// Columns.
  @inline(__always) static var sameWidth: InlineArray<4, Int> { [1, 3, 6, 12] }
  /// Columns.
  @inline(__always) static var length: InlineArray<8, Int> { [8, 16, 24, 34, 48, 64, 100, 160] }
  /// Columns.
  @inline(__always) static var indentStep: InlineArray<8, Int> { [-8, -4, -1, 0, 1, 4, 6, 12] }
  /// Columns.
  @inline(__always) static var indent: InlineArray<5, Int> { [0, 1, 3, 6, 12] }
  /// Columns.
  @inline(__always) static var indentAbove: InlineArray<4, Int> { [-3, 0, 1, 4] }
  /// Percent.
  @inline(__always) static var capitals: InlineArray<4, Int> { [1, 12, 35, 80] }
  /// Marks.
  @inline(__always) static var code: InlineArray<4, Int> { [1, 2, 4, 8] }
  /// Gaps.
  @inline(__always) static var gaps: InlineArray<3, Int> { [1, 2, 4] }
  /// Lines.
  @inline(__always) static var lines: InlineArray<4, Int> { [1, 2, 3, 6] }
  /// Percent.
  @inline(__always) static var digits: InlineArray<3, Int> { [1, 15, 50] }
}

/// How many of the ascending `limits` are at or below `value`. Inlined, so that no array is made.
@inline(__always)
func bucket<let count: Int>(_ value: Int, _ limits: InlineArray<count, Int>) -> Int {
  var index = 0
  while index < count, value >= limits[index] { index += 1 }
  return index
}

extension Signal {
  /// How many buckets it has.
  var size: Int {
    switch self {
    case .gap, .gapAbove, .gapBelow: Gap.allCases.count
    case .ending, .endingAfter: Ending.allCases.count
    case .opening: Opening.allCases.count
    case .markerBefore, .markerAfter: Marker.allCases.count
    case .closed: 2
    case .brackets: 3
    case .blankHabit, .softSentences, .blankSentences: 7
    case .room, .widthBefore, .widthAfter, .lengthBefore, .lengthAfter, .indentStep: 9
    case .roomAbove, .roomBelow: 10
    case .column: 8
    case .indentBefore, .indentAbove, .capitalsBefore, .capitalsAfter: 6
    case .digitsBefore, .digitsAfter, .adjacent: 4
    default: 5
    }
  }
}
