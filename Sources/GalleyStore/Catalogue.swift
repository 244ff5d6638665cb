internal import GalleyModel
internal import Glibc

/// What the store does with a document.
package enum Decision: Sendable, Equatable {
  case write(Change.Kind)
  /// The record is there, byte for byte.
  case unchanged
  /// The source is an earlier revision of a document that has gone on since.
  case superseded
  /// The source's document was forgotten, and nobody asked for it since.
  case forgotten
}

/// What the store knows: the feed, folded.
package struct Catalogue: Sendable {
  package struct Head: Sendable, Equatable {
    package var revision: Int
    /// SHA-256 of the newest revision's source.
    package var source: String
    /// SHA-256 of the record's file.
    package var record: String
  }

  /// A source that was stored once: what it was called first, and which document it belongs to.
  package struct Known: Sendable, Equatable {
    package var id: String
    package var name: String
  }

  package private(set) var documents: [String: Head] = [:]
  package private(set) var sources: [String: Known] = [:]
  package private(set) var names = SourceNames()
  /// Sources of documents that were forgotten, and those documents' ids. They stay so until they are
  /// added again.
  package private(set) var forgotten: [String: String] = [:]
  /// What somebody told of sources' encodings.
  package private(set) var encodings: [String: String] = [:]
  package private(set) var sequence = 0

  package init() {}

  /// What the store at `path` knows; nothing where there is none yet.
  package init(of path: FilePath) throws(StoreError) {
    do {
      self = try StoreReader(path).catalogue
    } catch .cannotOpen(let error) where error.number == ENOENT {
      self.init()
    }
  }

  package mutating func apply(_ change: Change) {
    sequence = max(sequence, change.sequence)
    if change.kind == .forgotten { return forget(change.id) }
    names[change.name] = change.source
    if change.kind == .alias { return }
    forgotten[change.source] = nil
    encodings[change.source] = change.encoding
    documents[change.id] = Head(
      revision: change.revision, source: change.source, record: change.record)
    if sources[change.source] == nil {
      sources[change.source] = Known(id: change.id, name: change.name)
    }
  }

  private mutating func forget(_ id: String) {
    documents[id] = nil
    for digest in sources(of: id) {
      sources[digest] = nil
      encodings[digest] = nil
      forgotten[digest] = id
    }
    names.keep { sources[$0] != nil }
  }

  /// The encoding that a source was told to be in.
  func encoding(of source: Source) -> String? {
    encodings.isEmpty ? nil : encodings[sha256(source.bytes.span)]
  }

  /// Digests of all sources that a document has had, sorted.
  package func sources(of id: String) -> [String] {
    sources.filter { $0.value.id == id }.keys.sorted()
  }

  /// Takes a document in, as far as memory goes. One that was forgotten is taken where it `revives`.
  package mutating func take(
    _ document: Document, revives: Bool = false
  ) -> (decision: Decision, change: Change?) {
    if !revives, forgotten[document.record.sourceSHA256] != nil { return (.forgotten, nil) }
    let source = document.record.sourceSHA256
    let known = sources[source]
    let id = known?.id ?? document.record.id
    // A source that came in twice since the catalogue was copied for the workers was processed
    // under its second name: only the first record counts.
    let isComparable = known == nil || known?.name == document.record.sourceName
    let record = isComparable ? document.digest : documents[id]?.record ?? ""
    let decision = decide(name: document.name, source: source, id: id, record: record)
    guard case .write(let kind) = decision else { return (decision, nil) }
    var change = change(kind, name: document.name, source: source, id: id, record: record)
    change.encoding = document.encoding
    apply(change)
    return (decision, change)
  }

  /// The files of a document are gone or cut: its record counts as another one.
  mutating func distrust(_ id: String) { documents[id]?.record = "" }

  /// What to do with a source called `name` whose record, made under the name and the id that the
  /// store knows it by, has the digest `record`.
  package func decide(name: String, source: String, id: String, record: String) -> Decision {
    guard let known = sources[source], let document = documents[known.id] else {
      return .write(documents[id] == nil ? .added : .revised)
    }
    if document.source == source {
      if document.record != record { return .write(.reprocessed) }
      return names[name] == source ? .unchanged : .write(.alias)
    }
    switch names[name] {
    case source: return .superseded
    // The file has had the newest content and was set back to an older one.
    case document.source: return .write(.revised)
    default: return .write(.alias)
    }
  }

  /// The change that a decision makes.
  package func change(
    _ kind: Change.Kind, name: String, source: String, id: String, record: String
  ) -> Change {
    let document = documents[id]
    let revision = document?.revision ?? 0
    return Change(
      sequence: sequence + 1, kind: kind, id: id,
      revision: kind == .added || kind == .revised ? revision + 1 : revision,
      source: source, record: kind == .alias ? document?.record ?? record : record, name: name)
  }
}
