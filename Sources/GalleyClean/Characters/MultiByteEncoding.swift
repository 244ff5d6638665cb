/// The encodings of one or more bytes a character whose texts are met as mojibake.
enum MultiByteEncoding: CaseIterable {
  case shiftJIS, eucJP, gb18030, big5, eucKR

  /// As iconv has it: the supersets that the names mean in practice.
  var name: String {
    switch self {
    case .shiftJIS: "CP932"
    case .eucJP: "EUC-JP"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .eucKR: "CP949"
    }
  }

  /// The Han characters that its texts are written with.
  var han: HanUse {
    switch self {
    case .shiftJIS, .eucJP: .japanese
    case .gb18030: .chinese
    case .big5: .taiwanese
    case .eucKR: []
    }
  }

  /// Bytes of the character that begins at `offset`, by its lead byte; nil for no lead byte.
  func length(at offset: Int, of bytes: [UInt8]) -> Int? {
    let lead = bytes[offset]
    if lead < 0x80 { return 1 }
    switch self {
    case .shiftJIS:
      if (0xA1...0xDF).contains(lead) { return 1 }
      return lead == 0x80 || lead == 0xA0 || lead > 0xFC ? nil : 2
    case .eucJP:
      if lead == 0x8F { return 3 }
      return lead == 0x8E || (0xA1...0xFE).contains(lead) ? 2 : nil
    case .gb18030:
      guard (0x81...0xFE).contains(lead) else { return nil }
      return offset + 1 < bytes.count && (0x30...0x39).contains(bytes[offset + 1]) ? 4 : 2
    case .big5, .eucKR: return (0x81...0xFE).contains(lead) ? 2 : nil
    }
  }
}
