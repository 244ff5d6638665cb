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
  var at = range.lowerBound
  while at &+ Lanes.width <= range.upperBound {
    var counts = Lanes.zero
    // 100 looks count at most 200 in each byte.
    let end = min(range.upperBound, at &+ 100 * Lanes.width)
    while at &+ Lanes.width <= end {
      let lanes = Lanes.load(bytes, at)
      at &+= Lanes.width
      if lanes.isIn(0x00...0x7F).all {
        columns &+= Lanes.width
      } else {
        counts =
          counts - ~lanes.isIn(0x80...0xBF) - lanes.isIn(0xE3...0xED) - lanes.isIn(0xF0...0xFF)
      }
    }
    columns += counts.sum
  }
  while at < range.upperBound {
    let byte = bytes[at]
    columns += byte & 0xC0 == 0x80 ? 0 : 1
    columns += (byte >= 0xE3 && byte <= 0xED) || byte >= 0xF0 ? 1 : 0
    at += 1
  }
  return columns
}

/// 32 bytes at a time, where nothing but ASCII and the commonest of the wide and the narrow
/// characters stands there: what `isPlain` holds of takes as many columns as its lead byte tells.
private func measureExactly(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
  var columns = 0
  // Columns of all looks at no ASCII alone, up to two a byte and a look: there are too few for more
  // than a byte holds.
  var counts = Lanes.zero
  var at = range.lowerBound
  // Two bytes more are read, for the tail of the last character.
  let lastLook = bytes.count - Lanes.width - 2
  while at < range.upperBound {
    guard at <= lastLook else {
      columns += columnsOfScalar(&at, range.upperBound, bytes)
      continue
    }
    // The last look goes over the line's end, and leaves out what stands there.
    let end = min(at &+ Lanes.width, range.upperBound)
    let first = Lanes.load(bytes, at)
    if first.isIn(0x00...0x7F).all {
      columns += end - at
      at = end
      continue
    }
    let second = Lanes.load(bytes, at + 1)
    let third = Lanes.load(bytes, at + 2)
    let wideForm = (first == 0xEF) & (second == 0xBC) & ~(third == 0x80)
    // Counted before the branch: a comparison that is kept over one is taken apart byte by byte.
    let look = Lanes.zero - ~first.isIn(0x80...0xBF) - (first.isIn(0xE3...0xE9) | wideForm)
    guard isPlain(first, second, third, wideForm) else {
      while at < end { columns += columnsOfScalar(&at, range.upperBound, bytes) }
      continue
    }
    counts = counts + (end &- at == Lanes.width ? look : look & Lanes.first(end &- at))
    at = end
  }
  return columns + counts.sum
}

/// ASCII, Latin letters, dashes and quotes of U+2010 to U+203F, U+3000 to U+9FFF but for the last of
/// the first row, and the full-width forms of `wideForm`.
@inline(__always)
private func isPlain(_ first: Lanes, _ second: Lanes, _ third: Lanes, _ wideForm: Lanes) -> Bool {
  let dash = (first == 0xE2) & (second == 0x80) & third.isIn(0x90...0xBF)
  let wide = first.isIn(0xE3...0xE9) & ~((first == 0xE3) & (second == 0x80) & (third == 0xBF))
  return (first.isIn(0x00...0xCB) | dash | wide | wideForm).all
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
