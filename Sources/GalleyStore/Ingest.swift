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
    case document(Document)
    case failed(name: String, Failure)

    var bytes: Int {
      if case .document(let document) = self { document.source.count } else { 0 }
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
    let isBlamed = inputs.map { input in
      let deaths = deaths(at: input, attempts)
      return deaths > 0 && (retries || deaths < Attempts.limit)
    }
    let blamed = inputs.indices.filter { isBlamed[$0] }
    let order = inputs.indices.filter { !isBlamed[$0] } + blamed
    var committer = Committer(
      store: store, catalogue: catalogue, revives: revives, order: order)
    // After a death the documents go alone, so that none is blamed for its neighbour.
    let jobs = attempts?.deaths.values.contains { $0 < Attempts.limit } ?? false ? 1 : jobs
    try await inOrder(inputs.count, jobs: jobs, size: \.bytes) { index in
      self.work(on: inputs[order[index]], catalogue, attempts)
    } take: { index, work throws(StoreError) in
      try await committer.take(work, report)
      // One at a time after a death: the next is not begun yet.
      if index + 1 >= order.count - blamed.count { try await committer.finish(report) }
    }
    try await committer.finish(report)
  }

  private func work(
    on input: Intake.Input, _ catalogue: Catalogue, _ attempts: Attempts?
  ) -> Work {
    let deaths = deaths(at: input, attempts)
    if !retries, deaths >= Attempts.limit {
      return .failed(name: input.name, Failure("\(IntakeError.setAside(deaths: deaths))"))
    }
    // Standard input has no size before it is read, and comes but once: it is not counted.
    var key: String?
    defer { if let key { attempts?.end(key) } }
    let source: Source
    do throws(IntakeError) {
      source = try intake.read(input) { size in
        let started = Attempts.key(name: input.name, bytes: size)
        attempts?.begin(started)
        key = started
      }
    } catch {
      return .failed(name: input.name, Failure("\(error)"))
    }
    do {
      let document = try Document(source, knownTo: catalogue, by: policy)
      let id = document.record.id
      guard Layout.isID(id) else {
        let advice = "use 3 to 80 of a-z, 0-9, . _ - in the profile's key"
        return .failed(name: input.name, Failure("E317 \(id) can't name a file; \(advice)"))
      }
      return .document(document)
    } catch {
      return .failed(name: input.name, Failure("\(error)"))
    }
  }

  private func deaths(at input: Intake.Input, _ attempts: Attempts?) -> Int {
    guard let attempts, !attempts.deaths.isEmpty, let size = intake.size(of: input) else {
      return 0
    }
    return attempts.deaths[Attempts.key(name: input.name, bytes: size)] ?? 0
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

    mutating func take(
      _ work: Work, _ report: (Int, Outcome) -> Void
    ) async throws(StoreError) {
      switch work {
      case .document(let document):
        let decision =
          store?.add(document, revives: revives)
          ?? catalogue.take(document, revives: revives).decision
        held.append(.taken(Summary(document), decision))
      case .failed(let name, let failure):
        held.append(.failed(name: name, failure))
      }
      if store?.isFull ?? true { try await begin(report) }
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
