internal import CLinux
internal import Glibc

/// A store as it is now, to read. A writer may be at work: what it has told is whole.
package final class StoreReader: Sendable {
  package let path: FilePath
  package let catalogue: Catalogue
  /// Lines of the feed that say nothing: a disk's fault.
  package let unreadable: Int
  /// Numbers of changes that the feed does not have.
  package let gaps: Int
  let root: Descriptor

  package init(_ path: FilePath) throws(StoreError) {
    self.path = path
    do throws(SystemError) {
      root = try Descriptor.open(path, flags: Descriptor.folderFlags & ~O_NOFOLLOW)
      let feed = try Descriptor.open(Layout.feed, in: root.raw, flags: Descriptor.readFlags)
      let found = Feed(try feed.readAll(Layout.feed))
      catalogue = found.catalogue
      unreadable = found.unreadable
      gaps = found.catalogue.sequence - found.lines
    } catch {
      throw error.number == ENOTDIR ? .notAFolder(path) : .cannotOpen(error)
    }
  }

  /// The record's file, a line of JSON; nil where there is none.
  package func record(_ id: String) throws(StoreError) -> [UInt8]? {
    try read(Layout.record(id))
  }

  /// A source by its SHA-256; nil where it is not kept.
  package func source(_ digest: String) throws(StoreError) -> [UInt8]? {
    try read(Layout.blob(digest))
  }

  /// The id of a document by its id or by what one of its sources was called last.
  package func id(of idOrName: String) -> String? {
    if catalogue.documents[idOrName] != nil { return idOrName }
    return catalogue.names[idOrName].flatMap { catalogue.sources[$0]?.id }
  }

  /// The ids of all documents that have a source which was first, or is now, called so, sorted; of an
  /// id itself alone.
  package func ids(of idOrName: String) -> [String] {
    if catalogue.documents[idOrName] != nil { return [idOrName] }
    let first = catalogue.sources.values.filter { $0.name == idOrName }.map(\.id)
    let now = catalogue.names[idOrName].flatMap { catalogue.sources[$0]?.id }
    return Set(first + [now].compactMap { $0 }).sorted()
  }

  /// Ids of the files in `records/`, sorted.
  package func recordIDs() throws(StoreError) -> [String] {
    do {
      let folder = try Descriptor.open(
        Layout.records, in: root.raw, flags: Descriptor.folderFlags)
      return try folder.names(Layout.records).map { String(decoding: $0.name, as: UTF8.self) }
        .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    } catch {
      throw StoreError(error)
    }
  }

  private func read(_ path: FilePath) throws(StoreError) -> [UInt8]? {
    do {
      let file = try Descriptor.open(path, in: root.raw, flags: Descriptor.readFlags)
      return try file.readAll(path)
    } catch  where error.number == ENOENT {
      return nil
    } catch {
      throw StoreError(error)
    }
  }
}
