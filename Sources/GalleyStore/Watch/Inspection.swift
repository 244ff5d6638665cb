internal import CLinux
internal import Glibc

/// What a folder's file system can do, as `doctor` wants to know it.
package struct Inspection: Sendable {
  package var fileSystem: FileSystem
  package var freeBytes: Int
  package var mayWrite: Bool
  /// Whether open writers are seen; nil where there was no file of one's own to try with.
  package var hasLeases: Bool?

  package init(_ path: FilePath) throws(IntakeError) {
    let folder = try Folder(path)
    fileSystem = FileSystem(of: folder)
    freeBytes = Int(galley_free_bytes(folder.descriptor.raw))
    mayWrite = path.withCString { unsafe access($0, W_OK) } == 0
    for file in Walk(folder).files.prefix(100) {
      guard let open = try? folder.open(file), let status = try? open.status(file),
        status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid()
      else { continue }
      let answer = galley_writer_check(open.raw)
      // EAGAIN: there is a writer, so they are seen.
      hasLeases = answer == 0 || answer == EAGAIN
      return
    }
  }

  /// The kernel's limits for watches: their sysctl's name, and the value where it can be read.
  package static var limits: [(name: String, value: Int?)] {
    ["max_user_watches", "max_user_instances", "max_queued_events"].map { name in
      let path = FilePath("/proc/sys/fs/inotify/" + name)
      guard let file = try? Descriptor.open(path, flags: Descriptor.readFlags) else {
        return ("fs.inotify." + name, nil)
      }
      // A file of the kernel has no size beforehand.
      let bytes = (try? file.readAll(path)) ?? []
      let text = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
      return ("fs.inotify." + name, Int(text))
    }
  }
}
