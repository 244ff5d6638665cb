internal import ArgumentParser
internal import GalleyStore

struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Take documents out of the Store: records, sources of all revisions, names.",
    discussion: """
      The feed keeps that it was so. A forgotten source that is still in the Inbox stays forgotten; \
      galley ingest --revive takes it again. The Inbox is not touched.

      Example: galley forget list-2024-en-0123456789ab
      """)

  @OptionGroup var store: StoreOption
  @Argument(help: "Ids, or what sources were called.") var documents: [String]

  func run() throws {
    let opened = try Store(store.path)
    let ids = try store.ids(documents, in: StoreReader(store.path), isUnique: true)
    try opened.forget(ids)
    try opened.close()
    for id in ids { write(Array("✓ \(id)  forgotten\n".utf8)) }
  }
}

extension StoreOption {
  /// Ids of documents that are called by their ids or names, each once; the end of the process where one
  /// is not there, before anything is done to the others. Of several documents of a name the newest
  /// counts, but where it must be `isUnique`: then that is an end, too.
  func ids(
    _ documents: [String], in reader: StoreReader, isUnique: Bool = false
  ) throws -> [String] {
    var ids: [String] = []
    for document in documents {
      let all = reader.ids(of: document)
      if isUnique, all.count > 1 {
        Exit.stop(
          "E319 \(counted(all.count, "document")) are or were called \(FilePath(document).text); "
            + "name one by its id: \(all.joined(separator: ", "))", Exit.someFailed)
      }
      guard let id = reader.id(of: document) ?? all.first else { stop(unknown: document) }
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  func stop(unknown document: String) -> Never {
    Exit.stop(
      "E316 no document \(FilePath(document).text) in \(path.text); see galley list",
      Exit.someFailed)
  }
}

struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract:
      "Write the Store's feed anew from what can be read of it, the records and the sources.",
    discussion: """
      For a feed that verify calls broken (E310). Numbers start at 1 again: whoever follows the \
      feed begins anew.

      Example: galley rebuild
      """)

  @OptionGroup var store: StoreOption

  func run() throws {
    // Nothing is made: a store that is not there can't be rebuilt. Its feed may be gone.
    if (try? Folder(store.path.appending("records".utf8))) == nil {
      _ = try StoreReader(store.path)
    }
    let opened = try Store(store.path)
    let rebuilt = try opened.rebuild()
    try opened.close()
    var parts = ["\(rebuilt.kept) of the old feed"]
    if rebuilt.earlier > 0 { parts.append("\(rebuilt.earlier) earlier revisions by their sources") }
    if rebuilt.unknown > 0 { parts.append("\(rebuilt.unknown) sources of no document") }
    write(Array("\(rebuilt.changes) changes: \(parts.joined(separator: ", "))\n".utf8))
  }
}
