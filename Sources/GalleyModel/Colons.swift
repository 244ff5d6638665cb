/// Quick looks for colons, 32 bytes at once: `:`, `：` (EF BC 9A) and `﹕` (EF B9 95).

/// FF where a colon begins among the 32 bytes at `offset`. Two more bytes must follow.
@inlinable
@inline(__always)
package func colons(_ text: Span<UInt8>, _ offset: Int) -> Lanes {
  let first = Lanes.load(text, offset)
  let second = Lanes.load(text, offset + 1)
  let third = Lanes.load(text, offset + 2)
  let full = (second == 0xBC) & (third == 0x9A)
  let small = (second == 0xB9) & (third == 0x95)
  return (first == UInt8(ascii: ":")) | (first == 0xEF) & (full | small)
}

/// Whether a colon begins in a part of the text or a little after it, or the text's end is too near
/// to tell.
@inlinable
package func mayHoldColon(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
  var at = range.lowerBound
  while at < range.upperBound {
    guard at + Lanes.width + 2 <= text.count else { return true }
    // Most have neither of the bytes that colons begin with.
    let first = Lanes.load(text, at)
    if ((first == UInt8(ascii: ":")) | (first == 0xEF)).any, colons(text, at).any { return true }
    at += Lanes.width
  }
  return false
}
