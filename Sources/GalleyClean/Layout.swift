internal import GalleyModel

/// The edits that carry the decisions out, and the paragraphs that they make.
struct Layout {
  /// Over the text with its characters repaired.
  var edits: [Edit] = []
  /// In the text after the edits.
  var paragraphs: [Cleaned.Paragraph] = []
}

/// `source` holds all lines as they stand in the text; `lines` those that stay, as they are read,
/// with a decision between each two.
func layOut(
  source: [Line], lines: [Line], _ decisions: [Decision], of bytes: [UInt8]
) -> Layout {
  var writer = LayoutWriter(source: source, bytes: bytes)
  for (index, line) in lines.enumerated() {
    writer.write(line, after: index == 0 ? nil : decisions[index - 1])
  }
  writer.close(isEmpty: lines.isEmpty)
  return writer.layout
}

private struct LayoutWriter {
  let source: [Line]
  let bytes: [UInt8]
  var layout = Layout()
  /// The end of what is written, in `bytes`.
  private var at = 0
  /// The next line of `source` to be written or left out.
  private var cursor = 0
  /// Bytes that the text has grown by so far.
  private var shift = 0
  /// Moved lines that were read but are not yet written, and the rule that moves them.
  private var pending: [UInt8] = []
  private var pendingRule: Rule?

  init(source: [Line], bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
    layout.edits.reserveCapacity(source.count)
    layout.paragraphs.reserveCapacity(source.count)
  }

  @inline(__always)
  mutating func write(_ line: Line, after outcome: Decision?) {
    if let rule = line.move { return insert(line, rule, after: outcome) }
    if case .joinWord(let hyphen)? = outcome, pending.isEmpty {
      at -= Int(hyphen)
      // Where lines are left out in between, the hyphen goes on its own.
      if source[cursor].text.lowerBound < line.text.lowerBound {
        edit(.joinHyphen, to: at + Int(hyphen), [])
      }
    }
    flush()
    let hasBlank = leaveOut(before: line) || line.blanksBefore > 0
    let gap = at..<line.text.lowerBound
    switch outcome {
    case nil: edit(whiteSpaceRule(gap), to: gap.upperBound, [])
    case .keep?: keep(gap, line, hasBlank)
    case .join(let rule, let isSpaced)?: edit(rule, to: gap.upperBound, isSpaced ? Edit.space : [])
    case .joinWord?: edit(.joinHyphen, to: gap.upperBound, [])
    }
    addParagraph(line, start: line.text.lowerBound + shift, after: outcome)
    at = line.text.upperBound
    cursor += 1
  }

  /// What follows the last line.
  mutating func close(isEmpty: Bool) {
    flush()
    while cursor < source.count { leaveOut(source[cursor]) }
    guard at < bytes.count else { return }
    let rest = at..<bytes.count
    let hasLineEnd = !isEmpty && bytes[rest].contains { (0x0A...0x0D).contains($0) }
    let separator = hasLineEnd ? Edit.newline : []
    if bytes[rest] != separator[...] { edit(whiteSpaceRule(rest), to: bytes.count, separator) }
  }

  /// A line that is read here and stands elsewhere.
  private mutating func insert(_ line: Line, _ rule: Rule, after outcome: Decision?) {
    if pendingRule != rule { flush() }
    pendingRule = rule
    switch outcome {
    case nil: break
    case .keep?:
      // What stands between paragraphs is an edit of its own: that of a paragraph brings its text.
      flush()
      edit(rule, to: at, line.blanksBefore > 0 ? Edit.blankLine : Edit.newline)
      pendingRule = rule
    case .join(_, let isSpaced)?: if isSpaced { pending += Edit.space }
    case .joinWord(let hyphen)?: removeHyphen(Int(hyphen))
    }
    let start = at + shift + pending.count
    pending += bytes[line.text]
    addParagraph(line, start: start, after: outcome)
  }

  private mutating func removeHyphen(_ hyphen: Int) {
    if pending.isEmpty {
      at -= hyphen
      edit(.joinHyphen, to: at + hyphen, [])
    } else {
      pending.removeLast(hyphen)
    }
  }

  private mutating func flush() {
    guard let rule = pendingRule else { return }
    let text = pending
    pending = []
    pendingRule = nil
    edit(rule, to: at, text)
  }

  /// Leaves out the lines of the source before `line`, each with the white space before it.
  @inline(__always)
  private mutating func leaveOut(before line: Line) -> Bool {
    var hasBlank = false
    while cursor < source.count, source[cursor].text.lowerBound < line.text.lowerBound {
      if source[cursor].blanksBefore > 0 { hasBlank = true }
      leaveOut(source[cursor])
    }
    return hasBlank
  }

  private mutating func leaveOut(_ line: Line) {
    if let rule = line.drop ?? line.move { edit(rule, to: line.text.upperBound, []) }
    cursor += 1
  }

  @inline(__always)
  private mutating func keep(_ gap: Range<Int>, _ line: Line, _ hasBlank: Bool) {
    // As most gaps are.
    if gap.count == (hasBlank ? 2 : 1), gap.count <= line.lineFeedsBefore { return }
    edit(whiteSpaceRule(gap), to: gap.upperBound, hasBlank ? Edit.blankLine : Edit.newline)
  }

  private mutating func edit(_ rule: Rule, to end: Int, _ replacement: [UInt8]) {
    guard at < end || !replacement.isEmpty else { return }
    layout.edits.append(Edit(rule, at..<end, replacement))
    shift += replacement.count - (end - at)
    at = end
  }

  private mutating func addParagraph(_ line: Line, start: Int, after outcome: Decision?) {
    let end = start + line.text.count
    if let outcome, outcome != .keep, let last = layout.paragraphs.indices.last {
      let paragraph = layout.paragraphs[last]
      let isBold = paragraph.bold >= paragraph.text.count && line.bold >= line.text.count
      let text = paragraph.text.lowerBound..<end
      layout.paragraphs[last].text = text
      layout.paragraphs[last].blocks =
        min(
          paragraph.blocks.lowerBound, line.block)..<max(
          paragraph.blocks.upperBound, line.block + 1)
      if isBold { layout.paragraphs[last].bold = text.count }
      return
    }
    layout.paragraphs.append(
      Cleaned.Paragraph(
        kind: line.kind, text: start..<end, blocks: line.block..<line.block + 1, bold: line.bold))
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
