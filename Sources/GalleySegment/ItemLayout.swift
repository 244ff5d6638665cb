internal import GalleyModel

extension Layout {
  /// One item: heading, fields, body, and what is dropped between them.
  mutating func item(_ items: Items, _ index: Int) {
    let span = items.spans[index]
    let start = survey.lines[span.start].text.lowerBound
    let end =
      span.end < survey.lines.count
      ? survey.lines[span.end].text.lowerBound : survey.text.count
    var item = Outline.Item(number: span.node.number, extent: start..<max(start, end))
    item.group = group(span) ?? (index > 0 ? outline.items.last?.group : nil)
    for line in span.start..<span.node.line {
      drop(line, as: survey.lines[line].noise ?? .repeatedTitle)
    }
    heading(items, span, &item)
    item.fields.reserveCapacity(4)
    item.body.reserveCapacity(max(0, span.end - span.titleLine))
    var line = span.titleLine + 1
    while line < span.end { line = body(items, span, line, &item) }
    outline.items.append(item)
  }

  /// The innermost group heading above the item; outer ones and noise between are dropped.
  private mutating func group(_ span: Items.Span) -> Range<Int>? {
    var out: Range<Int>?
    for line in span.groups.reversed() {
      if let noise = survey.lines[line].noise {
        drop(line, as: noise)
      } else if out == nil {
        out = groupTitle(line)
      } else {
        drop(line, as: .groupHeading)
      }
    }
    return out
  }

  /// Less the marks of mark-down.
  private func groupTitle(_ line: Int) -> Range<Int> {
    let text = survey.lines[line].text
    guard survey.text[text.lowerBound] == UInt8(ascii: "#") else { return text }
    let title = trimDecoration(in: survey.text, text)
    return title.isEmpty ? text : title
  }

  private mutating func heading(_ items: Items, _ span: Items.Span, _ item: inout Outline.Item) {
    let node = span.node
    if node.isLost { return }
    let text = survey.text
    item.label = node.award?.label
    if node.marker >= 0 {
      let marker = survey.markers[node.marker]
      if !marker.label.isEmpty { item.label = label(marker) }
      picture(beside: marker, on: node.line)
      for line in node.line + 1..<max(node.line + 1, span.titleLine) {
        drop(line, as: survey.lines[line].noise ?? .navigation)
      }
      if marker.shape == .ordinal, !items.ordinalsHaveTitles {
        item.body.append(marker.title..<survey.lines[node.line].text.upperBound)
        return
      }
    }
    let line = survey.lines[span.titleLine]
    if search.hasCells(span.titleLine), node.marker < 0 || span.titleLine == node.line {
      row(items, span, &item)
      return
    }
    if labelled(items, search.titleStart(of: node)..<line.text.upperBound, &item) { return }
    if let split = search.splitTitle(node, at: items.separator) {
      if items.gluedLabelBytes > 0 {
        glued(items, split.title, split.body..<line.text.upperBound, &item)
        return
      }
      item.title = split.title
      item.body.append(split.body..<line.text.upperBound)
      return
    }
    if items.separator == nil, isSentence(items, span) {
      // Only bold type tells the heading from a text that is glued to it.
      if let split = search.splitTitle(node, at: .bold) {
        item.title = split.title
        item.body.append(split.body..<line.text.upperBound)
        return
      }
      item.body.append(search.titleStart(of: node)..<line.text.upperBound)
      return
    }
    var end = line.text.upperBound
    if node.marker >= 0, !survey.markers[node.marker].isAlone {
      end = survey.markers[node.marker].titleEnd
    }
    var title = trimDecoration(in: text, search.titleStart(of: node)..<end)
    if let available = trailingAvailability(in: text, title) {
      item.fields.append(
        Outline.Field(key: name(.availability), label: nil, value: [available.inner]))
      title = text.trimmed(title.lowerBound..<available.outer.lowerBound)
    }
    if !title.isEmpty { item.title = title }
  }

  /// A placeholder or a caption between the number and the title.
  private mutating func picture(beside marker: Marker, on line: Int) {
    let past = skipSpaces(in: survey.text, at: marker.label.upperBound, end: marker.title)
    let end = marker.isAlone ? survey.lines[line].text.upperBound : marker.title
    // No word of a picture is a single byte, as most marks behind a number are.
    guard marker.shape != .counter, past + 1 < end else { return }
    let rest = survey.lines[line].part(past..<end)
    if let noise = noise(in: survey.text, rest) {
      outline.drops.append(Outline.Drop(noise.rule, rest.text))
    } else if gluedPictures.match(survey.text, at: past, end: end)?.end == end {
      outline.drops.append(Outline.Drop(.placeholder, rest.text))
    }
  }

  /// The rank is run into a paragraph: there is no title.
  private func isSentence(_ items: Items, _ span: Items.Span) -> Bool {
    let line = survey.lines[span.titleLine]
    return line.level == 0 && !line.isAllBold && line.width > 110 && line.ending == .stop
  }

  /// The marker as printed, less the mark behind it and a bracket that is not closed.
  private func label(_ marker: Marker) -> Range<Int> {
    survey.text.trimmed(marker.label)
  }

  /// Places the line, and the lines below that are its value. Returns the next line to place.
  private mutating func body(
    _ items: Items, _ span: Items.Span, _ line: Int, _ item: inout Outline.Item
  ) -> Int {
    let text = survey.lines[line].text
    switch items.place(line, in: span, of: item, below: title) {
    case .field: return field(items, span, survey.heads[survey.lines[line].head], &item)
    case .loneField: return loneField(items, span, line, &item)
    case .availability:
      item.fields.append(Outline.Field(key: name(.availability), label: nil, value: [text]))
    case .summary:
      item.fields.append(Outline.Field(key: name(.summary), label: nil, value: [text]))
    case .body: item.body.append(text)
    case .dropped(let noise): drop(line, as: noise)
    }
    return line + 1
  }
}
