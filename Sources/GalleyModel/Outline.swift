/// The parts of a list article, all as ranges of `Cleaned.text`, so that nothing can be invented.
package struct Outline: Sendable {
  /// A label and its value, as printed.
  package struct Field: Sendable, Equatable {
    /// `significance`, `players`, `availability`, `breakthrough`, `summary`, or nil for a label
    /// outside the vocabulary.
    package var key: String?
    /// Without colon or brackets; nil where nothing is printed.
    package var label: Range<Int>?
    /// One range for each line of the value.
    package var value: [Range<Int>]

    package init(key: String?, label: Range<Int>?, value: [Range<Int>]) {
      self.key = key
      self.label = label
      self.value = value
    }
  }

  package struct Item: Sendable, Equatable {
    package var number: Int
    /// The marker as printed, less a final `. , 、 : ) /`; nil where nothing is printed.
    package var label: Range<Int>?
    package var title: Range<Int>?
    /// The category heading above the item.
    package var group: Range<Int>?
    package var fields: [Field]
    package var body: [Range<Int>]
    /// All of the item, from its heading to the last byte before the next one.
    package var extent: Range<Int>

    package init(number: Int, extent: Range<Int>) {
      self.number = number
      self.extent = extent
      fields = []
      body = []
    }
  }

  /// A part of the text that is no part of the article.
  package struct Drop: Sendable, Equatable {
    package var rule: Rule
    package var range: Range<Int>
    package init(_ rule: Rule, _ range: Range<Int>) {
      self.rule = rule
      self.range = range
    }
  }

  package var title: Range<Int>?
  package var preface: [Range<Int>]
  /// Empty: not a list; the body is in `preface`.
  package var items: [Item]
  package var trailer: [Range<Int>]
  /// In order, disjoint.
  package var drops: [Drop]
  package var diagnostics: [Diagnostic]

  package init() {
    preface = []
    items = []
    trailer = []
    drops = []
    diagnostics = []
  }
}
