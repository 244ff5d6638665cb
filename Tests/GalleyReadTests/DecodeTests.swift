import GalleyModel
import Testing

@testable import GalleyRead

@Suite struct DecodeTests {
  private func decodeText(_ bytes: [UInt8]) throws -> Decoded {
    try decode(Source(name: "a.txt", bytes: bytes))
  }

  @Test(arguments: Encoding.all, [2_048, 20_480]) func told(_ encoding: Encoding, _ size: Int)
    throws
  {
    let sample = try #require(encoding.sample(size))
    let decoded = try decodeText(sample.bytes)
    #expect(decoded.encoding == encoding.label)
    #expect(
      String(decoding: decoded.text, as: UTF8.self).filter { $0 != "\u{FEFF}" } == sample.text)
    #expect(decoded.diagnostics.allSatisfy { $0.code == "I101" })
  }

  @Test(arguments: Encoding.all.filter { $0.label != "windows-1250" })
  func shortSamples(_ encoding: Encoding) throws {
    let sample = try #require(encoding.sample(200))
    #expect(try decodeText(sample.bytes).encoding == encoding.label)
  }

  /// Lines drawn with U+2500 are percent signs in the other order of bytes, and Big5 in EUC-KR.
  @Test(arguments: [("EUC-KR", "euc-kr"), ("UTF-16LE", "utf-16le"), ("UTF-16BE", "utf-16be")])
  func drawnTables(_ iconv: String, _ label: String) throws {
    let row = "├──────────────┼────────────────┤\n│ 조력 발전소 │ 하루 두 번 돈다 │\n"
    let table = "기술 목록\n" + String(repeating: row, count: 12) + "표는 여기서 끝난다.\n"
    let bytes = try #require(encode(table, as: iconv))
    let decoded = try decodeText(bytes)
    #expect(decoded.encoding == label)
    #expect(String(decoding: decoded.text, as: UTF8.self) == table)
  }

  /// Each character's source bytes decode to that character and no other.
  @Test(arguments: Encoding.all) func origins(_ encoding: Encoding) throws {
    let sample = try #require(encoding.sample(1_000))
    let decoded = try decodeText(sample.bytes)
    var at = 0
    for scalar in String(decoding: decoded.text, as: UTF8.self).unicodeScalars {
      let length = String(scalar).utf8.count
      let source = decoded.origin.origin(of: at..<at + length)
      at += length
      // The mark of the encoding has no place of its own, and escapes change what follows.
      if scalar == "\u{FEFF}" || encoding.label == "iso-2022-jp" { continue }
      let name = encoding.iconv == "UTF-16" ? "UTF-16LE" : encoding.iconv
      #expect(encode(String(scalar), as: name) == Array(sample.bytes[source]))
    }
    #expect(at == decoded.text.count)
  }

  @Test func escapesOfISO2022() throws {
    let bytes = try #require(encode("a潮汐b", as: "ISO-2022-JP"))
    let decoded = try decodeText(bytes)
    #expect(decoded.encoding == "iso-2022-jp")
    // a, ESC $ B, two characters of two bytes, ESC ( B, b
    #expect(decoded.origin.origin(of: 0..<1) == 0..<1)
    #expect(decoded.origin.origin(of: 1..<4) == 4..<6)
    #expect(decoded.origin.origin(of: 4..<7) == 6..<8)
    #expect(decoded.origin.origin(of: 7..<8) == 11..<12)
  }

  @Test(arguments: [
    ("gb2312", "GBK", "gb18030"), ("GBK", "GBK", "gb18030"), ("x-sjis", "SHIFT_JIS", "shift_jis"),
    ("ks_c_5601-1987", "EUC-KR", "euc-kr"), ("big5", "BIG5", "big5"),
  ]) func declaredLabels(_ label: String, _ iconv: String, _ expected: String) throws {
    let encoding = try #require(Encoding.all.first { $0.iconv == iconv })
    let page = "<html><head><meta charset=\(label)></head><p>" + encoding.sentences[0]
    let decoded = try decode(Source(name: "a.html", bytes: #require(encode(page, as: iconv))))
    #expect(decoded.encoding == expected)
    #expect(String(decoding: decoded.text, as: UTF8.self) == page)
  }

  @Test(arguments: [
    "<meta charset=windows-1251>",
    "<meta http-equiv=Content-Type content='text/html; charset=cp1251'>",
    "<META CHARSET = \"Windows-1251\" />", "<?xml version='1.0' encoding='windows-1251'?>",
    "<!-- <meta> --><meta name=a content=b><meta charset=windows-1251>",
  ]) func declarations(_ head: String) throws {
    let bytes = try #require(encode(head + "<p>Мох", as: "CP1251"))
    let decoded = try decode(Source(name: "a.html", bytes: bytes))
    #expect(String(decoding: decoded.text, as: UTF8.self).hasSuffix("Мох"))
  }

  /// A label that is wrong, as servers and editors write it.
  @Test func falseLabel() throws {
    let encoding = try #require(Encoding.all.first { $0.iconv == "GBK" })
    let page = "<meta charset=iso-8859-1><p>" + encoding.sentences.joined()
    let decoded = try decode(Source(name: "a.html", bytes: #require(encode(page, as: "GBK"))))
    #expect(decoded.encoding == "gb18030")
    let utf8 = try decode(Source(name: "a.html", bytes: Array("<meta charset=gbk><p>潮汐".utf8)))
    #expect(utf8.encoding == "utf-8")
  }

  @Test func latin1IsWindows1252() throws {
    let decoded = try decodeText([0x80] + Array(" 20 for a caf".utf8) + [0xE9])
    #expect(String(decoding: decoded.text, as: UTF8.self) == "€ 20 for a café")
  }

  @Test(
    arguments: [
      (Array("潮汐".utf8), []), ([0xFF, 0xFE, 0x41, 0], []),
      (Array("<meta charset=iso-8859-1><p>caf".utf8) + [0xE9], []),
      (Array("caf".utf8) + [0xE9], ["I101"]),
    ] as [([UInt8], [String])]) func saysWhatIsAGuess(_ bytes: [UInt8], codes: [String]) throws
  {
    #expect(try decodeText(bytes).diagnostics.map(\.code) == codes)
  }

  /// What is told counts, against a mark, a declaration and the bytes.
  @Test(arguments: [
    ("UTF8", "utf-8", Array("café\nbad ".utf8) + [0xFF, 0xFE], "café\nbad \u{FFFD}\u{FFFD}"),
    ("latin1", "windows-1252", Array("café".utf8), "cafÃ©"),
    ("windows-1250", "windows-1250", [0x9C], "ś"),
    ("utf-16le", "utf-16le", [0xFF, 0xFE, 0x41, 0], "A"), ("utf-16", "utf-16le", [0x41, 0], "A"),
    ("cp1251", "windows-1251", Array("<meta charset=gbk>".utf8) + [0xCC], "<meta charset=gbk>М"),
  ]) func whatIsToldCounts(_ name: String, label: String, bytes: [UInt8], text: String) throws {
    let decoded = try decode(Source(name: "a.txt", bytes: bytes, encoding: name))
    #expect(decoded.encoding == label)
    #expect(String(decoding: decoded.text, as: UTF8.self) == text)
    #expect(decoded.diagnostics.last?.code == "I102")
  }

  /// iconv holds the last character back, to join it with an accent that may follow.
  @Test(arguments: [
    ("windows-1258", Array("ch".utf8) + [0xE0] + Array("o t".utf8) + [0xEA], "chào tê"),
    ("windows-1258", Array("tie".utf8) + [0xEC, 0x6E, 0x67], "tie\u{301}ng"),
    ("big5", [0xA4, 0xA4, 0x88, 0x66], "中Ê"),
  ]) func nothingIsHeldBack(_ label: String, bytes: [UInt8], text: String) throws {
    let decoded = try decode(Source(name: "a.txt", bytes: bytes, encoding: label))
    #expect(decoded.text == Array(text.utf8))
    let units = label == "big5" ? 2 : 1
    var at = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let length = String(scalar).utf8.count
      #expect(
        decoded.origin.origin(of: at..<at + length) == index * units..<(index + 1) * units)
      at += length
    }
  }

  @Test func unknownEncodings() {
    #expect(throws: ReadError.unknownEncoding("utf-9")) {
      try decode(Source(name: "a.txt", bytes: [0x41], encoding: "utf-9"))
    }
  }

  @Test func wrongBytes() throws {
    let text = Array("潮汐电站每天转两次，村里再也没有人为灯付钱。".utf8)
    let decoded = try decodeText(text + [0xE6, 0xBD] + text)
    #expect(decoded.encoding == "utf-8")
    #expect(decoded.text == text + Array("\u{FFFD}".utf8) + text)
    #expect(decoded.diagnostics.map(\.code) == ["W101"])
    #expect(decoded.origin.origin(of: text.count..<text.count + 3) == text.count..<text.count + 2)
    #expect(
      decoded.origin.origin(of: text.count + 3..<text.count + 6) == text.count + 2..<text.count + 5)
  }

  @Test func wrongBytesInGB18030() throws {
    let text = try #require(encode(Encoding.all[0].sentences.joined(), as: "GB18030"))
    let decoded = try decodeText(text + [0xFF, 0x0A] + text)
    #expect(decoded.encoding == "gb18030")
    #expect(decoded.diagnostics.map(\.code) == ["W101", "I101"])
  }

  /// A cut in the last character is no sign of another encoding, where one is whole.
  @Test(arguments: [2, 3]) func cutOffUTF8(_ kept: Int) throws {
    let line = String(repeating: "Plain words go on and on. ", count: 40) + "café "
    let bytes = Array(line.utf8) + Array("😀".utf8.prefix(kept))
    let decoded = try decode(Source(name: "a.txt", bytes: bytes))
    #expect(decoded.encoding == "utf-8")
    #expect(decoded.diagnostics.map(\.code) == ["W101"])
  }

  @Test func nothingIsCopiedOrLost() throws {
    for text in ["\u{FEFF}潮汐", "a\u{0}b", "plain", "a\u{1B}[0m"] {
      let decoded = try decodeText(Array(text.utf8))
      #expect(decoded.text == Array(text.utf8))
      #expect(decoded.origin.isIdentity)
    }
  }

  @Test(arguments: [
    ("a.html", "x", Format.html), ("a.HTM", "x", .html), ("a.txt", "x", .text),
    ("a.txt", " \n<!-- a --><!DOCTYPE html><p>", .html), ("a", "<html lang=de>", .html),
    ("a.txt", "<?xml version='1.0'?><html>", .html), ("a.md", "The tag <html> is", .text),
  ]) func format(_ name: String, _ text: String, _ format: Format) throws {
    #expect(try decode(Source(name: name, bytes: Array(text.utf8))).format == format)
  }

  @Test func validity() {
    // Table 3-7 of the Unicode Standard: the first and the last sequence of each row, and what is
    // just outside.
    let valid: [[UInt8]] = [
      [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xEC, 0xBF, 0xBF], [0xED, 0x9F, 0xBF],
      [0xEE, 0x80, 0x80], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    let invalid: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xE1, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ]
    for padding in 0..<20 {
      let before = [UInt8](repeating: 0x61, count: padding)
      for sequence in valid {
        #expect(validUTF8(before + sequence).validPrefix == padding + sequence.count)
        #expect(validUTF8(before + sequence + before).validPrefix == 2 * padding + sequence.count)
      }
      for sequence in invalid {
        #expect(validUTF8(before + sequence + before).validPrefix == padding)
        #expect(validUTF8(before + sequence + before).isASCII == false)
      }
    }
  }
}
