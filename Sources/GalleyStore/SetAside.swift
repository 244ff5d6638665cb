/// A document at which galley died so often that it is left alone. Its file stays where it is.
package struct SetAside: Sendable, Equatable {
  /// What its source is called.
  package var name: String
  package var bytes: Int
  /// Processes that ended while they were at it.
  package var deaths: Int

  /// nil where the document may still be tried. A key is made by `Attempts.key`.
  fileprivate init?(key: String, deaths: Int) {
    let parts = key.split(separator: " ", maxSplits: 1)
    guard deaths >= Attempts.limit, parts.count == 2, let bytes = Int(parts[0]) else { return nil }
    name = String(parts[1])
    self.bytes = bytes
    self.deaths = deaths
  }

  fileprivate static func all(of deaths: [String: Int]) -> [SetAside] {
    deaths.compactMap { SetAside(key: $0.key, deaths: $0.value) }
      .sorted { ($0.name, $0.bytes) < ($1.name, $1.bytes) }
  }
}

extension StoreReader {
  /// The documents that are set aside, by name.
  package var setAside: [SetAside] { SetAside.all(of: Attempts.deaths(in: root)) }
}

extension Store {
  /// Has documents that are set aside tried again by whoever reads the Inbox next: those of these
  /// names, or all. Returns which.
  package func release(_ names: [String]?) throws(StoreError) -> [SetAside] {
    let released = SetAside.all(of: attempts.deaths).filter { names?.contains($0.name) ?? true }
    for document in released {
      attempts.end(Attempts.key(name: document.name, bytes: document.bytes))
    }
    return released
  }
}
