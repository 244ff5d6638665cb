import Foundation
import Testing

@testable import Galley

@Suite struct JSONWriterTests {
  /// Every byte at every place of the sixteen that the scan takes at once.
  @Test(arguments: 0..<17) func escapesAreFoundAtAnyPlace(offset: Int) throws {
    for value in UInt32(0)..<0x250 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(repeating: "x", count: offset) + String(scalar) + "é中𠀀tail"
      var writer = JSONWriter(capacity: 0)
      writer.array([text]) { $0.value($1) }
      let read = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String]
      #expect(read == [text])
    }
  }

  @Test(arguments: [(0, "0"), (-7, "-7"), (1_234_567_890, "1234567890"), (Int.min, "\(Int.min)")])
  func integers(value: Int, json: String) {
    var writer = JSONWriter(capacity: 0)
    writer.value(value)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test(arguments: [(0.0, "0"), (1, "1"), (0.5, "0.5"), (0.0625, "0.063"), (12.25, "12.25")])
  func decimals(value: Double, json: String) {
    var writer = JSONWriter(capacity: 0)
    writer.value(value, digits: 3)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test(arguments: [(0, "0000"), (7, "0007"), (99, "0099"), (100, "0100"), (12_345, "12345")])
  func paddedIntegers(value: Int, digits: String) {
    var writer = JSONWriter(capacity: 0)
    writer.append(value, width: 4)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == digits)
  }

  @Test func rangesAreObjects() {
    var writer = JSONWriter(capacity: 0)
    writer.array([0..<0, 3..<Int.max]) { $0.value($1) }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"[{"start":0,"end":0},{"start":3,"end":\#(Int.max)}]"#)
  }

  @Test func commasStandBetweenMembersOnly() {
    var writer = JSONWriter(capacity: 0)
    writer.object { out in
      out.key("a")
      out.array([Int]()) { $0.value($1) }
      out.key("b")
      out.object { _ in }
      out.key("c")
      out.null()
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"a":[],"b":{},"c":null}"#)
  }
}
