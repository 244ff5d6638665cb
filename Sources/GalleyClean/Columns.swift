internal import GalleyModel

/// Cuts the lines of pages that were set in two columns, and puts the right column after the left.
///
/// `lines` has no dropped lines. Lines of one column pages come back as they are.
func orderColumns(_ lines: [Line], of bytes: [UInt8]) -> [Line] {
  guard lines.count(where: { $0.shape(in: bytes).gaps > 0 }) * 4 > lines.count else { return lines }
  var out: [Line] = []
  out.reserveCapacity(lines.count * 2)
  var start = 0
  for index in lines.indices.dropFirst() where lines[index].isNewPage {
    out += orderPage(Array(lines[start..<index]), bytes)
    start = index
  }
  out += orderPage(Array(lines[start...]), bytes)
  return out
}

private func orderPage(_ page: [Line], _ bytes: [UInt8]) -> [Line] {
  guard let gutter = findGutter(page, bytes) else { return page }
  var left: [Line] = []
  var right: [Line] = []
  for line in page {
    let (before, after) = cut(line, at: gutter, bytes)
    if let before { left.append(before) }
    if var after {
      after.move = .column
      right.append(after)
    }
  }
  if let margin = right.map(\.indent).min() {
    for index in right.indices { right[index].indent -= margin }
  }
  if !right.isEmpty { right[0].isNewPage = true }
  return left + right
}

/// The character position that a blank stripe of the page begins at, with prose on both sides.
private func findGutter(_ page: [Line], _ bytes: [UInt8]) -> Int? {
  guard page.count >= 8 else { return nil }
  let rows = page.map { Row($0, bytes) }
  let width = rows.map(\.end).max() ?? 0
  guard width > 50, width < 300 else { return nil }
  var best: (position: Int, crossings: Int)?
  for position in width * 3 / 10..<width * 7 / 10 {
    let crossings = rows.count { $0.hasText(from: position, to: position + 2) }
    if crossings < best?.crossings ?? .max { best = (position, crossings) }
  }
  guard let best, best.crossings * 20 <= rows.count else { return nil }
  let both = rows.filter { $0.start < best.position && $0.end > best.position + 2 }
  guard both.count >= 5, both.count * 2 >= rows.count else { return nil }
  let starts = both.map { $0.start(after: best.position) }
  // Prose fills its column: a table's cells do not.
  let leftFull = both.count { $0.end(before: best.position) * 10 > best.position * 7 }
  let rightWidth = width - (starts.min() ?? 0)
  let rightFull = both.count { ($0.end - $0.start(after: best.position)) * 10 > rightWidth * 7 }
  guard leftFull * 10 > both.count * 6, rightFull * 10 > both.count * 6 else { return nil }
  return best.position
}

/// Where a line has text, in characters from the left of the page.
private struct Row {
  private var spans: [Range<Int>] = []

  init(_ line: Line, _ bytes: [UInt8]) {
    var position = line.indent
    var at = line.text.lowerBound
    var open: Int?
    var spaces = 0
    while at < line.text.upperBound {
      let scalar = bytes.scalar(at: at)
      if scalar.value == 0x20 {
        spaces += 1
      } else {
        if spaces > 1, let start = open {
          spans.append(start..<position - spaces)
          open = nil
        }
        spaces = 0
        if open == nil { open = position }
      }
      position += 1
      at += scalar.length
    }
    if let open { spans.append(open..<position) }
  }

  var start: Int { spans.first?.lowerBound ?? 0 }
  var end: Int { spans.last?.upperBound ?? 0 }

  func hasText(from: Int, to: Int) -> Bool {
    spans.contains { $0.lowerBound < to && $0.upperBound > from }
  }

  func start(after position: Int) -> Int {
    spans.first { $0.lowerBound >= position }?.lowerBound ?? end
  }

  func end(before position: Int) -> Int {
    spans.last { $0.upperBound <= position + 1 }?.upperBound ?? 0
  }
}

private func cut(_ line: Line, at gutter: Int, _ bytes: [UInt8]) -> (left: Line?, right: Line?) {
  var position = line.indent
  if position >= gutter { return (nil, line) }
  var at = line.text.lowerBound
  while at < line.text.upperBound, position < gutter {
    at += bytes.scalar(at: at).length
    position += 1
  }
  // A word that crosses the gutter, as a heading over both columns, is not cut.
  let isBetween =
    at >= line.text.upperBound
    || bytes[at] == UInt8(ascii: " ") || bytes[at - 1] == UInt8(ascii: " ")
  guard isBetween, at < line.text.upperBound else { return (line, nil) }
  let left = line.part(bytes.trimmed(line.text.lowerBound..<at), indent: line.indent, bytes)
  var start = at
  while start < line.text.upperBound, bytes[start] == UInt8(ascii: " ") {
    start += 1
    position += 1
  }
  let right = line.part(start..<line.text.upperBound, indent: position, bytes)
  return (left, right)
}
