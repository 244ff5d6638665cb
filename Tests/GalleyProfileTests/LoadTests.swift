import GalleyModel
import GalleyProfile
import Testing

/// Loads profiles from texts in place of files.
func load(_ files: [String: String], _ file: String = "p/a.yaml") throws(ProfileError) -> Profile {
  try ProfileLoader { files[$0].map { Array($0.utf8) } }.load(file)
}

func load(_ text: String) throws(ProfileError) -> Profile {
  try load(["p/a.yaml": "profile: 1\nname: a\n" + text])
}

struct LoadTests {
  @Test func readsEveryKey() throws {
    let profile = try load(
      """
      description: a list
      match:
        - title: ["*ten*", "*10*"]
          publisher: The Review
        - filename: "*.txt"
      document:
        key: list-{year}-{lang}
        language: zh-Hans
        title: first_line
        year: [filename, title]
        sections: 10
      headings:
        patterns: ["{n}", "{zh_n}、{title}"]
        start: 1
        longest_title: 30
      labels:
        significance: 意义
        players:
          - 参与者
          - { names: [研究者, 团队], role: researcher, split: [、, " / "] }
        x_price: [售价]
      aliases: { 英特尔: Intel }
      page:
        running_heads: ["LIST | {n}"]
        drop: ["Source: *"]
      repairs: { join.*: 0.95, join.hyphen: off, drop.caption: on }
      html: { content: ["#js_content", "div.post.body", article] }
      tests:
        - { line: 3 a, heading: yes }
        - { input: x.txt, expect: { players: 3 } }
        - text: abc
          expect: { sections: 0, titles: [], players: [a, b], repairs: { join.*: 2 } }
      """)
    #expect(profile.match.count == 2)
    #expect(profile.match[0].title.map(\.source) == ["*ten*", "*10*"])
    #expect(profile.document.key?.source == "list-{year}-{lang}")
    #expect(profile.document.language == "zh-Hans")
    #expect(profile.document.title == .firstLine)
    #expect(profile.document.year == [.filename, .title])
    #expect(profile.document.sections == 10)
    #expect(profile.headings.patterns.map(\.source) == ["{n}", "{zh_n}、{title}"])
    #expect(profile.headings.start == 1)
    #expect(profile.headings.longestTitle == 30)
    #expect(
      profile.labels == [
        Profile.Label(key: "significance", names: ["意义"]),
        Profile.Label(key: "players", names: ["参与者"]),
        Profile.Label(
          key: "players", names: ["研究者", "团队"], role: .researcher, split: ["、", " / "]),
        Profile.Label(key: "x_price", names: ["售价"]),
      ])
    #expect(profile.aliases == ["英特尔": "Intel"])
    #expect(profile.page.runningHeads.count == 1 && profile.page.drop.count == 1)
    #expect(profile.repairs[.joinHyphen] == .off)
    #expect(profile.repairs[.joinWrap] == .floor(0.95))
    #expect(profile.repairs[.caption] == .on)
    #expect(profile.content.map(\.id) == ["js_content", nil, nil])
    #expect(profile.content.map(\.tag) == [nil, "div", "article"])
    #expect(profile.content[1].classes == ["post", "body"])
    #expect(profile.tests.map(\.line) == [31, 32, 33])
    #expect(profile.tests[0].subject == .line("3 a", isHeading: true))
    #expect(profile.tests[2].expect.playerNames == ["a", "b"])
    #expect(profile.sha256?.utf8.count == 64)
  }

  struct Mistake: Sendable {
    var text: String
    /// Line and column, and a part of the message.
    var place: String
    var message: String
  }

  /// Lines count from the two that `load` puts before the text.
  @Test(arguments: [
    Mistake(text: "lables: {}", place: "3:1", message: "did you mean 'labels'?"),
    Mistake(
      text: "document:\n  sectoins: 10", place: "4:3",
      message: "document: unknown key 'sectoins'; did you mean 'sections'?"),
    Mistake(text: "document: [a]", place: "3:11", message: "expected a mapping, found a list"),
    Mistake(
      text: "document:\n  sections: ten", place: "4:13",
      message: "document.sections: expected a number from 1 to 1000, found 'ten'"),
    Mistake(text: "document: {sections: 0}", place: "3:22", message: "from 1 to 1000"),
    Mistake(text: "document: {key: [a]}", place: "3:17", message: "expected a text, found a list"),
    Mistake(text: "document: {key: \"Big-{year}\"}", place: "3:17", message: "'B' can't stand"),
    Mistake(text: "document: {key: \"a-{yaer}\"}", place: "3:17", message: "did you mean 'year'?"),
    Mistake(text: "document: {language: en_US}", place: "3:22", message: "a language tag"),
    Mistake(text: "document: {year: [titel]}", place: "3:19", message: "did you mean 'title'?"),
    Mistake(text: "headings: {patterns: [\"{nn} x\"]}", place: "3:23", message: "token 'nn'"),
    Mistake(
      text: "headings: {patterns: [Chapter]}", place: "3:23", message: "a number or a {title}"),
    Mistake(
      text: "headings: {patterns: [\"{n}.{n} {title}\"]}", place: "3:23", message: "one number"),
    Mistake(
      text: "labels: {signifcance: [a]}", place: "3:10", message: "did you mean 'significance'?"),
    Mistake(
      text: "labels: {significance: {names: [a], role: other}}", place: "3:37",
      message: "unknown key 'role'"),
    Mistake(
      text: "labels: {players: {names: [a], role: worker}}", place: "3:38",
      message: "unknown value 'worker'"),
    Mistake(text: "labels: {players: {role: other}}", place: "3:19", message: "'names' is missing"),
    Mistake(text: "page: {drop: [\"*\"]}", place: "3:15", message: "would drop every line"),
    Mistake(text: "page: {drop: [\"a {title}\"]}", place: "3:15", message: "belongs to headings"),
    Mistake(
      text: "repairs: {join.hyphn: off}", place: "3:11", message: "did you mean 'join.hyphen'?"),
    Mistake(text: "repairs: {join.hyphen: maybe}", place: "3:24", message: "on, off or"),
    Mistake(text: "repairs: {join.hyphen: 2}", place: "3:24", message: "from 0 to 1"),
    Mistake(
      text: "repairs: {line.end: off}", place: "3:11", message: "can't be switched off"),
    Mistake(
      text: "html: {content: [\"a > b\"]}", place: "3:18", message: "expected tag, #id or .class"),
    Mistake(text: "tests: {}", place: "3:8", message: "a list of tests"),
    Mistake(text: "tests: [{line: a}]", place: "3:9", message: "'line' with 'heading'"),
    Mistake(text: "tests: [{text: a}]", place: "3:9", message: "'expect' is missing"),
    Mistake(text: "tests: [{line: a, heading: maybe}]", place: "3:28", message: "yes or no"),
    Mistake(text: "match: {file: a}", place: "3:9", message: "unknown key 'file'"),
    Mistake(text: "extends: other", place: "3:10", message: "there is no profile 'other'"),
    Mistake(
      text: "aliases: &a {b: c}", place: "3:10", message: "anchors and aliases are not taken"),
    Mistake(text: "aliases: {a: b, a: c}", place: "3:17", message: "'a' stands here twice"),
    Mistake(text: "aliases: {a: b", place: "4:1", message: ""),
    Mistake(text: "aliases:\n\ta: b", place: "4:1", message: ""),
  ]) func tellsMistakes(_ mistake: Mistake) throws {
    let error = try #require(throws: ProfileError.self) { try load(mistake.text) }
    guard case .invalid(let problems) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(problems.count == 1)
    let text = problems[0].description
    #expect(text.hasPrefix("p/a.yaml:\(mistake.place): "), "\(text)")
    #expect(text.contains(mistake.message), "\(text)")
  }

  @Test func tellsAllMistakesAtOnce() throws {
    let error = try #require(throws: ProfileError.self) {
      try load("lables: {}\ndocument: {sections: many}\npage: []")
    }
    guard case .invalid(let problems) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(problems.map(\.place.line) == [3, 4, 5])
  }

  @Test(arguments: [
    ("", "empty"), ("name: a", "'profile: 1' is missing"), ("profile: 2\nname: a", "expected 1"),
    ("profile: 1", "'name' is missing"), ("profile: 1\nname: b", "is not the file's name"),
    ("profile: 1\nname: A", "lower-case"), ("profile: 1\nname: builtin", "other than 'builtin'"),
    ("- a", "expected a mapping"), ("[[[[", ""), (String(repeating: "[", count: 100_000), ""),
  ]) func tellsWhatAFileLacks(_ text: String, _ message: String) throws {
    let error = try #require(throws: ProfileError.self) { try load(["p/a.yaml": text]) }
    #expect(error.description.hasPrefix("p/a.yaml:"))
    #expect(error.description.contains(message))
  }

  @Test func tellsWhatCannotBeRead() {
    #expect(throws: ProfileError.unreadable(file: "p/a.yaml")) { try load([:]) }
    let loader = ProfileLoader { _ in [0x61, 0xFF] }
    let error = #expect(throws: ProfileError.self) { try loader.load("a.yaml") }
    #expect(error?.description.contains("not UTF-8") == true)
  }
}

struct ExtendsTests {
  private let base = """
    profile: 1
    name: base
    match: { title: "*ten*" }
    document: { key: "base-{year}", sections: 10 }
    labels: { significance: [Why], availability: [When] }
    aliases: { A: B }
    repairs: { join.wrap: off }
    tests: [{ line: 1 a, heading: yes }]
    """

  @Test func mergesMappingsAndReplacesValues() throws {
    let profile = try load([
      "p/base.yaml": base,
      "p/a.yaml": """
      profile: 1
      name: a
      extends: base
      document: { sections: 7 }
      labels: { significance: [Because] }
      aliases: { C: D }
      repairs: { join.wrap: on }
      """,
    ])
    #expect(profile.ancestors == ["base"])
    #expect(profile.document.sections == 7)
    #expect(profile.document.key?.source == "base-{year}")
    #expect(profile.labels.map(\.names) == [["When"], ["Because"]])
    #expect(profile.aliases == ["A": "B", "C": "D"])
    #expect(profile.repairs == [.joinWrap: .on])
    #expect(profile.match.isEmpty && profile.tests.isEmpty)
  }

  @Test func theDigestCoversWhatIsExtended() throws {
    let own = "profile: 1\nname: a\nextends: base\n"
    let one = try load(["p/a.yaml": own, "p/base.yaml": base])
    let other = try load(["p/a.yaml": own, "p/base.yaml": base + "\n# changed"])
    #expect(one.sha256 != other.sha256)
  }

  @Test func findsAPathFromTheFilesOwnFolder() throws {
    let profile = try load([
      "p/a.yaml": "profile: 1\nname: a\nextends: ../q/base.yaml\n", "p/../q/base.yaml": base,
    ])
    #expect(profile.document.sections == 10)
  }

  @Test func refusesACircle() throws {
    let error = try #require(throws: ProfileError.self) {
      try load([
        "p/a.yaml": "profile: 1\nname: a\nextends: b\n",
        "p/b.yaml": "profile: 1\nname: b\nextends: a\n",
      ])
    }
    #expect(error.description.contains("extends itself: p/a.yaml -> p/b.yaml -> p/a.yaml"))
  }

  @Test func mistakesBelowAreToldWithTheirFile() throws {
    let error = try #require(throws: ProfileError.self) {
      try load([
        "p/a.yaml": "profile: 1\nname: a\nextends: base\n",
        "p/base.yaml": "profile: 1\nname: base\nx: 1",
      ])
    }
    #expect(error.description.hasPrefix("p/base.yaml:3:1: unknown key 'x'"))
  }
}
