/// A document as it arrived. Nothing after the reader knows of files.
public struct Source: Sendable {
  /// The name relative to the Inbox, `/`-separated. It says where the bytes came from and hints at
  /// the format; ids are never made from it.
  public var name: String
  public var bytes: [UInt8]
  /// WHATWG label of the encoding that somebody told; nil: it is found out.
  public var encoding: String?

  public init(name: String, bytes: [UInt8], encoding: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
  }
}

package enum Format: Sendable {
  case text
  case html

  package var mediaType: String {
    switch self {
    case .text: "text/plain"
    case .html: "text/html"
    }
  }
}

/// A source as valid UTF-8, with the way back to its bytes.
package struct Decoded: Sendable {
  package var format: Format
  /// WHATWG label of the encoding, lower case: `utf-8`, `gb18030`, `windows-1252` ...
  package var encoding: String
  /// Valid UTF-8.
  package var text: [UInt8]
  /// From offsets in `text` to offsets in the source.
  package var origin: OffsetMap
  package var diagnostics: [Diagnostic]

  package init(
    format: Format, encoding: String, text: [UInt8], origin: OffsetMap = .identity,
    diagnostics: [Diagnostic] = []
  ) {
    self.format = format
    self.encoding = encoding
    self.text = text
    self.origin = origin
    self.diagnostics = diagnostics
  }
}

/// A doubt about a document, printed in its record: what a person may want to look at.
public struct Diagnostic: Sendable, Equatable {
  public enum Level: String, Sendable {
    case info
    case warning
    case error
  }

  public var level: Level
  /// A letter and three digits; see Docs/diagnostics.md.
  public var code: String
  public var message: String
  /// Position of the section that it speaks of, 1-based.
  public var section: Int?

  public init(_ level: Level, _ code: String, _ message: String, section: Int? = nil) {
    self.level = level
    self.code = code
    self.message = message
    self.section = section
  }
}
