internal import GalleyModel

/// Control characters, and characters that take no room on paper.

/// C0 controls and DEL are dropped, a terminal's escape sequence (ECMA-48, 5.4) as a whole.
func repairControl(at place: Int, of text: [UInt8]) -> Edit? {
  let escape: UInt8 = 0x1B
  var end = place + 1
  if text[place] == escape, end < text.count, text[end] == UInt8(ascii: "[") {
    var at = end + 1
    while at < text.count, (0x20...0x3F).contains(text[at]) { at += 1 }
    if at < text.count, (0x40...0x7E).contains(text[at]) { end = at + 1 }
  }
  return Edit(.control, place..<end)
}

/// A C1 control was a character of windows-1252 in a text read as ISO 8859-1; the five codes
/// without a character are dropped. U+0085 is a line end and stays.
func repairC1(at place: Int, of text: [UInt8]) -> Edit? {
  let scalar = text.scalar(at: place)
  guard (0x80..<0xA0).contains(scalar.value), scalar.value != 0x85 else { return nil }
  let range = place..<place + 2
  guard let meant = SingleByteEncoding.windows1252.scalar(UInt8(scalar.value)) else {
    return Edit(.control, range)
  }
  return Edit(.mojibake, range, utf8(meant))
}

/// Characters without a width that serve no script where they stand.
func repairInvisible(at place: Int, of text: [UInt8]) -> Edit? {
  let scalar = text.scalar(at: place)
  let end = place + scalar.length
  switch scalar.value {
  case 0xFEFF: return Edit(place == 0 ? .byteOrderMark : .invisible, place..<end)
  case 0xAD where isLineEnd(end, of: text): return nil
  case 0x200B where isBetweenUnspacedLetters(place..<end, of: text): return nil
  case 0x200C, 0x200D:
    if isJoinerNeeded(scalar.value, place..<end, of: text) { return nil }
  case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
    if isRightToLeft(lineAround: place, of: text) { return nil }
  case 0xFE0E, 0xFE0F:
    if hasPresentations(text.scalar(before: place).value) { return nil }
  case 0xAD, 0x200B, 0x2060...0x2064, 0x206A...0x206F: break
  default: return nil
  }
  return Edit(.invisible, place..<end)
}

/// Spaces of a fixed width, and those that do not break, to plain spaces. The ideographic space
/// stays: inside of a line it is an author's choice.
func repairSpace(at place: Int, of text: [UInt8]) -> Edit? {
  let scalar = text.scalar(at: place)
  switch scalar.value {
  case 0xA0, 0x2000...0x200A, 0x202F, 0x205F:
    return Edit(.space, place..<place + scalar.length, Edit.space)
  default: return nil
  }
}

// MARK: - Where an invisible character is needed

/// A soft hyphen at a line's end is a hyphen that was printed: the joins decide.
private func isLineEnd(_ offset: Int, of text: [UInt8]) -> Bool {
  var at = offset
  while at < text.count {
    switch text[at] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): at += 1
    case 0x0A...0x0D: return true
    default:
      switch text.scalar(at: at).value {
      case 0x85, 0x2028, 0x2029: return true
      case 0xA0: at += 2
      default: return false
      }
    }
  }
  return true
}

/// Thai, Lao, Tibetan, Burmese and Khmer mark words with the zero width space.
private func isBetweenUnspacedLetters(_ range: Range<Int>, of text: [UInt8]) -> Bool {
  func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x19E0...0x19FF: true
    default: false
    }
  }
  return isUnspaced(text.scalar(before: range.lowerBound).value)
    && isUnspaced(text.scalar(at: range.upperBound).value)
}

/// Joiners shape the letters of Arabic, Syriac, Mongolian and of the scripts of India and its
/// neighbours; ZWJ (U+200D) also ties emoji to one.
private func isJoinerNeeded(_ joiner: UInt32, _ range: Range<Int>, of text: [UInt8]) -> Bool {
  func shapes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1A20...0x1AAF,
      0x1B00...0x1C4F, 0xA840...0xA87F, 0xA8E0...0xA8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC,
      0x11000...0x11FFF, 0x1E900...0x1E95F:
      true
    default: false
    }
  }
  let before = text.scalar(before: range.lowerBound).value
  let after = text.scalar(at: range.upperBound).value
  if shapes(before) || shapes(after) { return true }
  guard joiner == 0x200D else { return false }
  return hasPresentations(before) && hasPresentations(after)
}

/// Whether the character has an emoji presentation, or is part of one.
private func hasPresentations(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x23, 0x2A, 0x30...0x39, 0xA9, 0xAE, 0x203C, 0x2049, 0x20E3, 0x2122, 0x2139,
    0x2190...0x2BFF, 0x3030, 0x303D, 0x3297, 0x3299, 0xFE0E, 0xFE0F, 0x1F000...0x1FAFF,
    0xE0020...0xE007F:
    true
  default: false
  }
}

/// Whether a letter of a right-to-left script stands in the line: directional marks may be of use.
private func isRightToLeft(lineAround place: Int, of text: [UInt8]) -> Bool {
  let newline = UInt8(ascii: "\n")
  // A window keeps a long line with many marks linear; directions rarely act from further away.
  var at = place
  while at > 0, place - at < 256, text[at - 1] != newline { at -= 1 }
  while at < text.count, at - place < 256, text[at] != newline {
    switch text[at] {
    case 0xD6...0xDF: return true
    case 0xE0 where at + 1 < text.count && text[at + 1] <= 0xA3: return true
    case 0xEF where at + 2 < text.count && (0xFB1D...0xFEFC).contains(text.scalar(at: at).value):
      return true
    default: at += 1
    }
  }
  return false
}
