internal import ArgumentParser
internal import CLinux
internal import GalleyConfig
internal import GalleyStore
internal import Glibc

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Take documents from the Inbox into the Store as they come.",
    discussion: """
      Each change of state is a line of JSON on standard error. SIGTERM and SIGINT end it after the \
      documents in work, SIGHUP reads the configuration again, SIGUSR1 scans the Inbox.

      Example: galley watch --after archive
      """)

  @Flag(help: "Read the Inbox once and end, as galley ingest does.") var once = false
  @Option(help: "The folder of incoming documents (GALLEY_INBOX; else Inbox).") var inbox: String?
  @Option(help: "The folder of records (GALLEY_STORE; else Store).") var store: String?
  @Option(help: "What to do with a file whose document is stored: keep, archive or delete.")
  var after: AfterAction?
  @OptionGroup var jobs: JobsOption
  @OptionGroup var profile: ProfileOptions
  @Flag(help: "Run as root, which can do more than this needs.") var allowRoot = false

  func validate() throws {
    if geteuid() == 0, !allowRoot {
      throw ValidationError("watch does not run as root; use another user, or --allow-root.")
    }
  }

  func run() async throws {
    if once { return try await ingest() }
    let signals = Signals()
    galley_no_new_privileges()
    let watcher = try Watcher(options(), log: Self.log, reload: options)
    do {
      try await watcher.run(signals)
    } catch {
      Exit.stop(error)
    }
  }

  private static func log(_ event: WatchEvent) {
    writeError(String(decoding: event.line, as: UTF8.self))
  }

  /// Read anew each time: the configuration may have changed.
  private func options() throws -> Watcher.Options {
    let configuration = try Settings.load()
    func path(_ option: String?, _ setting: Setting) -> FilePath {
      option.map(FilePath.init(argument:)) ?? Settings.path(setting, of: configuration)
        ?? FilePath(".")
    }
    var profile = profile
    // A folder that somebody names must be there; the default need not.
    if configuration[.profiles].origin != .standard {
      profile.profiles = path(profile.profiles, .profiles).text
    }
    let ingest = Ingest(
      intake: Intake(limit: configuration.count(.maxBytes)),
      jobs: jobs.jobs ?? Settings.jobs(of: configuration), policy: try profile.policy())
    var options = Watcher.Options(
      inbox: path(inbox, .inbox), store: path(store, .store), ingest: ingest)
    options.after = after ?? AfterAction(rawValue: configuration[.after].text ?? "") ?? .keep
    if let archive = Settings.path(.archive, of: configuration) { options.archive = archive }
    try Overlap.check("the store", options.store, outside: [options.inbox])
    if options.after == .archive {
      try Overlap.check("the archive", options.archive, outside: [options.inbox])
    }
    options.quiet = configuration.seconds(.quietSeconds)
    options.remoteQuiet = configuration.seconds(.remoteQuietSeconds)
    options.rescan = configuration.seconds(.rescanSeconds)
    options.poll = configuration.seconds(.pollSeconds)
    options.metrics = configuration.truth(.metrics)
    return options
  }

  private func ingest() async throws {
    let options = try options()
    try await IngestRun(inbox: options.inbox, store: options.store, ingest: options.ingest).run()
  }
}

extension AfterAction: ExpressibleByArgument {}
