/// A document that is left alone: galley died at it so often, or a person gave it up. Its file stays
/// where it is.
package struct SetAside: Sendable, Equatable {
  /// What its source is called.
  package var name: String
  package var bytes: Int
  /// Processes that ended while they were at it.
  package var deaths: Int
  /// Why a person gave it up; nil where nobody did.
  package var reason: String?

  fileprivate var key: String { Attempts.key(name: name, bytes: bytes) }

  /// nil where the document may still be tried. A key is made by `Attempts.key`.
  fileprivate init?(key: String, deaths: Int, reason: String?) {
    let parts = key.split(separator: " ", maxSplits: 1)
    guard reason != nil || deaths >= Attempts.limit, parts.count == 2, let bytes = Int(parts[0])
    else { return nil }
    name = String(parts[1])
    self.bytes = bytes
    self.deaths = deaths
    self.reason = reason
  }

  fileprivate static func all(of deaths: [String: Int], _ dropped: Dropped) -> [SetAside] {
    Set(deaths.keys).union(dropped.reasons.keys)
      .compactMap { SetAside(key: $0, deaths: deaths[$0] ?? 0, reason: dropped.reasons[$0]) }
      .sorted { ($0.name, $0.bytes) < ($1.name, $1.bytes) }
  }
}

extension StoreReader {
  /// The documents that are set aside, by name.
  package var setAside: [SetAside] {
    SetAside.all(of: Attempts.deaths(in: root), Dropped(in: root))
  }
}

extension Store {
  /// Has documents that are set aside tried again by whoever reads the Inbox next: those of these
  /// names, or all. Returns which.
  package func release(_ names: [String]?) throws(StoreError) -> [SetAside] {
    let released = setAside(names)
    let dropped = released.filter { $0.reason != nil }
    try note(dropped.map { ($0, nil) })
    for document in released { attempts.end(document.key) }
    return released
  }

  /// Gives up documents that are set aside, those of these names: nothing tries them any more.
  /// Returns which.
  package func drop(_ names: [String], reason: String) throws(StoreError) -> [SetAside] {
    let found = setAside(names)
    let dropped = found.filter { $0.reason == nil }
    try note(dropped.map { ($0, reason) })
    // Also where a crash came between the word and this.
    for document in found { attempts.end(document.key) }
    return dropped
  }

  private func setAside(_ names: [String]?) -> [SetAside] {
    SetAside.all(of: attempts.deaths, attempts.dropped).filter { names?.contains($0.name) ?? true }
  }

  private func note(_ words: [(SetAside, reason: String?)]) throws(StoreError) {
    if words.isEmpty { return }
    let lines = words.flatMap { Dropped.line(name: $0.name, bytes: $0.bytes, reason: $1) }
    do throws(SystemError) { try files.note(dropped: lines) } catch { throw StoreError(error) }
  }
}
