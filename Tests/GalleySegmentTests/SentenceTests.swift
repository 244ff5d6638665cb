import GalleyModel
import Testing

@testable import GalleySegment

/// Sentences of the article that open with words of furniture, and furniture that looks like them.
@Suite struct SentenceTests {
  /// Rules of what is left out where `line` stands above the items, or in one of them.
  private func drops(_ line: String, above: Bool) -> [Rule] {
    let items = ["Paper cells", "Quiet rotors", "Warm stones"].enumerated().map { index, title in
      "\(index + 1). \(title)\n\nThey were shown to \(index + 2) juries, who liked them.\n"
        + (above || index != 1 ? "" : "\n\(line)\n\nIt rains on all of them.\n")
    }
    let source =
      "Three inventions of 2025\n" + (above ? "\n\(line)\n" : "") + "\n"
      + items.joined(separator: "\n")
    return segment(document(source)).drops.map(\.rule)
  }

  @Test(arguments: [
    "Together with partners in Kenya, the firm tests its cells at sea.",
    "In partnership with a bank, it sells them in shops.",
    "Sponsored by the city, the trial has run since spring.",
    "Don't miss the rotors, which fly past at noon.",
    "When you buy through a shop, the price is two dollars.",
  ])
  func aSentenceOfAnItemStays(_ line: String) { #expect(drops(line, above: false).isEmpty) }

  @Test(arguments: [
    "Like every year, our editors chose three inventions.",
    "Share prices fell all year, and yet money went into the lab.",
    "Date palms and wheat play no role this time.",
    "Date clé de l'année, le mois de mai a vu trois annonces.",
  ])
  func aSentenceOfThePrefaceStays(_ line: String) { #expect(drops(line, above: true).isEmpty) }

  @Test(arguments: [
    ("Together with Acme Bank", Rule.advertisement),
    ("Read also: Ten lamps for dark months", .related),
    ("We use cookies to improve your visit.", .notice),
  ])
  func furnitureGoes(_ line: String, _ rule: Rule) { #expect(drops(line, above: false) == [rule]) }

  @Test(arguments: [
    ("Updated in May 2025.", Rule.metadata), ("Share", .sharePrompt),
  ])
  func furnitureOverTheListGoes(_ line: String, _ rule: Rule) {
    #expect(drops(line, above: true) == [rule])
  }

  @Test func aSentenceIsNoCredit() {
    let source = """
      Drei Erfindungen 2025

      1. Zellen

      Sie halten lange.

      Alle wollen sie.

      2. Rotoren

      Sie sind leise.

      Niemand hört sie.

      3. Steine

      Sie wärmen.

      Text steht auf keinem von ihnen.
      """
    let outline = segment(document(source))
    #expect(outline.items.last?.body.count == 2)
    #expect(outline.trailer.isEmpty)
  }
}
