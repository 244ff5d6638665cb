internal import CLinux
internal import Glibc
internal import Synchronization

/// Signals as the watcher takes them: in its loop, between two batches.
///
/// By handlers that write into a pipe, not by signalfd: that needs all threads to hold the signals
/// back, and one of the Swift runtime's own does not.
package final class Signals {
  enum Request: Equatable { case stop, reload, rescan }

  /// Where the loop waits for signals.
  let raw: Int32

  /// One for a process.
  package init() {
    var ends: [Int32] = [-1, -1]
    // pipe2 writes two descriptors into an array of two.
    unsafe _ = pipe2(&ends, O_CLOEXEC | O_NONBLOCK)
    raw = ends[0]
    inlet.store(ends[1], ordering: .releasing)
    for number in [SIGTERM, SIGINT, SIGHUP, SIGUSR1] {
      _ = signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        // All that a handler may do. The loop's own errno must not change under it.
        let saved = errno
        unsafe _ = write(inlet.load(ordering: .acquiring), &byte, 1)
        errno = saved
      }
    }
    // A file that grows past what it may is an error of that write, not the end of the process.
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  deinit {
    for number in [SIGTERM, SIGINT, SIGHUP, SIGUSR1] { _ = signal(number, SIG_DFL) }
    close(inlet.exchange(-1, ordering: .acquiringAndReleasing))
    close(raw)
  }

  var next: Request? {
    var byte: UInt8 = 0
    guard unsafe read(raw, &byte, 1) == 1 else { return nil }
    switch Int32(byte) {
    case SIGHUP: return .reload
    case SIGUSR1: return .rescan
    default: return .stop
    }
  }
}

/// The end of the pipe that handlers write into.
private let inlet = Atomic<Int32>(-1)
