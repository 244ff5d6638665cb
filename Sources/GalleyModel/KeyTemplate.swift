/// The id of a series' documents, with tokens for what differs: `mittr-tr10-{year}-{lang}`.
package struct KeyTemplate: Sendable, Equatable {
  package enum Piece: Sendable, Equatable {
    case text(String)
    case year
    case language
  }

  package enum Flaw: Error, Equatable {
    /// Outside of the letters, digits and marks of an id.
    case badScalar(Unicode.Scalar)
    case unclosed
    case unknownToken(String)
    /// An id begins with a letter or a digit and has 3 to 80 of them.
    case badLength
  }

  package let source: String
  package let pieces: [Piece]

  package static let tokens = ["year", "lang"]

  package init(_ source: String) throws(Flaw) {
    self.source = source
    var out: [Piece] = []
    var text = ""
    var rest = source.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_", ".": text.unicodeScalars.append(scalar)
      case "{":
        guard let end = rest.firstIndex(of: "}") else { throw .unclosed }
        if !text.isEmpty { out.append(.text(text)) }
        text = ""
        switch String(rest[..<end]) {
        case "year": out.append(.year)
        case "lang": out.append(.language)
        case let name: throw .unknownToken(name)
        }
        rest = rest[rest.index(after: end)...]
      default: throw .badScalar(scalar)
      }
    }
    if !text.isEmpty { out.append(.text(text)) }
    pieces = out
    // The longest language tag that is in use has 12 characters, a year has 4.
    let longest = source.utf8.count + 12 * out.count { $0 == .language }
    guard source.utf8.count >= 3, longest <= 80, case .text(let first) = out.first,
      first.utf8.first.map({ $0 != 0x2D && $0 != 0x2E && $0 != 0x5F }) ?? false
    else { throw .badLength }
  }

  /// The id, or nil where the template asks for a year and none is known.
  package func id(year: Int?, language: String) -> String? {
    var out = ""
    for piece in pieces {
      switch piece {
      case .text(let text): out += text
      case .year:
        guard let year else { return nil }
        out += String(year)
      case .language: out += language.lowercased()
      }
    }
    return out
  }
}
