internal import GalleyModel
internal import Glibc

/// `source` from `start` on, converted from `charset`; nil where more than `limit` places have no
/// meaning. The one file that talks to iconv.
func convert(
  _ source: [UInt8], from start: Int, as charset: Charset, limit: Int = .max
) -> Conversion? {
  guard let handle = unsafe iconv_open("UTF-8", charset.iconv), Int(bitPattern: handle) != -1
  else { return nil }
  defer { unsafe _ = iconv_close(handle) }
  var out = Conversion()
  out.text.reserveCapacity((source.count - start) * 3 / 2 + 16)
  var walk = CharsetWalk(charset.units)
  var at = start
  while at < source.count {
    let before = out.text.count
    let limit = charset.composes ? at + 1 : source.count
    let (end, failed) = unsafe step(handle, source, at..<limit, into: &out.text)
    out.align(source, at..<end, from: before, by: &walk)
    at = end
    guard failed, at < source.count else { continue }
    let wrong = malformedLength(source, at, charset.units)
    out.replace(at..<at + wrong)
    at += wrong
    if out.invalid > limit { return nil }
  }
  return out
}

/// Bytes of output a step: small enough for the stack's cache, large enough to hide the call.
private let stepSize = 1 << 15

/// What iconv may hold back, which is one character.
private let heldBack = 16

/// Converts one buffer full, and at the range's end also what iconv holds back to see whether the next
/// character is an accent for it. Returns where it stopped, and whether the bytes there are wrong.
private func step(
  _ handle: iconv_t, _ source: [UInt8], _ range: Range<Int>, into text: inout [UInt8]
) -> (end: Int, failed: Bool) {
  unsafe source.withUnsafeBytes { bytes in
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: stepSize + heldBack) { buffer in
      // iconv reads at most `left` bytes from `input`, writes at most `room` to `output`, moves both
      // pointers and counts down both sizes. It does not write through `input`, whatever its type
      // says.
      var input = unsafe UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
        .advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self)
      var left = range.count
      var output = buffer.baseAddress
      var room = stepSize
      let result = unsafe iconv(handle, &input, &left, &output, &room)
      let failed = result == Int(bitPattern: UInt.max) && errno != E2BIG
      room += heldBack
      if left == 0, !failed { _ = unsafe iconv(handle, nil, nil, &output, &room) }
      unsafe text.append(
        contentsOf: UnsafeRawBufferPointer(
          start: buffer.baseAddress, count: stepSize + heldBack - room))
      return (range.upperBound - left, failed)
    }
  }
}

/// The bytes that one U+FFFD stands for. As in the WHATWG standard a second byte that is ASCII is
/// not swallowed with a wrong lead byte.
private func malformedLength(_ source: [UInt8], _ at: Int, _ units: Charset.Units) -> Int {
  switch units {
  case .single, .iso2022JP: 1
  case .utf16LittleEndian, .utf16BigEndian: min(2, source.count - at)
  default:
    source[at] >= 0x80 && at + 1 < source.count && source[at + 1] >= 0x80 ? 2 : 1
  }
}
