import GalleyModel
import Testing

@Suite struct LanesTests {
  /// Every byte, each range's ends and what is just outside.
  @Test(arguments: [0x00...0x7F, 0x01...0xEF, 0x09...0x7E, 0x80...0x80, 0x80...0xBF, 0xE3...0xE9])
  func aByteIsInsideOrOutside(range: ClosedRange<UInt8>) {
    for byte in UInt8.min...UInt8.max {
      let lanes = Lanes.load([UInt8](repeating: byte, count: 32).span, 0)
      #expect(lanes.isIn(range).all == range.contains(byte))
      #expect(lanes.isOutside(range).all == !range.contains(byte))
    }
  }

  @Test func theFirstHitIsFound() {
    for place in 0..<32 {
      var bytes = [UInt8](repeating: 0x61, count: 32)
      bytes[place] = 0x0A
      #expect((Lanes.load(bytes.span, 0) == 0x0A).first == place)
      bytes[31] = 0x0A
      #expect((Lanes.load(bytes.span, 0) == 0x0A).first == place)
    }
    #expect((Lanes.load([UInt8](repeating: 0x61, count: 32).span, 0) == 0x0A).first == 32)
  }

  @Test func aCompactCountStaysAtItsLimits() {
    @Compact<UInt8> var count = 41
    #expect(count == 41)
    count = 300
    #expect(count == 255)
    count = -1
    #expect(count == 0)
  }
}
