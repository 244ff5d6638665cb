internal import CLinux
internal import Glibc

extension Watcher {
  /// Whether the Inbox can be looked into. Where it is not there, or another folder has its place,
  /// it is opened anew.
  func openInbox() -> Bool {
    let now = Clock.steady
    if tree != nil, now < nextRescan { return true }
    if let tree, isAsItWas(tree.root) {
      self.tree?.markAll(retryWatches: true)
      nextRescan = now + .seconds(options.rescan)
      return true
    }
    if let tree { remembered = knownRows(of: tree) }
    tree = nil
    do {
      let notifier = makeNotifier()
      if notifier == nil { tellWatchLimit(SystemError("inotify_init", options.inbox)) }
      tree = Tree(
        try Folder(options.inbox), notifier: notifier, settling: options.settling,
        remembered: remembered)
      remembered = [:]
      nextRescan = now + .seconds(options.rescan)
      nextPoll = now + .seconds(options.poll)
      if trouble.end(.inbox) { tell(.resumed) }
      return true
    } catch {
      pause(.inbox, "\(error)")
      return false
    }
  }

  /// Whether the path still leads to this folder.
  private func isAsItWas(_ root: Folder) -> Bool {
    guard let now = try? Folder(options.inbox).descriptor.status(root.path),
      let then = try? root.descriptor.status(root.path)
    else { return false }
    return now.st_dev == then.st_dev && now.st_ino == then.st_ino
  }

  /// Scans what is marked, and not sooner than ten times the last scan's time after it.
  func scanIfDue() {
    guard var tree = tree.take() else { return }
    defer { self.tree = tree }
    let start = Clock.steady
    if tree.isPolling, start >= nextPoll {
      tree.markPolled()
      nextPoll = start + .seconds(options.poll)
    }
    guard tree.isDirty, start >= nextScan else { return }
    tree.scan()
    counters.scans += 1
    let end = Clock.steady
    nextScan = end + max(.milliseconds(50), 10 * (end - start))
    tellFindings(&tree)
    tellMode(of: tree)
  }

  func tellFindings(_ tree: inout Tree) {
    for finding in tree.findings {
      switch finding {
      case .watchRefused(let error): tellWatchLimit(error)
      case .unreadable(let path, let error):
        tell(
          .warning, .warning, fields: [("path", .text(path.text)), ("message", .text("\(error)"))])
      case .held(let path):
        tell(
          .waiting,
          fields: [("path", .text(path.text)), ("message", .text("its writer has it open"))])
      }
    }
    tree.findings = []
  }

  /// Said once for as long as it lasts.
  private func tellWatchLimit(_ error: SystemError) {
    if trouble.isWatchLimited { return }
    trouble.isWatchLimited = true
    let limit =
      switch error.number {
      case ENOSPC: "the limit of inotify watches is reached; raise fs.inotify.max_user_watches"
      case EMFILE: "the limit of inotify instances is reached; raise fs.inotify.max_user_instances"
      default: "\(error)"
      }
    tell(
      .watchLimit, .warning,
      fields: [
        ("message", .text("\(limit) with sysctl; folders without a watch are polled")),
        ("poll_seconds", .number(Int(options.poll))),
      ])
  }

  private func tellMode(of tree: Tree) {
    if !tree.isPolling { trouble.isWatchLimited = false }
    let new = tree.isPolling ? (tree.isWatching ? "mixed" : "polling") : "events"
    if new == mode { return }
    mode = new
    lock?.write(mode: mode, inbox: options.inbox)
    tell(
      .mode,
      fields: [("mode", .text(mode)), ("file_system", .text(FileSystem(of: tree.root).name))])
  }
}
