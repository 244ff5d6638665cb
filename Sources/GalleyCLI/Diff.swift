internal import GalleyModel

/// A line for each edit that changes more than white space at a line's ends: the rule, the words
/// before it, what went, what came, the words after it.
func diff(of edits: [Edit], in text: [UInt8], isColored: Bool) -> [UInt8] {
  var out: [UInt8] = []
  var line = 1
  var at = 0
  for edit in edits {
    line += text[at..<edit.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
    at = edit.range.lowerBound
    if edit.rule.rawValue.hasPrefix("line.") { continue }
    out += "\(line): \(edit.rule.rawValue): ".utf8
    out += visible(text[context(before: edit.range.lowerBound, in: text)])
    if !edit.range.isEmpty {
      out += marked(
        visible(text[edit.range]), isColored ? ("\u{1B}[31m", "\u{1B}[0m") : ("[-", "-]"))
    }
    if !edit.replacement.isEmpty {
      let shown = visible(edit.replacement[...])
      out += marked(shown, isColored ? ("\u{1B}[32m", "\u{1B}[0m") : ("{+", "+}"))
    }
    out += visible(text[context(after: edit.range.upperBound, in: text)])
    out.append(UInt8(ascii: "\n"))
  }
  return out
}

private func marked(_ text: [UInt8], _ marks: (String, String)) -> [UInt8] {
  Array(marks.0.utf8) + text + Array(marks.1.utf8)
}

/// With line ends and form feeds shown.
private func visible(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var out: [UInt8] = []
  for byte in text {
    switch byte {
    case 0x0A: out += "⏎".utf8
    case 0x0C: out += "␌".utf8
    case 0x0D: out += "␍".utf8
    case 0..<0x20: out.append(UInt8(ascii: " "))
    default: out.append(byte)
    }
  }
  return out
}

/// About forty bytes on the same line, whole characters.
private func context(before end: Int, in text: [UInt8]) -> Range<Int> {
  var start = end
  while start > 0, text[start - 1] != UInt8(ascii: "\n") {
    if end - start >= 40, text[start] & 0xC0 != 0x80 { break }
    start -= 1
  }
  return start..<end
}

private func context(after start: Int, in text: [UInt8]) -> Range<Int> {
  var end = start
  while end < text.count, text[end] != UInt8(ascii: "\n") {
    if end - start >= 40, text[end] & 0xC0 != 0x80 { break }
    end += 1
  }
  return start..<end
}
