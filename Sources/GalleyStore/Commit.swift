internal import CLinux
internal import Glibc

/// What becomes durable together.
struct Batch: Sendable {
  private(set) var blobs: [(digest: String, bytes: [UInt8])] = []
  private(set) var records: [(id: String, bytes: [UInt8])] = []
  private(set) var changes: [Change] = []
  private(set) var documents = 0
  private(set) var bytes = 0

  var isEmpty: Bool { changes.isEmpty }

  func holds(_ id: String) -> Bool { records.contains { $0.id == id } }

  mutating func add(_ change: Change, _ document: Document) {
    documents += 1
    changes.append(change)
    if change.kind == .alias { return }
    blobs.append((change.source, document.source))
    records.append((change.id, document.json))
    bytes += document.source.count + document.json.count
  }
}

extension StoreFiles {
  /// Up to so many files are made durable one by one; more of them with all of their file system.
  private static let few = 4

  /// The order is what a crash is survived by: each step is durable before the next begins.
  ///
  /// 1. Blobs and records into temporary files.
  /// 2. Blobs to their names.
  /// 3. Records to theirs: a record that is there has its source.
  /// 4. The feed's lines: a change that is told has happened.
  ///
  /// Where the kernel could not make bytes durable, it may have dropped them and say yes the next
  /// time, so that nothing is synced twice: all is written once more, from memory, and after that
  /// the error stands.
  ///
  /// Returns why it could not be done; nil where it was.
  func commit(_ batch: Batch) -> SystemError? {
    do {
      try attempt(batch)
      return nil
    } catch {
      // A full disk gains by it; where this fails too, the next start does it.
      try? emptyTemporary(in: root, disk)
      return error
    }
  }

  private func attempt(_ batch: Batch) throws(SystemError) {
    do {
      try publish(batch, isRetry: false)
    } catch  where error.isSync {
      try emptyTemporary(in: root, disk)
      try publish(batch, isRetry: true)
    }
    try tell(batch.changes.flatMap(\.line))
  }

  /// Appends lines to the feed and makes them durable. Where the kernel could not, they are cut and
  /// written once more; in the end the feed has them durably or not at all.
  func tell(_ lines: [UInt8]) throws(SystemError) {
    let end = Int(try feed.status(Layout.feed).st_size)
    do {
      try append(lines)
    } catch  where error.isSync {
      try disk.truncate(feed, to: end, Layout.feed)
      do {
        try append(lines)
      } catch {
        try? disk.truncate(feed, to: end, Layout.feed)
        throw error
      }
    }
  }

  private func append(_ lines: [UInt8]) throws(SystemError) {
    try disk.write(lines, to: feed, Layout.feed)
    try disk.sync(feed, Layout.feed)
  }

  private func publish(_ batch: Batch, isRetry: Bool) throws(SystemError) {
    let blobs = batch.blobs.filter { isRetry || size(of: Layout.blob($0.digest)) != $0.bytes.count }
    let isFew = blobs.count + batch.records.count <= Self.few
    let blobMoves = try blobs.map { blob throws(SystemError) in
      Move(try temporary(blob.bytes, isDurable: isFew), Layout.blob(blob.digest))
    }
    let recordMoves = try batch.records.map { record throws(SystemError) in
      Move(try temporary(record.bytes, isDurable: isFew), Layout.record(record.id))
    }
    if !isFew { try disk.syncAll(root, FilePath(".")) }

    try place(blobMoves, digests: blobs.map(\.digest), isFew: isFew, isRetry: isRetry)
    for move in recordMoves { try disk.rename(move.from, to: move.to, in: root) }
    if !recordMoves.isEmpty { try syncFolder(Layout.records) }
  }

  private struct Move {
    var from: FilePath
    var to: FilePath
    init(_ from: FilePath, _ to: FilePath) {
      self.from = from
      self.to = to
    }
  }

  private func place(
    _ moves: [Move], digests: [String], isFew: Bool, isRetry: Bool
  ) throws(SystemError) {
    let folders = Set(digests.map(Layout.blobFolder)).sorted()
    // What the first try has made need not be durable.
    var isNew = isRetry
    for folder in folders where try disk.makeFolder(folder, in: root.raw) { isNew = true }
    for move in moves { try disk.rename(move.from, to: move.to, in: root) }
    if moves.isEmpty { return }
    if !isFew { return try disk.syncAll(root, FilePath(".")) }
    for folder in folders { try syncFolder(folder) }
    if isNew { try syncFolder(Layout.blobs) }
  }

  private func temporary(_ bytes: [UInt8], isDurable: Bool) throws(SystemError) -> FilePath {
    let path = newTemporary()
    let file = try disk.create(path, in: root.raw, bytes)
    if isDurable { try disk.sync(file, path) }
    return path
  }
}
