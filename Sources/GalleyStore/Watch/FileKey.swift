internal import CLinux
internal import Glibc

/// What tells one state of a file from another. Any difference counts, newer or older: a file that
/// is moved in keeps its old times, and clocks are set back.
package struct FileKey: Sendable, Hashable {
  package var device: UInt64
  package var inode: UInt64
  package var size: Int64
  /// Nanoseconds since 1970, wrapping: compared, and asked for their age.
  package var modified: Int64
  package var changed: Int64

  init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    modified = nanoseconds(status.st_mtim)
    changed = nanoseconds(status.st_ctim)
  }
}

func nanoseconds(_ time: timespec) -> Int64 {
  Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
}

/// A moment, in nanoseconds. `steady` for waiting, the others to compare with files' times.
typealias Instant = Int64

enum Clock {
  static var steady: Instant { now(CLOCK_MONOTONIC) }
  static var wall: Instant { now(CLOCK_REALTIME) }
  /// The clock that the kernel stamps files with: it stands still for some milliseconds, so that
  /// two changes within one tick have the same time.
  static var stamp: Instant { now(CLOCK_REALTIME_COARSE) }

  private static func now(_ clock: clockid_t) -> Instant {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return nanoseconds(time)
  }
}

extension Instant {
  static func seconds(_ seconds: Double) -> Instant { Instant(seconds * 1e9) }
  static func milliseconds(_ count: Int64) -> Instant { count * 1_000_000 }
}
