internal import CLinux
internal import GalleyModel
internal import Glibc

// What a start does before it takes documents. It is the same after a crash and after none.

func openRoot(_ path: FilePath, _ disk: Disk) throws(StoreError) -> Descriptor {
  do throws(SystemError) {
    _ = try disk.makeFolder(path)
    return try Descriptor.open(path, flags: Descriptor.folderFlags & ~O_NOFOLLOW)
  } catch {
    throw error.number == ENOTDIR ? .notAFolder(path) : .cannotOpen(error)
  }
}

/// The kernel's lock: it goes with the process that holds it, however that one ends.
func takeLock(
  in root: borrowing Descriptor, of path: FilePath, _ disk: Disk
) throws(StoreError) -> Descriptor {
  let lock: Descriptor
  do {
    lock = try disk.openLog(Layout.lock, in: root.raw)
  } catch {
    throw .cannotOpen(error)
  }
  let raw = lock.raw
  guard retrying({ flock(raw, LOCK_EX | LOCK_NB) }) == 0 else {
    guard errno == EWOULDBLOCK else { throw .cannotOpen(SystemError("flock", path)) }
    let holder = (try? lock.readAll(Layout.lock)).map { String(decoding: $0, as: UTF8.self) }
    throw .locked(path, holder: holder.flatMap { Int($0.dropLast()).map { String($0) } })
  }
  return lock
}

/// Makes what is not there, and all of it durable. The feed comes last: where it is, the rest is.
func makeLayout(in root: borrowing Descriptor, _ disk: Disk) throws(SystemError) -> Descriptor {
  for path in [Layout.records, Layout.blobs, Layout.temporary] {
    _ = try disk.makeFolder(path, in: root.raw)
    // Refuses a link in a folder's place: nothing is written outside the store.
    _ = try Descriptor.open(path, in: root.raw, flags: Descriptor.folderFlags)
  }
  if !exists(Layout.feed, in: root) {
    let parent = FilePath("..")
    try disk.sync(Descriptor.open(parent, in: root.raw, flags: Descriptor.folderFlags), parent)
  }
  let feed = try disk.openLog(Layout.feed, in: root.raw)
  // Always: a name that a crash left visible need not be durable.
  try disk.sync(root, FilePath("."))
  return feed
}

private func exists(_ path: FilePath, in root: borrowing Descriptor) -> Bool {
  let raw = root.raw
  return path.withCString { unsafe faccessat(raw, $0, F_OK, AT_SYMLINK_NOFOLLOW) } == 0
}

/// Temporary files are nobody's: their writer is gone.
func emptyTemporary(in root: borrowing Descriptor, _ disk: Disk) throws(SystemError) {
  let folder = try Descriptor.open(Layout.temporary, in: root.raw, flags: Descriptor.folderFlags)
  for (name, _) in try folder.names(Layout.temporary) {
    try disk.remove(Layout.temporary.appending(name), in: root)
  }
}

extension Store {
  /// Makes the feed agree with the records: they are the truth.
  func recover(_ found: Feed, wasUnclean: Bool) throws(SystemError) {
    let isTorn = try files.feed.status(Layout.feed).st_size != off_t(found.wholeBytes)
    if isTorn { try files.disk.truncate(files.feed, to: found.wholeBytes, Layout.feed) }
    let names = try recordNames()
    guard
      wasUnclean || isTorn || found.unreadable > 0
        || names.count != found.catalogue.documents.count
    else { return }
    // Names that a crash left visible may not be durable; from here on they are built upon.
    try files.disk.syncAll(files.root, FilePath("."))
    try removeForgotten()
    var lines: [UInt8] = []
    for name in try recordNames() { lines += try untold(name)?.line ?? [] }
    if !lines.isEmpty { try files.tell(lines) }
  }

  private func recordNames() throws(SystemError) -> [FilePath] {
    let folder = try Descriptor.open(
      Layout.records, in: files.root.raw, flags: Descriptor.folderFlags)
    return try folder.names(Layout.records).map(\.name)
      .filter { $0.suffix(5).elementsEqual(".json".utf8) }
      .map { Layout.records.appending($0) }
  }

  /// The change that made a record, where the feed does not tell of it. The change is told from here on.
  private func untold(_ path: FilePath) throws(SystemError) -> Change? {
    let file = try Descriptor.open(path, in: files.root.raw, flags: Descriptor.readFlags)
    let bytes = try file.readAll(path)
    let digest = sha256(bytes.span)
    let name = String(decoding: path.bytes.dropFirst(8).dropLast(5), as: UTF8.self)
    if let document = catalogue.documents[name], document.record == digest { return nil }
    guard let record = JSONValue(bytes), let id = record["id"]?.string, id == name,
      let source = record["source"]?["sha256"]?.string,
      let called = record["source"]?["path"]?.string
    else { return nil }
    let kind: Change.Kind =
      switch catalogue.documents[id] {
      case nil: .added
      case let document?: document.source == source ? .reprocessed : .revised
      }
    var change = catalogue.change(kind, name: called, source: source, id: id, record: digest)
    change.encoding = encodingTold(of: record)
    catalogue.apply(change)
    return change
  }
}

/// The encoding that somebody told a record's source to be in: the record says whether it was so.
private func encodingTold(of record: JSONValue) -> String? {
  let isTold = record["diagnostics"]?.elements.contains { $0["code"]?.string == "I102" } ?? false
  return isTold ? record["source"]?["encoding"]?.string : nil
}
