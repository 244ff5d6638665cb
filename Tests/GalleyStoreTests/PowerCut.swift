import GalleyTestSupport
import Testing

@testable import GalleyStore

/// A disk that forgets: the states that a power cut may leave after some of a run's calls.
///
/// Of what was not made durable, any part may be there: each name or not, each file's new bytes
/// whole, in part or not at all.
struct PowerCut {
  private struct File {
    var written: [UInt8]
    var durable: [UInt8]
  }

  private enum NameChange {
    case folder(String)
    case name(String, file: Int, from: String?)
    case removal(String)

    /// The folder whose sync makes it durable.
    var parent: String {
      switch self {
      case .folder(let path), .name(let path, _, _), .removal(let path): PowerCut.parent(of: path)
      }
    }
  }

  private var files: [File] = []
  /// As the running kernel shows them.
  private var names: [String: Int] = [:]
  private var durableNames: [String: Int] = [:]
  private var durableFolders: Set<String> = [".", "records", "blobs", "tmp"]
  private var folders: Set<String> = [".", "..", "records", "blobs", "tmp"]
  private var pending: [NameChange] = []

  /// `start` is on the disk, safely.
  init(_ start: [String: [UInt8]]) {
    for (path, bytes) in start.sorted(by: { $0.key < $1.key }) {
      names[path] = files.count
      files.append(File(written: bytes, durable: bytes))
      folders.insert(Self.parent(of: path))
    }
    durableNames = names
    durableFolders.formUnion(folders)
  }

  static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  mutating func apply(_ event: Disk.Event) {
    let path = event.path.text
    switch event.call {
    case .makeFolder:
      guard !path.hasPrefix("/"), folders.insert(path).inserted else { return }
      pending.append(.folder(path))
    case .create:
      files.append(File(written: [], durable: []))
      names[path] = files.count - 1
      pending.append(.name(path, file: files.count - 1, from: nil))
    case .write: if let file = names[path] { files[file].written += event.bytes }
    case .truncate:
      if let file = names[path] {
        files[file].written.removeLast(files[file].written.count - event.size)
      }
    case .rename:
      let from = event.from?.text
      guard let file = from.flatMap({ names.removeValue(forKey: $0) }) else { return }
      names[path] = file
      pending.append(.name(path, file: file, from: from))
    case .remove:
      names[path] = nil
      pending.append(.removal(path))
    case .sync where folders.contains(path): settle { $0.parent == path }
    case .sync: if let file = names[path] { files[file].durable = files[file].written }
    case .syncAll:
      settle { _ in true }
      for file in files.indices { files[file].durable = files[file].written }
    }
  }

  private mutating func settle(_ isSettled: (NameChange) -> Bool) {
    for change in pending where isSettled(change) {
      Self.apply(change, to: &durableNames, &durableFolders)
    }
    pending.removeAll(where: isSettled)
  }

  private static func apply(
    _ change: NameChange, to names: inout [String: Int], _ folders: inout Set<String>
  ) {
    switch change {
    case .folder(let path): folders.insert(path)
    case .removal(let path): names[path] = nil
    case .name(let path, let file, let from):
      if let from, names[from] == file { names[from] = nil }
      names[path] = file
    }
  }

  /// One of the states that the disk may be in now.
  func state(_ random: inout some RandomNumberGenerator) -> [String: [UInt8]] {
    var names = durableNames
    var folders = durableFolders
    for change in pending where Bool.random(using: &random) {
      Self.apply(change, to: &names, &folders)
    }
    let contents = files.map { file in
      switch Int.random(in: 0..<3, using: &random) {
      case 0: return file.durable
      case 1: return file.written
      default:
        let counts = [file.durable.count, file.written.count].sorted()
        let longer = file.durable.count > file.written.count ? file.durable : file.written
        return Array(longer.prefix(Int.random(in: counts[0]...counts[1], using: &random)))
      }
    }
    return names.filter { folders.contains(Self.parent(of: $0.key)) }.mapValues { contents[$0] }
  }
}
