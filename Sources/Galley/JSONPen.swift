internal import GalleyModel

/// Writes where room is known to be.
@safe
struct Pen {
  private(set) var at: UnsafeMutablePointer<UInt8>

  @unsafe
  init(at start: UnsafeMutablePointer<UInt8>) { unsafe at = start }

  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    unsafe at.pointee = byte
    unsafe at += 1
  }

  @inline(__always)
  mutating func text(_ text: StaticString) {
    let count = text.utf8CodeUnitCount
    unsafe at.update(from: text.utf8Start, count: count)
    unsafe at += count
  }

  /// Copies the bytes from `start` on up to the first that JSON can't hold as it is; returns where
  /// that is, or the text's end.
  mutating func plain(_ text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    // What is loaded lies in the text, so that what is stored lies in the room for it.
    while offset &+ Lanes.width <= text.count {
      let lanes = Lanes.load(text, offset)
      unsafe lanes.store(at)
      let hits =
        lanes.isIn(0x00...0x1F) | (lanes == UInt8(ascii: "\"")) | (lanes == UInt8(ascii: "\\"))
      if hits.any { break }
      // The last look goes back to bytes that are known to be plain.
      let step = min(Lanes.width, max(text.count &- offset &- Lanes.width, 0))
      if step == 0 {
        unsafe at += Lanes.width
        return text.count
      }
      unsafe at += step
      offset &+= step
    }
    while offset &+ 8 <= text.count {
      let word = Word.load(text, offset)
      unsafe UnsafeMutableRawPointer(at).storeBytes(of: word.littleEndian, as: UInt64.self)
      let hits = escapes(word)
      let step = hits == 0 ? 8 : Word.first(hits)
      unsafe at += step
      offset &+= step
      if hits != 0 { return offset }
    }
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      self.byte(byte)
      offset &+= 1
    }
    return offset
  }

  /// At most 20 bytes.
  mutating func number(_ value: Int) {
    if value < 0 { byte(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var count = 1
    var limit: UInt = 10
    while count < 19, rest >= limit {
      count += 1
      limit *= 10
    }
    // The loop ends at 19 digits, which is as many as the magnitude of an `Int` has.
    for place in stride(from: count - 1, through: 0, by: -1) {
      unsafe at[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    unsafe at += count
  }
}

/// The bytes below 0x20, `"` and `\`. A byte above a true hit may be set too; the lowest is exact.
@inline(__always)
private func escapes(_ word: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  // With its second bit turned, `"` is 0x20 and the space 0x22: one comparison for both kinds.
  let turned = word ^ (ones &* 0x02)
  let backslash = word ^ (ones &* 0x5C)
  return ((turned &- ones &* 0x21) | (backslash &- ones)) & ~word & (ones &* 0x80)
}
