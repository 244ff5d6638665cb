internal import CLinux
internal import Glibc
internal import Synchronization

/// A store's folder as it is open in the process that writes, and the calls that change it. Apart
/// from `Store`, so that a batch can become durable on a thread of its own while the next documents
/// come in.
final class StoreFiles: Sendable {
  let disk: Disk
  let root: Descriptor
  let feed: Descriptor
  /// For the names of temporary files.
  private let serial = Atomic(0)

  init(root: consuming Descriptor, feed: consuming Descriptor, _ disk: Disk) {
    self.root = root
    self.feed = feed
    self.disk = disk
  }

  /// A name that no temporary file of this process has had.
  func newTemporary() -> FilePath {
    Layout.temporary(serial.add(1, ordering: .relaxed).newValue)
  }

  /// The size of a regular file; nil where there is none.
  func size(of path: FilePath) -> Int? {
    guard let status = root.status(of: path.bytes), status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  func syncFolder(_ path: FilePath) throws(SystemError) {
    let folder = try Descriptor.open(path, in: root.raw, flags: Descriptor.folderFlags)
    try disk.sync(folder, path)
  }
}
