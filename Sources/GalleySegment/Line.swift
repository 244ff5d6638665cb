internal import GalleyModel

/// A paragraph as the segmenter sees it: what it begins and ends with, gathered once.
struct Line: Sendable {
  enum Ending: UInt8, Sendable {
    /// 。 . ! ? and the like, closing quotes and brackets left out.
    case stop
    case colon
    /// , ; 、
    case comma
    case none
  }

  /// Marks that rules ask for, found in the one pass that measures a line.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    static let tab = Marks(rawValue: 1)
    static let slash = Marks(rawValue: 2)
    static let at = Marks(rawValue: 4)
    static let digit = Marks(rawValue: 8)
    /// Two bars and more: cells of a flattened table, or a menu.
    static let bars = Marks(rawValue: 16)
  }

  var text: Range<Int>
  /// What it begins with.
  let opening: Opening
  var ending: Ending
  /// Marks that a short line holds; empty for a long one.
  var marks: Marks = []
  var noise: Noise?
  /// The page's markup calls it author, date or the like.
  var isMetadata = false
  /// Stands in an item of a page's list.
  var isInItem = false
  /// How far from its beginning the last colon of a short line begins, of any width; 0 where there
  /// is none but the one that it begins with.
  var lastColon: UInt8 = 0
  var kind: Block.Kind
  /// Bytes at its beginning that are bold.
  @Compact<Int32> var bold: Int
  /// Columns: a CJK character takes two. Of a line longer than `Line.reach` bytes, its bytes.
  @Compact<Int32> var width: Int
  /// Index in `Survey.markers`, or -1.
  @Compact<Int32> var marker = -1
  /// Index in `Survey.heads`, or -1.
  @Compact<Int32> var head = -1

  /// Bytes of the longest line that is read whole. No title is longer.
  static let reach = 240

  /// A part of it, as if it were a line.
  func part(_ range: Range<Int>) -> Line {
    var out = self
    out.text = range
    let colon = text.lowerBound + Int(lastColon)
    out.lastColon = UInt8(max(0, colon - range.lowerBound))
    return out
  }

  var isShort: Bool { text.count <= Line.reach }
  var isAllBold: Bool { bold > 0 && bold >= text.count }
  /// A paragraph that no reader has marked as anything else.
  var isPlain: Bool {
    switch kind {
    case .line, .paragraph: true
    default: false
    }
  }

  /// An item of a page's list without numbers.
  var isBulleted: Bool {
    if case .listItem(nil) = kind { return true }
    return false
  }

  /// It has cells, or its reader says that it is a row.
  var mayBeRow: Bool {
    if case .tableRow = kind { return true }
    return !marks.isDisjoint(with: [.tab, .bars])
  }

  var level: Int {
    if case .heading(let level) = kind { return Int(level) }
    return 0
  }
}

/// Counts a short line's columns and notes its marks, 32 bytes at a time.
func measure(_ line: inout Line, in text: [UInt8]) {
  let bytes = text.span
  var at = line.text.lowerBound
  var rest = line.text.count
  var bars = 0
  // By the places of 32 bytes, of which a short line has few enough for a byte to count.
  var columns = Lanes.zero
  while rest > 0, at + Lanes.width + 2 <= text.count {
    let live = Lanes.first(min(rest, Lanes.width))
    let lanes = Lanes.load(bytes, at)
    // 、 to ，, kana, Han, Hangul and the full-width forms take three bytes and two columns.
    let leads = ~lanes.isIn(0x80...0xBF) & live
    columns = columns - leads - lanes.isIn(0xE3...0xEF) & leads
    let mayMark =
      lanes.isIn(UInt8(ascii: "/")...UInt8(ascii: ":")) | (lanes == UInt8(ascii: "@"))
      | (lanes == UInt8(ascii: "\t")) | (lanes == UInt8(ascii: "|")) | (lanes == 0xEF)
    if (mayMark & live).any { bars += note(&line, in: bytes, at, min(rest, Lanes.width)) }
    at += Lanes.width
    rest -= Lanes.width
  }
  line.width = columns.sum
  while rest > 0 {
    let place = line.text.upperBound - rest
    let byte = text[place]
    if byte & 0xC0 != 0x80 { line.width += byte >= 0xE3 && byte < 0xF0 ? 2 : 1 }
    if byte == UInt8(ascii: "|") { bars += 1 }
    line.marks.formUnion(mark(byte))
    if byte == 0x3A || byte == 0xEF, isColon(text.scalar(at: place).value) {
      line.lastColon = UInt8(place - line.text.lowerBound)
    }
    rest -= 1
  }
  if bars >= 2 { line.marks.insert(.bars) }
}

/// Notes the marks and the last colon among `count` bytes, 32 at most. Returns how many bars there
/// are.
private func note(_ line: inout Line, in bytes: Span<UInt8>, _ at: Int, _ count: Int) -> Int {
  let live = Lanes.first(count)
  let lanes = Lanes.load(bytes, at)
  if (((lanes == UInt8(ascii: ":")) | (lanes == 0xEF)) & live).any {
    let colon = (colons(bytes, at) & live).last
    if colon >= 0 { line.lastColon = UInt8(at + colon - line.text.lowerBound) }
  }
  if (lanes.isIn(0x30...0x39) & live).any { line.marks.insert(.digit) }
  let rare =
    (lanes == UInt8(ascii: "/")) | (lanes == UInt8(ascii: "@")) | (lanes == UInt8(ascii: "\t"))
    | (lanes == UInt8(ascii: "|"))
  return (rare & live).any ? noteRare(&line, in: bytes, at, count) : 0
}

private func noteRare(_ line: inout Line, in bytes: Span<UInt8>, _ at: Int, _ count: Int) -> Int {
  let live = Lanes.first(count)
  let lanes = Lanes.load(bytes, at)
  if ((lanes == UInt8(ascii: "/")) & live).any { line.marks.insert(.slash) }
  if ((lanes == UInt8(ascii: "@")) & live).any { line.marks.insert(.at) }
  if ((lanes == UInt8(ascii: "\t")) & live).any { line.marks.insert(.tab) }
  return (Lanes.zero - (lanes == UInt8(ascii: "|")) & live).sum
}

private func mark(_ byte: UInt8) -> Line.Marks {
  switch byte {
  case UInt8(ascii: "/"): .slash
  case UInt8(ascii: "@"): .at
  case UInt8(ascii: "\t"): .tab
  case 0x30...0x39: .digit
  default: []
  }
}

/// What the line ends with, behind closing quotes, brackets and citation marks.
@inline(__always)
func ending(in text: [UInt8], _ range: Range<Int>) -> Line.Ending {
  let at = range.upperBound
  if range.count >= 3 {
    // Most end with a stop.
    if text[at - 1] == UInt8(ascii: ".") { return .stop }
    if text[at - 1] == 0x82, text[at - 2] == 0x80, text[at - 3] == 0xE3 { return .stop }  // 。
  }
  return otherEnding(in: text, range)
}

private func otherEnding(in text: [UInt8], _ range: Range<Int>) -> Line.Ending {
  var at = range.upperBound
  var isClosed = false
  while at > range.lowerBound {
    let scalar = text.scalar(before: at)
    switch scalar.value {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x201D, 0x2019, 0xFF09, 0x300D, 0x300F, 0x3011, 0xFF02,
      0x300B:
      isClosed = true
      at -= scalar.length
      // [12] behind a stop: step over the number.
      if scalar.value == 0x5D, let open = citation(in: text, before: at, from: range.lowerBound) {
        at = open
        isClosed = false
      }
    case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61, 0x2026:
      return .stop
    case 0x3A, 0xFF1A: return isClosed ? .none : .colon
    case 0x2C, 0x3B, 0x3001, 0xFF0C, 0xFF1B: return isClosed ? .none : .comma
    case 0x30...0x39 where isNoteMark(in: text, before: at, from: range.lowerBound): return .stop
    default: return .none
    }
  }
  return .none
}

/// The number of a note behind the stop of a word: `a fish nursery.1`
private func isNoteMark(in text: [UInt8], before end: Int, from start: Int) -> Bool {
  var at = end
  while at > start, text[at - 1] &- 0x30 < 10 { at -= 1 }
  guard end - at <= 2, at - start >= 5, text[at - 1] == UInt8(ascii: ".") else { return false }
  return text[at - 5..<at - 1].allSatisfy { $0 &- 0x61 < 26 }
}

private func citation(in text: [UInt8], before end: Int, from start: Int) -> Int? {
  var at = end
  while at > start, end - at < 12 {
    let byte = text[at - 1]
    if byte == UInt8(ascii: "[") { return at < end ? at - 1 : nil }
    guard
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ")
        || Scalar.isDigit(UInt32(byte))
    else { return nil }
    at -= 1
  }
  return nil
}
