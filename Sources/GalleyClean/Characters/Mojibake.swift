internal import GalleyModel

/// UTF-8 that was read as windows-1252 or windows-1251, sequence by sequence.
///
/// A sequence counts when its characters stand for bytes that are one well-formed sequence of
/// UTF-8. Those that honest text may hold too count only where many certain ones stand around.
func repairSequences(_ text: [UInt8]) -> [Edit] {
  let latin = findSequences(text, .windows1252)
  let cyrillic = findSequences(text, .windows1251)
  if isCyrillic(cyrillic, latin) {
    return cyrillic.count > 5 ? merge(cyrillic) : []
  }
  let certain = latin.count { $0.isCertain }
  return merge(latin.filter { $0.isCertain ? certain > 1 || $0.scalar > 0xA0 : certain > 4 })
}

private struct Sequence {
  var range: Range<Int>
  var scalar: UInt32
  /// No honest text would hold it.
  var isCertain: Bool
}

private func isCyrillic(_ cyrillic: [Sequence], _ latin: [Sequence]) -> Bool {
  cyrillic.count { $0.scalar >= 0x400 && $0.scalar < 0x460 } > latin.count
}

private func findSequences(_ text: [UInt8], _ page: CodePage) -> [Sequence] {
  var found: [Sequence] = []
  var at = 0
  while at < text.count {
    if text[at] < 0x80 {
      at += 1
      continue
    }
    let first = text.scalar(at: at)
    guard let lead = page.byte(first.value), lead >= 0xC2, lead < 0xF5,
      let sequence = sequence(text, at, lead, page)
    else {
      at += first.length
      continue
    }
    found.append(sequence)
    at = sequence.range.upperBound
  }
  return found
}

private func sequence(_ text: [UInt8], _ start: Int, _ lead: UInt8, _ page: CodePage) -> Sequence? {
  let count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
  var scalar = UInt32(lead) & (0xFF >> UInt32(count + 1))
  var at = start + text.scalar(at: start).length
  var hasPunctuation = false
  for _ in 1..<count {
    let next = text.scalar(at: at)
    guard next.length > 0, next.value >= 0x80, next.value != 0x85, let byte = page.byte(next.value),
      byte & 0xC0 == 0x80
    else { return nil }
    if (0x2013...0x203A).contains(next.value) || next.value == 0xBB || next.value == 0xAB {
      hasPunctuation = true
    }
    scalar = scalar << 6 | UInt32(byte & 0x3F)
    at += next.length
  }
  let least: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
  guard scalar >= least, Unicode.Scalar(scalar) != nil, isPlausible(scalar) else { return nil }
  let isCertain = count > 2 || (!hasPunctuation && (lead == 0xC2 || lead == 0xC3))
  return Sequence(range: start..<at, scalar: scalar, isCertain: isCertain)
}

/// Scalars of the scripts that such texts are written in.
private func isPlausible(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x80...0x24F, 0x2B0...0x36F, 0x370...0x3FF, 0x400...0x52F, 0x590...0x6FF, 0x900...0xDFF,
    0xE00...0xE7F, 0x1E00...0x1EFF, 0x2000...0x27BF, 0x2E80...0x9FFF, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFB00...0xFB06, 0xFE00...0xFE4F, 0xFEFF, 0xFF00...0xFFEF, 0x1F000...0x1FAFF:
    return true
  default: return false
  }
}

/// Sequences that touch become one edit.
private func merge(_ sequences: [Sequence]) -> [Edit] {
  var edits: [Edit] = []
  for sequence in sequences {
    if let last = edits.last, last.range.upperBound == sequence.range.lowerBound {
      edits[edits.count - 1].range = last.range.lowerBound..<sequence.range.upperBound
      edits[edits.count - 1].replacement += utf8(sequence.scalar)
    } else {
      edits.append(Edit(.mojibake, sequence.range, utf8(sequence.scalar)))
    }
  }
  return edits
}
