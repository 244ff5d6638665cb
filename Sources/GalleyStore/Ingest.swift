package import GalleyModel
internal import GalleyRead

/// Takes documents from files to the store.
package struct Ingest: Sendable {
  package var intake: Intake
  /// Documents in work at a time.
  package var jobs: Int
  /// Whether documents that were set aside are tried once more.
  package var retries: Bool
  /// Whether documents that were forgotten are taken again.
  package var revives: Bool
  package var policy: ProfilePolicy
  /// What somebody tells of the inputs' encoding.
  package var encoding: String?
  /// Whether the inputs are all of the Inbox, and what became of each is noted in the store for
  /// those who look after it.
  package var notesSeen = false

  package init(
    intake: Intake, jobs: Int, retries: Bool = false, revives: Bool = false,
    policy: ProfilePolicy = .use(.builtin)
  ) {
    self.intake = intake
    self.jobs = max(1, jobs)
    self.policy = policy
    self.retries = retries
    self.revives = revives
  }

  /// What a worker gives: all that needs no store.
  private enum Work: Sendable {
    case document(Document, FileKey?)
    case failed(name: String, Failure, FileKey?)
    case dropped(name: String, reason: String, FileKey)

    var bytes: Int {
      if case .document(let document, _) = self { document.source.count } else { 0 }
    }
  }

  /// Processes `inputs` in parallel and adds them to the store in their order, so that neither the
  /// store nor the reports depend on the number of workers. Without a store nothing is written.
  ///
  /// `report` hears of each input by its index, in order; of a document that is stored, when it is
  /// durable. Documents at which galley died before come last, when all others are durable: what
  /// dies once more takes nothing with it.
  package func run(
    _ inputs: [Intake.Input], into store: Store?, knowing catalogue: Catalogue,
    report: (Int, Outcome) -> Void
  ) async throws(StoreError) {
    let attempts = store?.attempts
    let plan = plan(inputs, attempts)
    var committer = Committer(
      store: store, catalogue: catalogue, revives: revives, order: plan.order)
    var seen: [(FilePath, Seen.Row)] = []
    try await inOrder(inputs.count, jobs: plan.jobs, size: \.bytes) { index in
      self.work(on: inputs[plan.order[index]], catalogue, attempts)
    } take: { index, work throws(StoreError) in
      let decision = try await committer.take(work, report)
      if notesSeen, let row = row(work, decision, of: inputs[plan.order[index]]) {
        seen.append(row)
      }
      // One at a time after a death: the next is not begun yet.
      if index + 1 >= plan.order.count - plan.blamed { try await committer.finish(report) }
    }
    try await committer.finish(report)
    if notesSeen { store?.rewriteSeen(seen.sorted { $0.0 < $1.0 }) }
  }

  /// How inputs are gone through.
  struct Plan: Equatable {
    /// Indices of the inputs.
    var order: [Int]
    /// So many at the end have seen a process die.
    var blamed: Int
    var jobs: Int
  }

  /// Where a process died at one of the inputs, they go alone, so that none is blamed for its
  /// neighbour. A death at what is no input now slows nobody down.
  func plan(_ inputs: [Intake.Input], _ attempts: Attempts?) -> Plan {
    let isBlamed = inputs.map { input in
      let deaths = past(of: input, attempts)?.deaths ?? 0
      return deaths > 0 && (retries || deaths < Attempts.limit)
    }
    let blamed = inputs.indices.filter { isBlamed[$0] }
    return Plan(
      order: inputs.indices.filter { !isBlamed[$0] } + blamed, blamed: blamed.count,
      jobs: blamed.isEmpty ? jobs : 1)
  }

  /// What is to be known of a file of the Inbox once its document is durable: nil where it is to be
  /// looked at again.
  private func row(
    _ work: Work, _ decision: Decision?, of input: Intake.Input
  ) -> (FilePath, Seen.Row)? {
    guard case .inside(let folder, let path) = input.location else { return nil }
    switch work {
    case .document(let document, let key):
      let digest = document.record.sourceSHA256
      let outcome = decision == .forgotten ? Seen.Row.forgotten : digest
      return key.map { (path, Seen.Row(key: $0, outcome: outcome)) }
    case .failed(_, let failure, let key):
      // What is no regular file was not read. A failure may be noted a change too late: a watcher
      // looks at it once more.
      guard case .refused = Fate(failure),
        let key = key ?? folder.descriptor.status(of: path.bytes).map({ FileKey($0) })
      else { return nil }
      return (path, Seen.Row(key: key, outcome: failure.code))
    case .dropped(_, _, let key):
      return (path, Seen.Row(key: key, outcome: Seen.Row.dropped))
    }
  }

  private func work(
    on input: Intake.Input, _ catalogue: Catalogue, _ attempts: Attempts?
  ) -> Work {
    if let past = past(of: input, attempts) {
      if let reason = past.reason {
        return .dropped(name: input.name, reason: reason, past.key)
      }
      if !retries, past.deaths >= Attempts.limit {
        let error = IntakeError.setAside(deaths: past.deaths)
        return .failed(name: input.name, Failure("\(error)"), past.key)
      }
    }
    // Standard input has no size before it is read, and comes but once: it is not counted.
    var attempt: String?
    var key: FileKey?
    defer { if let attempt { attempts?.end(attempt) } }
    var source: Source
    do throws(IntakeError) {
      source = try intake.read(input) { found in
        let started = Attempts.key(name: input.name, bytes: Int(found.size))
        attempts?.begin(started)
        attempt = started
        // One more change within the tick of the last one could not be told from this state.
        key = Clock.stamp > found.changed ? found : nil
      }
    } catch {
      return .failed(name: input.name, Failure("\(error)"), key)
    }
    source.encoding = encoding
    do {
      let document = try Document(source, knownTo: catalogue, by: policy)
      let id = document.record.id
      guard Layout.isID(id) else {
        let advice = "use 3 to 80 of a-z, 0-9, . _ - in the profile's key"
        return .failed(
          name: input.name, Failure("E317 \(id) can't name a file; \(advice)"), key)
      }
      return .document(document, key)
    } catch {
      return .failed(name: input.name, Failure("\(error)"), key)
    }
  }

  /// What is known of a document from processes before this one; nil where that is nothing.
  private func past(
    of input: Intake.Input, _ attempts: Attempts?
  ) -> (key: FileKey, deaths: Int, reason: String?)? {
    guard let attempts, !attempts.isEmpty, let key = intake.key(of: input) else { return nil }
    let attempt = Attempts.key(name: input.name, bytes: Int(key.size))
    return (key, attempts.deaths[attempt] ?? 0, attempts.dropped.reasons[attempt])
  }

  /// Adds documents to the store and holds their reports back until they are durable.
  private struct Committer {
    let store: Store?
    var catalogue: Catalogue
    let revives: Bool
    /// Of each document that comes, the index of its input.
    let order: [Int]
    /// Not yet on their way to the disk.
    var held: [Outcome] = []
    /// On their way.
    var leaving: [Outcome] = []
    var reported = 0

    init(store: Store?, catalogue: Catalogue, revives: Bool, order: [Int]) {
      self.store = store
      self.revives = revives
      self.order = order
      self.catalogue = catalogue
    }

    /// Returns what is done with a document.
    mutating func take(
      _ work: Work, _ report: (Int, Outcome) -> Void
    ) async throws(StoreError) -> Decision? {
      var taken: Decision?
      switch work {
      case .document(let document, _):
        let decision =
          store?.add(document, revives: revives)
          ?? catalogue.take(document, revives: revives).decision
        held.append(.taken(Summary(document), decision))
        taken = decision
      case .failed(let name, let failure, _):
        held.append(.failed(name: name, failure))
      case .dropped(let name, let reason, _):
        held.append(.dropped(name: name, reason: reason))
      }
      if store?.isFull ?? true { try await begin(report) }
      return taken
    }

    /// Sends what is held on its way, when what is on its way has arrived.
    private mutating func begin(_ report: (Int, Outcome) -> Void) async throws(StoreError) {
      try await store?.beginFlush()
      tell(report)
      leaving = held
      held = []
      if store == nil { tell(report) }
    }

    /// Makes all durable that was taken.
    mutating func finish(_ report: (Int, Outcome) -> Void) async throws(StoreError) {
      try await begin(report)
      try await store?.endFlush()
      tell(report)
    }

    private mutating func tell(_ report: (Int, Outcome) -> Void) {
      for outcome in leaving {
        report(order[reported], outcome)
        reported += 1
      }
      leaving = []
    }
  }
}
