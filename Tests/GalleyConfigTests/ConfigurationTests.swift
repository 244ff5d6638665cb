import GalleyProfile
import Testing

@testable import GalleyConfig

@Suite struct ConfigurationTests {
  func read(
    _ text: String, environment: [String: String] = [:]
  ) throws(ConfigurationError) -> Configuration {
    try Configuration(file: ("galley.yaml", Array(text.utf8))) { environment[$0] }
  }

  @Test func defaultsThenFileThenEnvironment() throws {
    let none = try Configuration()
    #expect(none[.inbox] == .init(text: "Inbox", origin: .standard))
    #expect(none.seconds(.quietSeconds) == 0.5)
    let text = "inbox: /srv/in\nquiet_seconds: 2\nmetrics: yes\n"
    let both = try read(text, environment: ["GALLEY_INBOX": "/tmp/in", "GALLEY_JOBS": "3"])
    #expect(both[.inbox] == .init(text: "/tmp/in", origin: .variable("GALLEY_INBOX")))
    #expect(both.seconds(.quietSeconds) == 2)
    #expect(both.truth(.metrics))
    #expect(both.count(.jobs) == 3)
    guard case .file("galley.yaml", let place) = both[.metrics].origin else {
      Issue.record("\(both[.metrics].origin)")
      return
    }
    #expect(place.line == 3)
  }

  @Test func knowsAVariableThatIsMisspelt() {
    let names = [
      "GALLEY_STROE", "GALLEY_JOB", "GALLEY_STORE", "GALLEY_CONFIG", "GALLEY_NEWS", "HOME",
    ]
    let found = Configuration.misspelt(names)
    #expect(found.map(\.name) == ["GALLEY_JOB", "GALLEY_STROE"])
    #expect(found.map(\.meant) == ["GALLEY_JOBS", "GALLEY_STORE"])
  }

  @Test func anEmptyFileOrKeyChangesNothing() throws {
    for text in ["", "# only a comment\n", "archive:\n"] {
      #expect(try read(text)[.archive].text == nil)
    }
  }

  @Test(arguments: [
    ("inbx: a\n", "did you mean 'inbox'?"),
    ("after: archiv\n", "did you mean 'archive'?"),
    ("jobs: many\n", "expected a whole number from 0 to 1024, found 'many'"),
    ("jobs: -1\n", "found '-1'"),
    ("quiet_seconds: soon\n", "expected a number of seconds"),
    ("quiet_seconds: nan\n", "expected a number of seconds"),
    ("metrics: maybe\n", "expected yes or no"),
    ("store: [a]\n", "expected a text"),
    ("store: a\nstore: b\n", "stands here twice"),
    ("- store\n", "expected a mapping"),
    ("store: \"a\n", "galley.yaml:"),
  ])
  func refuses(_ text: String, saying part: String) {
    #expect {
      try read(text)
    } throws: { error in
      "\(error)".contains(part) && "\(error)".hasPrefix("galley.yaml:")
    }
  }

  @Test func tellsEveryMistakeAtOnce() {
    #expect {
      try read("jobs: x\nafter: y\n", environment: ["GALLEY_METRICS": "z"])
    } throws: { error in
      "\(error)".split(separator: "\n").count == 3
        && "\(error)".contains("GALLEY_METRICS: expected")
    }
  }
}
