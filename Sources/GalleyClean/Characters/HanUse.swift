internal import GalleyModel

/// The 2,350 syllables of KS X 1001, which are those in common use out of 11,172.
enum HangulUse {
  static func isCommon(_ scalar: UInt32) -> Bool {
    guard (0xAC00..<0xD7A4).contains(scalar) else { return false }
    return isCommon[Int(scalar - 0xAC00)]
  }

  private static let isCommon: [Bool] = {
    var isCommon = [Bool](repeating: false, count: 0xD7A4 - 0xAC00)
    guard let converter = ByteConverter(from: "EUC-KR", to: "UTF-8") else { return isCommon }
    for lead in UInt8(0xB0)...0xC8 {
      for trail in UInt8(0xA1)...0xFE {
        guard let scalar = converter.convert([lead, trail])?.scalar(at: 0).value,
          (0xAC00..<0xD7A4).contains(scalar)
        else { continue }
        isCommon[Int(scalar - 0xAC00)] = true
      }
    }
    return isCommon
  }()
}

/// Sets of Han characters in common use: the first levels of the national character sets, which
/// were chosen by frequency (GB 2312: 3,755; Big5: 5,401; JIS X 0208: 2,965).
struct HanUse: OptionSet {
  let rawValue: UInt8
  static let chinese = HanUse(rawValue: 1)
  static let taiwanese = HanUse(rawValue: 2)
  static let japanese = HanUse(rawValue: 4)
  static let any: HanUse = [.chinese, .taiwanese, .japanese]

  func holds(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00..<0xA000: Self.sets[Int(scalar - 0x4E00)] & rawValue != 0
    case 0x3005...0x3007: true
    default: false
    }
  }

  /// The sets of each of the unified ideographs U+4E00-9FFF.
  private static let sets: [UInt8] = {
    var sets = [UInt8](repeating: 0, count: 0xA000 - 0x4E00)
    func add(_ encoding: String, _ use: HanUse, leads: ClosedRange<UInt8>, trails: [UInt8]) {
      guard let converter = ByteConverter(from: encoding, to: "UTF-8") else { return }
      for lead in leads {
        for trail in trails {
          guard let scalar = converter.convert([lead, trail])?.scalar(at: 0).value,
            (0x4E00..<0xA000).contains(scalar)
          else { continue }
          sets[Int(scalar - 0x4E00)] |= use.rawValue
        }
      }
    }
    let upper = Array(UInt8(0xA1)...0xFE)
    add("GB2312", .chinese, leads: 0xB0...0xD7, trails: upper)
    add("BIG5", .taiwanese, leads: 0xA4...0xC6, trails: Array(UInt8(0x40)...0x7E) + upper)
    add("EUC-JP", .japanese, leads: 0xB0...0xCF, trails: upper)
    return sets
  }()
}
