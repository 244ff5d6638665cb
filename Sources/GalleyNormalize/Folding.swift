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
    } else if case let lower = Scalar.small(scalar.value), lower != scalar.value {
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
