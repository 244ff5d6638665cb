package import GalleyModel

/// One line of JSON for each section, flat, each with a final line feed: for tables and engines.
package func sectionRows(_ record: Record) -> [UInt8] {
  JSONWriter.bytes(capacity: record.text.count + 1024 * record.sections.count) { out in
    for (index, section) in record.sections.enumerated() {
      out.object { $0.row(section, position: index + 1, of: record) }
      out.newline()
    }
  }
}

extension JSONWriter {
  fileprivate mutating func row(_ section: Record.Section, position: Int, of record: Record) {
    let repairs = section.body.flatMap { record.repairs[$0.repairs] }
    key("schema_version")
    value(Record.schemaVersion)
    key("kind")
    value("section")
    key("id")
    value(record.id + "#" + String(position))
    key("document_id")
    value(record.id)
    key("document_title")
    value(record.titleText)
    key("year")
    value(record.year)
    key("language")
    value(record.language)
    key("publisher")
    value(record.publisher)
    key("position")
    value(position)
    key("number")
    value(section.number)
    key("label")
    value(section.label)
    key("title")
    value(section.title)
    key("group")
    value(section.group)
    key("significance")
    value(section.significance)
    key("players")
    array(section.players) { $0.player($1) }
    key("availability_kind")
    value(section.availability?.kind.rawValue)
    key("availability_text")
    value(section.availability?.text)
    key("available_from")
    value(section.availability?.fromYear)
    key("available_to")
    value(section.availability?.toYear)
    key("text")
    string { out in
      for (index, passage) in section.body.enumerated() {
        if index > 0 { out.append("\n\n") }
        out.append(record.text.span.extracting(passage.text))
      }
    }
    key("paragraph_count")
    value(section.body.count)
    key("repair_count")
    value(repairs.count)
    key("min_confidence")
    if let least = repairs.map(\.rule.confidence).min() {
      value(least, digits: 3)
    } else {
      null()
    }
    key("review")
    value(record.needsReview ? "needed" : "none")
    key("source_sha256")
    value(record.sourceSHA256)
    key("source_range")
    range(section.source)
    key("content_sha256")
    value(contentDigest(section, of: record))
    key("generator_version")
    value(galleyVersion)
  }
}
