/// A setting: a key of `Config/galley.yaml`, an environment variable, and mostly an option.
package enum Setting: String, CaseIterable, Sendable {
  case inbox, store, profiles, jobs
  case maxBytes = "max_bytes"
  case after, archive
  case quietSeconds = "quiet_seconds"
  case remoteQuietSeconds = "remote_quiet_seconds"
  case rescanSeconds = "rescan_seconds"
  case pollSeconds = "poll_seconds"
  case metrics

  package enum Kind: Sendable, Equatable {
    case path
    case count(ClosedRange<Int>)
    /// In seconds, with decimals.
    case seconds(ClosedRange<Double>)
    case word([String])
    case truth
  }

  package var kind: Kind {
    switch self {
    case .inbox, .store, .profiles, .archive: .path
    // 0: one a core.
    case .jobs: .count(0...1024)
    case .maxBytes: .count(1...(1 << 40))
    case .after: .word(["keep", "archive", "delete"])
    case .quietSeconds, .remoteQuietSeconds: .seconds(0...3600)
    case .rescanSeconds, .pollSeconds: .seconds(0.1...86_400)
    case .metrics: .truth
    }
  }

  /// nil: it follows from another setting.
  package var standard: String? {
    switch self {
    case .inbox: "Inbox"
    case .store: "Store"
    case .profiles: "Config/profiles"
    case .jobs: "0"
    case .maxBytes: "268435456"
    case .after: "keep"
    case .archive: nil
    case .quietSeconds: "0.5"
    case .remoteQuietSeconds: "5"
    case .rescanSeconds: "60"
    case .pollSeconds: "5"
    case .metrics: "no"
    }
  }

  /// The environment variable that overrides the file.
  package var variable: String { "GALLEY_" + rawValue.uppercased() }

  /// What a wrong value should have been.
  var expected: String {
    switch kind {
    case .path: "a path"
    case .count(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .seconds(let range):
      "a number of seconds from \(range.lowerBound) to \(Int(range.upperBound))"
    case .word(let words): "one of \(words.joined(separator: ", "))"
    case .truth: "yes or no"
    }
  }
}
