import Galley
import GalleyModel
import GalleyProfile
import Testing

private var trial: Trial { Trial(contents: { _ in nil }) { try process($0, with: $1) } }

struct TrialTests {
  private let document = """
    Three Things 2031

    1 Kites

    Why it matters: The wind is steady up there.

    A kite on eight hundred metres of rope draws figures of eight in the sky.

    2 Bricks

    Why it matters: Heat is wanted at night.

    When power is cheap, wires heat a stack of bricks until it glows in the dark.

    3 Moss

    Why it matters: Streets are hot and loud.

    A square metre of moss drinks a litre of fog in a night.
    """

  private func failures(_ change: (inout Profile.Expectation) -> Void) -> [String] {
    var profile = Profile(name: "a")
    var test = Profile.Test(.text(document), line: 1)
    change(&test.expect)
    profile.tests = [test]
    return trial.run(profile, file: "a.yaml").flatMap(\.failures)
  }

  @Test func passesWhereAllIsAsExpected() {
    let failures = failures {
      $0.title = "Three Things 2031"
      $0.year = 2031
      $0.language = "en"
      $0.sections = 3
      $0.titles = ["Kites", "Bricks", "Moss"]
      $0.fields = 3
      $0.players = 0
      $0.playerNames = []
      $0.repairs = ["join.*": 0]
    }
    #expect(failures.isEmpty)
  }

  @Test func tellsEachDifference() {
    let failures = failures {
      $0.id = "x"
      $0.year = 2030
      $0.sections = 4
      $0.titles = ["Kites", "Brick"]
      $0.fields = 2
      $0.players = 1
      $0.playerNames = ["A"]
      $0.repairs = ["join.*": 1]
    }
    #expect(failures.count == 9)
    #expect(failures.contains("year: expected 2030, found 2031"))
    #expect(failures.contains("titles: expected 2, found 3"))
    #expect(failures.contains("titles: number 2: expected 'Brick', found 'Bricks'"))
  }

  @Test func aMissingInputFails() {
    var profile = Profile(name: "a")
    profile.tests = [Profile.Test(.path("x.txt"), line: 7)]
    let results = trial.run(profile, file: "p/a.yaml")
    #expect(results.map(\.failures) == [["p/x.txt can't be read"]])
    #expect(results.map(\.line) == [7])
  }

  @Test(arguments: [
    ("{n} {title}", "3 Edible wrapping", true), ("{n}、{title}", "3、可食用包装", true),
    ("{zh_n}、{title}", "三、可食用包装", true), ("{n}. {title}", "10. Quiet fans", true),
    ("Trend {n}: {title}", "Trend 3: Edible wrapping", true),
    (
      "{n} {title}", "11 years ago the first sheets curled as they dried, and nobody knew why.",
      false
    ),
    ("{n} {title}", "3 of the engineers stayed for the night and wrote down what they saw.", false),
    ("{n}. {title}", "A line without any number at all, which goes on for a while.", false),
  ]) func lines(_ pattern: String, _ line: String, _ isHeading: Bool) throws {
    var profile = Profile(name: "a")
    profile.document.sections = 10
    profile.headings.patterns = [try LinePattern(pattern)]
    profile.tests = [Profile.Test(.line(line, isHeading: isHeading), line: 1)]
    #expect(trial.run(profile, file: "a.yaml").flatMap(\.failures) == [])
  }

  @Test(arguments: [
    ("A line without any number", "has none of the forms in headings.patterns"),
    ("3 A title that is longer than titles are", "is not taken for a heading"),
  ]) func linesThatFail(_ line: String, _ failure: String) throws {
    var profile = Profile(name: "a")
    profile.document.sections = 10
    profile.headings.patterns = [try LinePattern("{n} {title}")]
    profile.headings.longestTitle = 20
    profile.tests = [Profile.Test(.line(line, isHeading: true), line: 1)]
    #expect(trial.run(profile, file: "a.yaml").flatMap(\.failures) == [failure])
  }
}

struct ProposalTests {
  private let sample = """
    The Harbour Gazette: Three Things 2031

    1

    Kites

    Why it matters: The wind is steady up there.

    Smell: of tar

    A kite on eight hundred metres of rope draws figures of eight in the sky.

    2 Bricks

    Why it matters: Heat is wanted at night.

    Smell: of dust

    When power is cheap, wires heat a stack of bricks until it glows in the dark.

    3 Moss

    Why it matters: Streets are hot and loud.

    Smell: of rain

    A square metre of moss drinks a litre of fog in a night.
    """

  private func proposal() throws -> String {
    let (cleaned, outline, record) = try outline(Source(name: "s.txt", bytes: Array(sample.utf8)))
    return Findings(cleaned, outline, record).proposal(name: "a", input: "s.txt")
  }

  @Test func countsWhatItFound() throws {
    let text = try proposal()
    #expect(text.contains(#"title: ["The Harbour Gazette: Three Things *"]"#))
    #expect(text.contains(#"key: "a-{year}-{lang}""#))
    #expect(text.contains(#"- "{n} {title}"  # 2 of 3"#))
    #expect(text.contains(#"- "{n}"  # 1 of 3"#))
    #expect(text.contains(#"x_smell: ["Smell"]  # 3 times"#))
    #expect(text.contains(#"#   significance: ["Why it matters"]  # 3 times"#))
  }

  @Test(arguments: ["", "Nothing here is a list.\n", "***\n\n\"quoted\" {n} \\ back\n\nText.\n"])
  func proposesForWhatIsNoList(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard let (cleaned, outline, record) = try? outline(Source(name: "s.txt", bytes: bytes)) else {
      return
    }
    let proposal = Findings(cleaned, outline, record).proposal(name: "a", input: "s.txt")
    let profile = try load(["p/a.yaml": proposal])
    #expect(profile.document.sections == nil)
    let trial = Trial(contents: { _ in bytes }) { try process($0, with: $1) }
    #expect(trial.run(profile, file: "p/a.yaml").flatMap(\.failures) == [])
  }

  /// What is proposed is well written and passes its own test.
  @Test func isAProfile() throws {
    let profile = try load(["p/a.yaml": try proposal()])
    let bytes = Array(sample.utf8)
    let trial = Trial(contents: { $0 == "p/s.txt" ? bytes : nil }) { try process($0, with: $1) }
    let results = trial.run(profile, file: "p/a.yaml")
    #expect(results.count == 1)
    #expect(results.flatMap(\.failures) == [])
    let record = try process(Source(name: "s.txt", bytes: bytes), by: .choose([profile]))
    #expect(record.id == "a-2031-en")
    #expect(record.sections.flatMap(\.fields).count { $0.key == "x_smell" } == 3)
  }
}
