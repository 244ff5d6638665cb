import CLinux
import Glibc
import Testing

@testable import GalleyStore

/// An Inbox and a Store of a test's own, with a watcher that the test turns by hand.
final class WatchedFolder {
  let folder: TemporaryFolder
  private(set) var events: [WatchEvent] = []
  private(set) var watcher: Watcher?
  var options: Watcher.Options
  /// What a reload gives; nil for a mistake in the configuration.
  var reloaded: Watcher.Options?

  struct BadConfiguration: Error {}

  /// Quiet for 0.1 s only, so that tests are short.
  init(_ change: (inout Watcher.Options) -> Void = { _ in }) throws {
    folder = try TemporaryFolder()
    _ = try Disk().makeFolder(folder("Inbox"))
    options = Watcher.Options(
      inbox: folder("Inbox"), store: folder("Store"), ingest: Ingest(intake: Intake(), jobs: 2))
    options.quiet = 0.1
    change(&options)
  }

  func start(
    disk: Disk = Disk(), notifier: @escaping () -> Notifier? = { Notifier() }
  ) throws {
    watcher = try Watcher(
      options, disk: disk, notifier: notifier, log: { [unowned self] in events.append($0) },
      reload: { [unowned self] in
        guard let reloaded else { throw BadConfiguration() }
        return reloaded
      })
  }

  /// Ends as after SIGTERM.
  func stop() throws {
    try watcher?.stop()
    watcher = nil
  }

  /// Ends as after SIGKILL.
  func kill() { watcher = nil }

  /// Turns the watcher's loop until `isDone`, for at most ten seconds.
  func turn(
    _ signals: Signals? = nil, until isDone: () throws -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let watcher = try #require(watcher)
    let end = Clock.steady + .seconds(10)
    while try !isDone() {
      guard Clock.steady < end else {
        Issue.record("not in ten seconds; log: \(lines)", sourceLocation: sourceLocation)
        return
      }
      try await watcher.step(atMost: .milliseconds(20), signals)
    }
  }

  /// Turns the loop for a time.
  func turn(seconds: Double, _ signals: Signals? = nil) async throws {
    let end = Clock.steady + .seconds(seconds)
    try await turn(signals, until: { Clock.steady >= end })
  }

  /// Turns the loop until nothing waits.
  func settle(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    var turns = 0
    try await turn(
      until: {
        turns += 1
        return turns > 3 && watcher?.tree?.pending == 0 && watcher?.tree?.isDirty == false
      }, sourceLocation: sourceLocation)
  }

  var records: Int {
    get throws { try folder.files(below: "Store/records").count }
  }

  func write(_ name: String, _ text: String = "A title\n\nSome text.\n") throws {
    try folder.write("\(text)\nIn \(name).\n", to: "Inbox/" + name)
  }

  func rename(_ from: String, to name: String) {
    let result = folder(from).withCString { from in
      folder(name).withCString { unsafe Glibc.rename(from, $0) }
    }
    precondition(result == 0)
  }

  /// Sets a file's time of change, seconds from now.
  func setTime(_ name: String, _ seconds: Int) {
    let time = timespec(tv_sec: Glibc.time(nil) + seconds, tv_nsec: 0)
    let result = folder("Inbox/" + name).withCString { path in
      unsafe [time, time].withUnsafeBufferPointer {
        unsafe utimensat(AT_FDCWD, path, $0.baseAddress, 0)
      }
    }
    precondition(result == 0)
  }

  func names(_ event: WatchEvent.Name) -> [WatchEvent] { events.filter { $0.name == event } }

  func paths(_ event: WatchEvent.Name) -> [String] {
    names(event).compactMap { if case .text(let text)? = $0["path"] { text } else { nil } }
  }

  func codes(_ event: WatchEvent.Name) -> [String] {
    names(event).compactMap { if case .text(let text)? = $0["code"] { text } else { nil } }
  }

  var lines: String {
    events.map { String(decoding: $0.line, as: UTF8.self) }.joined()
  }
}

/// A file that is open to write, as by another program.
final class Writer {
  private let raw: Int32

  init(_ path: FilePath, flags: Int32 = O_WRONLY | O_CREAT | O_TRUNC) {
    raw = path.withCString { unsafe open($0, flags | O_CLOEXEC, 0o644) }
    precondition(raw >= 0)
  }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(raw, $0.baseAddress, $0.count) }
    precondition(count == bytes.count)
  }

  func setSize(_ size: Int) { precondition(ftruncate(raw, size) == 0) }

  deinit { close(raw) }
}
