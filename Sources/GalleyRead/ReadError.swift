/// Why a source can't be read. Each says what was found and what to do about it.
package enum ReadError: Error, Equatable {
  /// No bytes at all.
  case empty
  /// White space alone.
  case blank
  /// A format that holds text but is none; the first value names it, the second what to do.
  case container(format: String, advice: String)
  /// No text: `control` of the first `examined` bytes are control characters.
  case binary(control: Int, examined: Int)
  /// More bytes than the parser of pages counts.
  case tooLarge(bytes: Int, limit: Int)
  /// The parser of pages could not be set up: memory ran out.
  case parserUnavailable
  /// No encoding has the name that was told.
  case unknownEncoding(String)

  /// Stable: a letter and three digits; see Docs/diagnostics.md.
  package var code: String {
    switch self {
    case .empty: "E101"
    case .blank: "E102"
    case .container: "E103"
    case .binary: "E104"
    case .tooLarge: "E105"
    case .parserUnavailable: "E106"
    case .unknownEncoding: "E107"
    }
  }
}

extension ReadError: CustomStringConvertible {
  package var description: String {
    let reason =
      switch self {
      case .empty: "the file is empty; save it again from where it came"
      case .blank: "the file holds white space only; save it again from where it came"
      case .container(let format, let advice): "this is \(format), not text; \(advice)"
      case .binary(let control, let examined):
        "this is no text: \(control) of the first \(examined) bytes are control characters; "
          + "convert it to text or HTML first"
      case .tooLarge(let bytes, let limit):
        "the page has \(bytes) bytes, the limit is \(limit); split it"
      case .unknownEncoding(let name):
        "no encoding is called '\(name)'; use a label of the WHATWG Encoding Standard, as utf-8"
      case .parserUnavailable: "no memory for the HTML parser; free some and try again"
      }
    return "\(code) \(reason)"
  }
}
