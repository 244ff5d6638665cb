internal import Foundation
internal import GRDB
package import GalleyStore

/// The full-text index of a store's sections: derived from the records, and made anew by itself where
/// it is not what it should be.
package final class SearchIndex {
  package enum Failure: Error {
    case sqlite(String)
    case store(StoreError)
  }

  /// Another layout or another tokenizer: the index is made anew.
  static let version = "3"

  private let path: FilePath
  var queue: DatabaseQueue

  /// Opens the index of the store at `path` and brings it up to the feed.
  package init(of path: FilePath) throws(Failure) {
    self.path = path
    do {
      // Before the index: where there is no store, SQLite would say so in its own words.
      let tail = try? FeedTail(path)
      if tail == nil { _ = try StoreReader(path) }
      queue = try Self.open(path)
      do {
        // Nearly always nothing has come since the last search.
        if let tail, try queue.read({ try Self.isCurrent($0, tail) }) { return }
        try update()
      } catch let error as DatabaseError where error.isOfFile {
        try? queue.close()
        Self.remove(path)
        queue = try Self.open(path)
        try update()
      }
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .sqlite("\(error)")
    }
  }

  private static func file(_ path: FilePath) -> String {
    String(decoding: path.appending("index.sqlite".utf8).bytes, as: UTF8.self)
  }

  private static func remove(_ path: FilePath) {
    for end in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: file(path) + end)
    }
  }

  private static func open(_ path: FilePath) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      db.add(tokenizer: GalleyTokenizer.self)
      // What a crash takes from it is made anew.
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    do {
      return try DatabaseQueue(path: file(path), configuration: configuration)
    } catch let error as DatabaseError where error.isOfFile {
      remove(path)
      return try DatabaseQueue(path: file(path), configuration: configuration)
    }
  }

  /// Takes in what the feed tells since the last time, in one transaction: another search waits for
  /// it and finds it done.
  private func update() throws {
    try queue.write { db in
      // Not before: what another search took in meanwhile must be in it.
      let tail = try FeedTail(path)
      let feed = try tail.next(after: 0)
      if try !Self.isSound(db, feed) { try Self.reset(db) }
      let last = try Int.fetchOne(db, sql: "SELECT value FROM state WHERE key = 'seq'") ?? 0
      let lines = feed.filter { $0.sequence > last }
      guard let newest = lines.last else { return }
      let reader = try StoreReader(path)
      var ids: Set<String> = []
      for (_, line) in lines {
        if let change = Change(line: line.dropLast()), change.kind != .alias {
          ids.insert(change.id)
        }
      }
      for id in ids.sorted() { try Self.renew(id, db, reader, isNew: last == 0) }
      try db.execute(
        sql: "INSERT OR REPLACE INTO state VALUES ('seq', ?), ('line', ?), ('bytes', ?)",
        arguments: [newest.sequence, String(decoding: newest.line, as: UTF8.self), tail.offset])
    }
  }

  /// Whether the index is of this layout, and of this feed: the line that it took in last is there.
  private static func isSound(_ db: Database, _ feed: [FeedTail.Line]) throws -> Bool {
    guard try isOfThisLayout(db) else { return false }
    guard let last = try state("seq", db).flatMap({ Int($0) }) else { return true }
    let told = feed.first { $0.sequence >= last }?.line
    return try told.map { String(decoding: $0, as: UTF8.self) } == state("line", db)
  }

  /// Whether the index holds all of the feed, by the feed's length and its last line.
  private static func isCurrent(_ db: Database, _ feed: FeedTail) throws -> Bool {
    guard try isOfThisLayout(db), let line = try state("line", db),
      let bytes = try state("bytes", db).flatMap({ Int($0) })
    else { return false }
    return feed.ends(with: Array(line.utf8), at: bytes)
  }

  private static func isOfThisLayout(_ db: Database) throws -> Bool {
    guard try db.tableExists("state"), try db.tableExists("section"), try db.tableExists("words")
    else { return false }
    return try state("version", db) == version
  }

  private static func state(_ key: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM state WHERE key = ?", arguments: [key])
  }

  private static func reset(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS words;
        DROP TABLE IF EXISTS section;
        DROP TABLE IF EXISTS state;
        CREATE TABLE state (key TEXT PRIMARY KEY, value);
        CREATE TABLE section (
          rowid INTEGER PRIMARY KEY, document TEXT NOT NULL, position INTEGER NOT NULL,
          number INTEGER, title TEXT, fields TEXT, body TEXT, list TEXT, year INTEGER,
          language TEXT, publisher TEXT, keys TEXT);
        CREATE INDEX section_document ON section (document);
        CREATE VIRTUAL TABLE words USING fts5(
          title, fields, body, content='section', content_rowid='rowid', tokenize='galley');
        """)
    try db.execute(sql: "INSERT INTO state VALUES ('version', ?)", arguments: [version])
  }

  /// Takes a document's sections out and, where it has a record, in again.
  private static func renew(
    _ id: String, _ db: Database, _ reader: StoreReader, isNew: Bool
  ) throws {
    if !isNew {
      try db.cachedStatement(
        sql: """
          INSERT INTO words (words, rowid, title, fields, body)
          SELECT 'delete', rowid, title, fields, body FROM section WHERE document = ?
          """
      ).execute(arguments: [id])
      try db.cachedStatement(sql: "DELETE FROM section WHERE document = ?")
        .execute(arguments: [id])
    }
    guard reader.catalogue.documents[id] != nil,
      let record = try reader.record(id).flatMap({ JSONValue($0) })
    else { return }
    let insert = try db.cachedStatement(
      sql: "INSERT INTO section VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let words = try db.cachedStatement(
      sql: "INSERT INTO words (rowid, title, fields, body) VALUES (?, ?, ?, ?)")
    for row in SectionText.all(of: record) {
      try insert.execute(arguments: [
        id, row.position, row.number, row.title, row.fields, row.body, record["title"]?.string,
        record["year"]?.integer, record["language"]?.string, record["publisher"]?.string,
        " " + row.keys.joined(separator: " ") + " ",
      ])
      try words.execute(arguments: [db.lastInsertedRowID, row.title, row.fields, row.body])
    }
  }
}

extension DatabaseError {
  /// Whether the file is to blame, which is made anew then.
  fileprivate var isOfFile: Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(resultCode)
  }
}
