internal import GalleyModel

/// Character references of HTML that were left in a plain text.
func decodeEntities(_ text: [UInt8]) -> [Edit] {
  var edits: [Edit] = []
  var at = 0
  while let start = text[at...].firstIndex(of: UInt8(ascii: "&")) {
    at = start + 1
    guard let end = text[at..<min(text.count, at + 12)].firstIndex(of: UInt8(ascii: ";")),
      let scalar = reference(text[at..<end])
    else { continue }
    edits.append(Edit(.entity, start..<end + 1, utf8(scalar)))
    at = end + 1
  }
  return edits
}

private func reference(_ name: ArraySlice<UInt8>) -> UInt32? {
  guard let first = name.first else { return nil }
  if first == UInt8(ascii: "#") {
    let digits = name.dropFirst()
    let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHex ? 16 : 10), value >= 0x20 else { return nil }
    let scalar = value < 0x80 || value > 0x9F ? value : CodePage.windows1252.scalar(UInt8(value))
    return Unicode.Scalar(scalar) == nil ? nil : scalar
  }
  return names[String(decoding: name, as: UTF8.self)]
}

/// The entities of HTML 4 for Latin-1, in the order of their code points from U+00A0, and those
/// that texts use beyond it.
private let names: [String: UInt32] = {
  var table: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "OElig": 0x152, "oelig": 0x153,
    "Scaron": 0x160, "scaron": 0x161, "Yuml": 0x178, "fnof": 0x192, "circ": 0x2C6, "tilde": 0x2DC,
    "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "ndash": 0x2013, "mdash": 0x2014,
    "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D,
    "bdquo": 0x201E, "dagger": 0x2020, "Dagger": 0x2021, "bull": 0x2022, "hellip": 0x2026,
    "permil": 0x2030, "prime": 0x2032, "Prime": 0x2033, "lsaquo": 0x2039, "rsaquo": 0x203A,
    "euro": 0x20AC, "trade": 0x2122, "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192, "darr": 0x2193,
    "minus": 0x2212, "infin": 0x221E, "asymp": 0x2248, "ne": 0x2260, "le": 0x2264, "ge": 0x2265,
    "alpha": 0x3B1, "beta": 0x3B2, "gamma": 0x3B3, "delta": 0x3B4, "lambda": 0x3BB, "mu": 0x3BC,
    "pi": 0x3C0, "sigma": 0x3C3, "omega": 0x3C9, "Omega": 0x3A9, "zwnj": 0x200C, "zwj": 0x200D,
  ]
  let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
    yacute thorn yuml
    """
  for (index, name) in latin.split(separator: " ").enumerated() {
    table[String(name)] = 0xA0 + UInt32(index)
  }
  return table
}()
