import GalleyModel
import Testing

struct KeyTemplateTests {
  @Test func fillsItsTokens() throws {
    let key = try KeyTemplate("tr10-{year}-{lang}")
    #expect(key.id(year: 2024, language: "zh-Hans") == "tr10-2024-zh-hans")
    #expect(key.id(year: nil, language: "en") == nil)
    #expect(try KeyTemplate("tr10-{lang}").id(year: nil, language: "en") == "tr10-en")
  }

  @Test(arguments: [
    ("Tr10", KeyTemplate.Flaw.badScalar("T")), ("a b c", .badScalar(" ")),
    ("abc/{year}", .badScalar("/")),
    ("tr10-{year", .unclosed), ("tr10-{edition}", .unknownToken("edition")), ("a", .badLength),
    ("-abc", .badLength), ("{year}-abc", .badLength),
    (String(repeating: "a", count: 81), .badLength),
    (String(repeating: "a", count: 60) + "{lang}{lang}", .badLength),
  ]) func refuses(_ text: String, _ flaw: KeyTemplate.Flaw) {
    #expect(throws: flaw) { try KeyTemplate(text) }
  }
}
