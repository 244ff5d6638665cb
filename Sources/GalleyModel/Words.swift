internal import Glibc

/// Looking at eight bytes of text at a time, for scans that see every byte of every document.
///
/// Each function gives a mask with the top bit set in the bytes that are meant. `Lanes` looks at
/// 32 bytes, which pays off in long runs.
@usableFromInline
package enum Word {
  @inlinable package static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable package static var tops: UInt64 { 0x8080_8080_8080_8080 }

  /// The eight bytes from `offset` on; the first is the lowest.
  @inlinable
  package static func load(_ text: Span<UInt8>, _ offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= text.count &- 8)
    // In bounds by the precondition.
    let bytes = unsafe text.bytes
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// The bytes that are `byte`. A byte above a true hit may be set too; the lowest hit is exact.
  @inlinable
  package static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    // Only 0 borrows when 1 is taken away, and its top bit was clear.
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & tops
  }

  /// The bytes from `low` to `high`, both below 0x80. Exact.
  @inlinable
  package static func between(_ word: UInt64, _ low: UInt8, _ high: UInt8) -> UInt64 {
    // Seven bits and a constant below 0x80 never carry into the next byte.
    let bits = word & ~tops
    let reach = bits &+ ones &* UInt64(0x80 - low)
    let pass = bits &+ ones &* UInt64(0x7F - high)
    return reach & ~pass & ~word & tops
  }

  /// The sum of the eight bytes.
  @inlinable
  package static func sum(_ word: UInt64) -> Int {
    // Pairs first, for the sum may be more than a byte holds.
    let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ (word >> 8 & 0x00FF_00FF_00FF_00FF)
    return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
  }

  /// The place of the lowest byte of a mask that is not 0.
  @inlinable
  package static func first(_ mask: UInt64) -> Int { mask.trailingZeroBitCount / 8 }

  /// The place of the highest byte of a mask, -1 where there is none.
  @inlinable
  package static func last(_ mask: UInt64) -> Int { 7 - mask.leadingZeroBitCount / 8 }
}

extension Span<UInt8> {
  /// The offset of the first `byte` at or after `start`, or `count`.
  package func offset(of byte: UInt8, from start: Int) -> Int {
    guard start < count else { return count }
    return unsafe withUnsafeBytes { bytes in
      // memchr looks at the `count - start` bytes from `start` on.
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return bytes.count }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
