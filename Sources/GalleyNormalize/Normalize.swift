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

/// Reads the outline's values. `name` is the source's name, used for nothing but a year where the
/// document prints none.
package func normalize(
  _ outline: Outline, of cleaned: Cleaned, name: String, with profile: Profile = .builtin
) -> Normalized {
  let head = cleaned.blocks.head
  var out = Normalized()
  out.language =
    profile.document.language
    ?? language(of: passages(of: outline), in: cleaned.text, declared: head.language)
  let date = publishedDate(of: outline, in: cleaned)
  out.published = date?.iso
  out.headTitle = outline.title == nil ? head.title : nil
  out.year = editionYear(
    of: outline, in: cleaned, headTitle: out.headTitle, published: date, name: name,
    from: profile.document.year)
  if !outline.items.isEmpty {
    // Vietnamese names have small words between their capitals, and sentences begin with one.
    var finder = PublisherFinder(isGerman: ["de", "vi"].contains(out.language))
    if let title = out.headTitle { finder.readTitle(Array(title.utf8)) }
    finder.read(outline, in: cleaned.text, site: head.site)
    out.publisher = finder.publisher
  }
  out.sections = outline.items.map {
    section($0, in: cleaned.text, edition: out.year, with: profile)
  }
  return out
}

/// The document's running text, for a sample.
private func passages(of outline: Outline) -> [Range<Int>] {
  var out = outline.title.map { [$0] } ?? []
  out += outline.preface
  for item in outline.items { out += item.body.prefix(1) }
  return out
}

private func section(
  _ item: Outline.Item, in text: [UInt8], edition: Int?, with profile: Profile
) -> Normalized.Section {
  var out = Normalized.Section()
  for field in item.fields {
    switch field.key {
    case "players": out.players += players(field, in: text, with: profile)
    case "availability":
      if out.availability == nil {
        out.availability = availability(printed(field.value, in: text), edition: edition)
      }
    default: break
    }
  }
  return out
}

/// A value as the record prints it.
private func printed(_ lines: [Range<Int>], in text: [UInt8]) -> String {
  if lines.count == 1 { return string(text, lines[0]) }
  return lines.map { string(text, $0) }.joined(separator: "; ")
}

func string(_ text: [UInt8], _ range: Range<Int>) -> String {
  String(decoding: text[range], as: UTF8.self)
}

/// The date of publication: what the page's head says, else the first date that is printed in a line
/// of metadata, at the beginning of the text or at its end.
private func publishedDate(of outline: Outline, in cleaned: Cleaned) -> PrintedDate? {
  if let printed = cleaned.blocks.head.published {
    let bytes = Array(printed.utf8)
    if let date = firstDate(in: bytes, bytes.indices) { return date }
  }
  for drop in outline.drops where drop.rule == .metadata {
    if let date = firstDate(in: cleaned.text, drop.range) { return date }
  }
  for passage in outline.preface.prefix(2) + outline.trailer {
    let head = passage.lowerBound..<min(passage.upperBound, passage.lowerBound + 200)
    if let date = firstDate(in: cleaned.text, head) { return date }
  }
  return nil
}

/// The edition's year from the first source that has one. Built in: the edition that the list names,
/// else the year of its date, else the year in the source's name.
private func editionYear(
  of outline: Outline, in cleaned: Cleaned, headTitle: String?, published: PrintedDate?,
  name: String, from sources: [Profile.Document.YearSource]
) -> Int? {
  let edition = Edition(text: cleaned.text, published: published?.year)
  for source in sources.isEmpty ? Profile.Document.YearSource.allCases : sources {
    let year: Int? =
      switch source {
      case .title: titleYear(outline, edition, headTitle: headTitle)
      case .preface: outline.items.isEmpty ? nil : edition.year(ofPreface: outline.preface)
      case .date: published?.year ?? metadataYear(outline, in: cleaned.text)
      case .filename: nextYear(in: Array(name.utf8), from: 0, limit: name.utf8.count)?.value
      }
    if let year { return year }
  }
  return nil
}

/// The first year in the lines of metadata: `no. 12, autumn 2016`.
private func metadataYear(_ outline: Outline, in text: [UInt8]) -> Int? {
  for drop in outline.drops where drop.rule == .metadata {
    if let year = nextYear(in: text, from: drop.range.lowerBound, limit: drop.range.upperBound) {
      return year.value
    }
  }
  return nil
}

private func titleYear(_ outline: Outline, _ edition: Edition, headTitle: String?) -> Int? {
  if let title = outline.title, let year = edition.year(ofTitle: title) { return year }
  guard let headTitle else { return nil }
  let head = Edition(text: Array(headTitle.utf8), published: edition.published)
  return head.year(ofTitle: head.text.indices)
}
