/// What the watcher has done since its start, and how it stands.
package struct Counters: Sendable, Equatable {
  package var stored = 0
  package var unchanged = 0
  package var failed = 0
  package var retries = 0
  package var warnings = 0
  package var scans = 0
  package var overflows = 0
  package var degradations = 0
}

/// A text file for Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/
struct Metrics {
  var counters: Counters
  var pending: Int
  /// In seconds; 0 where nothing is pending.
  var oldestPending: Int
  var isDegraded: Bool
  var isPolling: Bool
  var documents: Int

  var text: [UInt8] {
    var out = ""
    func add(_ name: String, _ type: String, _ help: String, _ value: Int) {
      out +=
        "# HELP galley_\(name) \(help)\n# TYPE galley_\(name) \(type)\ngalley_\(name) \(value)\n"
    }
    add("stored_total", "counter", "Files whose documents were stored.", counters.stored)
    add("unchanged_total", "counter", "Files that the Store knew.", counters.unchanged)
    add("failed_total", "counter", "Files that are no documents.", counters.failed)
    add("retries_total", "counter", "Failures that may pass.", counters.retries)
    add("warnings_total", "counter", "After-actions that failed.", counters.warnings)
    add("scans_total", "counter", "Scans of the Inbox.", counters.scans)
    add("overflows_total", "counter", "Times that events were lost.", counters.overflows)
    add("degradations_total", "counter", "Times that intake paused.", counters.degradations)
    add("documents", "gauge", "Documents in the Store.", documents)
    add("pending_files", "gauge", "Files that wait.", pending)
    add(
      "oldest_pending_seconds", "gauge", "Age of the file that has waited longest.", oldestPending)
    add("degraded", "gauge", "1 while intake is paused.", isDegraded ? 1 : 0)
    add("polling", "gauge", "1 where some folder is polled.", isPolling ? 1 : 0)
    return Array(out.utf8)
  }
}
