internal import GalleyModel

/// Where a line below an item's heading belongs.
enum Place {
  /// A label with its value.
  case field
  /// A label that only its coming back tells.
  case loneField
  case availability
  /// The item's deck.
  case summary
  case body
  case dropped(Noise)
}

extension Items {
  /// The place of a line of `span`. `item` is what has been made of it so far, `title` the
  /// document's.
  func place(
    _ line: Int, in span: Span, of item: Outline.Item, below title: TitleLine?
  ) -> Place {
    let facts = survey.lines[line]
    // Most lines are further paragraphs of a body.
    if !facts.isShort, facts.head < 0, facts.noise == nil, !item.body.isEmpty { return .body }
    if isLabel(line), facts.noise == nil || survey.heads[facts.head].isKnown { return .field }
    if let noise = facts.noise { return .dropped(noise) }
    if facts.isShort {
      if isLoneCaption(line) { return .dropped(.caption) }
      if facts.isMetadata, facts.width <= 60, facts.ending == .none, line != span.titleLine {
        return .dropped(.metadata)
      }
      if survey.isStrayNumber(line), survey.availability(of: line) == nil {
        return .dropped(.strayNumber)
      }
      if survey.isTitleCopy(line, of: title) { return .dropped(.repeatedTitle) }
      if survey.isMastheadCopy(line, above: title) { return .dropped(.runningHead) }
      if !span.node.isLost, isTitleAgain(line, span) { return .dropped(.repeatedTitle) }
      if isLoneLabel(line), survey.next(after: line) < span.end { return .loneField }
    }
    if isTop(item) {
      if survey.availability(of: line) != nil { return .availability }
      if isDeck(line, in: span) { return .summary }
    }
    let endsItem = item.fields.isEmpty && survey.next(after: line) >= span.end
    return endsItem && isOddLabel(line) ? .field : .body
  }

  /// A triangle points at the picture above, where no other line beside begins with one: several are
  /// a list.
  func isLoneCaption(_ line: Int) -> Bool {
    isPointed(line) && ![line - 1, line + 1].contains(where: isPointed)
  }

  private func isPointed(_ line: Int) -> Bool {
    guard survey.lines.indices.contains(line), case let text = survey.lines[line].text else {
      return false
    }
    return opensWithTriangle(survey.text, text)
      && survey.text[text].contains { (0xE3...0xE9).contains($0) }
  }

  /// The item's title once more, with or without its number.
  private func isTitleAgain(_ line: Int, _ span: Span) -> Bool {
    guard survey.isTitleLike(line), survey.lines[line].width >= 4 else { return false }
    return survey.titleHash(line) == survey.titleHash(span.titleLine)
  }

  /// Nothing of the item but its heading is placed.
  private func isTop(_ item: Outline.Item) -> Bool {
    let availability = survey.labels.name(of: .availability)
    return item.body.isEmpty && item.fields.allSatisfy { $0.key == availability }
  }

  /// A short line without a stop right below the heading and over a paragraph; or what stands there
  /// in every item of a page.
  private func isDeck(_ line: Int, in span: Span) -> Bool {
    guard survey.previous(before: line) == span.titleLine, survey.lines[line].head < 0,
      survey.lines[line].marker < 0
    else { return false }
    if hasDecks { return true }
    let below = survey.next(after: line)
    return survey.isTitleLike(line) && below < span.end && survey.lines[below].ending == .stop
      && (mostHaveDecks || survey.lines[below].width > survey.lines[line].width)
  }

  /// A label in shape only, in a document whose items end with a label: a short head where the
  /// other items have their label.
  func isOddLabel(_ line: Int) -> Bool {
    guard endsWithLabel, let head = survey.head(of: line) else { return false }
    return head.form == .colon && head.label.count <= 24
  }
}
