internal import CLinux
internal import Glibc

/// What keeps the watcher from its work: nothing that a document is to blame for.
struct Trouble {
  enum Cause: Sendable { case store, inbox, system }

  private(set) var cause: Cause?
  /// When to try again.
  private(set) var until: Instant?
  private var tries = 0
  /// Whether the log says that watches ran out.
  var isWatchLimited = false

  func isPausing(_ now: Instant) -> Bool { until.map { now < $0 } ?? false }

  /// Whether this is news.
  mutating func begin(_ cause: Cause, now: Instant) -> Bool {
    let isNews = self.cause != cause
    tries = isNews ? 0 : tries + 1
    self.cause = cause
    // From half a second to half a minute: space may be freed at any time.
    until = now + min(.seconds(30), .milliseconds(500) << Instant(min(tries, 6)))
    return isNews
  }

  /// Whether there was such trouble.
  mutating func end(_ cause: Cause) -> Bool {
    guard self.cause == cause else { return false }
    self.cause = nil
    until = nil
    return true
  }
}

extension Watcher {
  func pause(_ cause: Trouble.Cause, _ message: String) {
    guard trouble.begin(cause, now: Clock.steady) else { return }
    counters.degradations += 1
    mode = ""
    lock?.write(mode: "degraded", inbox: options.inbox)
    tell(.degraded, .error, fields: [("message", .text(message))])
  }

  /// Opens the Store, and takes over what is known of the Inbox.
  func openStore() throws(StoreError) {
    let opened = try Store(options.store, disk: disk)
    do {
      if lock == nil { lock = try WatcherLock(in: opened.files.root) }
    } catch {
      throw .cannotOpen(error)
    }
    store = opened
    if tree == nil, remembered.isEmpty {
      remembered = opened.seen.rows.filter { path, row in
        opened.catalogue.names[path.text] == row.outcome
      }
    }
  }

  /// After trouble with the Store: opening it is what completes what was begun.
  func reopenStore() throws(StoreError) {
    do {
      try openStore()
    } catch .locked(let path, let holder) {
      throw .locked(path, holder: holder)
    } catch {
      pause(.store, "\(error)")
    }
  }
}
