internal import CLinux
internal import Glibc

/// An open folder to take documents from. Files in it are opened by way of its descriptor, so that
/// nothing that happens to the paths meanwhile leads out of it.
package final class Folder: Sendable {
  package let path: FilePath
  let descriptor: Descriptor

  package init(_ path: FilePath) throws(IntakeError) {
    self.path = path
    do {
      // The user named it, so it may be a link; nothing inside it may.
      descriptor = try Descriptor.open(path, flags: Descriptor.folderFlags & ~O_NOFOLLOW)
    } catch {
      throw IntakeError(error)
    }
  }

  /// Opens `path` inside the folder, one component after the other: none may be a link.
  func open(_ path: FilePath) throws(SystemError) -> Descriptor {
    let components = path.components
    guard let last = components.last else { throw SystemError("open", path, number: EISDIR) }
    let file = FilePath(bytes: Array(last))
    if components.count == 1 {
      return try Descriptor.open(file, in: descriptor.raw, flags: Descriptor.readFlags)
    }
    let parent = try openFolder(Array(components.dropLast()))
    return try Descriptor.open(file, in: parent.raw, flags: Descriptor.readFlags)
  }

  func openFolder(_ components: [ArraySlice<UInt8>]) throws(SystemError) -> Descriptor {
    var folder = try Descriptor.open(
      FilePath("."), in: descriptor.raw, flags: Descriptor.folderFlags)
    for component in components {
      folder = try Descriptor.open(
        FilePath(bytes: Array(component)), in: folder.raw, flags: Descriptor.folderFlags)
    }
    return folder
  }
}
