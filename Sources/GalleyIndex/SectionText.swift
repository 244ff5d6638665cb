internal import GalleyStore

/// What can be found of a section. Position 0 is what stands before the first one: of a document that
/// is no list, all of it.
struct SectionText: Equatable {
  var position: Int
  var number: Int?
  var title: String?
  var fields: String
  var body: String
  var keys: [String]

  static func all(of record: JSONValue) -> [SectionText] {
    var all: [SectionText] = []
    let preface = text(record["preface"])
    if !preface.isEmpty || record["sections"]?.elements.isEmpty ?? true {
      all.append(
        SectionText(
          position: 0, title: record["title"]?.string, fields: "", body: preface, keys: []))
    }
    for section in record["sections"]?.elements ?? [] {
      let fields = section["fields"]?.elements ?? []
      all.append(
        SectionText(
          position: section["position"]?.integer ?? all.count,
          number: section["number"]?.integer, title: section["title"]?.string,
          fields: fields.compactMap { $0["value"]?.string }.joined(separator: "\n"),
          body: text(section["body"]), keys: fields.compactMap { $0["key"]?.string }))
    }
    return all
  }

  private static func text(_ passages: JSONValue?) -> String {
    (passages?.elements ?? []).compactMap { $0["text"]?.string }.joined(separator: "\n\n")
  }
}
