internal import GalleyModel

/// How a heading is divided from the text behind it on the same line.
enum Separator: Sendable, CaseIterable {
  case bold
  case colon
  case dash
  /// The first sentence is the title.
  case stop
  case comma
  /// A space between CJK characters, in text that lost its line breaks.
  case space
}

/// Columns of the longest title that shares its line with text.
private let splitReach = 110

/// Bytes of a title on average, where it ends at a stop or a comma.
private let meanTitle = 80

extension Search {
  /// What divides title and text in the chain's lines, the same for nearly all of them; nil where
  /// the headings have their lines to themselves.
  func separator(_ chain: Chain) -> Separator? {
    func isLong(_ node: Node) -> Bool {
      let line = survey.lines[titleLine(of: node)]
      return !node.isLost && (line.width > 110 || line.ending == .stop)
    }
    let count = chain.nodes.count { !$0.isLost }
    guard count >= 2, chain.nodes.count(where: isLong) * 5 >= count * 3 else { return nil }
    let long = chain.nodes.filter(isLong)
    return Separator.allCases.first { separator in
      let titles = long.compactMap { splitTitle($0, at: separator)?.title }
      guard titles.count * 10 >= long.count * 8 else { return false }
      // Where sentences are long the title ends earlier, at a comma.
      let bytes = titles.reduce(0) { $0 + $1.count }
      return separator != .stop && separator != .comma || bytes <= titles.count * meanTitle
    }
  }

  /// The title of a node and where its text begins; nil where the separator isn't there.
  func splitTitle(_ node: Node, at separator: Separator?) -> (title: Range<Int>, body: Int)? {
    guard let separator else { return nil }
    let index = titleLine(of: node)
    guard index < survey.lines.count else { return nil }
    let line = survey.lines[index]
    let text = survey.text
    let start = titleStart(of: node)
    let end = line.text.upperBound
    if separator == .bold {
      let boldEnd = line.text.lowerBound + line.bold
      guard line.bold > 0, boldEnd > start, boldEnd < end else { return nil }
      let title = trimDecoration(in: text, start..<boldEnd)
      let body = skipMarks(in: text, at: boldEnd, end: end)
      return title.isEmpty || body >= end ? nil : (title, body)
    }
    return divide(text, start, end, separator)
  }

  /// Where a node's title begins: behind the marker, the award or the bullet.
  func titleStart(of node: Node) -> Int {
    if let award = node.award { return award.title }
    let line = survey.lines[titleLine(of: node)]
    if node.marker >= 0, !survey.markers[node.marker].isAlone {
      return survey.markers[node.marker].title
    }
    return skipBullet(in: survey.text, line.text)
  }
}

private func divide(_ text: [UInt8], _ start: Int, _ end: Int, _ separator: Separator) -> (
  title: Range<Int>, body: Int
)? {
  var at = start
  var width = 0
  while at < end, width <= splitReach {
    let scalar = text.scalar(at: at)
    let after = at + scalar.length
    if at > start, divides(text, at, after, scalar.value, separator) {
      let body = skipMarks(in: text, at: after, end: end)
      let title = text.trimmed(start..<at)
      return body < end && width >= 2 ? (title, body) : nil
    }
    // A sentence has ended: no name is that long.
    if separator == .colon || separator == .dash, endsSentence(text, at, after, start) {
      return nil
    }
    if separator != .stop, [0x3002, 0x21, 0xFF01].contains(scalar.value) { return nil }
    width += scalar.value >= 0x1100 ? 2 : 1
    at = after
  }
  return nil
}

/// A full stop behind a whole word, and a capital after it.
private func endsSentence(_ text: [UInt8], _ at: Int, _ after: Int, _ start: Int) -> Bool {
  guard text[at] == UInt8(ascii: "."), at - start >= 4, text[after] == 0x20 else { return false }
  let next = text.scalar(at: after + 1).value
  return fold(next) != next && text[at - 4..<at].allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
}

private func divides(
  _ text: [UInt8], _ at: Int, _ after: Int, _ scalar: UInt32, _ separator: Separator
) -> Bool {
  let next = text.scalar(at: after).value
  switch separator {
  case .bold: return false
  case .colon: return isColon(scalar) && !(Scalar.isDigit(next) && scalar == 0x3A)
  case .dash:
    let isDash = [0x2D, 0x2013, 0x2014].contains(scalar)
    return isDash && (Scalar.isSpace(next) && text[at - 1] == 0x20 || next == 0x2014)
  case .stop:
    if scalar == 0x3002 || scalar == 0xFF0E { return true }
    return (scalar == 0x2E || scalar == 0x3F) && next == 0x20
  case .comma: return scalar == 0xFF0C || scalar == 0x3001
  case .space:
    return Scalar.isSpace(scalar) && Scalar.isUnspaced(next)
      && Scalar.isUnspaced(text.scalar(before: at).value)
  }
}

/// Steps over the marks that divide title and text.
private func skipMarks(in text: [UInt8], at start: Int, end: Int) -> Int {
  var at = start
  while at < end, case let scalar = text.scalar(at: at),
    Scalar.isSpace(scalar.value) || isColon(scalar.value)
      || [0x2D, 0x2013, 0x2014, 0x2E, 0x3002].contains(scalar.value)
  {
    at += scalar.length
  }
  return at
}
