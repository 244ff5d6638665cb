/// A part of a document as its reader saw it: a line of plain text, or an element of a page.
package struct Block: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A line of plain text: part of a paragraph, or a whole one. The cleaner decides.
    case line
    /// A paragraph of a page.
    case paragraph
    /// A heading of a page, with its level from 1 to 6.
    case heading(Int8)
    /// A list item of a page; `number` is what a browser draws before it, nil for a bullet.
    case listItem(number: Int32?)
    /// A row of a table, its cells divided by tabs.
    case tableRow
    /// Lines whose breaks and blanks carry meaning.
    case preformatted
    /// The words of a figure.
    case caption
    /// A term of a definition list; the block after it is its definition.
    case term
  }

  package struct Style: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The library's own `[]` and `contains` go through witnesses.
    package init(arrayLiteral elements: Style...) {
      var bits: UInt8 = 0
      for element in elements { bits |= element.rawValue }
      rawValue = bits
    }
    package func contains(_ other: Style) -> Bool { rawValue & other.rawValue == other.rawValue }
    /// All of the text stands in links.
    package static let link = Style(rawValue: 1)
    /// A form feed stands before it.
    package static let newPage = Style(rawValue: 2)
    /// Stands in a quotation.
    package static let quote = Style(rawValue: 4)
    /// Says the page's title again.
    package static let title = Style(rawValue: 8)
    /// Author, date, section: the page's markup says so.
    package static let metadata = Style(rawValue: 16)
    /// Stands in an item of a list.
    package static let item = Style(rawValue: 32)
  }

  /// In `Blocks.text`, without white space at its ends.
  package var text: Range<Int>
  /// Columns of white space before it: a tab goes to the next multiple of 8, U+3000 counts 2.
  @Compact<Int32> package var indent: Int
  /// Blank lines between it and the block before it. A page's blocks count as 1 apart.
  @Compact<Int32> package var blanksBefore: Int
  /// Bytes at the beginning of its text that are bold; all of them for a bold line.
  @Compact<Int32> package var bold: Int
  package var kind: Kind
  package var style: Style

  package init(
    kind: Kind, text: Range<Int>, indent: Int = 0, blanksBefore: Int = 0, style: Style = [],
    bold: Int = 0
  ) {
    self.text = text
    self.indent = indent
    self.blanksBefore = blanksBefore
    self.bold = bold
    self.kind = kind
    self.style = style
  }
}

/// What a page says of itself outside of its text. nil where it says nothing.
package struct Head: Sendable, Equatable {
  /// The best statement of the article's title, without the site's name.
  package var title: String?
  package var site: String?
  package var author: String?
  /// As printed in the page: ISO 8601 or a prefix of it.
  package var published: String?
  package var canonical: String?
  /// BCP 47, as declared.
  package var language: String?
  package init() {}
}

/// A document as its reader saw it: all text in one buffer, and the blocks as ranges of it.
package struct Blocks: Sendable {
  package var format: Format
  /// WHATWG label.
  package var encoding: String
  /// Valid UTF-8. For plain text the decoded text itself, blank lines and all; for a page the text
  /// of its blocks, each followed by a line feed.
  package var text: [UInt8]
  package var items: [Block]
  package var head: Head
  /// From offsets in `text` to offsets in the source, one map after the other.
  package var origins: [OffsetMap]
  package var diagnostics: [Diagnostic]

  package init(
    format: Format, encoding: String, text: [UInt8], items: [Block], head: Head = Head(),
    origins: [OffsetMap] = [], diagnostics: [Diagnostic] = []
  ) {
    self.format = format
    self.encoding = encoding
    self.text = text
    self.items = items
    self.head = head
    self.origins = origins.filter { !$0.isIdentity }
    self.diagnostics = diagnostics
  }

  /// The bytes of the source that `range` of `text` was made from.
  package func source(of range: Range<Int>) -> Range<Int> {
    var range = range
    for map in origins { range = map.origin(of: range) }
    return range
  }
}
