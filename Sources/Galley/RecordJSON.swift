package import GalleyModel

/// The record as one line of JSON, keys in the schema's order, without a final line feed.
package func json(_ record: Record) -> [UInt8] {
  JSONWriter.bytes(capacity: roughSize(record)) { out in out.object { $0.document(record) } }
}

extension JSONWriter {
  fileprivate mutating func document(_ record: Record) {
    key("schema_version")
    value(Record.schemaVersion)
    key("kind")
    value("document")
    key("id")
    value(record.id)
    key("title")
    value(record.titleText)
    key("year")
    value(record.year)
    key("language")
    value(record.language)
    key("date_published")
    value(record.published)
    key("publisher")
    value(record.publisher)
    key("number_of_items")
    value(record.sections.count)
    key("preface")
    passages(record.preface, of: record)
    key("sections")
    array(record.sections) { $0.section($1, position: $2 + 1, of: record) }
    key("trailer")
    passages(record.trailer, of: record)
    key("title_range")
    range(record.title?.source)
    key("repairs")
    array(record.repairs) { $0.repair($1, $2) }
    key("diagnostics")
    array(record.diagnostics) { $0.diagnostic($1) }
    key("review")
    value(record.needsReview ? "needed" : "none")
    key("source")
    source(of: record)
    key("generator")
    generator(of: record)
  }
}

/// A record holds its text once and a little around each section, passage and repair.
private func roughSize(_ record: Record) -> Int {
  let passages = record.sections.reduce(record.preface.count + record.trailer.count) {
    $0 + $1.body.count
  }
  return 4096 + record.text.count + record.text.count / 16 + 128 * passages
    + 256 * record.repairs.count + 1536 * record.sections.count
}

extension Record.Section {
  /// The value of the first field with the key `significance`.
  var significance: String? { fields.first { $0.key == "significance" }?.value }
}

extension Record {
  package var titleText: String? { title.map(string) ?? headTitle }
  package var needsReview: Bool { diagnostics.contains { $0.level != .info } }
}

/// SHA-256 of what a section says: title, fields and body, a line each. It changes when the words
/// change, and not when only their place in the source does.
func contentDigest(_ section: Record.Section, of record: Record) -> String {
  var digest = SHA256()
  digest.update(section.title ?? "")
  for field in section.fields {
    digest.update("\n")
    digest.update(field.label ?? "")
    digest.update(": ")
    digest.update(field.value)
  }
  for passage in section.body {
    digest.update("\n")
    digest.update(record.text.span.extracting(passage.text))
  }
  return digest.finish()
}
