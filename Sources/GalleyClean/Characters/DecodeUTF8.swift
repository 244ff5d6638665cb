internal import GalleyModel

/// A sequence of a misread text that is valid UTF-8 when taken back to bytes.
struct MisreadRun {
  /// In the tokens. It begins and ends at the borders of decoded scalars.
  var range: Range<Int>
  var scalars: [UInt32]
}

/// The sequences in `tokens` that were UTF-8 before `reader`'s encoding was taken for it.
func findMisreadUTF8(_ tokens: [Token], _ reader: borrowing ByteReader) -> [MisreadRun] {
  var runs: [MisreadRun] = []
  var at = 0
  while at < tokens.count {
    if tokens[at].scalar >= 0x80, let run = decodeUTF8(tokens, from: at, reader) {
      runs.append(run)
      at = run.range.upperBound
    } else {
      at += 1
    }
  }
  return runs
}

/// The longest run of scalars from `start` on that ends where a token ends.
private func decodeUTF8(
  _ tokens: [Token], from start: Int, _ reader: borrowing ByteReader
) -> MisreadRun? {
  var bytes: [UInt8] = []
  var next = start
  /// Decoded up to here; `whole` where that was last the end of a token.
  var done = 0
  var scalars: [UInt32] = []
  var whole: MisreadRun?

  /// Whether `count` bytes stand at `done`, read from further tokens where need be.
  func fill(_ count: Int) -> Bool {
    while bytes.count < done + count, next < tokens.count,
      let more = reader.bytes(tokens[next].scalar)
    {
      bytes += more
      next += 1
    }
    return bytes.count >= done + count
  }

  while fill(1) {
    let lead = bytes[done]
    // A plain letter belongs to a run only as the second byte of a token that began in it.
    if lead < 0x80, done == bytes.count - reader.lengthOfLast(tokens, next) { break }
    let length = lengthOfUTF8(lead)
    guard length > 0 else { break }
    guard fill(length), let scalar = decodeScalar(bytes[done..<done + length]) else {
      if reader.isWindows1252, let quote = closingQuote(bytes[done...], tokens, &next) {
        scalars.append(quote)
        done = bytes.count
        whole = MisreadRun(range: start..<next, scalars: scalars)
      }
      break
    }
    scalars.append(scalar)
    done += length
    if done == bytes.count { whole = MisreadRun(range: start..<next, scalars: scalars) }
  }
  return whole
}

extension ByteReader {
  /// Bytes of the token before `next`.
  fileprivate func lengthOfLast(_ tokens: [Token], _ next: Int) -> Int {
    bytes(tokens[next - 1].scalar)?.count ?? 0
  }
}

/// The closing quote ” (E2 80 9D) lost its last byte wherever windows-1252 was strict about it.
private func closingQuote(
  _ bytes: ArraySlice<UInt8>, _ tokens: [Token], _ next: inout Int
) -> UInt32? {
  guard bytes.prefix(2).elementsEqual([0xE2, 0x80]) else { return nil }
  if bytes.count > 2 {
    // The token after it was read ahead and is none of it.
    guard bytes.count == 3, bytes[bytes.startIndex + 2] < 0x80 else { return nil }
    next -= 1
  } else if next < tokens.count {
    guard tokens[next].scalar == 0xFFFD else { return nil }
    next += 1
  }
  return 0x201D
}

/// The scalar of a whole sequence; nil where it is not well formed.
private func decodeScalar(_ bytes: ArraySlice<UInt8>) -> UInt32? {
  let first = bytes.startIndex
  var value = UInt32(bytes[first])
  switch bytes.count {
  case 2: value &= 0x1F
  case 3: value &= 0x0F
  case 4: value &= 0x07
  default: return value
  }
  for byte in bytes.dropFirst() {
    guard byte & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  let least: UInt32 = bytes.count == 2 ? 0x80 : bytes.count == 3 ? 0x800 : 0x10000
  return value >= least && Unicode.Scalar(value) != nil ? value : nil
}
