internal import GalleyModel

/// How a rank is written.
enum NumeralSystem: UInt8, Sendable {
  /// 3, 03, ３
  case decimal
  /// 三, 十二
  case han
  /// III
  case roman
  /// ③, ⑶, ❸
  case circled
  /// 三是, Third, Третье
  case ordinal
  /// Drawn by the page's list, not printed.
  case markup
}

/// A number at some place of a text.
struct Numeral: Sendable {
  var system: NumeralSystem
  var value: Int
  /// The 2 of `1.2`; 0 for a number of one level.
  var minor = 0
  var end: Int
}

/// The number that begins at `start`, of any system but ordinal words.
func numeral(in text: [UInt8], at start: Int, end: Int) -> Numeral? {
  guard start < end else { return nil }
  let first = text.scalar(at: start).value
  if digit(first) != nil { return decimal(in: text, at: start, end: end) }
  if first == 0x49 || first == 0x56 || first == 0x58 {
    return roman(in: text, at: start, end: end)
  }
  if hanDigit(first) != nil { return han(in: text, at: start, end: end) }
  return circled(first).map {
    Numeral(system: .circled, value: $0, end: start + text.scalar(at: start).length)
  }
}

/// Of ASCII true for digits and the capitals of Roman numerals. False for letters of CJK that begin
/// no number: it has no digits and no enclosed numbers before its full-width forms.
@inline(__always)
func mayBeNumeral(_ first: UInt32) -> Bool {
  if first < 0x80 {
    return first &- 0x30 < 10 || first == 0x49 || first == 0x56 || first == 0x58
  }
  return first &- 0x3400 >= 0xFF00 - 0x3400 || hanDigit(first) != nil
}

/// Up to three digits of any script; `1.2` is a number of two levels. Longer ones are years
/// and quantities.
private func decimal(in text: [UInt8], at start: Int, end: Int) -> Numeral? {
  guard let major = digits(in: text, at: start, end: end), major.count <= 3 else { return nil }
  var out = Numeral(system: .decimal, value: major.value, end: major.end)
  // 1️⃣ is the digit, a variation selector and an enclosing key cap.
  if text.scalar(at: out.end).value == 0xFE0F { out.end += 3 }
  if text.scalar(at: out.end).value == 0x20E3 {
    return Numeral(system: .circled, value: major.value, end: out.end + 3)
  }
  let point = text.scalar(at: major.end)
  if major.end < end, point.value == 0x2E || point.value == 0xFF0E,
    let minor = digits(in: text, at: major.end + point.length, end: end)
  {
    guard minor.count <= 2, minor.value > 0, major.count <= 2 else { return nil }
    out.minor = minor.value
    out.end = minor.end
  }
  return out
}

private func digits(in text: [UInt8], at start: Int, end: Int) -> (
  value: Int, count: Int, end: Int
)? {
  var at = start
  var value = 0
  var count = 0
  while at < end, count < 6 {
    let scalar = text.scalar(at: at)
    guard let digit = digit(scalar.value) else { break }
    value = value * 10 + digit
    count += 1
    at += scalar.length
  }
  return count == 0 ? nil : (value, count, at)
}

/// The value of a decimal digit: ASCII, full width, Arabic, Persian, Thai, and the scripts of India,
/// whose blocks of 128 all have their digits at the same place.
private func digit(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x30...0x39, 0xFF10...0xFF19, 0x660...0x669, 0x6F0...0x6F9, 0xE50...0xE59: Int(scalar & 15)
  case 0x900...0xD7F where (0x66...0x6F).contains(scalar & 0x7F): Int(scalar & 0x7F) - 0x66
  default: nil
  }
}

/// Roman numerals up to XXXIX, capitals only, and no part of a word.
private func roman(in text: [UInt8], at start: Int, end: Int) -> Numeral? {
  var at = start
  var value = 0
  var last = 10
  while at < end, at - start < 6 {
    let digit: Int
    switch text[at] {
    case UInt8(ascii: "I"): digit = 1
    case UInt8(ascii: "V"): digit = 5
    case UInt8(ascii: "X"): digit = 10
    default:
      if isLetter(text.scalar(at: at).value) { return nil }
      return value > 0 ? Numeral(system: .roman, value: value, end: at) : nil
    }
    value += digit > last ? digit - 2 * last : digit
    last = digit
    at += 1
  }
  return value > 0 && at == end ? Numeral(system: .roman, value: value, end: at) : nil
}

/// 一 to 九十九.
private func han(in text: [UInt8], at start: Int, end: Int) -> Numeral? {
  var at = start
  var value = 0
  var unit = 0
  var count = 0
  while at < end, count < 3, let digit = hanDigit(text.scalar(at: at).value) {
    if digit == 10 {
      guard value == 0 else { return nil }
      value = max(1, unit) * 10
      unit = 0
    } else {
      guard unit == 0 else { return nil }
      unit = digit
    }
    at += text.scalar(at: at).length
    count += 1
  }
  return count == 0 ? nil : Numeral(system: .han, value: value + unit, end: at)
}

@inline(__always)
func hanDigit(_ scalar: UInt32) -> Int? {
  // Most characters come before or after them.
  scalar &- 0x4E00 > 0x56DB - 0x4E00 ? nil : hanDigitAmongFew(scalar)
}

private func hanDigitAmongFew(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x4E00: 1
  case 0x4E8C: 2
  case 0x4E09: 3
  case 0x56DB: 4
  case 0x4E94: 5
  case 0x516D: 6
  case 0x4E03: 7
  case 0x516B: 8
  case 0x4E5D: 9
  case 0x5341: 10
  default: nil
  }
}

private func circled(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x2460...0x2473: Int(scalar - 0x2460) + 1
  case 0x2474...0x2487: Int(scalar - 0x2474) + 1
  case 0x2488...0x249B: Int(scalar - 0x2488) + 1
  case 0x2776...0x277F: Int(scalar - 0x2776) + 1
  case 0x2780...0x2789: Int(scalar - 0x2780) + 1
  case 0x278A...0x2793: Int(scalar - 0x278A) + 1
  case 0x3220...0x3229: Int(scalar - 0x3220) + 1
  case 0x3280...0x3289: Int(scalar - 0x3280) + 1
  default: nil
  }
}
