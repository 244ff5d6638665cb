internal import ArgumentParser
internal import GalleyStore
internal import Glibc

struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read the Inbox, or the paths, into the Store, once.",
    discussion: """
      Each document becomes Store/records/ID.json; its source is kept in Store/blobs. What is there \
      already is not written again.

      Example: galley ingest report.html scans/
      """)

  @Argument(help: "Files and folders; - for standard input. Without any, the Inbox.")
  var paths: [String] = []

  @OptionGroup var inbox: InboxOption

  @OptionGroup var store: StoreOption

  @OptionGroup var jobs: JobsOption

  @Option(help: "The largest document to take, in bytes.")
  var maxBytes: Int?

  @Flag(help: "Try documents once more that were set aside because galley died at them.")
  var retry = false

  @Option(help: "Documents that become durable together.")
  var batch = Store.usualBatch

  @Flag(help: "Take documents again that were forgotten.")
  var revive = false

  @OptionGroup var encoding: EncodingOption

  @OptionGroup var profile: ProfileOptions

  @Flag(help: "Write nothing; report what would be done.")
  var dryRun = false

  @Flag(help: "A line of JSON a document instead of the report.")
  var json = false

  func validate() throws {
    if batch < 1 { throw ValidationError("--batch must be 1 or more.") }
    if let maxBytes, maxBytes < 1 { throw ValidationError("--max-bytes must be 1 or more.") }
  }

  func run() async throws {
    var ingest = Ingest(
      intake: Intake(limit: maxBytes ?? Settings.maxBytes), jobs: jobs.count,
      retries: retry, revives: revive, policy: try profile.policy())
    ingest.encoding = encoding.label
    var run = IngestRun(inbox: inbox.path, store: store.path, ingest: ingest)
    run.paths = paths.map { FilePath(argument: $0) }
    run.batch = batch
    run.isDryRun = dryRun
    run.isJSON = json
    try await run.run()
  }
}

/// What `ingest` does, and `watch --once`.
struct IngestRun {
  var inbox: FilePath
  var store: FilePath
  var ingest: Ingest
  /// Without any, the Inbox is read.
  var paths: [FilePath] = []
  var batch = Store.usualBatch
  var isDryRun = false
  var isJSON = false

  func run() async throws {
    // A file that grows past what it may is an error of that write, not the end of the process.
    _ = signal(SIGXFSZ, SIG_IGN)
    let inputs = inputs()
    try Overlap.check("the store", store, outside: inputs.all.folders)
    var ingest = ingest
    ingest.notesSeen = paths.isEmpty
    let opened = isDryRun ? nil : try Store(store)
    opened?.batchDocuments = batch
    let catalogue = try opened?.catalogue ?? Catalogue(of: store)
    var report = IngestReport(inputs, isJSON: isJSON, isDryRun: isDryRun)
    try await ingest.run(inputs.all, into: opened, knowing: catalogue) { index, outcome in
      report.add(outcome, of: index)
    }
    try opened?.close()
    report.finish(store: store)
    if report.failed > 0 { throw ExitCode(Exit.someFailed) }
  }

  private func inputs() -> Inputs {
    var inputs = Inputs(inbox: inbox, current: currentFolder())
    for path in paths { inputs.add(path) }
    guard paths.isEmpty else { return inputs }
    do {
      try inputs.addInbox(inbox)
    } catch {
      Exit.stop(
        "the inbox \(inbox.text): \(error); make the folder, or name another with --inbox, "
          + "GALLEY_INBOX or as PATH", Exit.configuration)
    }
    return inputs
  }
}
