internal import GalleyModel

extension Layout {
  func name(_ key: FieldKey) -> String { search.survey.labels.name(of: key) }

  /// The field whose label opens a line. Returns the next line to place.
  mutating func field(
    _ items: Items, _ span: Items.Span, _ head: LabelHead, _ item: inout Outline.Item
  ) -> Int {
    let whole = survey.lines[head.line].text
    var end = whole.upperBound
    if head.form == .colon, head.label.lowerBound > whole.lowerBound,
      isBracketed(survey.text, whole)
    {
      end -= survey.text.scalar(before: end).length
    }
    let key = head.word?.key
    var next = head.line + 1
    var value: [Range<Int>] = []
    if head.form == .alone {
      next = aloneValue(items, span, head.line, key, &value)
    } else {
      value = [head.value..<end]
      if key == .players { next = moreValues(items, span, next, &value) }
    }
    item.fields.append(Outline.Field(key: key.map(name), label: head.label, value: value))
    // Another label on the line has a colon behind it.
    let line = survey.lines[head.line]
    let isAlone =
      next == head.line + 1 && line.isShort
      && line.text.lowerBound + Int(line.lastColon) < head.value
    if head.form != .alone, !isAlone { splitLabels(&item) }
    return next
  }

  /// A label that only its coming back tells, and its value below.
  mutating func loneField(
    _ items: Items, _ span: Items.Span, _ line: Int, _ item: inout Outline.Item
  ) -> Int {
    let text = survey.lines[line].text
    let key = survey.labels.word(text, in: survey.text)?.key
    var value: [Range<Int>] = []
    let next = aloneValue(items, span, line, key, &value)
    item.fields.append(Outline.Field(key: key.map(name), label: text, value: value))
    return next
  }

  /// The value below a label that stands alone: the next line, and more of them for players.
  private mutating func aloneValue(
    _ items: Items, _ span: Items.Span, _ label: Int, _ key: FieldKey?, _ value: inout [Range<Int>]
  ) -> Int {
    var line = label + 1
    while line < span.end, let noise = survey.lines[line].noise {
      drop(line, as: noise)
      line += 1
    }
    guard line < span.end, !items.isLabel(line), !items.isLoneLabel(line) else { return line }
    value = [valueRange(line)]
    return key == .players ? moreValues(items, span, line + 1, &value) : line + 1
  }

  /// Players one to a line: short lines up to the next label, or a run of bullets.
  private mutating func moreValues(
    _ items: Items, _ span: Items.Span, _ start: Int, _ value: inout [Range<Int>]
  ) -> Int {
    var line = start
    while line < span.end, !survey.isNoise(line), survey.lines[line].width <= 50,
      !items.isLabel(line), !items.isLoneLabel(line)
    {
      line += 1
    }
    let stopsAtLabel = line < span.end && (items.isLabel(line) || items.isLoneLabel(line))
    guard stopsAtLabel else { return start }
    for more in start..<line { value.append(valueRange(more)) }
    return line
  }

  private func valueRange(_ line: Int) -> Range<Int> {
    let text = survey.lines[line].text
    return skipBullet(in: survey.text, text)..<text.upperBound
  }

  /// Several labels on a line: the last field's value is cut where another known label begins.
  private func splitLabels(_ item: inout Outline.Item) {
    while let last = item.fields.last, let value = last.value.last, value.count < 2000,
      let inner = innerLabel(in: value)
    {
      let before = survey.text.trimmed(value.lowerBound..<inner.label.lowerBound)
      item.fields[item.fields.count - 1].value.removeLast()
      if !before.isEmpty || last.value.count == 1 {
        item.fields[item.fields.count - 1].value.append(before)
      }
      item.fields.append(
        Outline.Field(
          key: name(inner.key), label: inner.label, value: [inner.value..<value.upperBound]))
    }
  }

  /// A label of the vocabulary with a colon, behind a space or a stop.
  private func innerLabel(in value: Range<Int>) -> (key: FieldKey, label: Range<Int>, value: Int)? {
    let text = survey.text
    guard mayHoldColon(text.span, value) else { return nil }
    var at = value.lowerBound
    while at < value.upperBound {
      guard text[at] == 0x3A || text[at] == 0xEF && isColon(text.scalar(at: at).value) else {
        at += 1
        continue
      }
      if let label = label(before: at, from: value.lowerBound) {
        let start = at + text.scalar(at: at).length
        let end = value.upperBound
        return (label.key, label.range, skipSpaces(in: text, at: start, end: end))
      }
      at += 1
    }
    return nil
  }

  /// Bytes of the longest label.
  private static let labelReach = 60

  /// The label that ends at a colon. It begins behind a space or a stop; one of a script without
  /// spaces may be glued to what stands before it.
  private func label(before colon: Int, from start: Int) -> (key: FieldKey, range: Range<Int>)? {
    let text = survey.text
    var at = colon
    var found: (key: FieldKey, range: Range<Int>)?
    while at > start, colon - at < Layout.labelReach {
      let last = text.scalar(before: at)
      let isFree = Scalar.isSpace(last.value) || [0x3002, 0xFF1B, 0x3B].contains(last.value)
      if isFree || Scalar.isUnspaced(text.scalar(at: at).value),
        let word = survey.labels.match(text, at: at, end: colon), word.end == colon,
        !word.value.isWeak
      {
        found = (word.value.key, at..<colon)
      }
      if isFree && found != nil { break }
      at -= last.length
    }
    return found
  }
}
