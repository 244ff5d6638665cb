internal import GalleyModel

/// Where a repair of characters may be due.
struct Suspects {
  /// Offsets of scalars that a rule should look at, ascending.
  var places: [Int] = []
  /// Offsets, ascending, of sequences that come of reading a text in a wrong encoding and hardly
  /// stand in sound text; of a cluster of them only the first.
  var misreadings: [Int] = []
  /// U+FFFE stands somewhere: see `repairLostHyphens`.
  var hasLostHyphens = false
}

func findSuspects(in text: [UInt8]) -> Suspects {
  var finder = SuspectFinder()
  finder.look(in: text, to: text.count)
  return finder.suspects
}

/// Looks through a text: 32 bytes of ASCII at a time, and by one look at a table for a character of
/// two or three bytes. Only those that the table marks are judged.
struct SuspectFinder {
  private(set) var suspects = Suspects()
  /// What stands before it is looked through.
  private(set) var end = 0

  private let plainLine = PlainLine.shared

  /// Looks on to the end of a line; its columns, where all of it is plain.
  mutating func look(over line: Range<Int>, of text: [UInt8]) -> Int? {
    // Nothing else stands between most lines.
    while end < line.lowerBound, text[end] == 0x0A { end += 1 }
    look(in: text, to: line.lowerBound)
    guard let columns = plainLine.columns(line, of: text) else {
      look(in: text, to: line.upperBound)
      return nil
    }
    end = max(end, line.upperBound)
    return columns
  }

  /// Looks on up to `limit` or a little farther, to the end of a character.
  mutating func look(in text: [UInt8], to limit: Int) {
    let limit = min(limit, text.count)
    if end >= limit { return }
    var at = end
    while at < limit {
      at = endOfPlainASCII(in: text.span, from: at, to: limit)
      guard at < limit else { break }
      // Sound ideographs follow no small letter of ASCII: the ones that do are judged like others.
      if text[at] < 0x80 || at > 0 && isLower(UInt32(text[at - 1])) {
        judge(text, at, &suspects)
        at += max(1, text.scalar(at: at).length)
      }
      let marks = markedScalars.bits
      while true {
        at = endOfUnmarked(in: text, from: at, to: limit, marks)
        guard at < limit, text[at] >= 0x80 else { break }
        judge(text, at, &suspects)
        at += text.scalar(at: at).length
      }
    }
    end = at
  }
}

/// The offset of the first byte in a part of the text that is no printable ASCII or `&`; the part's end
/// where there is none.
func endOfPlainASCII(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var at = start
  while at < end, at &+ Lanes.width <= bytes.count {
    let lanes = Lanes.load(bytes, at)
    let place = (lanes.isOutside(0x20...0x7E) | (lanes == UInt8(ascii: "&"))).first
    at &+= place
    if place < Lanes.width { return min(at, end) }
  }
  while at < end, bytes[at] &- 0x20 < 0x5F, bytes[at] != UInt8(ascii: "&") { at += 1 }
  return min(at, end)
}

/// The offset of the first character at or after `start` that is ASCII or that `marks` marks;
/// `limit` or a little more where there is none before it.
private func endOfUnmarked(
  in text: [UInt8], from start: Int, to limit: Int, _ marks: [UInt64]
) -> Int {
  unsafe text.withUnsafeBufferPointer { bytes in
    var at = start
    // The text is valid UTF-8, so that the tail of the last lead byte is in bounds too; `limit` is
    // not behind its end.
    while at < limit {
      let byte = unsafe bytes[at]
      if byte >= 0xE0 {
        if byte < 0xF0 {
          let row = unsafe Int(byte & 0x0F) << 6 | Int(bytes[at &+ 1] & 0x3F)
          let bit = unsafe UInt64(bytes[at &+ 2] & 0x3F)
          if marks[row] &>> bit & 1 == 1 { return at }
          at &+= 3
        } else {
          at &+= 4
        }
      } else {
        if byte < 0x80 { return at }
        let bit = unsafe UInt64(bytes[at &+ 1] & 0x3F)
        if marks[Int(byte & 0x1F)] &>> bit & 1 == 1, !isPlainCyrillic(text, at),
          !isPlainLatin(text, at)
        {
          return at
        }
        at &+= 2
      }
    }
    return at
  }
}

/// Whether a letter of Russian stands at `offset` with a small one or ASCII behind it, as nearly
/// all do: no misreading begins so.
@inline(__always)
private func isPlainCyrillic(_ bytes: [UInt8], _ offset: Int) -> Bool {
  guard bytes[offset] & 0xFE == 0xD0, offset + 3 < bytes.count else { return false }
  let next = bytes[offset + 2]
  return next < 0x80 || next == 0xD0 && bytes[offset + 3] >= 0xB0
    || next == 0xD1 && bytes[offset + 3] < 0x90
}

/// Whether one of the scalars from 64 · `row` on is judged.
func isMarked(row: Int) -> Bool { markedScalars.bits[row] != 0 }

/// Whether a letter of À to ÿ stands at `offset` with ASCII behind it, or one more and then ASCII: no
/// misreading begins so.
@inline(__always)
func isPlainLatin(_ bytes: [UInt8], _ offset: Int) -> Bool {
  guard bytes[offset] == 0xC3, offset + 4 < bytes.count else { return false }
  let next = bytes[offset + 2]
  return next < 0x80 || next == 0xC3 && bytes[offset + 4] < 0x80
}

/// The scalars that are judged.
private let markedScalars = ScalarSet(
  suspectScalars + leadsOfMisreadings + [lostHyphen...lostHyphen])

// MARK: - A character by itself

/// What the scalar that begins at `offset` gives reason for.
private func judge(_ text: [UInt8], _ offset: Int, _ suspects: inout Suspects) {
  let byte = text[offset]
  if byte < 0x80 {
    if isMarked(ascii: byte) { suspects.places.append(offset) }
    return
  }
  let scalar = text.scalar(at: offset)
  if suspectSet.holds(scalar.value) { suspects.places.append(offset) }
  if scalar.value == lostHyphen { suspects.hasLostHyphens = true }
  if offset - (suspects.misreadings.last ?? -16) >= 16, isMisreading(text, offset, scalar) {
    suspects.misreadings.append(offset)
  }
}

private func isMarked(ascii byte: UInt8) -> Bool {
  byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == UInt8(ascii: "&") || byte == 0x7F
}

/// The scalars that some rule changes. Those of bidirectional text and the joiners may well stay.
private let suspectScalars: [ClosedRange<UInt32>] = [
  0x80...0x84, 0x86...0xA0, 0xAD...0xAD,  // C1 controls, NBSP, soft hyphen
  0x300...0x36F, 0x3099...0x309A,  // combining marks
  0x1100...0x11FF,  // conjoining jamo
  0x2000...0x200F, 0x202A...0x202F, 0x205F...0x206F,  // spaces, joiners, directions
  0x2126...0x2126, 0x212A...0x212B,  // Ohm, Kelvin, Angstrom
  0x2E81...0x2EF3, 0x2F00...0x2FD5,  // radicals
  0xF900...0xFAFF, 0xFB00...0xFB06,  // compatibility ideographs, ligatures
  0xFE0E...0xFE0F, 0xFEFF...0xFEFF, 0xFF61...0xFF9F,  // variation selectors, BOM, half-width kana
]

/// The scalars for which `isMisreading` may hold, wherever they stand; other ideographs it wants
/// behind a small letter.
private let leadsOfMisreadings: [ClosedRange<UInt32>] = [
  0x80...0x9F, 0xA1...0xFF, 0x102...0x102, 0x139...0x139, 0x393...0x393, 0x410...0x44F,
  0x201A...0x201A, 0x221A...0x221A, 0x251C...0x251C, 0x7E3A...0x7E3A, 0x7E67...0x7E67,
  0x890B...0x890C, 0x9225...0x9225, 0x9286...0x9286, 0x951B...0x951B, 0xFF82...0xFF83,
]

private let suspectSet = ScalarSet(suspectScalars)

/// Scalars below U+10000, a bit for each.
private struct ScalarSet {
  /// 64 scalars to a word.
  private(set) var bits = [UInt64](repeating: 0, count: 1024)

  init(_ ranges: [ClosedRange<UInt32>]) {
    for scalar in ranges.joined() { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
  }

  func holds(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
  }
}

/// Whether a sequence begins here that sound text hardly has.
private func isMisreading(_ text: [UInt8], _ offset: Int, _ first: ScalarAt) -> Bool {
  let second = text.scalar(at: offset + first.length)
  switch first.value {
  case 0x80..<0xA0: return first.value != 0x85
  // Box drawing, the root and the low quote as leads of code pages 437 and 850 and of MacRoman.
  case 0x251C:
    return (0xA0..<0x2500).contains(second.value) || (0x2551...0x2563).contains(second.value)
  case 0x221A: return second.value >= 0xA0
  case 0x201A, 0x0393: return (0xC0...0xFF).contains(second.value)
  // Â to ô: a lead byte of UTF-8, or one of a run of bytes, read as windows-1252 or 1250.
  case 0xA1...0xFF, 0x102, 0x139:
    let third = text.scalar(at: offset + first.length + second.length)
    if (0xC2...0xDF).contains(first.value) || first.value > 0xFF {
      if isContinuation(second.value) { return true }
    } else if (0xE0...0xF4).contains(first.value) {
      if isContinuation(second.value), isContinuation(third.value) { return true }
    }
    return (0xA1...0xFF).contains(second.value) && (0xA1...0xFF).contains(third.value)
  // р and с read as windows-1251, and any other lead before a letter that Russian has not.
  case 0x420, 0x421: return isOddCyrillic(second.value) || isContinuation(second.value)
  case 0x410...0x44F:
    switch second.value {
    case 0xA1...0xAA, 0xAC...0xBA, 0xBC...0xBF, 0x490, 0x2116, 0x2122, 0x2500...0x25A0: return true
    default: break
    }
    if (0x402...0x40F).contains(second.value) { return true }
    // Case turned over, as KOI8 and windows-1251 do to each other; not a name in camel case.
    let third = text.scalar(at: offset + first.length + second.length)
    return first.value >= 0x430 && isCapital(second.value) && isCapital(third.value)
  // EF BC, E3 80 and E2 80, the beginnings of punctuation, and D1 81 and D1 82 as GBK; E3 81 and
  // E3 82 as Shift_JIS.
  case 0x951B, 0x9286, 0x9225, 0x890B, 0x890C, 0x7E3A, 0x7E67: return true
  // C2 and C3 as Shift_JIS, beside a letter.
  case 0xFF82, 0xFF83:
    return isLower(text.scalar(before: offset).value) && !isLower(second.value)
  case 0x4E00..<0xA000:
    return isLower(text.scalar(before: offset).value) && isLower(second.value)
      && accentedLettersAsGBK.contains(first.value)
  default: return false
  }
}

/// à to ÿ, and the accented letters of Polish, Czech and Turkish, in UTF-8 read as GBK.
private let accentedLettersAsGBK = Set(
  "脿谩芒茫盲氓忙莽猫茅锚毛矛铆卯茂冒帽貌贸么玫枚酶霉煤没眉媒每脽臋膮膰艂艅艣偶藕膷膹臎艌艡拧钮暖啪臒艧谋".unicodeScalars.map(\.value))

private func isLower(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }

/// Whether the scalar may be a byte from 80 to BF, read in a Latin code page.
private func isContinuation(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x80...0x9F, 0xA1...0xBF, 0x152...0x192, 0x2C6...0x2DD, 0x2018...0x203A, 0x20AC, 0x2122:
    true
  default: false
  }
}

private func isCapital(_ scalar: UInt32) -> Bool { (0x410...0x42F).contains(scalar) }

private func isOddCyrillic(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x402...0x40F, 0x452...0x45F, 0x490, 0x491: true
  default: false
  }
}
