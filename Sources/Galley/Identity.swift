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
  let letters = lettersOfKey(facts.title ?? "")
  guard !letters.isEmpty else { return "source-" + facts.digest.prefix(16) }
  let key = sha256(letters.span)
  let edition = facts.year.map { "\($0)-" } ?? ""
  return "list-" + edition + facts.language.lowercased() + "-" + key.prefix(12)
}

/// The letters and digits of a title, lower case, in UTF-8.
private func lettersOfKey(_ title: String) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(title.utf8.count)
  for scalar in title.unicodeScalars {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if isLetterOrNumber(scalar) { out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    } else if isIdeographOrSyllable(scalar) {
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      let mapping = scalar.properties.lowercaseMapping
      for scalar in mapping.unicodeScalars where isLetterOrNumber(scalar) {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
  return out
}

/// Alphabetic or of a numeric type, by the Unicode Character Database.
func isLetterOrNumber(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII {
    let value = scalar.value
    return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26
  }
  if isIdeographOrSyllable(scalar) { return true }
  return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

/// The unified ideographs of Unicode 1.1 and the Hangul syllables: letters without case, nearly all
/// of a title in their scripts.
private func isIdeographOrSyllable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x4E00...0x9FA5, 0xAC00...0xD7A3: true
  default: false
  }
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
