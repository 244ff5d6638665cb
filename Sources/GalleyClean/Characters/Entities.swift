internal import GalleyModel

/// HTML entities left in a text: `&nbsp;`, `&#8217;`, `&#x2014;`. Those that the text speaks of stay:
/// in quotes or back quotes, in a line of markup, as an identifier's address in code. What was
/// escaped twice loses one escape.
func repairEntity(at place: Int, of text: [UInt8]) -> Edit? {
  // The longest: `&thetasym;`, `&#x10FFFF;`.
  let limit = min(text.count, place + 11)
  guard let end = text[place..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
  let name = text[place + 1..<end]
  guard let first = name.first else { return nil }
  let isNumber = first == UInt8(ascii: "#")
  guard let scalar = isNumber ? number(name.dropFirst()) : EntityNames.scalar(name) else {
    return nil
  }
  let range = place..<end + 1
  if isQuoted(range, of: text) || isMarkup(lineAround: place, of: text) { return nil }
  if isMentioned(scalar, range, of: text) { return nil }
  if !isNumber, EntityNames.isWord(scalar), isOperand(range, of: text) { return nil }
  switch scalar {
  case 0xA0: return Edit(.entity, range, Edit.space)
  case 0xAD: return Edit(.entity, range)
  default: return Edit(.entity, range, utf8(scalar))
  }
}

/// A decimal or hexadecimal number as browsers read it: 128-159 are codes of windows-1252.
private func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
  let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
  let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
  guard let code = UInt32(text, radix: isHex ? 16 : 10), text.first != "+", text.first != "-" else {
    return nil
  }
  switch code {
  case 0x80..<0xA0: return SingleByteEncoding.windows1252.scalar(UInt8(code))
  case 0x09, 0x20..<0x7F, 0xA0..<0xD800, 0xE000..<0xFDD0, 0xFDF0..<0xFFFE: return code
  case 0x10000..<0x110000: return code & 0xFFFE == 0xFFFE ? nil : code
  default: return nil
  }
}

private func isQuoted(_ range: Range<Int>, of text: [UInt8]) -> Bool {
  let before = text.scalar(before: range.lowerBound).value
  let after = text.scalar(at: range.upperBound).value
  switch (before, after) {
  case (0x60, 0x60), (0x22, 0x22), (0x27, 0x27), (0x201C, 0x201D), (0x201E, 0x201C),
    (0x2018, 0x2019), (0xAB, 0xBB), (0x300C, 0x300D):
    return true
  default: return false
  }
}

/// Whether &, < or > would stand before a full stop: "is written as &amp;."
private func isMentioned(_ scalar: UInt32, _ range: Range<Int>, of text: [UInt8]) -> Bool {
  guard scalar == 0x26 || scalar == 0x3C || scalar == 0x3E,
    Scalar.isSpace(text.scalar(before: range.lowerBound).value)
  else { return false }
  switch text.scalar(at: range.upperBound).value {
  case 0x2C, 0x2E, 0x3A, 0x3B, 0x29, 0x3001, 0x3002, 0xFF0C: return true
  default: return false
  }
}

/// Whether the line, as far as 256 bytes around, holds a tag: `</p>`, `<br>`, `<a href="...">`.
private func isMarkup(lineAround place: Int, of text: [UInt8]) -> Bool {
  let newline = UInt8(ascii: "\n")
  var at = place
  while at > 0, place - at < 256, text[at - 1] != newline { at -= 1 }
  var isOpen = false
  while at < text.count, at - place < 256, text[at] != newline {
    switch text[at] {
    case UInt8(ascii: "<"):
      isOpen = isTagName(at + 1, of: text)
    case UInt8(ascii: ">"):
      if isOpen { return true }
    default: break
    }
    at += 1
  }
  return false
}

/// Whether a tag's name begins there: letters and digits up to a space, a slash or the tag's end.
private func isTagName(_ offset: Int, of text: [UInt8]) -> Bool {
  let start = text.scalar(at: offset).value == 0x2F ? offset + 1 : offset
  let rest = text[min(start, text.count)...].prefix(12)
  let name = rest.prefix { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
  guard !name.isEmpty, name.endIndex < text.count else { return false }
  switch text[name.endIndex] {
  case UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: ">"): return true
  default: return false
  }
}

/// Whether it reads as `= &name;` or `(&name;`, at a line's end: the address of a variable.
private func isOperand(_ range: Range<Int>, of text: [UInt8]) -> Bool {
  let after = text.scalar(at: range.upperBound)
  guard after.length == 0 || Scalar.isSpace(after.value) else { return false }
  var at = range.lowerBound
  while at > 0, text[at - 1] == UInt8(ascii: " ") { at -= 1 }
  switch text.scalar(before: at).value {
  case 0x28, 0x2C, 0x3D: return true
  default: return text[..<at].suffix(6).elementsEqual("return".utf8)
  }
}
