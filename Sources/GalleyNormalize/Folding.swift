internal import GalleyModel

/// Short values in one spelling, so that a vocabulary needs each word once: lower case, ASCII digits
/// and signs for their full-width forms, one kind of space, dash and apostrophe.
func folded(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(range.count)
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text.scalar(at: at)
    let next = at + max(1, scalar.length)
    if let plain = foldedASCII(scalar.value) {
      out.append(plain)
    } else if let lower = lowercase(scalar.value) {
      out.append(UInt8(0xC0 | lower >> 6))
      out.append(UInt8(0x80 | lower & 0x3F))
    } else {
      out.append(contentsOf: text[at..<min(next, range.upperBound)])
    }
    at = next
  }
  return out
}

/// The ASCII byte that stands for `scalar`, if one does.
private func foldedASCII(_ scalar: UInt32) -> UInt8? {
  switch scalar {
  case 0x41...0x5A: UInt8(scalar + 0x20)
  case 0x00...0x7F: UInt8(scalar)
  case 0xFF21...0xFF3A: UInt8(scalar - 0xFEE0 + 0x20)
  case 0xFF01...0xFF5D: UInt8(scalar - 0xFEE0)
  case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
  case 0x301C, 0x223C, 0xFF5E: UInt8(ascii: "~")
  case 0x2018, 0x2019, 0x02BC: UInt8(ascii: "'")
  default: Scalar.isSpace(scalar) ? UInt8(ascii: " ") : nil
  }
}

/// The small letter of a capital of Latin-1, Latin Extended-A or basic Cyrillic.
private func lowercase(_ scalar: UInt32) -> UInt32? {
  switch scalar {
  case 0xC0...0xD6, 0xD8...0xDE, 0x0410...0x042F: scalar + 0x20
  case 0x0400...0x040F: scalar + 0x50
  case 0x0100...0x0137, 0x014A...0x0177: scalar | 1
  case 0x0139...0x0148, 0x0179...0x017E: scalar + (scalar & 1)
  default: nil
  }
}
