internal import CLinux
internal import GalleyModel
internal import Glibc

/// How it stands with a store and its Inbox, found out without either's writer.
package struct StoreStatus: Sendable {
  package private(set) var documents = 0
  package private(set) var sources = 0
  /// The number of the last change.
  package private(set) var changes = 0
  /// When the last change was told, in seconds since 1970; nil where there was none.
  package private(set) var lastChange: Int?
  /// Documents at which galley died so often that they are left alone.
  package private(set) var setAside = 0
  package private(set) var watcher: RunningWatcher?
  /// nil where the Inbox can't be looked into.
  package private(set) var inbox: Inbox?

  package struct Inbox: Sendable {
    package var stored = 0
    /// No documents, for as long as they stay as they are.
    package var refused: [(path: FilePath, code: String)] = []
    package var pending = 0
    /// In seconds, of the pending file that was changed or moved in first.
    package var oldestPending: Int?
  }

  package init(_ path: FilePath, inbox: FilePath) throws(StoreError) {
    let store: StoreReader
    do {
      store = try StoreReader(path)
    } catch .cannotOpen(let error) where error.number == ENOENT {
      self.inbox = Inbox(inbox, Catalogue(), Seen([]))
      return
    }
    documents = store.catalogue.documents.count
    sources = store.catalogue.sources.count
    changes = store.catalogue.sequence
    if changes > 0 { lastChange = store.root.status(of: Layout.feed.bytes).map(\.st_mtim.tv_sec) }
    setAside = store.setAside.count { $0.reason == nil }
    watcher = RunningWatcher(on: store)
    self.inbox = Inbox(inbox, store.catalogue, Seen(in: store.root))
  }
}

extension StoreStatus.Inbox {
  init?(_ path: FilePath, _ catalogue: Catalogue, _ seen: Seen) {
    guard let folder = try? Folder(path) else { return nil }
    var oldest = Instant.max
    for file in Walk(folder, isInbox: true).files {
      guard let status = folder.descriptor.status(of: file.bytes) else { continue }
      let key = FileKey(status)
      if let row = seen.rows[file], row.key == key, row.isRefused {
        refused.append((file, row.outcome))
      } else if isStored(file, key, in: folder, catalogue, seen) {
        stored += 1
      } else {
        pending += 1
        oldest = min(oldest, key.changed)
      }
    }
    if pending > 0 { oldestPending = max(0, Int((Clock.wall &- oldest) / 1_000_000_000)) }
  }

  /// What the watcher has not seen, `ingest` may have stored: the content tells.
  private func isStored(
    _ file: FilePath, _ key: FileKey, in folder: Folder, _ catalogue: Catalogue, _ seen: Seen
  ) -> Bool {
    guard let digest = catalogue.names[file.text] else { return false }
    if let row = seen.rows[file], row.key == key { return row.outcome == digest }
    let input = Intake.Input(name: file.text, location: .inside(folder, file))
    guard let source = try? Intake().read(input) else { return false }
    return sha256(source.bytes.span) == digest
  }
}
