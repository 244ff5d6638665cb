import Galley
import GalleyModel
import Testing

/// A list with all that a profile may have a say in.
private let list = """
  Ten Things 2031

  Ten things, or rather four, that somebody thought of.

  1 Kites

  Why it matters: The wind is steady up there.

  Key players: Harbour Works / Delta Loft / Nordvind

  Price tag: 300 crowns

  A kite on eight hundred metres of rope draws figures of eight in the sky, and never
  lands by itself.

  2 Bricks

  Why it matters: Heat is wanted at night.

  Key players: Ember & Clay / Saltglass

  Price tag: 20 crowns

  THE YEARLY REVIEW

  When power is cheap, wires heat a stack of bricks until it glows in the dark.

  3 Moss

  Why it matters: Streets are hot and loud.

  Key players: Greenface / HW

  Price tag: 5 crowns

  A square metre of moss drinks a litre of fog in a night.

  4 Clocks

  Why it matters: Time without a satellite.

  Key players: Port Albion

  Price tag: nothing

  The tide comes twice a day.

  5 years ago nobody had thought of any of this, and five years on nobody may remember it.
  """

private func record(
  _ text: String = list, name: String = "x.txt", _ change: (inout Profile) throws -> Void
) throws -> Record {
  var profile = Profile(name: "test")
  try change(&profile)
  return try process(Source(name: name, bytes: Array(text.utf8)), with: profile)
}

private func texts(_ passages: [Record.Passage], _ record: Record) -> [String] {
  passages.map(record.string)
}

struct ProfileTests {
  @Test func withoutDifferencesNothingChanges() throws {
    let source = Source(name: "x.txt", bytes: Array(list.utf8))
    let plain = try process(source)
    #expect(plain.profile == "builtin")
    #expect(json(plain) == json(try process(source, by: .choose([]))))
    let empty = try process(source, with: Profile(name: "builtin"))
    #expect(json(plain) == json(empty))
  }

  @Test func nameAndDigestAreInTheRecord() throws {
    let record = try record { $0.sha256 = "abc" }
    let text = String(decoding: json(record), as: UTF8.self)
    #expect(text.contains(#""profile":"test","profile_sha256":"abc""#))
  }

  @Test func theKeyMakesTheID() throws {
    let key = try KeyTemplate("things-{year}-{lang}")
    #expect(try record { $0.document.key = key }.id == "things-2031-en")
    // An article about the list is not the list.
    let article = "Ten Things 2031\n\nSomebody thought of them, and that was that.\n"
    #expect(try record(article) { $0.document.key = key }.id.hasPrefix("list-2031"))
    let few = try record {
      $0.document.key = key
      $0.document.sections = 12
    }
    #expect(few.id.hasPrefix("list-2031"))
    let undated = try record(list.replacing(" 2031", with: "")) { $0.document.key = key }
    #expect(undated.id.hasPrefix("list-en-"))
    #expect(undated.diagnostics.contains { $0.code == "W211" })
  }

  @Test func anotherCountIsAWarning() throws {
    #expect(try record { $0.document.sections = 4 }.diagnostics.isEmpty)
    let record = try record { $0.document.sections = 9 }
    #expect(record.diagnostics.map(\.code) == ["W210"])
    #expect(record.sections.count >= 4)
  }

  @Test func theCountKnowsWhereTheListEnds() throws {
    #expect(try record { $0.document.sections = 4 }.sections.map(\.number) == [1, 2, 3, 4])
  }

  @Test func languageAndYear() throws {
    #expect(try record { $0.document.language = "de" }.language == "de")
    #expect(try record(name: "2040.txt") { $0.document.year = [.filename, .title] }.year == 2040)
    #expect(try record(name: "x.txt") { $0.document.year = [.filename, .title] }.year == 2031)
    #expect(try record { $0.document.year = [.filename] }.year == nil)
  }

  @Test func theFirstLineIsTheTitle() throws {
    let text = "the things, edition the fourth; by many hands, in no order:\n\n" + list
    let record = try record(text) { $0.document.title = .firstLine }
    #expect(record.title.map(record.string)?.hasPrefix("the things, edition") == true)
  }

  @Test func headingsOfOneForm() throws {
    let text = list.replacing("\n1 ", with: "\n>> Thing 1 of many: ").replacing(
      "\n2 ", with: "\n>> Thing 2 of many: "
    ).replacing("\n3 ", with: "\n>> Thing 3 of many: ").replacing(
      "\n4 ", with: "\n>> Thing 4 of many: ")
    let pattern = try LinePattern(">> Thing {n} of many: {title}")
    let record = try record(text) { $0.headings.patterns = [pattern] }
    #expect(record.sections.map(\.title) == ["Kites", "Bricks", "Moss", "Clocks"])
    #expect(record.sections.map(\.number) == [1, 2, 3, 4])
    #expect(record.sections.map(\.label).first == ">> Thing 1 of many")
  }

  @Test func headingsWithoutANumber() throws {
    var text = list
    for number in 1...4 { text = text.replacing("\n\(number) ", with: "\n~ ") }
    let pattern = try LinePattern("~ {title}")
    let record = try record(text) { $0.headings.patterns = [pattern] }
    #expect(record.sections.map(\.title) == ["Kites", "Bricks", "Moss", "Clocks"])
    #expect(record.sections.map(\.number) == [1, 2, 3, 4])
  }

  @Test func noLineOfAnotherFormOpensAnItem() throws {
    let pattern = try LinePattern("{zh_n}、{title}")
    #expect(try record { $0.headings.patterns = [pattern] }.sections.isEmpty)
  }

  @Test func titlesHaveALength() throws {
    let pattern = try LinePattern("{n} {title}")
    let record = try record {
      $0.headings.patterns = [pattern]
      $0.headings.longestTitle = 20
    }
    #expect(record.sections.map(\.title) == ["Kites", "Bricks", "Moss", "Clocks"])
  }

  @Test func aNumberAloneAndItsTitle() throws {
    let text = list.replacing("\n2 ", with: "\n2\n\n").replacing("\n3 ", with: "\n3\n\n")
    let patterns = [try LinePattern("{n} {title}"), try LinePattern("{n}")]
    let record = try record(text) {
      $0.headings.patterns = patterns
      $0.headings.longestTitle = 20
    }
    #expect(record.sections.map(\.title) == ["Kites", "Bricks", "Moss", "Clocks"])
  }

  @Test func ownLabels() throws {
    let record = try record {
      $0.labels = [Profile.Label(key: "x_price", names: ["Price tag"])]
    }
    let fields = record.sections.flatMap(\.fields).filter { $0.key == "x_price" }
    #expect(fields.map(\.value) == ["300 crowns", "20 crowns", "5 crowns", "nothing"])
    #expect(fields.map(\.label) == Array(repeating: "Price tag", count: 4))
  }

  @Test func rolesMarksAndNames() throws {
    let record = try record {
      $0.labels = [
        Profile.Label(
          key: "players", names: ["key  PLAYERS"], role: .researcher, split: [" / ", " & "])
      ]
      $0.aliases = ["HW": "Harbour Works"]
    }
    let players = record.sections.flatMap(\.players)
    #expect(
      players.map(\.name) == [
        "Harbour Works", "Delta Loft", "Nordvind", "Ember", "Clay", "Saltglass", "Greenface",
        "Harbour Works", "Port Albion",
      ])
    #expect(players.allSatisfy { $0.role == .researcher })
    #expect(players[7].aliases == ["HW"] && players[7].text == "HW")
  }

  @Test func linesOfThePageGo() throws {
    let head = try LinePattern("The Yearly *")
    let tag = try LinePattern("Price tag: *")
    let record = try record {
      $0.page.runningHeads = [head]
      $0.page.drop = [tag]
    }
    #expect(record.repairs.count { $0.rule == .runningHead } == 1)
    #expect(record.repairs.count { $0.rule == .profileDrop } == 4)
    let all = record.sections.flatMap { texts($0.body, record) }.joined()
    #expect(!all.contains("YEARLY REVIEW") && !all.contains("crowns"))
  }

  @Test func rulesThatAreOff() throws {
    let before = try record { _ in }
    #expect(before.repairs.contains { $0.rule == .joinWrap })
    let after = try record { $0.repairs = [.joinWrap: .off, .joinCut: .off] }
    #expect(!after.repairs.contains { [.joinWrap, .joinCut].contains($0.rule) })
    #expect(after.sections[0].body.count == before.sections[0].body.count + 1)
  }

  @Test func rulesUnderTheirFloor() throws {
    let sure = try record { $0.repairs = [.joinWrap: .floor(Rule.joinWrap.confidence)] }
    #expect(sure.repairs.contains { $0.rule == .joinWrap })
    let unsure = try record { $0.repairs = [.joinWrap: .floor(1)] }
    #expect(!unsure.repairs.contains { $0.rule == .joinWrap })
  }

  @Test func aHyphenThatMayNotGoStays() throws {
    let text = list.replacing(
      "draws figures of eight in the sky, and never\n", with: "draws fig-\n")
    let before = try record(text) { _ in }
    try #require(before.repairs.contains { $0.rule == .joinHyphen })
    let after = try record(text) { $0.repairs = [.joinHyphen: .off] }
    #expect(texts(after.sections[0].body, after).contains { $0.contains("fig-lands") })
  }

  @Test func aDropThatIsOffIsPutBack() throws {
    let text = list.replacing("A square metre", with: "(Photo: Greenface)\n\nA square metre")
    let before = try record(text) { _ in }
    let rule = try #require(
      before.repairs.first { String(decoding: $0.before, as: UTF8.self).contains("Photo") }?.rule)
    let after = try record(text) { $0.repairs = [rule: .off] }
    #expect(texts(after.sections[2].body, after).first == "(Photo: Greenface)")
  }
}

struct ProfilePolicyTests {
  private let source = Source(name: "x.txt", bytes: Array(list.utf8))

  private func profile(_ name: String, title: String) throws -> Profile {
    var condition = Profile.Condition()
    condition.title = [try LinePattern(title)]
    var profile = Profile(name: name)
    profile.match = [condition]
    return profile
  }

  @Test func theProfileThatFitsIsTaken() throws {
    let record = try process(
      source, by: .choose([try profile("a", title: "Nine *"), try profile("b", title: "Ten *")]))
    #expect(record.profile == "b")
  }

  @Test func twoThatFitEquallyWellAreADoubt() throws {
    let record = try process(
      source, by: .choose([try profile("b", title: "Ten *"), try profile("a", title: "ten *")]))
    #expect(record.profile == "builtin")
    let doubt = record.diagnostics.first { $0.code == "W212" }
    #expect(doubt?.message == "the profiles a, b fit equally well and none was taken; name one")
  }
}
