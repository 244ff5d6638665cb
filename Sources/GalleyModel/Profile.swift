/// What differs from the built-in rules for one series of lists. `builtin` differs in nothing.
///
/// Plain values, already checked: the stages take a profile without knowing where it was written.
package struct Profile: Sendable, Equatable {
  /// Lower-case letters, digits and hyphens.
  package var name: String
  /// Of the file that it was read from and those that it extends, the base first; nil for built-in.
  package var sha256: String?
  /// Names of the profiles that it extends, the nearest first.
  package var ancestors: [String] = []
  /// When it is chosen by itself: one of these must hold.
  package var match: [Condition] = []
  package var document = Document()
  package var headings = Headings()
  package var labels: [Label] = []
  /// Players: from a spelling to the name that stands for it in records.
  package var aliases: [String: String] = [:]
  package var page = Page()
  package var repairs: [Rule: RepairSetting] = [:]
  /// Where a page keeps its article, the best hint first.
  package var content: [ElementHint] = []
  package var tests: [Test] = []

  package init(name: String) { self.name = name }

  package static let builtin = Profile(name: "builtin")

  /// Whether a rule may change a document.
  package func allows(_ rule: Rule) -> Bool {
    switch repairs[rule] {
    case nil, .on: true
    case .off: false
    case .floor(let least): rule.confidence >= least
    }
  }
}

extension Profile {
  /// Holds where every part that is given holds.
  package struct Condition: Sendable, Equatable {
    /// Of the title that the built-in rules find. Empty: any.
    package var title: [LinePattern] = []
    /// Of the source's name, or of its last component where the pattern has no `/`.
    package var filename: [LinePattern] = []
    /// Of the publisher that the built-in rules find.
    package var publisher: [LinePattern] = []
    package init() {}
  }

  package struct Document: Sendable, Equatable {
    package enum TitleSource: String, Sendable, CaseIterable {
      case auto
      /// The first line of the text is the title, whatever it looks like.
      case firstLine = "first_line"
    }

    package enum YearSource: String, Sendable, CaseIterable {
      case title
      case preface
      case date
      case filename
    }

    /// The id of the documents of this series.
    package var key: KeyTemplate?
    /// BCP 47.
    package var language: String?
    package var title = TitleSource.auto
    /// Where the edition's year may come from, the best first. Empty: the built-in order.
    package var year: [YearSource] = []
    /// How many sections an edition has. Another number is a warning, and changes nothing.
    package var sections: Int?
    package init() {}
  }

  package struct Headings: Sendable, Equatable {
    /// The forms of the list's headings. Where there are any, no other line opens an item.
    package var patterns: [LinePattern] = []
    /// The number of the first item.
    package var start: Int?
    /// The longest title, in Unicode scalars.
    package var longestTitle: Int?
    package init() {}
  }

  /// Printed labels that stand for one key.
  package struct Label: Sendable, Equatable {
    package var key: String
    /// As printed, without colon or brackets.
    package var names: [String]
    /// What the players of this label are.
    package var role: Record.Player.Role?
    /// The marks between players. Empty: the built-in ones.
    package var split: [String]

    package init(
      key: String, names: [String], role: Record.Player.Role? = nil, split: [String] = []
    ) {
      self.key = key
      self.names = names
      self.role = role
      self.split = split
    }
  }

  /// Lines of the printed page that are no part of the article.
  package struct Page: Sendable, Equatable {
    package var runningHeads: [LinePattern] = []
    package var drop: [LinePattern] = []
    package init() {}
    package var isEmpty: Bool { runningHeads.isEmpty && drop.isEmpty }
  }

  package enum RepairSetting: Sendable, Equatable {
    case off
    case on
    /// Applied where the rule's measured confidence is this or more.
    case floor(Double)
  }

  /// An element of a page: `article`, `#js_content`, `div.post.body`.
  package struct ElementHint: Sendable, Equatable {
    package var tag: String?
    package var id: String?
    package var classes: [String] = []
    package init() {}
  }
}

extension Rule {
  /// Rules without which a record can't be written: its passages are lines of valid UTF-8, and what no
  /// part of it claims is logged. A profile can't switch them off.
  package var isRequired: Bool {
    switch self {
    case .mark, .unclaimed: true
    default: rawValue.hasPrefix("line.")
    }
  }
}
