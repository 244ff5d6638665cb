import GalleyModel
import Testing

@testable import Galley

/// The range of `part` in `text`, in bytes.
private func range(_ part: String, in text: String) -> Range<Int> {
  let (part, text) = (Array(part.utf8), Array(text.utf8))
  let start = (0...text.count - part.count).first { text[$0..<$0 + part.count] == part[...] }
  return (start ?? 0)..<(start ?? 0) + part.count
}

@Suite struct ClaimsTests {
  private let text = "***\nTen\n• 1. Moss: walls\n（Players：A、B）\nlost line\nBody."

  private func outline() -> Outline {
    var item = Outline.Item(number: 1, extent: 0..<text.utf8.count)
    item.label = range("1", in: text)
    item.title = range("Moss", in: text)
    item.fields = [
      Outline.Field(
        key: "players", label: range("Players", in: text), value: [range("A、B", in: text)])
    ]
    item.body = [range("walls", in: text), range("Body.", in: text)]
    var outline = Outline()
    outline.title = range("Ten", in: text)
    outline.items = [item]
    return outline
  }

  @Test func headingsAndFieldsTakeTheirDelimiters() {
    let claims = Claims(outline(), in: Array(text.utf8))
    #expect(claims.widened == [range("• 1. Moss:", in: text), range("（Players：A、B）", in: text)])
  }

  @Test func whatNobodyClaimsIsLogged() {
    let claims = Claims(outline(), in: Array(text.utf8))
    #expect(
      claims.drops == [
        Outline.Drop(.mark, range("***", in: text)),
        Outline.Drop(.unclaimed, range("lost line", in: text)),
      ])
    #expect(claims.diagnostics.map(\.code) == ["W301"])
  }

  @Test func aDropDoesNotTakeWhatIsKept() {
    var outline = outline()
    outline.drops = [
      Outline.Drop(.repeatedTitle, range("Moss", in: text)),
      Outline.Drop(.furniture, range("lost line", in: text)),
    ]
    let claims = Claims(outline, in: Array(text.utf8))
    #expect(claims.drops.map(\.rule) == [.mark, .furniture])
    #expect(claims.diagnostics.isEmpty)
  }
}

@Suite struct EditPlacesTests {
  /// `ab[cd->XYZ]ef[g->]hi[->PQ]j`: after the edits `abXYZefhiPQj`.
  private let edits = [
    Edit(.composition, 2..<4, Array("XYZ".utf8)), Edit(.invisible, 6..<7),
    Edit(.footnote, 9..<9, Array("PQ".utf8)),
  ]

  @Test(arguments: [
    (0..<2, 0..<2), (2..<5, 2..<4), (3..<4, 2..<4), (4..<6, 2..<5), (5..<7, 4..<6), (7..<9, 7..<9),
    (6..<8, 5..<8), (9..<11, 9..<9), (10..<12, 9..<10), (11..<12, 9..<10),
  ])
  func origins(_ range: Range<Int>, expected: Range<Int>) {
    #expect(EditPlaces(edits).origin(of: range) == expected)
  }

  @Test(arguments: [
    (0..<2, 0..<0), (3..<4, 0..<1), (5..<7, 1..<1), (6..<8, 1..<2), (8..<10, 2..<3),
    (0..<12, 0..<3),
  ])
  func changes(_ range: Range<Int>, expected: Range<Int>) {
    let inside = EditPlaces(edits).trace(range).edits
    #expect(inside.isEmpty ? expected.isEmpty : inside == expected)
  }

  /// Dropping any stretch of the text after the edits leaves the rest of it.
  @Test func dropsLeaveTheRest() {
    let before = Array("abcdefghij".utf8)
    let after = apply(edits, to: before).text
    for low in 0..<after.count {
      for high in low + 1...after.count {
        for second in high...after.count {
          var drops = [Outline.Drop(.furniture, low..<high)]
          if second + 1 < after.count {
            drops.append(Outline.Drop(.caption, second + 1..<after.count))
          }
          let merged = DropMerger.merge(drops, into: EditPlaces(edits))
          var expected = after
          for drop in drops.reversed() { expected.removeSubrange(drop.range) }
          #expect(apply(merged, to: before).text == expected, "\(drops)")
          #expect(
            zip(merged, merged.dropFirst()).allSatisfy {
              $0.range.upperBound <= $1.range.lowerBound
            })
        }
      }
    }
  }
}
