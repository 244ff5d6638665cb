extension Profile {
  /// A test that travels inside a profile.
  package struct Test: Sendable, Equatable {
    package enum Subject: Sendable, Equatable {
      /// A whole document, written in the profile.
      case text(String)
      /// A whole document in a file; the path is relative to the profile's.
      case path(String)
      /// A line, and whether it opens an item.
      case line(String, isHeading: Bool)
    }

    package var subject: Subject
    package var expect = Expectation()
    /// The line of the profile's file that it begins on, from 1.
    package var line: Int

    package init(_ subject: Subject, line: Int) {
      self.subject = subject
      self.line = line
    }
  }

  /// What a document's record must hold; nil where the test does not ask.
  package struct Expectation: Sendable, Equatable {
    package var id: String?
    package var title: String?
    package var year: Int?
    package var language: String?
    package var sections: Int?
    package var titles: [String]?
    /// How many fields all sections have together.
    package var fields: Int?
    /// The same of players; or their names, in order.
    package var players: Int?
    package var playerNames: [String]?
    /// How many repairs of a rule.
    package var repairs: [String: Int] = [:]
    package init() {}
  }
}
