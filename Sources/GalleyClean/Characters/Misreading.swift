internal import GalleyModel

/// A wrong way of reading a text: what it was written in, and what it was taken for.
enum Misreading: Hashable, CaseIterable {
  /// UTF-8 taken for a code page, or for the two-byte encoding of another language.
  case utf8AsWindows1252, utf8AsWindows1251, utf8AsWindows1250, utf8AsWindows1254
  case utf8AsKOI8, utf8AsMacRoman, utf8AsCodePage437, utf8AsCodePage850
  case utf8AsGBK, utf8AsShiftJIS
  /// East Asian encodings taken for ISO 8859-1 or windows-1252. The first wins a tie: the less of
  /// other texts' bytes are good in it, the earlier it stands.
  case eucKRAsWindows1252, gb18030AsWindows1252, big5AsWindows1252, shiftJISAsWindows1252
  case eucJPAsWindows1252
  /// Cyrillic code pages taken for each other, or for windows-1252.
  case koi8AsWindows1251, windows1251AsKOI8, windows1251AsWindows1252, koi8AsWindows1252

  /// What the text was taken for, where that is a code page.
  var page: SingleByteEncoding? {
    switch self {
    case .utf8AsWindows1251, .koi8AsWindows1251: .windows1251
    case .utf8AsWindows1250: .windows1250
    case .utf8AsWindows1254: .windows1254
    case .utf8AsKOI8, .windows1251AsKOI8: .koi8
    case .utf8AsMacRoman: .macRoman
    case .utf8AsCodePage437: .codePage437
    case .utf8AsCodePage850: .codePage850
    case .utf8AsGBK, .utf8AsShiftJIS: nil
    default: .windows1252
    }
  }

  /// The code page that the text was written in.
  var writtenPage: SingleByteEncoding? {
    switch self {
    case .koi8AsWindows1251, .koi8AsWindows1252: .koi8
    case .windows1251AsKOI8, .windows1251AsWindows1252: .windows1251
    default: nil
    }
  }

  /// The encoding of several bytes a character that the text was written in, other than UTF-8.
  var writtenEncoding: MultiByteEncoding? {
    switch self {
    case .shiftJISAsWindows1252: .shiftJIS
    case .eucJPAsWindows1252: .eucJP
    case .gb18030AsWindows1252: .gb18030
    case .big5AsWindows1252: .big5
    case .eucKRAsWindows1252: .eucKR
    default: nil
    }
  }

  /// UTF-8 proves itself: a sequence is repaired by itself, where others take a whole paragraph.
  var isOfUTF8: Bool { writtenPage == nil && writtenEncoding == nil }
}

/// Back from the scalars of a misread text to its bytes.
struct ByteReader: ~Copyable {
  private let page: SingleByteEncoding?
  private let converter: ByteConverter?
  let isWindows1252: Bool

  init(_ misreading: Misreading) {
    page = misreading.page
    isWindows1252 = misreading == .utf8AsWindows1252
    switch misreading {
    case .utf8AsGBK: converter = ByteConverter(from: "UTF-8", to: "GB18030")
    case .utf8AsShiftJIS: converter = ByteConverter(from: "UTF-8", to: "CP932")
    default: converter = nil
    }
  }

  /// The bytes that were read as `scalar`; nil where no bytes are.
  func bytes(_ scalar: UInt32) -> [UInt8]? {
    if scalar < 0x80 { return [UInt8(scalar)] }
    if let page { return page.byte(scalar).map { [$0] } }
    return converter?.convert(utf8(scalar))
  }
}
