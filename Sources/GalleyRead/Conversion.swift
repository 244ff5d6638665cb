internal import GalleyModel

/// A text converted to UTF-8, with the way back.
struct Conversion {
  var text: [UInt8] = []
  var origin = OffsetMap()
  /// Places where bytes had no meaning and U+FFFD stands.
  var invalid = 0

  /// Adds bytes that are UTF-8 already.
  mutating func copy(_ source: [UInt8], _ range: Range<Int>) {
    origin.append(start: text.count, origin: range.lowerBound, count: range.count)
    text.append(contentsOf: source[range])
  }

  /// Adds U+FFFD for `range` of the source.
  mutating func replace(_ range: Range<Int>) {
    origin.append(
      start: text.count, origin: range.lowerBound, count: 3, unit: 3, originUnit: range.count)
    text.append(contentsOf: [0xEF, 0xBF, 0xBD])
    invalid += 1
  }

  /// Maps the bytes of `text` from `start` on, which were converted from `range` of `source`,
  /// character by character. Stretches of characters of one size are one run of the map.
  mutating func align(
    _ source: [UInt8], _ range: Range<Int>, from start: Int, by walk: inout CharsetWalk
  ) {
    var at = range.lowerBound
    var here = start
    var run = (start: here, origin: at, unit: 0, originUnit: 0)
    while at < range.upperBound, here < text.count {
      let there = walk.step(source, at)
      let length = sequenceLength(text[here]) + (there.scalars > 1 ? 2 : 0)
      if there.scalars == 0 || length != run.unit || there.bytes != run.originUnit {
        flush(run, end: here)
        run = (here, at, length, there.bytes)
      }
      at += there.bytes
      if there.scalars == 0 {
        run = (here, at, 0, 0)
      } else {
        here += length
      }
    }
    flush(run, end: min(here, text.count))
  }

  private mutating func flush(
    _ run: (start: Int, origin: Int, unit: Int, originUnit: Int), end: Int
  ) {
    guard run.unit > 0, end > run.start else { return }
    origin.append(
      start: run.start, origin: run.origin, count: end - run.start, unit: run.unit,
      originUnit: run.originUnit)
  }

  private func sequenceLength(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }
}

/// Tells the bytes of each character of an encoding, from lead bytes alone.
struct CharsetWalk {
  private let units: Charset.Units
  /// ISO-2022-JP: characters of two bytes since the last escape.
  private var isDouble = false

  init(_ units: Charset.Units) { self.units = units }

  /// The bytes of the character at `at` and the scalars that it becomes: 0 for an escape sequence,
  /// 2 for four codes of Big5 that UTF-8 writes in 2 + 2 bytes.
  mutating func step(_ source: [UInt8], _ at: Int) -> (bytes: Int, scalars: Int) {
    let first = source[at]
    let second = at + 1 < source.count ? source[at + 1] : 0
    switch units {
    case .single: return (1, 1)
    case .utf16LittleEndian: return (second & 0xFC == 0xD8 ? 4 : 2, 1)
    case .utf16BigEndian: return (first & 0xFC == 0xD8 ? 4 : 2, 1)
    case .gb18030:
      if first <= 0x80 || first == 0xFF { return (1, 1) }
      return (0x30...0x39 ~= second ? 4 : 2, 1)
    case .big5:
      if first < 0x81 { return (1, 1) }
      let isPair =
        first == 0x88 && (second == 0x62 || second == 0x64 || second == 0xA3 || second == 0xA5)
      return (2, isPair ? 2 : 1)
    case .shiftJIS:
      return (0x81...0x9F ~= first || 0xE0...0xFC ~= first ? 2 : 1, 1)
    case .eucJP:
      return (first == 0x8F ? 3 : first == 0x8E || first >= 0xA1 ? 2 : 1, 1)
    case .eucKR: return (first >= 0x81 ? 2 : 1, 1)
    case .iso2022JP: return stepISO2022(source, at)
    }
  }

  /// `ESC ( x` goes back to one byte a character, `ESC $ x` and `ESC $ ( x` to two.
  private mutating func stepISO2022(_ source: [UInt8], _ at: Int) -> (bytes: Int, scalars: Int) {
    guard source[at] == 0x1B, at + 2 < source.count else {
      return (isDouble && source[at] > 0x20 ? 2 : 1, 1)
    }
    isDouble = source[at + 1] == UInt8(ascii: "$")
    let isLong = isDouble && source[at + 2] == UInt8(ascii: "(")
    return (isLong ? 4 : 3, 0)
  }
}
