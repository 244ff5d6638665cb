internal import GalleyStore

/// A record as a person reads it: title, preface, sections with their fields, trailer.
func recordText(_ record: JSONValue) -> String {
  var parts: [String] = []
  if let title = record["title"]?.string { parts.append("# \(title)") }
  parts += passages(record["preface"])
  for section in record["sections"]?.elements ?? [] {
    let number = section["number"]?.integer.map { "\($0). " } ?? ""
    parts.append("## \(number)\(section["title"]?.string ?? "")")
    let fields = section["fields"]?.elements ?? []
    if !fields.isEmpty { parts.append(fields.map(line(of:)).joined(separator: "\n")) }
    parts += passages(section["body"])
  }
  parts += passages(record["trailer"])
  return parts.joined(separator: "\n\n") + "\n"
}

private func passages(_ list: JSONValue?) -> [String] {
  (list?.elements ?? []).compactMap { $0["text"]?.string }
}

private func line(of field: JSONValue) -> String {
  let value = field["value"]?.string ?? ""
  return field["label"]?.string.map { "\($0): \(value)" } ?? value
}
