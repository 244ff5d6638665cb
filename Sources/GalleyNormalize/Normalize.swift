package import GalleyModel

/// What the values of an outline mean.
package struct Normalized: Sendable {
  package struct Section: Sendable, Equatable {
    package var players: [Record.Player] = []
    package var availability: Record.Availability?
  }
  package var year: Int?
  package var publisher: String?
  /// ISO 8601: a date, a month or a year.
  package var published: String?
  /// BCP 47, with the script for Chinese.
  package var language: String = "und"
  /// The title that the page's head gives, where the text prints none.
  package var headTitle: String?
  /// One for each item of the outline.
  package var sections: [Section] = []
  package var diagnostics: [Diagnostic] = []
}

/// Reads the outline's values. `name` is the source's name, used for nothing but a year.
package func normalize(_ outline: Outline, of cleaned: Cleaned, name: String) -> Normalized {
  var out = Normalized()
  out.sections = outline.items.map { _ in Normalized.Section() }
  return out
}
