internal import CLinux
internal import Glibc

extension Watcher {
  /// Takes the next files of the queue to the Store, as the verb `ingest` does, and says what
  /// became of them.
  func takeTurn() async {
    guard let store, var tree = tree.take() else { return }
    let candidates = tree.take(documents: Self.turnDocuments, bytes: Self.turnBytes)
    tellFindings(&tree)
    self.tree = tree
    if candidates.isEmpty { return }
    let inputs = candidates.map { candidate in
      Intake.Input(name: candidate.path.text, location: .inside(tree.root, candidate.path))
    }
    var done = 0
    var rows: [(FilePath, Seen.Row)] = []
    do {
      try await options.ingest.run(inputs, into: store, knowing: store.catalogue) {
        index, outcome in
        done = index + 1
        if let row = settle(candidates[index], outcome, in: store) { rows.append(row) }
      }
      store.note(rows)
      try store.tidy()
      if trouble.end(.store) { tell(.resumed) }
    } catch {
      self.store?.note(rows)
      self.tree?.putBack(candidates[done...])
      self.store = nil
      pause(.store, "\(error)")
    }
  }

  /// Notes what became of a file; returns what a later start should know of it.
  private func settle(
    _ candidate: Candidate, _ outcome: Outcome, in store: Store
  ) -> (FilePath, Seen.Row)? {
    switch outcome {
    case .taken(let summary, let decision):
      tree?.finish(candidate, .stored)
      count(summary, decision)
      // It stays where it is: its document is not stored.
      if decision == .forgotten {
        return (candidate.path, Seen.Row(key: candidate.key, outcome: Seen.Row.forgotten))
      }
      let digest = store.catalogue.names[candidate.path.text] ?? ""
      dismiss(candidate, digest: digest)
      return (candidate.path, Seen.Row(key: candidate.key, outcome: digest))
    case .dropped:
      tree?.finish(candidate, .refused)
      return (candidate.path, Seen.Row(key: candidate.key, outcome: Seen.Row.dropped))
    case .failed(_, let failure):
      let fate = Fate(failure)
      switch fate {
      case .refused:
        if tree?.refuse(candidate, code: failure.code) ?? true {
          counters.failed += 1
          tell(.failed, .error, fields: fields(candidate, failure))
        }
        return (candidate.path, Seen.Row(key: candidate.key, outcome: failure.code))
      case .retry:
        counters.retries += 1
        if tree?.finish(candidate, fate) == 1 {
          tell(.retrying, .warning, fields: fields(candidate, failure))
        }
      case .stored, .changing, .gone: tree?.finish(candidate, fate)
      }
      return nil
    }
  }

  private func fields(
    _ candidate: Candidate, _ failure: Failure
  ) -> [(key: StaticString, value: WatchEvent.Value)] {
    [
      ("path", .text(candidate.path.text)), ("code", .text(failure.code)),
      ("message", .text(failure.message)),
    ]
  }

  /// A file that the Store knew is no news.
  private func count(_ summary: Summary, _ decision: Decision) {
    guard case .write(let kind) = decision else { return counters.unchanged += 1 }
    counters.stored += 1
    tell(
      .stored, summary.doubts.isEmpty ? .info : .warning,
      fields: [
        ("path", .text(summary.name)), ("id", .text(summary.id)), ("change", .text(kind.rawValue)),
        ("sections", .number(summary.sections)), ("doubts", .number(summary.doubts.count)),
      ])
  }

  private func dismiss(_ candidate: Candidate, digest: String) {
    do throws(AfterActionFlaw) {
      try tree?.dismiss(candidate, options.after, archive: options.archive, digest: digest)
    } catch {
      counters.warnings += 1
      tell(
        .warning, .warning,
        fields: [("path", .text(candidate.path.text)), ("message", .text(error.message))])
    }
  }

  /// What a later start need not read.
  func knownRows(of tree: Tree) -> [FilePath: Seen.Row] {
    let names = store?.catalogue.names ?? SourceNames()
    return Dictionary(tree.rows { names[$0.text] }, uniquingKeysWith: { $1 })
  }

  /// Writes the cache of known files without its old lines.
  func saveSeen() {
    guard let tree, let store, !tree.isDirty || tree.remembered.isEmpty else { return }
    let rows = knownRows(of: tree).sorted { $0.key < $1.key }
    store.rewriteSeen(rows.map { ($0.key, $0.value) })
  }

  /// Writes the metrics, at most every five seconds.
  func report() {
    let now = Clock.steady
    guard options.metrics, now >= nextReport, let tree, let store else { return }
    nextReport = now + .seconds(5)
    let age = tree.oldestPending.map { max(0, Int((Clock.wall - $0) / 1_000_000_000)) }
    let metrics = Metrics(
      counters: counters, pending: tree.pending, oldestPending: age ?? 0,
      isDegraded: trouble.cause != nil, isPolling: tree.isPolling,
      documents: store.catalogue.documents.count)
    store.publish(metrics.text, as: Layout.metrics)
  }
}

extension Fate {
  /// What may pass is tried again: a permission, a busy file, a disk's hiccup. A wrong content is
  /// not.
  init(_ failure: Failure) {
    switch failure.code {
    case "E201": self = .gone
    case "E202", "E210": self = .retry
    case "E207": self = .changing
    default: self = .refused
    }
  }
}
