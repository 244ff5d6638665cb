import Glibc

@testable import GalleyStore

/// The store's calls as they come, and what to do at one of them.
final class Calls: Sendable {
  enum Fault: Sendable, CaseIterable {
    /// The process dies before the call.
    case kill
    /// The process dies in the middle of a write.
    case tear
    /// The call fails and the process goes on.
    case noSpace
    case ioError
  }

  private let events = Locked<[Disk.Event]>([])
  private let fault: Fault?
  private let index: Int

  /// `fault` strikes at the call number `index`, from 0.
  init(_ fault: Fault? = nil, at index: Int = 0) {
    self.fault = fault
    self.index = index
  }

  var all: [Disk.Event] { events.withLock { $0 } }
  var count: Int { events.withLock { $0.count } }

  func note(_ event: Disk.Event) -> Disk.Verdict {
    let number = events.withLock { events in
      events.append(event)
      return events.count - 1
    }
    switch fault {
    case nil: return .proceed
    // A dead process makes no calls: all that follow fail too.
    case .kill: return number < index ? .proceed : .fail(EINTR)
    case .tear where number == index && event.call == .write: return .tear(EINTR)
    case .tear: return number < index ? .proceed : .fail(EINTR)
    case .noSpace: return number == index ? .fail(ENOSPC) : .proceed
    case .ioError: return number == index ? .fail(EIO) : .proceed
    }
  }
}
