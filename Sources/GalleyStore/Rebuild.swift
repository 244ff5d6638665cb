internal import GalleyModel
internal import Glibc

extension Store {
  package struct Rebuilt: Sendable, Equatable {
    /// Lines of the new feed.
    package var changes = 0
    /// Of those, told by the old feed.
    package var kept = 0
    /// Earlier revisions that only their source tells of.
    package var earlier = 0
    /// Sources that no document is known for.
    package var unknown = 0
  }

  /// Writes the feed anew: what can be read of the old one, numbered without gaps, and what records
  /// and sources tell beyond it. The old feed goes when the new one is durable.
  ///
  /// Where all of the feed is lost, records give each document's newest source and first name, and
  /// sources give the earlier revisions, whose order and names nobody knows any more; aliases and
  /// what was forgotten are lost. The store takes nothing after this.
  package func rebuild() throws(StoreError) -> Rebuilt {
    try flush()
    var result = Rebuilt()
    do throws(SystemError) {
      guard !isBroken else { throw SystemError("commit", path, number: EIO) }
      isBroken = true
      try mark()
      let bytes = try files.feed.readAll(Layout.feed)
      var changes = bytes.split(separator: UInt8(ascii: "\n")).compactMap { Change(line: $0) }
      result.kept = changes.count
      let lost = try lostRevisions(&result.unknown)
      result.earlier = lost.count
      changes = Self.numbered(lost.sorted { ($0.id, $0.source) < ($1.id, $1.source) } + changes)
      result.changes = changes.count
      let new = files.newTemporary()
      let file = try files.disk.create(new, in: files.root.raw, changes.flatMap(\.line))
      try files.disk.sync(file, new)
      try files.disk.rename(new, to: Layout.feed, in: files.root)
      try files.disk.sync(files.root, FilePath("."))
      try files.disk.truncate(lock, to: 0, Layout.lock)
    } catch {
      throw StoreError(error)
    }
    return result
  }

  /// An `added` for each source that the feed does not know and that is of a document with a record.
  private func lostRevisions(_ unknown: inout Int) throws(SystemError) -> [Change] {
    var found: [Change] = []
    for digest in try blobDigests() where catalogue.sources[digest] == nil {
      let path = Layout.blob(digest)
      let file = try Descriptor.open(path, in: files.root.raw, flags: Descriptor.readFlags)
      let bytes = try file.readAll(path)
      let source = Source(name: digest, bytes: bytes)
      guard sha256(bytes.span) == digest,
        let document = try? Document(source, knownTo: catalogue),
        let head = catalogue.documents[document.record.id]
      else {
        unknown += 1
        continue
      }
      let name = catalogue.sources[head.source]?.name ?? digest
      found.append(
        Change(
          sequence: 0, kind: .added, id: document.record.id, revision: 1, source: digest,
          record: document.digest, name: name))
    }
    return found
  }

  private func blobDigests() throws(SystemError) -> [String] {
    var digests: [String] = []
    let blobs = try Descriptor.open(Layout.blobs, in: files.root.raw, flags: Descriptor.folderFlags)
    for (name, _) in try blobs.names(Layout.blobs) {
      let path = Layout.blobs.appending(name)
      let folder = try Descriptor.open(path, in: files.root.raw, flags: Descriptor.folderFlags)
      digests += try folder.names(path).map { String(decoding: $0.name, as: UTF8.self) }
    }
    return digests.filter { $0.utf8.count == 64 }
  }

  /// Sequence numbers from 1 and revisions as they follow from the order.
  static func numbered(_ changes: [Change]) -> [Change] {
    var revisions: [String: Int] = [:]
    return changes.enumerated().map { index, change in
      var change = change
      change.sequence = index + 1
      let revision = revisions[change.id] ?? 0
      switch change.kind {
      case .added, .revised:
        change.kind = revision == 0 ? .added : .revised
        change.revision = revision + 1
      case .reprocessed, .alias, .forgotten: change.revision = max(1, revision)
      }
      revisions[change.id] = change.kind == .forgotten ? nil : change.revision
      return change
    }
  }
}
