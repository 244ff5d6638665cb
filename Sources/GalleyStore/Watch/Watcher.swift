internal import CLinux
internal import Glibc

/// Takes documents from the Inbox as they come, for as long as the process lives.
///
/// One loop and no thread of its own: it waits in poll(2) while there is nothing to do, so it holds
/// up nobody; documents are processed by `Ingest`, as by the verb `ingest`.
package final class Watcher {
  package struct Options: Sendable {
    package var inbox: FilePath
    package var store: FilePath
    package var ingest: Ingest
    package var after = AfterAction.keep
    /// Where `archive` moves files to.
    package var archive: FilePath
    /// In seconds, as all that follow.
    package var quiet = 0.5
    package var remoteQuiet = 5.0
    package var rescan = 60.0
    package var poll = 5.0
    /// Whether the Store's metrics file is written.
    package var metrics = false

    package init(inbox: FilePath, store: FilePath, ingest: Ingest) {
      self.inbox = inbox
      self.store = store
      self.ingest = ingest
      archive = store.appending("archive".utf8)
    }

    var settling: Settling {
      Settling(quiet: .seconds(quiet), remoteQuiet: .seconds(remoteQuiet))
    }
  }

  /// Documents and bytes between two looks at the signals: a second's work or two.
  static let turnDocuments = 256
  static let turnBytes = 64 << 20

  package internal(set) var options: Options
  package internal(set) var counters = Counters()
  let disk: Disk
  let log: (WatchEvent) -> Void
  let reload: () throws -> Options
  let makeNotifier: () -> Notifier?
  var store: Store?
  var lock: WatcherLock?
  var tree: Tree?
  /// What is known of files while there is no tree.
  var remembered: [FilePath: Seen.Row] = [:]
  var trouble = Trouble()
  var mode = ""
  var nextScan: Instant = 0
  var nextRescan: Instant = 0
  var nextPoll: Instant = 0
  var nextReport: Instant = 0
  private var isStopping = false

  /// Opens the Store, and throws where another galley works on it.
  package convenience init(
    _ options: Options, log: @escaping (WatchEvent) -> Void,
    reload: @escaping () throws -> Options
  ) throws(StoreError) {
    try self.init(options, disk: Disk(), notifier: { Notifier() }, log: log, reload: reload)
  }

  init(
    _ options: Options, disk: Disk = Disk(), notifier: @escaping () -> Notifier?,
    log: @escaping (WatchEvent) -> Void, reload: @escaping () throws -> Options
  ) throws(StoreError) {
    self.options = options
    self.disk = disk
    self.log = log
    self.reload = reload
    makeNotifier = notifier
    _ = signal(SIGIO, SIG_IGN)
    try openStore()
  }

  /// Runs until a signal says stop.
  package func run(_ signals: Signals) async throws(StoreError) {
    tell(.started, fields: [("inbox", .text(options.inbox.text)), ("pid", .number(Int(getpid())))])
    while !isStopping {
      try await step(atMost: .seconds(60), signals)
    }
    try stop()
  }

  /// Ends well: what is stored is clean, and the next start need not read the Inbox again.
  package func stop() throws(StoreError) {
    saveSeen()
    try store?.close()
    store = nil
    lock = nil
    tell(
      .stopped,
      fields: [("stored", .number(counters.stored)), ("failed", .number(counters.failed))])
  }

  /// One turn of the loop: waits until there is something to do, and does it.
  func step(atMost limit: Instant, _ signals: Signals? = nil) async throws(StoreError) {
    wait(atMost: limit, signals)
    while let request = signals?.next {
      switch request {
      case .stop: isStopping = true
      case .reload: reloadOptions()
      case .rescan:
        tree?.markAll()
        tell(.rescan)
      }
    }
    if isStopping { return }
    for event in tree?.notifier?.read() ?? [] { note(event) }
    if trouble.isPausing(Clock.steady) { return }
    if store == nil { try reopenStore() }
    guard store != nil, openInbox() else { return }
    scanIfDue()
    tree?.collect()
    await takeTurn()
    report()
  }

  private func wait(atMost limit: Instant, _ signals: Signals?) {
    let until = min(max(0, nextDeadline - Clock.steady), limit)
    var polled = [
      pollfd(fd: tree?.notifier?.raw ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals?.raw ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    // Rounded up: to wake before the time would be to turn round and round.
    unsafe _ = Glibc.poll(&polled, 2, Int32((until + 999_999) / 1_000_000))
  }

  /// When there is something to do, whatever happens.
  private var nextDeadline: Instant {
    if let pause = trouble.until { return pause }
    guard let tree else { return 0 }
    if tree.head < tree.queue.count { return 0 }
    var next = min(nextRescan, tree.waiting.values.min() ?? .max)
    if tree.isDirty { next = min(next, nextScan) }
    if tree.isPolling { next = min(next, nextPoll) }
    if options.metrics { next = min(next, nextReport) }
    return next
  }

  private func note(_ event: Notifier.Event) {
    if event == .overflow {
      counters.overflows += 1
      tell(.overflow, .warning, fields: [("count", .number(counters.overflows))])
    }
    tree?.mark(event)
  }

  private func reloadOptions() {
    do {
      var new = try reload()
      if new.inbox != options.inbox || new.store != options.store {
        tell(
          .warning, .warning,
          fields: [("message", .text("another inbox or store counts from the next start"))])
        new.inbox = options.inbox
        new.store = options.store
      }
      options = new
      tree?.settling = new.settling
      tree?.reconsider()
      tell(.reloaded)
    } catch {
      tell(.notReloaded, .error, fields: [("message", .text("\(error)"))])
    }
  }

  func tell(
    _ name: WatchEvent.Name, _ level: WatchEvent.Level = .info,
    fields: [(key: StaticString, value: WatchEvent.Value)] = []
  ) {
    log(WatchEvent(name, level, fields))
  }
}
