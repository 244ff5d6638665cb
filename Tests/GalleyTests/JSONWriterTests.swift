import Foundation
import Testing

@testable import Galley

@Suite struct JSONWriterTests {
  /// What `body` writes, from a room that has to grow.
  private func json(_ body: (inout JSONWriter) -> Void) -> String {
    String(decoding: JSONWriter.bytes(capacity: 0, body), as: UTF8.self)
  }

  /// Every byte at every place of the two times 32 that a look takes at once, and behind them.
  @Test(arguments: 0..<70) func escapesAreFoundAtAnyPlace(offset: Int) throws {
    for value in UInt32(0)..<0x180 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(repeating: "x", count: offset) + String(scalar) + "é中𠀀tail"
      let written = json { $0.array([text]) { $0.value($1) } }
      let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String]
      #expect(read == [text])
    }
  }

  @Test(arguments: [(0, "0"), (-7, "-7"), (1_234_567_890, "1234567890"), (Int.min, "\(Int.min)")])
  func integers(value: Int, json: String) {
    #expect(self.json { $0.value(value) } == json)
  }

  @Test(arguments: [(0.0, "0"), (1, "1"), (0.5, "0.5"), (0.0625, "0.063"), (12.25, "12.25")])
  func decimals(value: Double, json: String) {
    #expect(self.json { $0.value(value, digits: 3) } == json)
  }

  @Test(arguments: [(0, "0000"), (7, "0007"), (99, "0099"), (100, "0100"), (12_345, "12345")])
  func paddedIntegers(value: Int, digits: String) {
    #expect(json { $0.append(value, width: 4) } == digits)
  }

  @Test func rangesAreObjects() {
    #expect(
      json { $0.array([0..<0, 3..<Int.max]) { $0.value($1) } }
        == #"[{"start":0,"end":0},{"start":3,"end":\#(Int.max)}]"#)
  }

  @Test func commasStandBetweenMembersOnly() {
    let written = json {
      $0.object { out in
        out.key("a")
        out.array([Int]()) { $0.value($1) }
        out.key("b")
        out.object { _ in }
        out.key("c")
        out.null()
      }
    }
    #expect(written == #"{"a":[],"b":{},"c":null}"#)
  }
}
