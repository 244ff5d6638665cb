internal import GalleyModel

/// A line of the document and what the rules ask of it, measured once.
struct Line {
  /// In the text that is cleaned, without white space at its ends.
  var text: Range<Int>
  /// Index of its block in `Blocks.items`.
  var block: Int
  var kind: Block.Kind
  var indent: Int
  var blanksBefore: Int
  var isNewPage: Bool
  /// Columns, the wide scripts counted 2.
  var width: Int
  /// Columns up to the first place where it could be broken.
  var firstWord: Int
  var ending: Ending
  /// A closing quote or bracket stands behind the ending.
  var isClosed: Bool
  var opening: Opening
  var marker: Marker
  /// Columns of the marker and the white space after it.
  var markerWidth: Int
  /// Bytes at its beginning that are bold.
  var bold: Int
  /// Set by the rules that drop lines.
  var drop: Rule?
  /// Set where the line is read elsewhere than it stands.
  var move: Rule?

  /// The column after its last character.
  var edge: Int { indent + width }
}

extension Line {
  init(_ block: Block, index: Int, text: Range<Int>, of bytes: [UInt8]) {
    self.block = index
    kind = block.kind
    indent = block.indent
    blanksBefore = block.blanksBefore
    bold = block.bold
    isNewPage = block.style.contains(.newPage)
    self.text = text
    width = measureColumns(text, of: bytes.span)
    (ending, isClosed) = measureEnding(text, of: bytes)
    opening = measureOpening(text, of: bytes)
    (marker, markerWidth) = measureMarker(text, of: bytes)
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
