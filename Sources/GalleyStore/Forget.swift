internal import GalleyModel
internal import Glibc

extension Store {
  /// Takes documents out: record, sources of all revisions, names. The feed keeps that they were.
  ///
  /// The order is what a crash is survived by: what the feed tells will happen, for the next start
  /// completes it; and a source goes only when no record that needs it can come back.
  ///
  /// 1. A line of the feed for each document.
  /// 2. Their records go.
  /// 3. Their sources go, but those that another document has too.
  ///
  /// Ids that the store does not have are passed over.
  package func forget(_ ids: [String]) throws(StoreError) {
    try flush()
    let changes = ids.compactMap { catalogue.forget($0) }
    guard !changes.isEmpty else { return }
    do throws(SystemError) {
      guard !isBroken else { throw SystemError("commit", path, number: EIO) }
      isBroken = true
      try mark()
      try files.tell(changes.flatMap(\.line))
      try remove(records: changes.map(\.id), sources: forgottenSources())
      isBroken = false
    } catch {
      throw StoreError(error)
    }
  }

  /// Completes what a crash left of a removal. A record that is there with a forgotten source was
  /// to go, or was to come back and never was reported: both end as the feed tells.
  func removeForgotten() throws(SystemError) {
    if catalogue.forgotten.isEmpty { return }
    var records: [String] = []
    for id in Set(catalogue.forgotten.values).sorted()
    where files.size(of: Layout.record(id)) != nil {
      let path = Layout.record(id)
      let file = try Descriptor.open(path, in: files.root.raw, flags: Descriptor.readFlags)
      let source = JSONValue(try file.readAll(path))?["source"]?["sha256"]?.string
      if let source, catalogue.forgotten[source] != nil { records.append(id) }
    }
    try remove(records: records, sources: forgottenSources())
  }

  /// Those that are still there.
  private func forgottenSources() -> [String] {
    catalogue.forgotten.keys.filter { files.size(of: Layout.blob($0)) != nil }.sorted()
  }

  private func remove(records: [String], sources: [String]) throws(SystemError) {
    for id in records { try files.disk.remove(Layout.record(id), in: files.root) }
    if !records.isEmpty { try files.syncFolder(Layout.records) }
    for digest in sources { try files.disk.remove(Layout.blob(digest), in: files.root) }
    for folder in Set(sources.map(Layout.blobFolder)).sorted() { try files.syncFolder(folder) }
    try removeIndex()
  }

  /// The search index holds words of what was forgotten; it is made anew when it is asked for.
  private func removeIndex() throws(SystemError) {
    let found = Layout.index.filter { files.size(of: $0) != nil }
    for path in found { try files.disk.remove(path, in: files.root) }
    if !found.isEmpty { try files.disk.sync(files.root, FilePath(".")) }
  }
}

extension Catalogue {
  /// The change that forgets a document, which is applied; nil where there is no such document.
  mutating func forget(_ id: String) -> Change? {
    guard let head = documents[id] else { return nil }
    let change = Change(
      sequence: sequence + 1, kind: .forgotten, id: id, revision: head.revision,
      source: head.source, record: head.record, name: sources[head.source]?.name ?? "")
    apply(change)
    return change
  }
}
