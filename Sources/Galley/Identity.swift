internal import GalleyModel

/// What a document's id is made of.
struct DocumentFacts {
  var title: String?
  var year: Int?
  var language: String
  var sections: Int
  /// SHA-256 of the source.
  var digest: String
}

/// A document's id: from what the list is, not from where it lay or how well it was cleaned.
///
/// The profile's key; without one, year, language and twelve hexadecimal digits of the SHA-256 of
/// the title's letters and digits, lower case. A document without a title is known by its source
/// alone.
func documentID(_ facts: DocumentFacts, _ profile: Profile) -> String {
  if profile.isEdition(facts),
    let id = profile.document.key?.id(year: facts.year, language: facts.language)
  {
    return id
  }
  let letters = (facts.title ?? "").lowercased().unicodeScalars.filter {
    $0.properties.isAlphabetic || $0.properties.numericType != nil
  }
  guard !letters.isEmpty else { return "source-" + facts.digest.prefix(16) }
  let key = sha256(String(String.UnicodeScalarView(letters)).utf8Span.span)
  let edition = facts.year.map { "\($0)-" } ?? ""
  return "list-" + edition + facts.language.lowercased() + "-" + key.prefix(12)
}

extension Profile {
  /// Whether a document is an edition of the series: a list, with half of its sections at least. An
  /// article about the list, or about three of its items, must not take the list's place.
  fileprivate func isEdition(_ facts: DocumentFacts) -> Bool {
    facts.sections > 0 && facts.sections * 2 >= document.sections ?? 0
  }
}

/// What the profile leads one to expect and the document does not have.
func doubts(_ facts: DocumentFacts, _ profile: Profile) -> [Diagnostic] {
  var out: [Diagnostic] = []
  if let expected = profile.document.sections, expected != facts.sections {
    out.append(
      Diagnostic(
        .warning, "W210",
        "the profile \(profile.name) expects \(expected) sections, \(facts.sections) were found"))
  }
  if let key = profile.document.key, profile.isEdition(facts),
    key.id(year: facts.year, language: facts.language) == nil
  {
    out.append(
      Diagnostic(
        .warning, "W211", "no year was found for the key \(key.source); the id is made of the title"
      ))
  }
  return out
}

/// The doubt about a document that several profiles fit equally well.
func ambiguity(_ profiles: [Profile]) -> Diagnostic {
  let names = profiles.map(\.name).joined(separator: ", ")
  return Diagnostic(
    .warning, "W212", "the profiles \(names) fit equally well and none was taken; name one")
}
