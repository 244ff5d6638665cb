/// A character reference as browsers read it: the HTML standard, section 13.2.5.72 and on.
struct CharacterReference {
  var value: UInt32
  /// From the `&` to the last byte that belongs to it.
  var length: Int

  /// The reference whose `&` stands at `offset`; nil where the `&` is itself.
  init?(_ text: [UInt8], _ offset: Int) {
    guard offset + 2 < text.count else { return nil }
    guard text[offset + 1] == UInt8(ascii: "#") else {
      self.init(named: text, offset)
      return
    }
    self.init(numeric: text, offset)
  }

  private init?(numeric text: [UInt8], _ offset: Int) {
    var at = offset + 2
    let isHexadecimal = lowercased(text[at]) == UInt8(ascii: "x")
    if isHexadecimal { at += 1 }
    let base: UInt32 = isHexadecimal ? 16 : 10
    let start = at
    var number: UInt32 = 0
    while at < text.count, let digit = Self.digit(text[at], base) {
      // Stays past the last code point once it is there.
      number = min(number * base + digit, 0x11_0000)
      at += 1
    }
    guard at > start else { return nil }
    if at < text.count, text[at] == UInt8(ascii: ";") { at += 1 }
    value = Self.corrected(number)
    length = at - offset
  }

  private init?(named text: [UInt8], _ offset: Int) {
    let start = offset + 1
    var at = start
    while at < text.count, at - start < 32, Self.isAlphanumeric(text[at]) { at += 1 }
    let name = text[start..<at]
    if at < text.count, text[at] == UInt8(ascii: ";") {
      if let value = entity(named: name) ?? Self.additional[String(decoding: name, as: UTF8.self)] {
        self.value = value
        length = at + 1 - offset
        return
      }
    }
    // Without a semicolon only the names of Latin-1 count, and they may be followed by anything.
    for count in stride(from: min(name.count, 6), through: 2, by: -1) {
      guard let value = entity(named: name.prefix(count)), value <= 0xFF else { continue }
      guard value != UInt32(UInt8(ascii: "'")) else { continue }
      self.value = value
      length = count + 1
      return
    }
    return nil
  }

  private static func digit(_ byte: UInt8, _ base: UInt32) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where base == 16: UInt32(byte - 87)
    case UInt8(ascii: "A")...UInt8(ascii: "F") where base == 16: UInt32(byte - 55)
    default: nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || lowercased(byte) &- 0x61 < 26
  }

  /// Code points that mean something else in pages: those of windows-1252 where Unicode has controls.
  private static func corrected(_ number: UInt32) -> UInt32 {
    switch number {
    case 0x80...0x9F:
      let mapped = windows1252[Int(number - 0x80)]
      return mapped
    case 0x09, 0x0A, 0x0C, 0x20...0x7E: return number
    case 0x0D: return 0x0A
    case 0x00: return 0xFFFD
    case 0x01...0x1F, 0x7F: return 0x20
    case 0xD800...0xDFFF, 0xFFFE, 0xFFFF, 0x11_0000...: return 0xFFFD
    default: return number
    }
  }

  /// The table of the HTML standard, section 13.2.5.80; positions without an entry stay as they are.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Names of HTML 5 that pages use and that HTML 4 did not have.
  private static let additional: [String: UInt32] = [
    "AMP": 0x26, "LT": 0x3C, "GT": 0x3E, "QUOT": 0x22, "COPY": 0xA9, "REG": 0xAE, "apos": 0x27,
    "excl": 0x21, "num": 0x23, "dollar": 0x24, "percnt": 0x25, "lpar": 0x28, "rpar": 0x29,
    "ast": 0x2A, "plus": 0x2B, "comma": 0x2C, "period": 0x2E, "sol": 0x2F, "colon": 0x3A,
    "semi": 0x3B, "equals": 0x3D, "quest": 0x3F, "commat": 0x40, "lsqb": 0x5B, "lbrack": 0x5B,
    "bsol": 0x5C, "rsqb": 0x5D, "rbrack": 0x5D, "Hat": 0x5E, "lowbar": 0x5F, "grave": 0x60,
    "lcub": 0x7B, "lbrace": 0x7B, "verbar": 0x7C, "vert": 0x7C, "rcub": 0x7D, "rbrace": 0x7D,
    "Tab": 0x09, "NewLine": 0x0A, "nbsp": 0xA0, "hyphen": 0x2010, "dash": 0x2010, "horbar": 0x2015,
    "rsquor": 0x2019, "rdquor": 0x201D, "mldr": 0x2026, "ldquor": 0x201E, "lsquor": 0x201A,
    "inodot": 0x131, "caron": 0x2C7, "breve": 0x2D8, "check": 0x2713, "cross": 0x2717,
    "phone": 0x260E, "star": 0x2606, "starf": 0x2605, "numsp": 0x2007, "puncsp": 0x2008,
    "hairsp": 0x200A, "ZeroWidthSpace": 0x200B, "NoBreak": 0x2060, "half": 0xBD, "TRADE": 0x2122,
    "Scaron": 0x160, "scaron": 0x161, "Zcaron": 0x17D, "zcaron": 0x17E, "Ccaron": 0x10C,
    "ccaron": 0x10D, "Rcaron": 0x158, "rcaron": 0x159, "ecaron": 0x11B, "ncaron": 0x148,
    "lstrok": 0x142, "Lstrok": 0x141, "aogon": 0x105, "eogon": 0x119, "sacute": 0x15B,
    "cacute": 0x107, "nacute": 0x144, "zacute": 0x17A, "zdot": 0x17C, "gbreve": 0x11F,
    "scedil": 0x15F, "Scedil": 0x15E, "Idot": 0x130, "odblac": 0x151, "udblac": 0x171,
    "abreve": 0x103, "tcedil": 0x163, "amacr": 0x101, "emacr": 0x113, "imacr": 0x12B,
    "omacr": 0x14D, "umacr": 0x16B, "rarrw": 0x219D, "checkmark": 0x2713, "bigstar": 0x2605,
  ]
}
