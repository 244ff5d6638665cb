import Foundation
import Galley
import GalleyClean
import GalleyModel
import GalleyRead
import Testing

/// Inputs that the fuzzer found to reach every branch that it knows: what Scripts/fuzz asks of all
/// inputs holds for them in every run of the tests.
@Suite struct CorpusTests {
  private static let folder = Document.root.appendingPathComponent("Tests/Corpus")
  private static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []

  @Test func isThere() {
    #expect(Self.names.count > 50)
  }

  @Test(arguments: names) func keepsItsPromises(_ name: String) throws {
    let input = try Array(Data(contentsOf: Self.folder.appendingPathComponent(name)))
    let isText = try #require(input.first) % 2 == 0
    let source = Source(name: isText ? "input.txt" : "input.html", bytes: Array(input.dropFirst()))
    let start = ContinuousClock.now
    guard let blocks = try? read(source) else { return }
    let cleaned = clean(blocks)
    var end = 0
    for edit in cleaned.edits {
      #expect(edit.range.lowerBound >= end && edit.range.upperBound <= blocks.text.count)
      end = edit.range.upperBound
    }
    #expect(apply(cleaned.edits, to: blocks.text).text == cleaned.text)
    let back = inverse(of: cleaned.edits, on: blocks.text)
    #expect(apply(back, to: cleaned.text).text == blocks.text)
    #expect(String(validating: cleaned.text, as: UTF8.self) != nil)
    #expect(try json(process(source)) == json(process(source)))
    #expect(ContinuousClock.now - start < .seconds(20), "a short input takes no time")
  }
}
