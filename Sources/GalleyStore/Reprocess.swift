package import GalleyModel

/// Makes records anew from the sources that the store keeps, by today's rules and profiles.
package struct Reprocess: Sendable {
  package var jobs: Int
  package var policy: ProfilePolicy
  /// Whether only those are looked at whose record says that other rules made it.
  package var onlyStale: Bool

  package init(jobs: Int, policy: ProfilePolicy = .use(.builtin), onlyStale: Bool = false) {
    self.jobs = max(1, jobs)
    self.policy = policy
    self.onlyStale = onlyStale
  }

  package enum Outcome: Sendable {
    /// The record as it was, nil where it is gone, and as it is now.
    case changed(before: [UInt8]?, after: [UInt8])
    case unchanged
    /// By the same version and profile, so not looked at.
    case current
    case failed(Failure)
  }

  private enum Work: Sendable {
    case document(Document, before: [UInt8]?)
    case current
    case failed(Failure)
  }

  /// Reads documents in parallel and hands them to `report` in the order of `ids`. Without a store
  /// nothing is written. What is reported as changed is durable.
  package func run(
    _ ids: [String], of reader: StoreReader, into store: Store?,
    report: (String, Outcome) -> Void
  ) async throws(StoreError) {
    var held: [(id: String, outcome: Outcome)] = []
    func tell() throws(StoreError) {
      try store?.flush()
      for (id, outcome) in held { report(id, outcome) }
      held = []
    }
    try await inOrder(ids.count, jobs: jobs) { index in
      work(on: ids[index], reader)
    } take: { index, work throws(StoreError) in
      held.append((ids[index], add(work, of: ids[index], to: store)))
      // Only what is written waits for the disk.
      if store.map({ $0.isFull || !$0.hasPending }) ?? true { try tell() }
    }
    try tell()
  }

  private func add(_ work: Work, of id: String, to store: Store?) -> Outcome {
    switch work {
    case .current: return .current
    case .failed(let failure): return .failed(failure)
    case .document(let document, let before):
      // What is there already may be cut on the disk: the bytes decide, not the feed.
      guard before != document.json else { return .unchanged }
      store?.catalogue.distrust(id)
      _ = store?.add(document)
      return .changed(before: before, after: document.json)
    }
  }

  private func work(on id: String, _ reader: StoreReader) -> Work {
    guard let head = reader.catalogue.documents[id],
      let known = reader.catalogue.sources[head.source]
    else { return .failed(Failure("E316 no such document; see galley list")) }
    do {
      let before = try reader.record(id)
      if onlyStale, let before, !policy.isStale(before, named: known.name) { return .current }
      guard let bytes = try reader.source(head.source) else {
        return .failed(Failure("E312 the source is gone; ingest \(known.name) again"))
      }
      guard sha256(bytes.span) == head.source else {
        return .failed(
          Failure("E313 the source was changed; delete it and ingest \(known.name) again"))
      }
      let source = Source(name: known.name, bytes: bytes)
      return .document(try Document(source, knownTo: reader.catalogue, by: policy), before: before)
    } catch {
      return .failed(Failure("\(error)"))
    }
  }
}

extension ProfilePolicy {
  /// Whether a record says that it was made by another version, or with another profile than it
  /// would be now, as far as the record itself can tell.
  func isStale(_ record: [UInt8], named name: String) -> Bool {
    guard let value = JSONValue(record), let generator = value["generator"] else { return true }
    let profile: Profile
    switch self {
    case .use(let named): profile = named
    case .choose(let all):
      let subject = ProfileSubject(
        name: name, title: value["title"]?.string, publisher: value["publisher"]?.string)
      if case .one(let fit) = GalleyModel.choose(from: all, for: subject) {
        profile = fit
      } else {
        profile = .builtin
      }
    }
    return generator["version"]?.string != galleyVersion
      || generator["profile"]?.string != profile.name
      || generator["profile_sha256"]?.string != profile.sha256
  }
}
