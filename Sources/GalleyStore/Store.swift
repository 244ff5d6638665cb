internal import CLinux
internal import GalleyModel
internal import Glibc

/// The folder that Galley keeps records in. One process at a time writes; anybody may read.
///
/// Documents are added one by one and become durable in batches. The order of a batch's steps is
/// the store's promise: no name points to what is not on the disk yet, so that after a crash at any
/// moment the next start finds a store that it can complete. See `Commit.swift` for the order.
///
/// After an error the store takes nothing more: what is in memory and what is on the disk may
/// differ. Opening it again finds out.
package final class Store {
  /// Documents that make a batch full, where nothing else is said: measured, fewer leave the time
  /// to the disk's syncs, and more gain nothing.
  package static let usualBatch = 256
  package var batchDocuments = usualBatch
  /// Bytes that do.
  package static let batchBytes = 64 << 20

  package let path: FilePath
  package internal(set) var catalogue: Catalogue
  let files: StoreFiles
  let attempts: Attempts
  let lock: Descriptor
  private var pending = Batch()
  /// What becomes durable at this moment, on a thread of its own.
  private var flight: (batch: Batch, end: Task<SystemError?, Never>)?
  private var isMarked = false
  var isBroken = false

  /// Opens the store, makes it if need be, and completes what a crash left.
  package init(_ path: FilePath, disk: Disk = Disk()) throws(StoreError) {
    self.path = path
    let root = try openRoot(path, disk)
    lock = try takeLock(in: root, of: path, disk)
    do throws(SystemError) {
      let feed = try makeLayout(in: root, disk)
      try emptyTemporary(in: root, disk)
      attempts = try Attempts(in: root, disk)
      files = StoreFiles(root: root, feed: feed, disk)
      let found = Feed(try files.feed.readAll(Layout.feed))
      catalogue = found.catalogue
      let wasUnclean = try lock.status(Layout.lock).st_size > 0
      try recover(found, wasUnclean: wasUnclean)
      if wasUnclean { try disk.truncate(lock, to: 0, Layout.lock) }
    } catch {
      throw StoreError(error)
    }
  }

  package var isFull: Bool {
    pending.documents >= batchDocuments || pending.bytes >= Self.batchBytes
  }

  /// Whether a document was added that no flush has begun to make durable.
  package var hasPending: Bool { !pending.isEmpty }

  /// Adds a document to the batch. Nothing is durable before `flush`.
  /// A document that was forgotten is added only where `revives` says so.
  package func add(_ document: Document, revives: Bool = false) -> Decision {
    if isDamaged(document) { catalogue.distrust(document.record.id) }
    let (decision, change) = catalogue.take(document, revives: revives)
    if let change { pending.add(change, document) }
    return decision
  }

  /// Makes all that was added durable.
  package func flush() throws(StoreError) {
    guard let batch = try departing() else { return }
    try arrive(failingWith: files.commit(batch))
  }

  /// Begins to make what was added durable, once what was begun before is so. More may be added
  /// meanwhile; `endFlush` must be awaited before anything else is done with the store.
  package func beginFlush() async throws(StoreError) {
    try await endFlush()
    guard let batch = try departing() else { return }
    flight = (batch, Task { [files] in await onOwnThread { files.commit(batch) } })
  }

  /// Waits until what was begun is durable.
  package func endFlush() async throws(StoreError) {
    guard let end = flight?.end else { return }
    let failure = await end.value
    flight = nil
    try arrive(failingWith: failure)
  }

  /// The batch that is to become durable; nil where nothing was added.
  private func departing() throws(StoreError) -> Batch? {
    precondition(flight == nil, "a batch is on its way")
    guard !pending.isEmpty else { return nil }
    let batch = pending
    pending = Batch()
    do throws(SystemError) {
      guard !isBroken else { throw SystemError("commit", path, number: EIO) }
      isBroken = true
      try mark()
    } catch {
      throw StoreError(error)
    }
    return batch
  }

  private func arrive(failingWith failure: SystemError?) throws(StoreError) {
    if let failure { throw StoreError(failure) }
    isBroken = false
  }

  /// Makes all durable, leaves the store clean, so that the next start need not look for traces of
  /// a crash, and lets others have it. Nothing can be added after.
  package func close() throws(StoreError) {
    try flush()
    do throws(SystemError) {
      try attempts.compact(in: files.root)
      if isMarked { try files.disk.truncate(lock, to: 0, Layout.lock) }
    } catch {
      throw StoreError(error)
    }
    isBroken = true
    _ = flock(lock.raw, LOCK_UN)
  }

  /// For a process that stays: lets go of what only a death would have needed. To be called while no
  /// document is in work.
  package func tidy() throws(StoreError) {
    do throws(SystemError) {
      try attempts.compact(in: files.root, over: 1 << 20)
    } catch {
      throw StoreError(error)
    }
  }

  /// Writes into the lock's file that a writer is at work, before it is.
  func mark() throws(SystemError) {
    guard !isMarked else { return }
    try files.disk.write(Array("\(getpid())\n".utf8), to: lock, Layout.lock)
    try files.disk.sync(lock, Layout.lock)
    isMarked = true
  }

  /// Whether the files of a document that should be there, as it is, are gone or cut.
  private func isDamaged(_ document: Document) -> Bool {
    let id = document.record.id
    let source = document.record.sourceSHA256
    guard let head = catalogue.documents[id], head.source == source, !pending.holds(id),
      !(flight?.batch.holds(id) ?? false)
    else { return false }
    return files.size(of: Layout.blob(source)) != document.source.count
      || head.record == document.digest
        && files.size(of: Layout.record(id)) != document.json.count
  }
}
