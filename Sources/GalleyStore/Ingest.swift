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
    let plan = plan(inputs, attempts)
    var committer = Committer(
      store: store, catalogue: catalogue, revives: revives, order: plan.order)
    try await inOrder(inputs.count, jobs: plan.jobs, size: \.bytes) { index in
      self.work(on: inputs[plan.order[index]], catalogue, attempts)
    } take: { index, work throws(StoreError) in
      try committer.take(work, report)
      // One at a time after a death: the next is not begun yet.
      if index + 1 >= plan.order.count - plan.blamed { try committer.flush(report) }
    }
    try committer.flush(report)
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
      let deaths = deaths(at: input, attempts)
      return deaths > 0 && (retries || deaths < Attempts.limit)
    }
    let blamed = inputs.indices.filter { isBlamed[$0] }
    return Plan(
      order: inputs.indices.filter { !isBlamed[$0] } + blamed, blamed: blamed.count,
      jobs: blamed.isEmpty ? jobs : 1)
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
    var held: [Outcome] = []
    var reported = 0

    init(store: Store?, catalogue: Catalogue, revives: Bool, order: [Int]) {
      self.store = store
      self.revives = revives
      self.order = order
      self.catalogue = catalogue
    }

    mutating func take(_ work: Work, _ report: (Int, Outcome) -> Void) throws(StoreError) {
      switch work {
      case .document(let document):
        let decision =
          store?.add(document, revives: revives)
          ?? catalogue.take(document, revives: revives).decision
        held.append(.taken(Summary(document), decision))
      case .failed(let name, let failure):
        held.append(.failed(name: name, failure))
      }
      if store?.isFull ?? true { try flush(report) }
    }

    mutating func flush(_ report: (Int, Outcome) -> Void) throws(StoreError) {
      try store?.flush()
      for outcome in held {
        report(order[reported], outcome)
        reported += 1
      }
      held = []
    }
  }
}
