internal import GalleyModel

/// Whether a number of the line has the same mark on both sides: a dash, a tilde or a dot.
func isDecorated(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
  let mark = bytes.scalar(at: line.lowerBound).value
  switch mark {
  case 0x2D, 0x7E, 0xB7, 0x2010...0x2015, 0x2022, 0xFF0D: break
  default: return false
  }
  return mark == bytes.scalar(before: line.upperBound).value
    && bytes[line].contains { $0 &- 0x30 < 10 }
}

/// `Harbor News - 12 -`, `· 12 · Harbor News`: between two marks at the line's end or its beginning
/// stands a page number, wherever the line stands.
func hasDressedNumber(_ line: Line, _ bytes: [UInt8]) -> Bool {
  func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x7C, 0xB7, 0x2010...0x2015, 0x2022, 0x2500, 0x30FB, 0xFF5C: true
    default: false
    }
  }
  func isDressed(_ scalars: some Sequence<UInt32>) -> Bool {
    var marks = 0
    var digits = 0
    for scalar in scalars where !Scalar.isSpace(scalar) {
      if isMark(scalar) {
        marks += 1
        if marks == 2 { return (1...3).contains(digits) }
      } else if Scalar.isDigit(scalar), marks == 1 {
        digits += 1
      } else {
        return false
      }
    }
    return false
  }
  guard isMark(line.first) || isMark(line.last) else { return false }
  let scalars = String(decoding: bytes[line.text], as: UTF8.self).unicodeScalars.lazy.map(\.value)
  return isDressed(scalars) || isDressed(scalars.reversed())
}

/// `Harbor News                12`, `12 | Harbor News`: a wide gap, a bar or a dot sets a number apart
/// at the line's end or its beginning.
func hasNumberApart(_ line: Line, _ bytes: [UInt8]) -> Bool {
  func isApart(_ end: UInt32, _ step: (inout Int) -> UInt32?) -> Bool {
    guard (0x30...0x39).contains(end) else { return false }
    var at = 0
    var digits = 0
    var spaces = 0
    while let scalar = step(&at) {
      switch scalar {
      case 0x30...0x39 where spaces == 0: digits += 1
      case 0x20 where digits > 0:
        spaces += 1
        if spaces == 3 { return digits <= 4 }
      case 0x7C, 0xB7, 0x2022, 0x2502, 0xFF5C: return (1...4).contains(digits)
      default: return false
      }
    }
    return false
  }
  return isApart(line.first) { at in
    guard at < line.text.count else { return nil }
    let scalar = bytes.scalar(at: line.text.lowerBound + at)
    at += scalar.length
    return scalar.value
  }
    || isApart(line.last) { at in
      guard at < line.text.count else { return nil }
      let scalar = bytes.scalar(before: line.text.upperBound - at)
      at += scalar.length
      return scalar.value
    }
}

/// The number that a line opens with, marks and brackets before it aside.
func openingNumber(_ line: Range<Int>, _ bytes: [UInt8]) -> Int? {
  var value: Int?
  for byte in bytes[line].prefix(16) {
    if byte &- 0x30 < 10 {
      value = min((value ?? 0) * 10 + Int(byte & 15), 1_000_000)
    } else if value != nil || byte < 0x80 && (byte | 0x20) &- 0x61 < 26 {
      break
    }
  }
  return value
}
