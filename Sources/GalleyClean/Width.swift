internal import GalleyModel

/// Lines longer than this, in bytes, are whole paragraphs: only their ends are looked at closely.
let longestWrapped = 360

/// The columns of a line.
func measureColumns(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
  range.count > longestWrapped
    ? measureRoughly(range, of: bytes) : measureExactly(range, of: bytes)
}

/// Columns by the leading bytes alone: E3 to ED and F0 lead the wide scripts.
private func measureRoughly(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
  var columns = 0
  var counts = Lanes.zero
  var looks = 0
  var at = range.lowerBound
  while at &+ Lanes.width <= range.upperBound {
    let lanes = Lanes.load(bytes, at)
    at &+= Lanes.width
    if lanes.isIn(0x00...0x7F).all {
      columns &+= Lanes.width
      continue
    }
    counts =
      counts - lanes.isOutside(0x80...0xBF) - lanes.isIn(0xE3...0xED) - lanes.isIn(0xF0...0xFF)
    looks &+= 1
    // They count at most 200 in each byte.
    if looks == 100 {
      columns &+= counts.sum
      counts = Lanes.zero
      looks = 0
    }
  }
  columns &+= counts.sum
  while at < range.upperBound {
    let byte = bytes[at]
    columns += byte & 0xC0 == 0x80 ? 0 : 1
    columns += (byte >= 0xE3 && byte <= 0xED) || byte >= 0xF0 ? 1 : 0
    at += 1
  }
  return columns
}

/// 32 bytes at a time, where nothing but ASCII and the commonest of the wide and the narrow
/// characters stands in the line: they take as many columns as their lead byte tells.
private func measureExactly(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
  var columns = 0
  // Columns of the looks at more than ASCII, up to two a byte and a look: there are too few of them
  // for more than a byte holds.
  var counts = Lanes.zero
  // Whether all is plain is asked once, at the end: a comparison that is kept over a branch is taken
  // apart byte by byte.
  var odd = Lanes.zero
  var at = range.lowerBound
  // Two bytes more are read, for the tail of the last character.
  let lastLook = bytes.count &- Lanes.width &- 2
  while at &+ Lanes.width <= range.upperBound, at <= lastLook {
    if Lanes.load(bytes, at).isIn(0x00...0x7F).all {
      columns &+= Lanes.width
    } else {
      let look = measure(bytes, at)
      counts = counts + look.columns
      odd = odd | look.odd
    }
    at &+= Lanes.width
  }
  if at < range.upperBound, at <= lastLook {
    // The last look goes over the line's end, and leaves out what stands there.
    let inLine = Lanes.first(range.upperBound &- at)
    let look = measure(bytes, at)
    counts = counts + (look.columns & inLine)
    odd = odd | (look.odd & inLine)
    at = range.upperBound
  }
  if odd.any {
    columns = 0
    at = range.lowerBound
  } else {
    columns &+= counts.sum
    // The last look may have ended inside of a character, which is counted.
    while at < range.upperBound, bytes[at] & 0xC0 == 0x80 { at += 1 }
  }
  while at < range.upperBound { columns += columnsOfScalar(&at, range.upperBound, bytes) }
  return columns
}

/// The columns of the characters that begin at the 32 bytes from `at` on, as far as none of them is
/// odd. Two more bytes must follow.
///
/// Not odd are ASCII, Latin, Greek and Cyrillic letters, dashes and quotes of U+2010 to U+203F, U+3000
/// to U+9FFF, and the full-width forms.
@inline(__always)
private func measure(_ bytes: Span<UInt8>, _ at: Int) -> (columns: Lanes, odd: Lanes) {
  let first = Lanes.load(bytes, at)
  let second = Lanes.load(bytes, at &+ 1)
  let third = Lanes.load(bytes, at &+ 2)
  let begins = first.isOutside(0x80...0xBF)
  // What follows E2 80 is a tail, so that one end of a range tells.
  let dash = (first == 0xE2) & (second == 0x80) & third.isOutside(0x80...0x8F)
  let ideograph = first.isIn(0xE3...0xE9)
  let wideForm = (first == 0xEF) & (second == 0xBC)
  let known = ideograph | wideForm
  let odd = (first.isIn(0xE0...0xFF) & ~(known | dash)) | first.isIn(0xCC...0xCD)
  return (Lanes.zero - begins - known, odd)
}

/// The columns of the scalar at `offset`, which moves behind it.
private func columnsOfScalar(_ offset: inout Int, _ end: Int, _ bytes: Span<UInt8>) -> Int {
  let byte = bytes[offset]
  let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
  defer { offset += length }
  if length == 1 { return byte < 0x80 ? 1 : 0 }
  return Letters.columns(decode(bytes, offset, min(length, end - offset)))
}

/// The scalar of `length` bytes at `offset`, all in bounds.
func decode(_ bytes: Span<UInt8>, _ offset: Int, _ length: Int) -> UInt32 {
  var scalar = UInt32(bytes[offset]) & (0xFF >> UInt32(length + 1))
  for index in offset + 1..<max(offset + 1, offset + length) {
    scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
  }
  return scalar
}
