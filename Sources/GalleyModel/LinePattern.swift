/// The form of a line, written with tokens: `第{n}位 {title}`, `THE ANNUAL LIST | {n}`, `Source: *`.
///
/// It matches a whole line, in time linear in the line. Letter case and full-width forms of ASCII
/// make no difference; a blank stands for any white space.
package struct LinePattern: Sendable, Equatable {
  package enum Piece: Sendable, Equatable {
    case text([UInt32])
    case space
    case numeral(Numeral)
    /// One scalar or more.
    case title
    /// Anything, or nothing.
    case any
  }

  package enum Numeral: String, Sendable, CaseIterable {
    case decimal = "n"
    case han = "zh_n"
    case roman = "roman"
    case circled = "circled"

    /// Whether numerals of this kind are written with `scalar`.
    package func holds(_ scalar: UInt32) -> Bool {
      switch self {
      case .decimal: Scalar.isDigit(scalar)
      case .han: Self.hanDigits.contains(scalar)
      case .roman: (0x2160...0x217B).contains(scalar) || Self.romanLetters.contains(scalar)
      case .circled: (0x2460...0x249B).contains(scalar) || (0x2776...0x2793).contains(scalar)
      }
    }

    private static let hanDigits: [UInt32] = "〇零一二三四五六七八九十百".unicodeScalars.map(\.value)
    private static let romanLetters: [UInt32] = "IVXLCivxlc".unicodeScalars.map(\.value)
  }

  package struct Match: Sendable, Equatable {
    package var number: Range<Int>?
    package var title: Range<Int>?
  }

  /// As it was written.
  package let source: String
  package let pieces: [Piece]

  package enum Flaw: Error, Equatable {
    case empty
    case unclosed
    case unknownToken(String)
    case repeatedToken(String)
    /// Two tokens of variable length without anything between them.
    case adjacent
  }

  package init(_ source: String) throws(Flaw) {
    self.source = source
    pieces = try Self.parse(source)
  }

  package var numeral: Numeral? {
    for case .numeral(let numeral) in pieces { return numeral }
    return nil
  }

  package var hasTitle: Bool { pieces.contains(.title) }

  /// The pattern with a title behind it; nil where it has one.
  package var withTitle: LinePattern? {
    hasTitle || pieces.last == .any
      ? nil : LinePattern(source: source, pieces: pieces + [.space, .title])
  }

  private init(source: String, pieces: [Piece]) {
    self.source = source
    self.pieces = pieces
  }

  /// Scalars that are matched literally: the more, the more specific is the pattern.
  package var literalCount: Int {
    pieces.reduce(0) { count, piece in
      if case .text(let scalars) = piece { count + scalars.count } else { count }
    }
  }
}

extension LinePattern {
  package func match(_ text: String) -> Match? {
    let bytes = Array(text.utf8)
    return match(bytes, bytes.indices)
  }

  /// Matches all of `range`, white space at its ends left out.
  package func match(_ text: [UInt8], _ range: Range<Int>) -> Match? {
    let line = text.trimmed(range)
    var match = Match()
    var at = line.lowerBound
    var next = 0
    // The last piece that may take more, where it began, and where it ends for now. Going back to
    // the last one is enough: an earlier one could only leave less of the line for it.
    var open: (piece: Int, start: Int, end: Int)?
    while true {
      if next < pieces.count {
        switch pieces[next] {
        case .any:
          open = (next, at, at)
          next += 1
          continue
        case .title:
          let end = at + text.scalar(at: at).length
          if end <= line.upperBound, end > at {
            open = (next, at, end)
            match.title = at..<end
            at = end
            next += 1
            continue
          }
        case .text, .space, .numeral:
          if let end = end(of: pieces[next], in: text, at: at, limit: line.upperBound) {
            if case .numeral = pieces[next] { match.number = at..<end }
            at = end
            next += 1
            continue
          }
        }
      } else if at == line.upperBound {
        match.title = match.title.map { text.trimmed($0) }
        return match.title?.isEmpty == true ? nil : match
      }
      guard let last = open, last.end < line.upperBound else { return nil }
      at = last.end + max(1, text.scalar(at: last.end).length)
      open = (last.piece, last.start, at)
      if pieces[last.piece] == .title { match.title = last.start..<at }
      next = last.piece + 1
    }
  }

  /// Where a piece of one possible length ends.
  private func end(of piece: Piece, in text: [UInt8], at start: Int, limit: Int) -> Int? {
    var at = start
    switch piece {
    case .text(let scalars):
      for expected in scalars {
        guard at < limit else { return nil }
        let scalar = text.scalar(at: at)
        guard foldedWidth(scalar.value) == foldedWidth(expected) else { return nil }
        at += scalar.length
      }
      return at
    case .space:
      while at < limit, case let scalar = text.scalar(at: at), Scalar.isSpace(scalar.value) {
        at += scalar.length
      }
    case .numeral(let numeral):
      while at < limit, case let scalar = text.scalar(at: at), numeral.holds(scalar.value) {
        at += scalar.length
      }
    case .title, .any: return nil
    }
    return at > start ? at : nil
  }
}

extension LinePattern {
  private static func parse(_ source: String) throws(Flaw) -> [Piece] {
    var out: [Piece] = []
    var text: [UInt32] = []
    func flush() {
      if !text.isEmpty { out.append(.text(text)) }
      text = []
    }
    var rest = source.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let escaped = rest.popFirst() else { throw .unclosed }
        text.append(escaped.value)
      case "*":
        flush()
        if out.last != .any { out.append(.any) }
      case "{":
        flush()
        guard let end = rest.firstIndex(of: "}") else { throw .unclosed }
        out.append(try token(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      case _ where Scalar.isSpace(scalar.value):
        flush()
        if out.last != .space { out.append(.space) }
      default: text.append(scalar.value)
      }
    }
    flush()
    while out.last == .space { out.removeLast() }
    while out.first == .space { out.removeFirst() }
    if out.isEmpty { throw .empty }
    if out.count(where: { $0 == .title }) > 1 { throw .repeatedToken("title") }
    for (piece, next) in zip(out, out.dropFirst()) where isOpen(piece) && isOpen(next) {
      throw .adjacent
    }
    return out
  }

  private static func token(_ name: String) throws(Flaw) -> Piece {
    if name == "title" { return .title }
    guard let numeral = Numeral(rawValue: name) else { throw .unknownToken(name) }
    return .numeral(numeral)
  }

  private static func isOpen(_ piece: Piece) -> Bool { piece == .title || piece == .any }

  /// A pattern that matches `text` and no other.
  package static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if ["*", "{", "\\"].contains(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  /// The names that may stand in braces.
  package static let tokens = Numeral.allCases.map(\.rawValue) + ["title"]
}

/// Lower case of ASCII, and ASCII for its full-width forms.
private func foldedWidth(_ scalar: UInt32) -> UInt32 {
  let narrow = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
  return (0x41...0x5A).contains(narrow) ? narrow + 0x20 : narrow
}
