internal import GalleyModel

/// How unlike a written language a run of scalars is: the sum of small costs of single scalars and
/// of neighbours, about one a bit. Sound text of any language costs little (Cyrillic about 1 a
/// letter); text read in the wrong encoding costs 2 to 6 a character.
struct Strangeness {
  /// The Han characters that count as common.
  let han: HanUse

  func cost(_ scalars: some Sequence<UInt32>) -> Int {
    var sum = 0
    var last = Trait(0x20)
    for scalar in scalars {
      let trait = Trait(scalar)
      sum += cost(of: scalar, trait) + Self.cost(last, trait)
      last = trait
    }
    return sum
  }

  private func cost(of scalar: UInt32, _ trait: Trait) -> Int {
    switch trait.script {
    case .common, .greek, .semitic, .other: trait.isSymbol && scalar >= 0x2200 ? 1 : 0
    case .latin: scalar == 0xC2 || scalar == 0xC3 ? 1 : 0
    case .cyrillic: Self.costOfCyrillic(scalar)
    case .han: han.holds(scalar) ? 0 : 3
    case .kana: scalar >= 0xFF61 ? 2 : han == .chinese || han == .taiwanese ? 2 : 0
    case .hangul: HangulUse.isCommon(scalar) ? 0 : 3
    case .unusual: 6
    }
  }

  /// Of two neighbours.
  private static func cost(_ a: Trait, _ b: Trait) -> Int {
    if a.isLetter, b.isLetter {
      if a.script != b.script { return costOfChange(a.script, b.script) }
      if a.isLower, b.isUpper { return 2 }
      if a.isAccented, b.isAccented {
        return a.scalar == b.scalar || a.isVietnamese || b.isVietnamese ? 1 : 3
      }
      return a.script == .cyrillic && a.isUpper && b.isUpper ? 1 : 0
    }
    if a.isSymbol, b.isSymbol { return a.scalar == b.scalar ? 1 : 3 }
    if a.isLetter, b.isSymbol { return a.scalar >= 0x80 ? 4 : b.isMark ? 0 : 2 }
    if a.isSymbol, b.isLetter { return a.isOpening || (a.isMark && b.scalar < 0x80) ? 0 : 2 }
    return 0
  }

  private static func costOfChange(_ a: Trait.Script, _ b: Trait.Script) -> Int {
    switch (a, b) {
    case (.han, .kana), (.kana, .han): 0
    case (.latin, .han), (.han, .latin), (.latin, .kana), (.kana, .latin), (.latin, .hangul),
      (.hangul, .latin):
      1
    case (.han, .hangul), (.hangul, .han): 2
    default: 4
    }
  }

  /// The letters of Russian by how many bits rarer than `о` each is; those of other languages
  /// written in Cyrillic count as rare.
  private static func costOfCyrillic(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x410...0x42F: Int(bits[Int(scalar - 0x410)])
    case 0x430...0x44F: Int(bits[Int(scalar - 0x430)])
    case 0x401, 0x451: 4
    case 0x404, 0x406, 0x407, 0x40E, 0x454, 0x456, 0x457, 0x45E, 0x490, 0x491: 1
    default: 2
    }
  }

  /// From а to я.
  private static let bits: [UInt8] = [
    0, 3, 1, 3, 2, 0, 4, 3, 0, 3, 2, 1, 2, 0, 0, 2, 1, 1, 0, 2, 5, 4, 5, 3, 4, 5, 6, 3, 3, 5, 4, 2,
  ]
}

/// What a scalar is among its neighbours.
struct Trait {
  enum Script { case common, latin, greek, cyrillic, semitic, han, kana, hangul, other, unusual }

  let scalar: UInt32
  let script: Script
  var isLetter = false
  var isLower = false
  var isUpper = false
  /// A Latin letter outside of ASCII.
  var isAccented = false
  /// A sign that does not stand beside letters without a space.
  var isSymbol = false
  /// One that may follow a plain letter: ™, ®, ², º.
  var isMark = false
  /// One that stands before words: ¡, ¿, „.
  var isOpening: Bool {
    switch scalar {
    case 0xA1, 0xA3, 0xA5, 0xBF, 0x201A, 0x201E, 0x2022, 0x2039, 0x20AC: true
    default: false
    }
  }
  var isVietnamese: Bool {
    switch scalar {
    case 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1E00...0x1EFF: true
    default: false
    }
  }

  init(_ scalar: UInt32) {
    self.scalar = scalar
    script = Self.script(of: scalar)
    switch script {
    case .latin, .cyrillic:
      isLetter = true
      isUpper = Self.isUpper(scalar)
      isLower = !isUpper
      isAccented = scalar >= 0x80 && script == .latin
    case .common:
      isMark = Self.isMark(scalar)
      isSymbol = isMark || Self.isSymbol(scalar)
    default: isLetter = true
    }
  }

  private static func script(of scalar: UInt32) -> Script {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17F, 0x192, 0x1A0, 0x1A1,
      0x1AF, 0x1B0, 0x1CD...0x1DC, 0x218...0x21B, 0x1E00...0x1EFF, 0xFB00...0xFB06:
      .latin
    case 0x7F..<0xA0: .unusual
    case 0..<0xC0, 0xD7, 0xF7, 0x2BB...0x2DD, 0x300...0x36F: .common
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x591...0x5F4, 0x600...0x6FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: .semitic
    case 0x531...0x58F, 0x900...0xDFF, 0xE00...0xEFF, 0xF00...0x109F, 0x10A0...0x10FF,
      0x1100...0x11FF, 0x1200...0x137F, 0x1780...0x17FF, 0x1C80...0x1CBF:
      .other
    case 0x2000...0x2BFF, 0x3000...0x3004, 0x3007...0x3040, 0x3200...0x33FF, 0xFE10...0xFE4F,
      0xFE0E, 0xFE0F, 0xFEFF, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0xFFFD, 0x1F000...0x1FAFF:
      .common
    default:
      if Scalar.isHan(scalar) || (0x2E80...0x2FD5).contains(scalar) {
        .han
      } else if Scalar.isKana(scalar) || (0xFF61...0xFF65).contains(scalar) {
        .kana
      } else if Scalar.isHangul(scalar) {
        .hangul
      } else {
        .unusual
      }
    }
  }

  private static func isUpper(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xDE, 0x400...0x42F: true
    case 0x138...0x148, 0x179...0x17E: scalar % 2 == 1
    case 0x178: true
    case 0x100...0x137, 0x14A...0x177, 0x1A0...0x1B0, 0x218...0x21B, 0x1E00...0x1EFF,
      0x460...0x52F:
      scalar % 2 == 0
    default: false
    }
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xAE, 0xA9, 0xB0, 0xB2, 0xB3, 0xB9, 0xBA, 0xB7, 0x2122: true
    default: false
    }
  }

  private static func isSymbol(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA1...0xA8, 0xAC, 0xAD, 0xAF, 0xB1, 0xB4...0xB6, 0xB8, 0xBC...0xBF, 0xD7, 0xF7,
      0x2C6...0x2DD, 0x201A, 0x201E, 0x2020...0x2022, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2116,
      0x2200...0x22FF, 0x2300...0x25FF:
      true
    default: false
    }
  }
}
