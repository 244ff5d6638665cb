/// Names inside the store. They are made from ids and digests alone, never from what a file was
/// called, and an id or a digest of any other form has no name.
enum Layout {
  static let lock = FilePath("lock")
  static let feed = FilePath("changes.jsonl")
  static let attempts = FilePath("attempts")
  /// What a person gave up; see `Dropped`.
  static let dropped = FilePath("dropped.jsonl")
  /// What the watcher knows of the Inbox; see `Seen`.
  static let seen = FilePath("seen")
  /// Locked, and written, by a watcher that runs.
  static let watcher = FilePath("watcher")
  static let metrics = FilePath("metrics.prom")
  static let records = FilePath("records")
  static let blobs = FilePath("blobs")
  static let temporary = FilePath("tmp")
  /// The search index, which others write: the database and what SQLite keeps beside it.
  static let index = ["index.sqlite", "index.sqlite-wal", "index.sqlite-shm"].map { FilePath($0) }

  static func record(_ id: String) -> FilePath { FilePath("records/\(id).json") }

  /// A folder for each of 256 prefixes, so that none grows past what tools like to list.
  static func blobFolder(_ digest: String) -> FilePath { FilePath("blobs/\(digest.prefix(2))") }
  static func blob(_ digest: String) -> FilePath {
    FilePath("blobs/\(digest.prefix(2))/\(digest)")
  }

  static func temporary(_ number: Int) -> FilePath { FilePath("tmp/\(number)") }

  /// As in the record's schema: lower-case letters, digits, dots and hyphens, and no dot in front.
  static func isID(_ id: String) -> Bool {
    let bytes = id.utf8
    return (3...80).contains(bytes.count) && bytes.first != UInt8(ascii: ".")
      && bytes.allSatisfy { byte in
        switch Unicode.Scalar(byte) {
        case "a"..."z", "0"..."9", ".", "_", "-": true
        default: false
        }
      }
  }
}
