internal import GRDB

package struct SearchFilter: Sendable {
  package var year: Int?
  /// BCP 47; `zh` finds `zh-Hans` too.
  package var language: String?
  /// Only sections with a field of this key.
  package var key: String?
  package var publisher: String?
  package init() {}
}

package struct SearchHit: Sendable, Equatable {
  package var document: String
  package var position: Int
  package var number: Int?
  package var title: String?
  /// The document's title.
  package var list: String?
  package var year: Int?
  package var language: String?
  package var publisher: String?
  /// A piece of the text; what was found lies between U+0002 and U+0003.
  package var snippet: String
}

extension SearchIndex {
  /// The best sections for a query, the best first; none where it holds no word.
  package func search(
    _ query: String, where filter: SearchFilter = SearchFilter(), limit: Int
  ) throws(Failure) -> [SearchHit] {
    guard let match = matchExpression(query) else { return [] }
    var conditions = ["words MATCH :match"]
    var arguments: StatementArguments = ["match": match, "limit": limit]
    func add(_ condition: String, _ values: StatementArguments) {
      conditions.append(condition)
      arguments += values
    }
    if let year = filter.year { add("year = :year", ["year": year]) }
    if let language = filter.language {
      add(
        "(language = :language COLLATE NOCASE OR substr(language, 1, length(:language) + 1)"
          + " = :language || '-' COLLATE NOCASE)", ["language": language])
    }
    if let key = filter.key { add("instr(keys, ' ' || :key || ' ')", ["key": key]) }
    if let publisher = filter.publisher {
      add("publisher = :publisher COLLATE NOCASE", ["publisher": publisher])
    }
    let text = conditions.joined(separator: " AND ")
    // A hit in the title counts for five in the text.
    let sql = """
      SELECT section.*, snippet(words, -1, char(2), char(3), '…', 24) AS snippet
      FROM words JOIN section ON section.rowid = words.rowid
      WHERE \(text)
      ORDER BY bm25(words, 5, 2, 1), document, position LIMIT :limit
      """
    do {
      return try queue.read { db in
        try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
          SearchHit(
            document: row["document"], position: row["position"], number: row["number"],
            title: row["title"], list: row["list"], year: row["year"], language: row["language"],
            publisher: row["publisher"], snippet: row["snippet"])
        }
      }
    } catch {
      throw .sqlite("\(error)")
    }
  }
}
