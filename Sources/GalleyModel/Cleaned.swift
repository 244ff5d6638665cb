/// A document whose paragraphs are whole again.
package struct Cleaned: Sendable {
  package struct Paragraph: Sendable, Equatable {
    /// In `Cleaned.text`, without white space at its ends. It holds a line feed only where the
    /// kind is `.preformatted`.
    package var text: Range<Int>
    /// The blocks that it was made of, as indices of `Blocks.items`.
    package var blocks: Range<Int>
    /// Bytes at the beginning of its text that are bold.
    @Compact<Int32> package var bold: Int
    package var kind: Block.Kind

    package init(kind: Block.Kind, text: Range<Int>, blocks: Range<Int>, bold: Int = 0) {
      self.text = text
      self.blocks = blocks
      self.bold = bold
      self.kind = kind
    }
  }

  /// The document before cleaning.
  package var blocks: Blocks
  /// All changes, over `blocks.text`.
  package var edits: [Edit]
  /// `blocks.text` after `edits`.
  package var text: [UInt8]
  /// From offsets in `text` to offsets in `blocks.text`.
  package var origin: OffsetMap
  package var paragraphs: [Paragraph]
  package var diagnostics: [Diagnostic]

  package init(
    blocks: Blocks, edits: [Edit], edited: Edited, paragraphs: [Paragraph],
    diagnostics: [Diagnostic] = []
  ) {
    self.blocks = blocks
    self.edits = edits
    self.text = edited.text
    self.origin = edited.origin
    self.paragraphs = paragraphs
    self.diagnostics = diagnostics
  }
}
