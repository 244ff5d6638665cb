internal import GalleyModel

/// A format that is told by its first bytes and that holds no text to read.
struct Signature: Sendable {
  var bytes: [UInt8]
  var format: String
  var advice: String

  /// From the formats' own specifications.
  static let known: [Signature] = [
    Signature("%PDF-", "a PDF document", "extract its text first, for example with pdftotext"),
    Signature(
      "PK\u{3}\u{4}", "a ZIP archive (also DOCX, ODT and EPUB)",
      "unpack it or export it as text or HTML first"),
    Signature("{\\rtf", "a Rich Text document", "export it as text or HTML first"),
    Signature(
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document",
      "export it as text or HTML first"),
    Signature([0x1F, 0x8B], "gzip data", "unpack it first"),
    Signature("BZh", "bzip2 data", "unpack it first", minimumControl: true),
    Signature([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data", "unpack it first"),
    Signature([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data", "unpack it first"),
    Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", "unpack it first"),
    Signature([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image", ocr),
    Signature([0xFF, 0xD8, 0xFF], "a JPEG image", ocr),
    Signature("GIF8", "a GIF image", ocr, minimumControl: true),
    Signature("RIFF", "a WebP image, a sound or a film", ocr, minimumControl: true),
    Signature([0x49, 0x49, 0x2A, 0x00], "a TIFF image", ocr),
    Signature([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image", ocr),
    Signature([0x7F, 0x45, 0x4C, 0x46], "a program", "give a text instead"),
    Signature("SQLite format 3\u{0}", "a SQLite database", "export its text first"),
  ]

  private static let ocr = "recognize its text (OCR) first"

  /// The letters alone could begin a text: then a control character must stand near them.
  private var minimumControl: Bool

  private init(
    _ bytes: [UInt8], _ format: String, _ advice: String, minimumControl: Bool = false
  ) {
    self.bytes = bytes
    self.format = format
    self.advice = advice
    self.minimumControl = minimumControl
  }

  private init(_ text: String, _ format: String, _ advice: String, minimumControl: Bool = false) {
    self.init(Array(text.utf8), format, advice, minimumControl: minimumControl)
  }

  static func find(in source: [UInt8]) -> Signature? {
    known.first { signature in
      source.starts(with: signature.bytes)
        && (!signature.minimumControl || source.prefix(32).contains { isControl($0) })
    }
  }
}

/// A control character that no text holds: not tab, line feed, form feed, return or escape.
func isControl(_ byte: UInt8) -> Bool {
  byte < 0x20 ? !(0x09...0x0D).contains(byte) && byte != 0x1B : byte == 0x7F
}

/// The longest beginning of a source that is looked at to tell text from data.
private let examined = 1 << 16

/// Throws where the bytes are no text. Random bytes hold 11 % control characters, texts in any
/// encoding of this room but UTF-16 next to none.
func requireText(_ source: [UInt8]) throws(ReadError) {
  let head = source.prefix(examined)
  let control = head.count { isControl($0) }
  guard control <= max(1, head.count / 50) else {
    throw .binary(control: control, examined: head.count)
  }
}
