internal import GalleyModel

/// Repairs scalar by scalar: controls, invisible characters, forms kept for compatibility, accents
/// that stand apart from their letter.
func repairScalars(_ text: [UInt8]) -> [Edit] {
  var repairer = ScalarRepairer(text: text)
  repairer.run()
  return repairer.edits
}

private struct ScalarRepairer {
  let text: [UInt8]
  private(set) var edits: [Edit] = []
  private var at = 0

  init(text: [UInt8]) { self.text = text }

  mutating func run() {
    while at < text.count {
      let byte = text[at]
      if byte >= 0x20, byte < 0x7F {
        at += 1
      } else if byte < 0x80 {
        control(byte)
      } else if byte == 0xC2 || byte == 0xCC || byte == 0xCD || byte == 0xE1 || byte == 0xE2
        || byte == 0xEF
      {
        suspect(text.scalar(at: at))
      } else {
        at += text.scalar(at: at).length
      }
    }
  }

  private mutating func suspect(_ scalar: ScalarAt) {
    let end = at + scalar.length
    switch scalar.value {
    case 0xFEFF: replace(.byteOrderMark, at..<end, [])
    case 0xA0, 0x202F, 0x2007: replace(.noBreakSpace, at..<end, Edit.space)
    case 0xAD, 0xFFFE: softHyphen(scalar)
    case 0x200C, 0x200D: if !joinsScript(at, end) { replace(.invisible, at..<end, []) }
    case 0x200B, 0x2060...0x2064, 0xFFFF: replace(.invisible, at..<end, [])
    case 0x200E, 0x200F, 0x202A...0x202E: if !isBidirectional { replace(.invisible, at..<end, []) }
    case 0x80...0x9F: windowsControl(scalar)
    case 0xFB00...0xFB06, 0x2F00...0x2FD5, 0x2E80...0x2EF3: form(scalar)
    case 0xFF61...0xFF9F: halfWidth()
    case 0x300...0x36F, 0x1100...0x11FF: compose(scalar)
    default: break
    }
    at = max(at, end)
  }

  private mutating func replace(_ rule: Rule, _ range: Range<Int>, _ replacement: [UInt8]) {
    edits.append(Edit(rule, range, replacement))
    at = range.upperBound
  }

  /// Controls go; a terminal's colour codes with what belongs to them; a character that a
  /// backspace takes back with it.
  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x09...0x0D: at += 1
    case 0x1B where at + 1 < text.count && text[at + 1] == UInt8(ascii: "["):
      var end = at + 2
      while end < text.count, text[end] < 0x40, text[end] >= 0x20 { end += 1 }
      replace(.control, at..<min(text.count, end + 1), [])
    case 0x08
    where at > 0 && text[at - 1] > 0x20 && text[at - 1] < 0x7F
      && edits.last?.range.upperBound ?? 0 < at:
      replace(.control, at - 1..<at + 1, [])
    default: replace(.control, at..<at + 1, [])
    }
  }

  /// A character printed twice, or over an underscore.
  private var isOverstrike: Bool {
    at + 1 < text.count && (text[at + 1] == text[at - 1] || text[at - 1] == UInt8(ascii: "_"))
  }

  /// At a line's end the joining rules decide; elsewhere a soft hyphen is invisible. U+FFFE is what
  /// some readers of PDF give for any hyphen at a line's end.
  private mutating func softHyphen(_ scalar: ScalarAt) {
    let end = at + scalar.length
    let next = text.scalar(at: end)
    if next.length == 0 || Scalar.isSpace(next.value) {
      at = end
      return
    }
    let isHard =
      scalar.value == 0xFFFE
      && (Letters.isUpper(next.value) || Scalar.isDigit(next.value))
    replace(.softHyphen, at..<end, isHard ? [UInt8(ascii: "-")] : [])
  }

  /// ZWJ and ZWNJ mean something between letters of the Arabic and Indic scripts and in emoji.
  private func joinsScript(_ start: Int, _ end: Int) -> Bool {
    let before = text.scalar(before: start).value
    let after = text.scalar(at: end).value
    return isJoining(before) || isJoining(after)
  }

  private func isJoining(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x600...0x8FF, 0x900...0x109F, 0x1780...0x18AF, 0xFB50...0xFDFF, 0xFE00...0xFE0F: true
    case 0x2600...0x27BF, 0x1F000...0x1FAFF: true
    default: false
    }
  }

  /// Direction marks stay where a right-to-left letter stands near.
  private var isBidirectional: Bool {
    for offset in max(0, at - 48)..<min(text.count, at + 48) {
      if (0xD6...0xDB).contains(text[offset]) { return true }
    }
    return false
  }

  /// C1 has no use in text; windows-1252 has printable characters there. NEL is a line end.
  private mutating func windowsControl(_ scalar: ScalarAt) {
    let end = at + scalar.length
    if scalar.value == 0x85 {
      at = end
      return
    }
    let meant = CodePage.windows1252.scalar(UInt8(scalar.value))
    replace(.control, at..<end, meant < 0xA0 ? [] : utf8(meant))
  }

  private mutating func form(_ scalar: ScalarAt) {
    let range = at..<at + scalar.length
    let rule: Rule = scalar.value >= 0xFB00 ? .ligature : .radical
    if let meant = radicalSupplement[scalar.value] {
      return replace(rule, range, utf8(meant))
    }
    let meant = normalized(text[range], compatibility: true)
    if meant.elementsEqual(text[range]) {
      at = range.upperBound
    } else {
      replace(rule, range, meant)
    }
  }

  private mutating func halfWidth() {
    var end = at
    while end < text.count {
      let scalar = text.scalar(at: end)
      guard (0xFF61...0xFF9F).contains(scalar.value) else { break }
      end += scalar.length
    }
    replace(.halfWidth, at..<end, normalized(text[at..<end], compatibility: true))
  }

  /// From the letter before the mark to the last mark.
  private mutating func compose(_ scalar: ScalarAt) {
    var start = at
    if scalar.value < 0x1100 { start -= text.scalar(before: at).length }
    start = max(start, edits.last?.range.upperBound ?? 0)
    var end = at + scalar.length
    while end < text.count {
      let next = text.scalar(at: end)
      guard (0x300...0x36F).contains(next.value) || (0x1100...0x11FF).contains(next.value) else {
        break
      }
      end += next.length
    }
    let meant = normalized(text[start..<end], compatibility: false)
    if meant.elementsEqual(text[start..<end]) {
      at = end
    } else {
      replace(.composition, start..<end, meant)
    }
  }
}

/// A scalar as UTF-8.
func utf8(_ scalar: UInt32) -> [UInt8] {
  Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? []
}

/// Radicals of the supplement block (U+2E80 to U+2EF3) that fonts use for the characters that they
/// are drawn like, where Unicode gives no compatibility mapping.
private let radicalSupplement: [UInt32: UInt32] = [
  0x2E81: 0x5382, 0x2E84: 0x4E5A, 0x2E85: 0x4EBB, 0x2E86: 0x5182, 0x2E87: 0x51E0, 0x2E88: 0x5200,
  0x2E89: 0x5202, 0x2E8A: 0x535C, 0x2E8B: 0x353E, 0x2E8C: 0x5C0F, 0x2E8D: 0x5C0F, 0x2E8E: 0x5140,
  0x2E91: 0x5C23, 0x2E92: 0x5DF3, 0x2E93: 0x5E7A, 0x2E95: 0x5F50, 0x2E96: 0x5FC4, 0x2E97: 0x5FC4,
  0x2E98: 0x624C, 0x2E99: 0x6535, 0x2E9B: 0x65E1, 0x2E9C: 0x65E5, 0x2E9D: 0x6708, 0x2E9E: 0x6B7A,
  0x2EA0: 0x6C11, 0x2EA1: 0x6C35, 0x2EA2: 0x6C3A, 0x2EA3: 0x706C, 0x2EA4: 0x722B, 0x2EA6: 0x4E2C,
  0x2EA7: 0x725B, 0x2EA8: 0x72AD, 0x2EA9: 0x738B, 0x2EAA: 0x758B, 0x2EAB: 0x76EE, 0x2EAC: 0x793A,
  0x2EAD: 0x793B, 0x2EAF: 0x7CF9, 0x2EB0: 0x7E9F, 0x2EB1: 0x7F53, 0x2EB2: 0x7F52, 0x2EB6: 0x7F8A,
  0x2EB7: 0x7F8A, 0x2EBC: 0x8089, 0x2EBE: 0x8279, 0x2EBF: 0x8279, 0x2EC0: 0x8279, 0x2EC1: 0x864E,
  0x2EC2: 0x8864, 0x2EC3: 0x8980, 0x2EC4: 0x897F, 0x2EC5: 0x89C1, 0x2EC6: 0x89D2, 0x2EC8: 0x8BA0,
  0x2EC9: 0x8D1D, 0x2ECB: 0x8F66, 0x2ECC: 0x8FB6, 0x2ECD: 0x8FB6, 0x2ECE: 0x8FB6, 0x2ECF: 0x961D,
  0x2ED0: 0x9485, 0x2ED1: 0x9577, 0x2ED2: 0x9578, 0x2ED3: 0x957F, 0x2ED4: 0x95E8, 0x2ED6: 0x961D,
  0x2ED7: 0x96E8, 0x2ED8: 0x9752, 0x2ED9: 0x97E6, 0x2EDA: 0x9875, 0x2EDB: 0x98CE, 0x2EDC: 0x98DE,
  0x2EDD: 0x98DF, 0x2EE0: 0x9963, 0x2EE1: 0x9996, 0x2EE2: 0x9A6C, 0x2EE3: 0x9AA8, 0x2EE4: 0x9B3C,
  0x2EE5: 0x9C7C, 0x2EE6: 0x9E1F, 0x2EE7: 0x5364, 0x2EE8: 0x9EA6, 0x2EE9: 0x9EC4, 0x2EEA: 0x9EFE,
  0x2EEB: 0x6589, 0x2EEC: 0x9F50, 0x2EED: 0x6B6F, 0x2EEE: 0x9F7F, 0x2EEF: 0x7ADC, 0x2EF0: 0x9F99,
  0x2EF1: 0x9F9C, 0x2EF2: 0x4E80,
]
