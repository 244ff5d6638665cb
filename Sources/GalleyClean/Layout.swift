internal import GalleyModel

/// The edits that carry the decisions out, and the paragraphs that they make.
struct Layout {
  /// Over the text with its characters repaired.
  var edits: [Edit] = []
  /// In the text after the edits.
  var paragraphs: [Cleaned.Paragraph] = []
}

func layOut(_ lines: [Line], _ decisions: [Decision], of bytes: [UInt8]) -> Layout {
  var writer = LayoutWriter(bytes: bytes, lines: lines)
  writer.write(decisions)
  return writer.layout
}

private struct LayoutWriter {
  let bytes: [UInt8]
  let lines: [Line]
  var layout = Layout()
  /// The end of what is written, in `bytes`.
  private var at = 0
  /// Bytes that the text has grown by so far.
  private var shift = 0

  init(bytes: [UInt8], lines: [Line]) {
    self.bytes = bytes
    self.lines = lines
    layout.edits.reserveCapacity(lines.count)
    layout.paragraphs.reserveCapacity(lines.count)
  }

  mutating func write(_ decisions: [Decision]) {
    var next = 0
    var isFirst = true
    for index in lines.indices {
      if lines[index].drop != nil { continue }
      if isFirst {
        open(index)
        isFirst = false
      } else {
        bridge(decisions[next], to: index)
        next += 1
      }
    }
    close()
  }

  private mutating func open(_ index: Int) {
    dropLines(before: index)
    edit(whiteSpaceRule(at..<lines[index].text.lowerBound), to: lines[index].text.lowerBound, [])
    begin(index)
  }

  private mutating func bridge(_ decision: Decision, to index: Int) {
    let line = lines[index]
    switch decision.outcome {
    case .keep:
      dropLines(before: index)
      keep(index)
    case .join(let rule, let isSpaced):
      dropLines(before: index)
      edit(rule, to: line.text.lowerBound, isSpaced ? Edit.space : [])
      extend(index)
    case .joinWord(let hyphen):
      at -= hyphen
      if index > 0, lines[index - 1].drop != nil { edit(.joinHyphen, to: at + hyphen, []) }
      dropLines(before: index)
      edit(.joinHyphen, to: line.text.lowerBound, [])
      extend(index)
    }
  }

  /// Each dropped line goes with the white space before it.
  private mutating func dropLines(before index: Int) {
    var first = index
    while first > 0, lines[first - 1].drop != nil { first -= 1 }
    for line in lines[first..<index] {
      guard let rule = line.drop else { continue }
      edit(rule, to: line.text.upperBound, [])
    }
  }

  private mutating func keep(_ index: Int) {
    let line = lines[index]
    let gap = at..<line.text.lowerBound
    let hasBlank = line.blanksBefore > 0 || isDroppedBlank(index)
    var separator = hasBlank ? Edit.newline + Edit.newline : Edit.newline
    if line.keepsIndent { separator += [UInt8](repeating: UInt8(ascii: " "), count: line.indent) }
    if bytes[gap] != separator[...] {
      edit(whiteSpaceRule(gap), to: gap.upperBound, separator)
    } else {
      at = gap.upperBound
    }
    begin(index)
  }

  /// Whether a blank line stood before or after the running lines before line `index`.
  private func isDroppedBlank(_ index: Int) -> Bool {
    var other = index - 1
    while other >= 0, lines[other].drop != nil {
      if lines[other].blanksBefore > 0 { return true }
      other -= 1
    }
    return false
  }

  private mutating func close() {
    let start = lines.count
    dropLines(before: start)
    guard at < bytes.count else { return }
    let rest = at..<bytes.count
    let hasLineEnd =
      !lines.isEmpty && bytes[rest].contains { $0 == 0x0A || $0 == 0x0D || $0 == 0x0C }
    let separator = hasLineEnd ? Edit.newline : []
    if bytes[rest] != separator[...] { edit(whiteSpaceRule(rest), to: bytes.count, separator) }
  }

  private mutating func edit(_ rule: Rule, to end: Int, _ replacement: [UInt8]) {
    guard at < end || !replacement.isEmpty else { return }
    layout.edits.append(Edit(rule, at..<end, replacement))
    shift += replacement.count - (end - at)
    at = end
  }

  private mutating func begin(_ index: Int) {
    let line = lines[index]
    let start = line.text.lowerBound + shift
    layout.paragraphs.append(
      Cleaned.Paragraph(
        kind: line.kind, text: start..<line.text.upperBound + shift,
        blocks: line.block..<line.block + 1, bold: line.bold))
    at = line.text.upperBound
  }

  private mutating func extend(_ index: Int) {
    let line = lines[index]
    let last = layout.paragraphs.count - 1
    let start = layout.paragraphs[last].text.lowerBound
    let isBold = layout.paragraphs[last].bold >= layout.paragraphs[last].text.count
    let end = line.text.upperBound + shift
    layout.paragraphs[last].text = start..<end
    layout.paragraphs[last].blocks = layout.paragraphs[last].blocks.lowerBound..<line.block + 1
    if isBold, line.bold >= line.text.count { layout.paragraphs[last].bold = end - start }
    at = line.text.upperBound
  }

  /// The rule that a stretch of white space is set right by: the rarest thing in it names it.
  private func whiteSpaceRule(_ range: Range<Int>) -> Rule {
    var feeds = 0
    var isTrailing = false
    for byte in bytes[range] {
      switch byte {
      case 0x0C: return .pageBreak
      case 0x0A: feeds += 1
      case 0x0D, 0x0B: return .lineEnd
      default: if feeds == 0 { isTrailing = true }
      }
    }
    if feeds > 2 { return .blankLines }
    if feeds == 0 { return range.lowerBound == 0 ? .indent : .lineEnd }
    return isTrailing ? .trailingSpace : .indent
  }
}
