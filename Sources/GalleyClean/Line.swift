internal import GalleyModel

/// A line of the document and what the rules ask of it, measured once.
///
/// Large documents have millions of lines, and the rules walk over all of them: a line takes 64 bytes.
/// What they ask of its ends is kept here, for a look at the text is slower where that is large.
struct Line {
  /// In the text that is cleaned, without white space at its ends.
  var text: Range<Int>
  /// Index of its block in `Blocks.items`.
  @Compact<Int32> var block: Int
  @Compact<Int32> var indent: Int
  @Compact<Int32> var blanksBefore: Int
  /// Columns, the wide scripts counted 2.
  @Compact<Int32> var width: Int
  /// Columns of the marker and the white space after it.
  @Compact<Int32> var markerWidth: Int
  /// Bytes at its beginning that are bold.
  @Compact<Int32> var bold: Int
  /// The scalars at its ends.
  var first: UInt32
  var last: UInt32
  var kind: Block.Kind
  var isNewPage: Bool
  /// Line feeds just before it, up to 2.
  var lineFeedsBefore: UInt8
  /// Columns up to the first place where it could be broken; 41 at most.
  @Compact<UInt8> var firstWord: Int
  var ending: Ending
  /// A closing quote or bracket stands behind the ending.
  var isClosed: Bool
  var opening: Opening
  var marker: Marker
  /// Set by the rules that drop lines.
  var drop: Rule?
  /// Set where the line is read elsewhere than it stands.
  var move: Rule?

  /// The column after its last character.
  var edge: Int { indent + width }
}

extension Line {
  /// `columns` are those of the line, where they are known.
  @inline(__always)
  init(
    _ block: Block, index: Int, text: Range<Int>, of bytes: [UInt8], columns: Int? = nil
  ) {
    self.block = index
    kind = block.kind
    indent = block.indent
    blanksBefore = block.blanksBefore
    bold = block.bold
    isNewPage = block.style.contains(.newPage)
    self.text = text
    first = bytes.scalar(at: text.lowerBound).value
    last = bytes.scalar(before: text.upperBound).value
    lineFeedsBefore = countLineFeeds(before: text.lowerBound, in: bytes)
    width = columns ?? measureColumns(text, of: bytes.span)
    (ending, isClosed) = measureEnding(text, of: bytes, last: last)
    opening = measureOpening(text, of: bytes, first: first)
    (marker, markerWidth) = measureMarker(text, of: bytes, first: first)
    firstWord = measureFirstWord(text, of: bytes)
  }

  /// A part of the line as a line of its own.
  func part(_ text: Range<Int>, indent: Int, _ bytes: [UInt8]) -> Line {
    let block = Block(
      kind: kind, text: text, indent: indent, blanksBefore: blanksBefore,
      style: isNewPage ? .newPage : [])
    return Line(block, index: self.block, text: text, of: bytes)
  }
}

private func countLineFeeds(before offset: Int, in bytes: [UInt8]) -> UInt8 {
  guard offset > 0, bytes[offset - 1] == 0x0A else { return 0 }
  return offset > 1 && bytes[offset - 2] == 0x0A ? 2 : 1
}
