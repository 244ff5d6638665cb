internal import GalleyModel

/// Lists in tables: a row is an item, its columns are rank, title and fields.

/// The cells of a row, divided by tabs, or else by bars.
func cells(of text: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
  let hasTab = text[row].contains(UInt8(ascii: "\t"))
  let mark = hasTab ? UInt8(ascii: "\t") : UInt8(ascii: "|")
  return text[row].split(separator: mark, omittingEmptySubsequences: false).map {
    text.trimmed($0.startIndex..<$0.endIndex)
  }
}

extension Search {
  /// Rows of a table, the head left out.
  func tableRows() -> [Int] {
    if !survey.hasRows { return [] }
    let rows = (first..<max(first, survey.lines.count)).filter { hasCells($0) && !isLabel($0) }
    guard let head = rows.first, rows.count > 2, isTableHead(head, above: rows[1]) else {
      return rows
    }
    return Array(rows.dropFirst())
  }

  /// A long line has cells only where its reader says that it is a row.
  func hasCells(_ line: Int) -> Bool {
    let facts = survey.lines[line]
    if facts.marks.contains(.tab) { return true }
    if facts.marks.contains(.bars) { return hasBarsBeside(line) }
    guard case .tableRow = facts.kind else { return false }
    return survey.text[facts.text].contains(UInt8(ascii: "\t"))
  }

  /// A row of a table under a title that speaks of a list.
  func isRowOfList(_ title: Int) -> Bool {
    (isTitleOfList || !announcedInTitle.isEmpty) && hasCells(title)
  }

  /// Bars divide cells where a line above or below has as many.
  private func hasBarsBeside(_ line: Int) -> Bool {
    let count = bars(line)
    return [line - 1, line + 1].contains { survey.lines.indices.contains($0) && bars($0) == count }
  }

  private func bars(_ line: Int) -> Int {
    guard survey.lines[line].marks.contains(.bars) else { return 0 }
    return survey.text[survey.lines[line].text].count { $0 == UInt8(ascii: "|") }
  }

  /// A row of column heads: as many cells as the row below, bold or without the numbers that the
  /// row below has.
  func isTableHead(_ line: Int, above row: Int) -> Bool {
    guard line >= 0, hasCells(line), survey.lines[line].kind == survey.lines[row].kind else {
      return false
    }
    let head = survey.lines[line]
    let heads = cells(of: survey.text, head.text)
    let below = cells(of: survey.text, survey.lines[row].text)
    guard heads.count == below.count, head.width <= 110 else { return false }
    return head.isAllBold && !survey.lines[row].isAllBold
      || !hasDigit(head.text) && hasDigit(survey.lines[row].text)
  }

  private func hasDigit(_ range: Range<Int>) -> Bool {
    survey.text[range].contains { (0x30...0x39).contains($0) }
  }
}

extension Layout {
  /// Title and fields of an item that is a row of a table.
  mutating func row(_ items: Items, _ span: Items.Span, _ item: inout Outline.Item) {
    let line = survey.lines[span.titleLine].text
    let start = search.titleStart(of: span.node)
    let all = cells(of: survey.text, line)
    let head = items.tableHead.map { cells(of: survey.text, survey.lines[$0].text) } ?? []
    for (column, whole) in all.enumerated() where !whole.isEmpty && whole.upperBound > start {
      // The first may hold the number and the title.
      let cell = survey.text.trimmed(max(whole.lowerBound, start)..<whole.upperBound)
      if cell.isEmpty { continue }
      if item.title == nil {
        item.title = trimDecoration(in: survey.text, cell)
      } else if column < head.count, !head[column].isEmpty {
        let label = head[column]
        let key = survey.labels.word(label, in: survey.text).map { name($0.key) }
        item.fields.append(Outline.Field(key: key, label: label, value: [cell]))
      } else {
        item.body.append(cell)
      }
    }
  }

  /// The column heads: they are the labels of cells, and stand in no item.
  mutating func dropTableHead(_ items: Items) {
    guard let head = items.tableHead else { return }
    for cell in cells(of: survey.text, survey.lines[head].text) where !cell.isEmpty {
      outline.drops.append(Outline.Drop(.tableHead, cell))
    }
  }
}
