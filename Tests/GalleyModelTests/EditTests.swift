import GalleyModel
import GalleyTestSupport
import Testing

@Suite struct EditTests {
  let text = Array("one\n\n\ntwo three".utf8)
  let edits = [
    Edit(.joinCut, 3..<6, Edit.space),
    Edit(.invisible, 7..<8),
    Edit(.composition, 10..<10, Array("é".utf8)),
  ]

  @Test func editsApplyInOrder() {
    let edited = apply(edits, to: text)
    #expect(String(decoding: edited.text, as: UTF8.self) == "one to éthree")
  }

  @Test func inverseGivesTheTextBack() {
    let edited = apply(edits, to: text)
    #expect(apply(inverse(of: edits, on: text), to: edited.text).text == text)
  }

  @Test func noEditsChangeNothing() {
    let edited = apply([], to: text)
    #expect(edited.text == text)
    #expect(edited.origin.isIdentity)
  }

  /// Random lists of edits: the map leads every copied byte to the byte that it was copied from.
  @Test(arguments: 0..<50) func originsAreExact(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = (0..<200).map { _ in UInt8(random.below(256)) }
    var edits: [Edit] = []
    var at = 0
    while true {
      let start = at + random.below(20)
      let end = start + random.below(6)
      guard end <= text.count else { break }
      edits.append(Edit(.joinWrap, start..<end, (0..<random.below(4)).map { _ in 0xFF }))
      at = end + 1
    }
    let edited = apply(edits, to: text)
    #expect(apply(inverse(of: edits, on: text), to: edited.text).text == text)
    var here = 0
    var there = 0
    for edit in edits + [Edit(.joinWrap, text.count..<text.count)] {
      let kept = edit.range.lowerBound - there
      for offset in 0..<kept {
        #expect(
          edited.origin.origin(of: here + offset..<here + offset + 1).lowerBound == there + offset)
      }
      here += kept
      let replaced = here..<here + edit.replacement.count
      if !edit.range.isEmpty, !replaced.isEmpty {
        #expect(edited.origin.origin(of: replaced) == edit.range)
      }
      here = replaced.upperBound
      there = edit.range.upperBound
    }
  }
}
