internal import GalleyModel

/// A document's id: from what the list is, not from where it lay or how well it was cleaned.
///
/// Year, language and twelve hexadecimal digits of the SHA-256 of the title's letters and digits,
/// lower case. A document without a title is known by its source alone.
func documentID(title: String?, year: Int?, language: String, digest: String) -> String {
  let letters = (title ?? "").lowercased().unicodeScalars.filter {
    $0.properties.isAlphabetic || $0.properties.numericType != nil
  }
  guard !letters.isEmpty else { return "source-" + digest.prefix(16) }
  let key = sha256(String(String.UnicodeScalarView(letters)).utf8Span.span)
  let edition = year.map { "\($0)-" } ?? ""
  return "list-" + edition + language.lowercased() + "-" + key.prefix(12)
}
