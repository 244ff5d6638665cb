internal import GalleyModel

/// A code page of 256 characters whose first half is ASCII.
struct SingleByteEncoding: Sendable {
  /// The scalars of the bytes from 80 to FF; nil where the page has none.
  private let scalars: [UInt32?]
  /// The byte of each scalar above ASCII.
  private let bytes: [UInt32: UInt8]

  /// `names` are those of iconv; where they differ, a byte's scalars count all when reading back.
  /// With `controls`, a code without a character is the C1 control of the same number, as the
  /// WHATWG's decoders have it.
  init(_ names: String..., controls: Bool = false) {
    var scalars = [UInt32?](repeating: nil, count: 128)
    var bytes: [UInt32: UInt8] = [:]
    for name in names {
      guard let converter = ByteConverter(from: name, to: "UTF-8") else { continue }
      for byte in UInt8(0x80)...0xFF {
        guard let decoded = converter.convert([byte]) else { continue }
        let scalar = decoded.scalar(at: 0).value
        if scalars[Int(byte - 0x80)] == nil { scalars[Int(byte - 0x80)] = scalar }
        bytes[scalar] = byte
      }
    }
    if controls {
      for byte in UInt8(0x80)..<0xA0 where bytes[UInt32(byte)] == nil {
        bytes[UInt32(byte)] = byte
      }
    }
    // The replacement character stands for the one code without a character, if it is one.
    let free = scalars.indices.filter { scalars[$0] == nil }
    if free.count == 1 { bytes[0xFFFD] = UInt8(free[0] + 0x80) }
    self.scalars = scalars
    self.bytes = bytes
  }

  func scalar(_ byte: UInt8) -> UInt32? {
    byte < 0x80 ? UInt32(byte) : scalars[Int(byte - 0x80)]
  }

  func byte(_ scalar: UInt32) -> UInt8? {
    scalar < 0x80 ? UInt8(scalar) : bytes[scalar]
  }

  static let windows1252 = SingleByteEncoding("CP1252", controls: true)
  static let windows1250 = SingleByteEncoding("CP1250", controls: true)
  static let windows1251 = SingleByteEncoding("CP1251", controls: true)
  static let windows1254 = SingleByteEncoding("CP1254", controls: true)
  static let koi8 = SingleByteEncoding("KOI8-R", "KOI8-U")
  static let macRoman = SingleByteEncoding("MACINTOSH")
  static let codePage437 = SingleByteEncoding("IBM437")
  static let codePage850 = SingleByteEncoding("IBM850")
}
