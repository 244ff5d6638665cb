internal import CLinux
internal import Galley
internal import Glibc

/// The file by which others see that a watcher runs, and how. The kernel's lock on it goes with
/// the process; what the file says counts only while it is locked.
package struct WatcherLock: ~Copyable {
  private let file: Descriptor

  /// `root` is the Store's folder, whose own lock is held: only somebody who looks can have this one.
  init(in root: borrowing Descriptor) throws(SystemError) {
    let open = try Descriptor.open(
      Layout.watcher, in: root.raw, flags: O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode: 0o644)
    let raw = open.raw
    guard retrying({ flock(raw, LOCK_EX) }) == 0 else { throw SystemError("flock", Layout.watcher) }
    file = open
  }

  func write(mode: String, inbox: FilePath) {
    let line = JSONWriter.line { out in
      out.key("pid")
      out.value(Int(getpid()))
      out.key("mode")
      out.value(mode)
      out.key("inbox")
      out.value(inbox.text)
    }
    try? Disk().truncate(file, to: 0, Layout.watcher)
    guard lseek(file.raw, 0, SEEK_SET) == 0 else { return }
    try? Disk().write(line, to: file, Layout.watcher)
  }
}

/// A watcher that runs.
package struct RunningWatcher: Sendable, Equatable {
  package var pid: Int?
  /// `events`, `polling`, `mixed` or `degraded`.
  package var mode: String?

  /// nil where none runs on the store.
  package init?(on store: StoreReader) {
    guard
      let file = try? Descriptor.open(
        Layout.watcher, in: store.root.raw, flags: Descriptor.readFlags)
    else { return nil }
    let raw = file.raw
    guard retrying({ flock(raw, LOCK_SH | LOCK_NB) }) != 0, errno == EWOULDBLOCK else { return nil }
    let value = (try? file.readAll(Layout.watcher)).flatMap { JSONValue($0) }
    pid = value?["pid"]?.integer
    mode = value?["mode"]?.string
  }
}
