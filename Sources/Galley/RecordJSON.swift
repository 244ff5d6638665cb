package import GalleyModel

/// The record as one line of JSON, keys in the schema's order, without a final line feed.
package func json(_ record: Record) -> [UInt8] {
  var out = JSONWriter(capacity: roughSize(record))
  out.object { out in
    out.key("schema_version")
    out.value(Record.schemaVersion)
    out.key("kind")
    out.value("document")
    out.key("id")
    out.value(record.id)
    out.key("title")
    out.value(record.titleText)
    out.key("year")
    out.value(record.year)
    out.key("language")
    out.value(record.language)
    out.key("date_published")
    out.value(record.published)
    out.key("publisher")
    out.value(record.publisher)
    out.key("number_of_items")
    out.value(record.sections.count)
    out.key("preface")
    out.passages(record.preface, of: record)
    out.key("sections")
    out.array(record.sections.enumerated()) {
      $0.section($1.element, position: $1.offset + 1, of: record)
    }
    out.key("trailer")
    out.passages(record.trailer, of: record)
    out.key("title_range")
    out.range(record.title?.source)
    out.key("repairs")
    out.array(record.repairs.enumerated()) { $0.repair($1.element, $1.offset) }
    out.key("diagnostics")
    out.array(record.diagnostics) { $0.diagnostic($1) }
    out.key("review")
    out.value(record.needsReview ? "needed" : "none")
    out.key("source")
    out.source(of: record)
    out.key("generator")
    out.generator(of: record)
  }
  return out.bytes
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
