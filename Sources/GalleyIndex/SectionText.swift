internal import GalleyStore

/// What can be found of a section. Position 0 is the document itself: its title, and what stands before
/// the first section; of a document that is no list, all of it.
struct SectionText: Equatable {
  var position: Int
  var number: Int?
  var title: String?
  var fields: String
  var body: String
  var keys: [String]

  static func all(of record: JSONValue) -> [SectionText] {
    var all: [SectionText] = []
    all.append(
      SectionText(
        position: 0, title: record["title"]?.string, fields: "", body: text(record["preface"]),
        keys: []))
    for section in record["sections"]?.elements ?? [] {
      let fields = section["fields"]?.elements ?? []
      all.append(
        SectionText(
          position: section["position"]?.integer ?? all.count,
          number: section["number"]?.integer, title: section["title"]?.string,
          fields: fields.map(line).joined(separator: "\n"),
          body: text(section["body"]), keys: fields.compactMap { $0["key"]?.string }))
    }
    return all
  }

  /// A field as it is printed, with its label where it has one.
  private static func line(_ field: JSONValue) -> String {
    [field["label"]?.string, field["value"]?.string].compactMap { $0 }.joined(separator: ": ")
  }

  private static func text(_ passages: JSONValue?) -> String {
    (passages?.elements ?? []).compactMap { $0["text"]?.string }.joined(separator: "\n\n")
  }
}
