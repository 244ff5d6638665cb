import GalleyProfile
import Testing

struct SuggestionTests {
  @Test(arguments: [
    ("signifcance", "significance"), ("sectoins", "sections"), ("lable", "labels"),
    ("zh-tr", "zh-tr10"),
    ("match", "match"), ("key", "key"),
  ]) func findsTheNearest(_ word: String, _ expected: String) {
    let known = ["key", "labels", "match", "sections", "significance", "zh-tr10"]
    #expect(nearest(to: word, among: known) == expected)
  }

  @Test(arguments: ["colour", "x", "", "sectionsandmore"]) func leavesStrangersAlone(_ word: String)
  {
    #expect(nearest(to: word, among: ["labels", "match", "sections"]) == nil)
  }
}
