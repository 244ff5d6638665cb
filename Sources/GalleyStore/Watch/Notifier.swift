internal import CLinux
internal import Glibc

/// One inotify descriptor for all folders. What it tells is a hint: where to look, never what is
/// there.
final class Notifier {
  enum Event: Equatable {
    /// Something in the folder with this watch changed. `renamed` names what came by a rename.
    case changed(watch: Int32, renamed: [UInt8]?)
    /// The folder itself was moved or removed.
    case moved(watch: Int32)
    /// More happened than the kernel could remember.
    case overflow
  }

  /// Not OPEN or ACCESS: the watcher's own reads would fill the queue. Not MODIFY: a writer that
  /// is at work says so a thousand times, and a timer looks after it.
  private static let mask =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_DELETE_SELF)
    | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK)

  let raw: Int32
  /// Watches that may be set before the kernel is said to refuse: for tests.
  private var allowance: Int

  /// nil where the kernel gives none; `errno` says why.
  init?(allowance: Int = .max) {
    raw = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    self.allowance = allowance
    if raw < 0 { return nil }
  }

  deinit { close(raw) }

  /// Watches an open folder, by way of its descriptor: the one that is then looked into.
  func watch(_ folder: borrowing Descriptor) throws(SystemError) -> Int32 {
    let path = FilePath("/proc/self/fd/\(folder.raw)")
    guard allowance > 0 else { throw SystemError("inotify_add_watch", path, number: ENOSPC) }
    let watch = path.withCString { unsafe inotify_add_watch(raw, $0, Self.mask) }
    guard watch >= 0 else { throw SystemError("inotify_add_watch", path) }
    allowance -= 1
    return watch
  }

  func forget(_ watch: Int32) {
    allowance += allowance == .max ? 0 : 1
    inotify_rm_watch(raw, watch)
  }

  /// All that has happened since the last call.
  func read() -> [Event] {
    var events: [Event] = []
    var room = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = unsafe room.withUnsafeMutableBytes { buffer in
        retrying { unsafe Glibc.read(raw, buffer.baseAddress, buffer.count) }
      }
      if count <= 0 { return events }
      events += Self.events(room[..<count])
    }
  }

  private static func events(_ bytes: ArraySlice<UInt8>) -> [Event] {
    let header = MemoryLayout<inotify_event>.size
    var events: [Event] = []
    var at = 0
    while at + header <= bytes.count {
      // A header of 16 bytes lies at `at`, as the loop's condition says.
      let event = unsafe bytes.withUnsafeBytes {
        unsafe $0.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
      }
      let end = min(bytes.count, at + header + Int(event.len))
      let name = bytes[(at + header)..<end].prefix { $0 != 0 }
      at = end
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
        events.append(.overflow)
      } else if event.mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF) != 0 {
        events.append(.moved(watch: event.wd))
      } else if event.mask & UInt32(IN_IGNORED) == 0 {
        let isRenamed = event.mask & UInt32(IN_MOVED_TO) != 0
        events.append(.changed(watch: event.wd, renamed: isRenamed ? Array(name) : nil))
      }
    }
    return events
  }
}
