internal import Galley
package import GalleyModel

/// What a store promises, looked at file by file.
package struct Verification: Sendable {
  package struct Problem: Sendable, Equatable {
    /// A document's id or a source's digest.
    package var subject: String
    package var code: String
    package var message: String
  }

  package private(set) var records = 0
  package private(set) var sources = 0
  /// Records that today's rules would make otherwise: no problem, but news.
  package private(set) var stale: [String] = []
  package private(set) var problems: [Problem] = []

  private let policy: ProfilePolicy

  /// Reads all of the store, and makes each record again from its source.
  package init(
    _ store: StoreReader, by policy: ProfilePolicy = .use(.builtin)
  ) throws(StoreError) {
    self.policy = policy
    if store.unreadable > 0 || store.gaps != 0 {
      note(
        "changes.jsonl", "E310",
        "\(store.unreadable) lines can't be read, \(store.gaps) are missing: records and sources "
          + "are safe, some names and revision numbers may be lost; check the disk")
    }
    for id in try store.recordIDs() where store.catalogue.documents[id] == nil {
      note(id, "E311", "the feed does not tell of this record; ingest mends it")
    }
    for (digest, known) in store.catalogue.sources.sorted(by: { $0.key < $1.key }) {
      try checkSource(digest, known, in: store)
    }
    for (id, head) in store.catalogue.documents.sorted(by: { $0.key < $1.key }) {
      try checkRecord(id, head, in: store)
    }
  }

  private mutating func note(_ subject: String, _ code: String, _ message: String) {
    problems.append(Problem(subject: subject, code: code, message: message))
  }

  private mutating func checkSource(
    _ digest: String, _ known: Catalogue.Known, in store: StoreReader
  ) throws(StoreError) {
    sources += 1
    guard let bytes = try store.source(digest) else {
      return note(digest, "E312", "the source is gone; ingest \(known.name) again")
    }
    if sha256(bytes.span) != digest {
      note(digest, "E313", "the source was changed; delete it and ingest \(known.name) again")
    }
  }

  private mutating func checkRecord(
    _ id: String, _ head: Catalogue.Head, in store: StoreReader
  ) throws(StoreError) {
    records += 1
    let name = store.catalogue.sources[head.source]?.name ?? "its source"
    guard let bytes = try store.record(id) else {
      return note(id, "E314", "the record is gone; galley reprocess \(id) makes it anew")
    }
    guard sha256(bytes.span) == head.record else {
      return note(id, "E315", "the record was changed; galley reprocess \(id) makes it anew")
    }
    guard let source = try store.source(head.source) else { return }
    let again = try? Document(
      Source(name: name, bytes: source), knownTo: store.catalogue, by: policy)
    if again?.digest != head.record { stale.append(id) }
  }
}
