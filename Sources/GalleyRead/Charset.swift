/// A character encoding that the reader converts from.
struct Charset: Sendable, Equatable {
  /// How the bytes of one character are told.
  enum Units: Sendable {
    case single
    case utf16LittleEndian
    case utf16BigEndian
    case gb18030
    case big5
    case shiftJIS
    case eucJP
    case eucKR
    case iso2022JP
  }

  /// The WHATWG label.
  var label: String
  /// The name that glibc's iconv knows; the superset that browsers decode where there is one.
  var iconv: String
  var units: Units
  var aliases: [String]

  /// Its accents are characters of their own, which iconv joins with the letter before: that has to be
  /// asked for byte by byte, or the map from text to source would be wrong.
  var composes: Bool { label == "windows-1258" }

  private init(_ label: String, _ iconv: String, _ units: Units, _ aliases: [String] = []) {
    self.label = label
    self.iconv = iconv
    self.units = units
    self.aliases = aliases
  }

  static let utf16LE = Charset("utf-16le", "UTF-16LE", .utf16LittleEndian, ["utf-16", "unicode"])
  static let utf16BE = Charset("utf-16be", "UTF-16BE", .utf16BigEndian)
  static let iso2022JP = Charset("iso-2022-jp", "ISO-2022-JP-3", .iso2022JP, ["csiso2022jp"])
  static let windows1252 = Charset(
    "windows-1252", "CP1252", .single,
    [
      "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "l1", "ascii", "us-ascii",
      "cp1252", "x-cp1252", "cp819", "ansi_x3.4-1968",
    ])

  /// The labels of the WHATWG Encoding Standard that pages use, and the names that detectors give.
  static let all: [Charset] = [
    windows1252, utf16LE, utf16BE, iso2022JP,
    Charset(
      "gb18030", "GB18030", .gb18030,
      [
        "gbk", "gb2312", "gb_2312", "gb_2312-80", "cp936", "x-gbk", "chinese", "csgb2312", "ms936",
        "euc-cn", "windows-936",
      ]),
    Charset(
      "big5", "BIG5-HKSCS", .big5,
      ["big5-hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950", "big5hkscs", "windows-950"]),
    Charset(
      "shift_jis", "CP932", .shiftJIS,
      [
        "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji", "ms932", "cp932", "csshiftjis",
        "shiftjis",
      ]),
    Charset("euc-jp", "EUC-JP-MS", .eucJP, ["x-euc-jp", "eucjp", "cseucpkdfmtjapanese"]),
    Charset(
      "euc-kr", "UHC", .eucKR,
      [
        "cp949", "uhc", "ks_c_5601-1987", "ks_c_5601", "ksc5601", "korean", "windows-949",
        "cseuckr", "euckr", "ks_c_5601-1989", "ksc_5601", "iso-ir-149",
      ]),
    single("windows-1250", "CP1250"), single("windows-1251", "CP1251"),
    single("windows-1253", "CP1253"), single("windows-1254", "CP1254", ["iso-8859-9", "latin5"]),
    single("windows-1255", "CP1255"), single("windows-1256", "CP1256"),
    single("windows-1257", "CP1257"), single("windows-1258", "CP1258"),
    single("windows-874", "CP874", ["tis-620", "iso-8859-11", "dos-874"]),
    single("iso-8859-2", "ISO-8859-2", ["latin2"]), single("iso-8859-3", "ISO-8859-3"),
    single("iso-8859-4", "ISO-8859-4"), single("iso-8859-5", "ISO-8859-5", ["cyrillic"]),
    single("iso-8859-6", "ISO-8859-6", ["arabic"]), single("iso-8859-7", "ISO-8859-7", ["greek"]),
    single("iso-8859-8", "ISO-8859-8", ["hebrew", "iso-8859-8-i"]),
    single("iso-8859-10", "ISO-8859-10"), single("iso-8859-13", "ISO-8859-13"),
    single("iso-8859-14", "ISO-8859-14"),
    single("iso-8859-15", "ISO-8859-15", ["latin9", "iso-8859-15"]),
    single("iso-8859-16", "ISO-8859-16"),
    single("koi8-r", "KOI8-R", ["koi8", "koi", "cskoi8r"]), single("koi8-u", "KOI8-U"),
    single("macintosh", "MACINTOSH", ["mac", "x-mac-roman"]),
    single("x-mac-cyrillic", "MAC-CYRILLIC", ["mac-cyrillic"]),
    single("ibm866", "CP866", ["866"]), single("ibm855", "CP855"),
  ]

  private static func single(_ label: String, _ iconv: String, _ more: [String] = []) -> Charset {
    let short =
      label.replacingPrefix("windows-", with: "cp") ?? label.replacingPrefix("ibm", with: "cp")
    let bare = label.replacingPrefix("iso-8859", with: "iso8859")
    let low = label.replacingPrefix("iso-8859", with: "iso_8859")
    return Charset(label, iconv, .single, [short, bare, low].compactMap { $0 } + more)
  }

  /// The encoding that a page or a detector names; nil for UTF-8 and for names outside the table.
  static func named(_ name: some Sequence<UInt8>) -> Charset? {
    let label = String(decoding: name.filter { $0 > 0x20 }.map(lowercased), as: UTF8.self)
    return all.first { $0.label == label || $0.aliases.contains(label) }
  }
}

/// The WHATWG label of the encoding that has this name; nil where the reader knows none.
package func encodingLabel(_ name: String) -> String? {
  utf8Names.contains(name.lowercased()) ? "utf-8" : Charset.named(name.utf8)?.label
}

/// The labels of all encodings that are read.
package let encodingLabels = ["utf-8"] + Charset.all.map(\.label)

private let utf8Names = ["utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"]

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String? {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : nil
  }
}

/// An ASCII capital as its small letter; other bytes as they are.
@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
