import GalleyModel
import Testing

@Suite struct OffsetMapTests {
  /// "a&amp;中b" from a page in GBK: 1:1, 1:5, 3:2, 1:1.
  let map: OffsetMap = {
    var map = OffsetMap()
    map.append(start: 0, origin: 10, count: 1)
    map.append(start: 1, origin: 11, count: 1, unit: 1, originUnit: 5)
    map.append(start: 2, origin: 16, count: 3, unit: 3, originUnit: 2)
    map.append(start: 5, origin: 18, count: 1)
    return map
  }()

  @Test(arguments: [
    (0..<1, 10..<11), (1..<2, 11..<16), (2..<5, 16..<18), (5..<6, 18..<19), (0..<6, 10..<19),
    (3..<4, 16..<18),
  ])
  func rangesGoToWholeUnits(here: Range<Int>, there: Range<Int>) {
    #expect(map.origin(of: here) == there)
  }

  @Test func emptyMapIsTheIdentity() {
    #expect(OffsetMap.identity.origin(of: 3..<9) == 3..<9)
    #expect(OffsetMap.identity.gaps(in: 3..<9).isEmpty)
  }

  @Test func runsWithTheSameStepAreOne() {
    var map = OffsetMap()
    map.append(start: 0, origin: 5, count: 4)
    map.append(start: 4, origin: 9, count: 4)
    #expect(map.runs.count == 1)
  }

  @Test func gapsAreWhatWasLeftOut() {
    var map = OffsetMap()
    map.append(start: 0, origin: 0, count: 4)
    map.append(start: 4, origin: 10, count: 4)
    map.append(start: 9, origin: 14, count: 2)
    #expect(map.gaps(in: 0..<11) == [4..<10])
    #expect(map.gaps(in: 0..<4).isEmpty)
    #expect(map.gaps(in: 5..<11).isEmpty)
  }

  @Test func insertedTextHasNoOriginOfItsOwn() {
    var map = OffsetMap()
    map.append(start: 0, origin: 0, count: 4)
    map.append(start: 6, origin: 4, count: 4)
    #expect(map.origin(of: 4..<6).isEmpty)
    #expect(map.origin(of: 3..<7) == 3..<5)
  }
}
