/// 32 bytes that are compared at once. A comparison gives FF where it holds and 00 elsewhere: integer
/// vectors in place of masks, whose operators are not compiled to vector instructions.
@frozen
@usableFromInline
package struct Lanes {
  @usableFromInline package typealias Bytes = SIMD32<UInt8>
  @inlinable package static var width: Int { 32 }

  @usableFromInline let bytes: Bytes

  @inlinable
  @inline(__always)
  init(_ bytes: Bytes) { self.bytes = bytes }

  /// The 32 bytes from `offset` on.
  @inlinable
  @inline(__always)
  package static func load(_ text: Span<UInt8>, _ offset: Int) -> Lanes {
    precondition(offset >= 0 && offset <= text.count &- width)
    // In bounds by the precondition.
    let bytes = unsafe text.bytes
    return unsafe Lanes(bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Bytes.self))
  }

  /// Writes the 32 bytes to `place` and behind it.
  @unsafe
  @inlinable
  @inline(__always)
  package func store(_ place: UnsafeMutablePointer<UInt8>) {
    unsafe UnsafeMutableRawPointer(place).storeBytes(of: bytes, as: Bytes.self)
  }

  @inlinable
  @inline(__always)
  package static func == (lanes: Lanes, byte: UInt8) -> Lanes {
    // A mask is a vector of Int8 that are 0 or -1.
    unsafe Lanes(unsafeBitCast(lanes.bytes .== Bytes(repeating: byte), to: Bytes.self))
  }

  @inlinable
  @inline(__always)
  package func isIn(_ range: ClosedRange<UInt8>) -> Lanes {
    let offset = bytes &- Bytes(repeating: range.lowerBound)
    let width = Bytes(repeating: range.upperBound &- range.lowerBound)
    // As above.
    return unsafe Lanes(unsafeBitCast(offset .<= width, to: Bytes.self))
  }

  @inlinable
  @inline(__always)
  package func isOutside(_ range: ClosedRange<UInt8>) -> Lanes {
    // Around the end of the numbers, which is one comparison as well.
    let offset = bytes &- Bytes(repeating: range.upperBound &+ 1)
    let width = Bytes(repeating: 0xFE &- (range.upperBound &- range.lowerBound))
    // As above.
    return unsafe Lanes(unsafeBitCast(offset .<= width, to: Bytes.self))
  }

  // As four words: the bitwise operators of vectors of bytes are compiled to loops.
  @inlinable
  @inline(__always)
  var words: SIMD4<UInt64> { unsafe unsafeBitCast(bytes, to: SIMD4<UInt64>.self) }
  @inlinable
  @inline(__always)
  init(_ words: SIMD4<UInt64>) { bytes = unsafe unsafeBitCast(words, to: Bytes.self) }

  @inlinable
  @inline(__always)
  package static func & (a: Lanes, b: Lanes) -> Lanes { Lanes(a.words & b.words) }
  /// The bits of `mask` of each byte.
  @inlinable
  @inline(__always)
  package static func & (a: Lanes, mask: UInt8) -> Lanes { a & Lanes(Bytes(repeating: mask)) }
  @inlinable
  @inline(__always)
  package static func | (a: Lanes, b: Lanes) -> Lanes { Lanes(a.words | b.words) }
  @inlinable
  @inline(__always)
  package static func ^ (a: Lanes, b: Lanes) -> Lanes { Lanes(a.words ^ b.words) }
  @inlinable
  @inline(__always)
  package static prefix func ~ (lanes: Lanes) -> Lanes { lanes == 0x00 }

  @inlinable
  @inline(__always)
  package var any: Bool { (words[0] | words[1] | words[2] | words[3]) != 0 }

  @inlinable
  @inline(__always)
  package var all: Bool { (words[0] & words[1] & words[2] & words[3]) == .max }

  /// The place of the first byte that is not 0; 32 where there is none.
  @inlinable
  @inline(__always)
  package var first: Int {
    let words = words
    if (words[0] | words[1] | words[2] | words[3]) == 0 { return Lanes.width }
    if words[0] != 0 { return Word.first(words[0]) }
    if words[1] != 0 { return 8 &+ Word.first(words[1]) }
    return words[2] != 0 ? 16 &+ Word.first(words[2]) : 24 &+ Word.first(words[3])
  }

  /// The highest place of FF in a comparison, -1 where there is none.
  @inlinable
  @inline(__always)
  package var last: Int {
    let low = words[1] == 0 ? Word.last(words[0]) : 8 + Word.last(words[1])
    let high = words[3] == 0 ? Word.last(words[2]) : 8 + Word.last(words[3])
    return high < 0 ? low : 16 + high
  }

  /// One less in each byte where `other` has FF: counts the hits of comparisons, 255 at most.
  @inlinable
  @inline(__always)
  package static func - (a: Lanes, b: Lanes) -> Lanes { Lanes(a.bytes &- b.bytes) }

  @inlinable
  @inline(__always)
  package static func + (a: Lanes, b: Lanes) -> Lanes { Lanes(a.bytes &+ b.bytes) }

  // Out of a table: a comparison that is used far from here would be compiled to loops over its bits.
  /// FF from the place `start` on; nowhere for 32.
  @inlinable
  @inline(__always)
  package static func from(_ start: Int) -> Lanes { load(Ramp.bytes.span, width - start) }

  /// FF in the first `count` places. All of them are the commonest case, and cost no copy of the table.
  @inlinable
  @inline(__always)
  package static func first(_ count: Int) -> Lanes {
    count == width ? Lanes(Bytes(repeating: 0xFF)) : load(Ramp.bytes.span, 2 * width - count)
  }

  @inlinable
  package static var zero: Lanes { Lanes(Bytes(repeating: 0)) }

  /// The sum of the 32 bytes.
  @inlinable
  package var sum: Int {
    Word.sum(words[0]) &+ Word.sum(words[1]) &+ Word.sum(words[2]) &+ Word.sum(words[3])
  }
}

/// 32 bytes of FF between 32 of 00 and 32 more.
@usableFromInline
enum Ramp {
  @usableFromInline static let bytes: InlineArray<96, UInt8> = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]
}
