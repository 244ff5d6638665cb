internal import CLinux
internal import Glibc

/// What happens to a file of the Inbox once its document is durable.
package enum AfterAction: String, Sendable, CaseIterable {
  case keep, archive, delete
}

/// Why an after-action was not done: a warning, for the document is stored.
package enum AfterActionFlaw: Error, Equatable {
  case changed
  case failed(SystemError)

  package var message: String {
    switch self {
    case .changed: "it has changed since it was read, so it stays"
    case .failed(let error):
      "\(error.call): \(error.reason); the document is stored, the file stays"
    }
  }
}

extension Tree {
  /// Moves a stored file to `archive`, or removes it, where it still is what was read.
  func dismiss(
    _ candidate: Candidate, _ action: AfterAction, archive: FilePath, digest: String
  ) throws(AfterActionFlaw) {
    if action == .keep { return }
    do throws(SystemError) {
      let folder = try root.openFolder(candidate.path.above.components)
      guard folder.status(of: candidate.path.name).map(FileKey.init) == candidate.key else {
        throw SystemError("stat", candidate.path, number: ESTALE)
      }
      if action == .delete {
        try remove(candidate.path, in: folder)
      } else {
        try move(candidate.path, in: folder, to: archive, digest: digest)
      }
    } catch {
      throw error.number == ESTALE ? .changed : .failed(error)
    }
  }

  private func remove(
    _ path: FilePath, in folder: borrowing Descriptor
  ) throws(SystemError) {
    let raw = folder.raw
    let result = FilePath(bytes: path.name).withCString { unsafe unlinkat(raw, $0, 0) }
    guard result == 0 else { throw SystemError("unlink", path) }
  }

  /// Under the path that it had in the Inbox. Where the archive has another file of this name, the
  /// source's digest is added; where it has this very content, it is replaced.
  private func move(
    _ path: FilePath, in folder: borrowing Descriptor, to archive: FilePath, digest: String
  ) throws(SystemError) {
    _ = try Disk().makeFolder(archive)
    let target = try Disk().makeFolders(
      path.above.components,
      in: Descriptor.open(archive, flags: Descriptor.folderFlags & ~O_NOFOLLOW))
    let from = folder.raw
    let to = target.raw
    let name = FilePath(bytes: path.name)
    func rename(to newName: FilePath) -> Int32 {
      name.withCString { old in
        newName.withCString { unsafe galley_rename_new(from, old, to, $0) }
      }
    }
    if rename(to: name) == 0 { return }
    guard errno == EEXIST else { throw SystemError("rename", path) }
    let distinct = FilePath(bytes: path.name + Array(".\(digest.prefix(12))".utf8))
    if rename(to: distinct) == 0 { return }
    guard errno == EEXIST else { throw SystemError("rename", path) }
    let result = name.withCString { old in
      distinct.withCString { unsafe renameat(from, old, to, $0) }
    }
    guard result == 0 else { throw SystemError("rename", path) }
  }
}
