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
    /// A colon of any width.
    static let colon = Marks(rawValue: 4)
    static let at = Marks(rawValue: 8)
    static let digit = Marks(rawValue: 16)
    /// Two bars and more: cells of a flattened table, or a menu.
    static let bars = Marks(rawValue: 32)
  }

  var text: Range<Int>
  var kind: Block.Kind
  /// Bytes at its beginning that are bold.
  var bold: Int
  /// Columns: a CJK character takes two. Of a line longer than `Line.reach` bytes, its bytes.
  var width: Int
  var ending: Ending
  /// Marks that a short line holds; empty for a long one.
  var marks: Marks = []
  /// Index in `Survey.markers`, or -1.
  var marker = -1
  /// Index in `Survey.heads`, or -1.
  var head = -1
  var noise: Noise?

  /// Bytes of the longest line that is read whole. No title is longer.
  static let reach = 240

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

  var level: Int {
    if case .heading(let level) = kind { return Int(level) }
    return 0
  }
}

/// Counts a line's columns and notes its marks, 32 bytes at a time.
func measure(_ line: inout Line, in text: [UInt8]) {
  let bytes = text.span
  var at = line.text.lowerBound
  var bars = 0
  var rest = line.text.count
  line.width = 0
  while rest > 0, at + Lanes.width + 2 <= text.count {
    let past = Lanes.from(min(rest, Lanes.width))
    let lanes = Lanes.load(bytes, at)
    // 、 to ，, kana, Han, Hangul and the full-width forms take three bytes and two columns.
    let leads = ~(lanes.isIn(0x80...0xBF) | past)
    line.width += (Lanes.zero - leads - lanes.isIn(0xE3...0xEF) & leads).sum
    let mayMark =
      lanes.isIn(UInt8(ascii: "/")...UInt8(ascii: ":")) | (lanes == UInt8(ascii: "@"))
      | (lanes == UInt8(ascii: "\t")) | (lanes == UInt8(ascii: "|")) | (lanes == 0xEF)
    if (mayMark & ~past).any {
      bars += (Lanes.zero - (lanes == UInt8(ascii: "|")) & ~past).sum
      line.marks.formUnion(marks(lanes, ~past, colons: colons(bytes, at)))
    }
    at += Lanes.width
    rest -= Lanes.width
  }
  while rest > 0 {
    let byte = text[line.text.upperBound - rest]
    if byte & 0xC0 != 0x80 { line.width += byte >= 0xE3 && byte < 0xF0 ? 2 : 1 }
    if byte == UInt8(ascii: "|") { bars += 1 }
    line.marks.formUnion(mark(text, line.text.upperBound - rest))
    rest -= 1
  }
  if bars >= 2 { line.marks.insert(.bars) }
}

/// The marks among 32 bytes, of which `live` are looked at.
private func marks(_ lanes: Lanes, _ live: Lanes, colons: Lanes) -> Line.Marks {
  var out: Line.Marks = []
  if (colons & live).any { out.insert(.colon) }
  if ((lanes == UInt8(ascii: "/")) & live).any { out.insert(.slash) }
  if ((lanes == UInt8(ascii: "@")) & live).any { out.insert(.at) }
  if ((lanes == UInt8(ascii: "\t")) & live).any { out.insert(.tab) }
  if (lanes.isIn(0x30...0x39) & live).any { out.insert(.digit) }
  return out
}

/// The mark that begins at `offset`, if one does.
private func mark(_ text: [UInt8], _ offset: Int) -> Line.Marks {
  switch text[offset] {
  case UInt8(ascii: "/"): .slash
  case UInt8(ascii: "@"): .at
  case UInt8(ascii: "\t"): .tab
  case 0x30...0x39: .digit
  case 0x3A, 0xEF: isColon(text.scalar(at: offset).value) ? .colon : []
  default: []
  }
}

/// What the line ends with, behind closing quotes, brackets and citation marks.
func ending(in text: [UInt8], _ range: Range<Int>) -> Line.Ending {
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
    default: return .none
    }
  }
  return .none
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
