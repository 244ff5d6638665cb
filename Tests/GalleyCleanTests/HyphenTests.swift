import GalleyModel
import Testing

/// The document's own words decide over a hyphen at a line's end.
@Test(arguments: [
  (
    "watching the light-\nhouse from the boat, and the lighthouse went dark at once, and then",
    "the lighthouse from"
  ),
  (
    "came with the high-\ntide mark on the wall, where the high-tide mark of last year was, so",
    "the high-tide mark on"
  ),
  (
    "under the old EU-\nRegel von gestern, die noch immer gilt, und wer sie bricht, der zahlt",
    "old EU-Regel von"
  ),
  (
    "und die vielen Vor-\nund Nachteile, die man kennt, und die man gern vergisst, wenn man will",
    "Vor- und Nachteile"
  ),
  (
    "counting all of the twenty-\none boats in the harbour and the well-\nknown ones beyond, so",
    "twenty-one boats in the harbour and the well-known ones"
  ),
  (
    "looking at the wet and self-\nish dog, and at the page www.harbor.example/wave-\npolicy, so",
    "selfish dog, and at the page www.harbor.example/wave-policy"
  ),
  (
    "looking at the sister-in-\nlaw of the keeper, and at the e-\nmail that a so-\ncalled friend sent",
    "sister-in-law of the keeper, and at the e-mail that a so-called friend"
  ),
  (
    "où il a dit qu'il viendrait, et vint-\nil avec trente-\ncinq autres, qui se sont arrê-\ntés",
    "vint-il avec trente-cinq autres, qui se sont arrêtés"
  ),
])
func judgesHyphens(_ passage: String, _ expected: String) throws {
  let text =
    wrapped + "\n\nThere they stood all afternoon and all the evening, " + passage
    + "\nnothing else happened that was worth the telling to anybody who came later.\n"
  #expect(try cleanedText(text).contains(expected))
}

@Test(arguments: [("squash\u{FFFE}ing", "squashing"), ("kernel\u{FFFE}Modul", "kernel-Modul")])
func restoresLostHyphens(_ word: String, _ expected: String) throws {
  #expect(try cleanedText("One \(word) more.\n") == "One \(expected) more.\n")
}
