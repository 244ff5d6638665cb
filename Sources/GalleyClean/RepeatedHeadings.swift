internal import GalleyModel

/// Marks the heads that repeat a heading of the text, so that they are seldom the same on two pages:
/// the section that a page begins with or goes on with, as books have them.
///
/// One such line may be a heading that stands at a page's edge and is spoken of nearby; where half of
/// the pages that have no other head have one, it is their habit. A table of contents repeats every
/// heading too, but from far away.
func markRepeatedHeadings(on pages: [Range<Int>], _ lines: inout [Line], of bytes: [UInt8]) {
  let headings = Headings(lines, of: bytes)
  for isTop in [true, false] {
    var heads: [Range<Int>] = []
    var known = 0
    var bare = 0
    for (number, page) in pages.enumerated() {
      let edge = isTop ? Array(page.prefix(edgeDepth)) : page.suffix(edgeDepth).reversed()
      if edge.contains(where: { lines[$0].drop == .runningHead }) {
        known += 1
        // Below a head that is left out already, the heading itself may stand; above a foot it does not.
        if isTop { continue }
      }
      guard let outermost = edge.first(where: { lines[$0].drop == nil }) else { continue }
      bare += 1
      // On the first page the title stands on top, and is no head of what comes later.
      let near =
        number > 0 || !isTop
        ? pages[max(0, number - pagesBack)].lowerBound..<page.upperBound
        : outermost..<min(outermost + 2 * Headings.mostLines, page.upperBound)
      if let head = headings.head(at: outermost, isTop: isTop, in: page, repeating: near) {
        heads.append(head)
      }
    }
    guard heads.count + known >= 3, heads.count * 2 >= bare else { continue }
    for line in heads.joined() { lines[line].drop = .runningHead }
  }
}

/// Lines at an edge: those that are left out already may stand outside of a head.
private let edgeDepth = 4

/// Left and right pages may have different heads, so that a head goes on from the last page but one.
private let pagesBack = 2

/// Finds what is printed twice, whatever the lines it is broken into.
private struct Headings {
  let lines: [Line]
  let bytes: [UInt8]
  /// The first letters of each line in one number, 0 where it has fewer near its beginning.
  private let beginnings: [UInt64]

  private static let beginningLetters = 4
  private static let beginningBytes = 32

  /// Lines that the longest heading takes.
  static let mostLines = 3

  init(_ lines: [Line], of bytes: [UInt8]) {
    self.lines = lines
    self.bytes = bytes
    beginnings = lines.map { line in
      var letters = 0
      var out: UInt64 = 0
      var at = line.text.lowerBound
      while at < min(line.text.upperBound, line.text.lowerBound + Self.beginningBytes) {
        let scalar = bytes.scalar(at: at)
        if Letters.isLetter(scalar.value) {
          // Beyond ASCII by the row of 256 alone, in which both cases of a letter stand.
          out = out << 16 | UInt64(scalar.value < 0x80 ? scalar.value | 0x20 : scalar.value >> 8)
          letters += 1
          if letters == Self.beginningLetters { return out }
        }
        at += scalar.length
      }
      return 0
    }
  }

  /// The lines at a page's edge, the most there are, that are repeated among those of `near`.
  func head(
    at edge: Int, isTop: Bool, in page: Range<Int>, repeating near: Range<Int>
  ) -> Range<Int>? {
    for count in (1...Self.mostLines).reversed() {
      let head = isTop ? edge..<edge + count : edge - count + 1..<edge + 1
      guard head.lowerBound >= page.lowerBound, head.upperBound <= page.upperBound,
        head.count == 1 || lines[head].dropFirst().allSatisfy({ $0.blanksBefore == 0 }),
        isRepeated(head, in: near)
      else { continue }
      return head
    }
    return nil
  }

  private func isRepeated(_ head: Range<Int>, in near: Range<Int>) -> Bool {
    guard head.allSatisfy({ lines[$0].drop == nil && mayBeOfHeading(lines[$0]) }) else {
      return false
    }
    let key = key(of: head.lowerBound...head.upperBound - 1)
    guard key.letterCount >= 4, key.hasWord else { return false }
    return near.contains { first in
      guard beginnings[first] == beginnings[head.lowerBound] else { return false }
      let most = min(first + Self.mostLines, near.upperBound)
      return (first..<most).contains { last in
        !head.overlaps(first..<last + 1) && self.key(of: first...last).saysTheSame(as: key)
      }
    }
  }

  private func key(of lines: ClosedRange<Int>) -> LineKey {
    let end = self.lines[lines.upperBound].text.upperBound
    return LineKey(self.lines[lines.lowerBound].text.lowerBound..<end, of: bytes)
  }

  private func mayBeOfHeading(_ line: Line) -> Bool {
    guard line.width < 100, line.marker != .bullet else { return false }
    switch line.ending {
    case .sentence, .comma, .hyphen: return false
    default: return true
    }
  }
}

extension LineKey {
  /// The same letters and numbers; one of them may have none.
  fileprivate func saysTheSame(as other: LineKey) -> Bool {
    letters == other.letters
      && (first == nil || other.first == nil || first == other.first && last == other.last)
  }
}
