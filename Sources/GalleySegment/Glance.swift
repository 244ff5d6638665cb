internal import GalleyModel

/// Quick looks at 32 bytes at once. They tell that a slower reader would find nothing.

/// Whether a number may begin in a part of the text of 32 to 64 bytes: a digit, ASCII or full width
/// (EF BC 90 to 99), an enclosed number (E2), or a Chinese numeral: 一 七 三 九 二 五 (E4, then B8 to BA), 八 六 十 四 (E5, then 85, 8D or 9B).
func mayHoldNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
  let last = range.upperBound - Lanes.width
  guard range.lowerBound <= last, last <= range.lowerBound + Lanes.width,
    range.upperBound + 2 <= text.count
  else { return true }
  return numbers(text, range.lowerBound).any || numbers(text, last).any
}

/// FF where a number may begin. Two more bytes must follow.
@inline(__always)
private func numbers(_ text: Span<UInt8>, _ offset: Int) -> Lanes {
  let first = Lanes.load(text, offset)
  let second = Lanes.load(text, offset + 1)
  let low = (first == 0xE4) & second.isIn(0xB8...0xBA)
  let high = (first == 0xE5) & ((second == 0x85) | (second == 0x8D) | (second == 0x9B))
  let third = Lanes.load(text, offset + 2)
  let wide = (first == 0xEF) & (second == 0xBC) & third.isIn(0x90...0x99)
  return first.isIn(0x30...0x39) | (first == 0xE2) | low | high | wide
}
