internal import ArgumentParser
internal import Galley
internal import GalleyStore
internal import Glibc

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how it stands: documents, what waits, what failed, whether a watcher runs.",
    discussion: """
      With --max-age the exit code is 1 where a file has waited for longer, in seconds, or where the \
      Inbox can't be looked into: a health check.

      Example: galley status --max-age 60
      """)

  @OptionGroup var store: StoreOption
  @OptionGroup var inbox: InboxOption
  @Option(help: "Fail where a file has waited for more seconds than this.") var maxAge: Int?
  @Flag(help: "One line of JSON.") var json = false

  func run() throws {
    let inbox = inbox.path
    let status = try StoreStatus(store.path, inbox: inbox)
    write(json ? Self.json(status) : Array(text(status, inbox).utf8))
    // An Inbox that can't be looked into is no healthy one.
    let age = status.inbox.map { $0.oldestPending ?? 0 } ?? .max
    if let maxAge, age > maxAge { throw ExitCode(Exit.someFailed) }
  }

  private func text(_ status: StoreStatus, _ inbox: FilePath) -> String {
    var out =
      "store     \(store.path.text): \(status.documents) documents of \(status.sources) sources, "
      + "\(status.changes) changes\n"
    if let time = status.lastChange { out += "          last change \(Self.ago(time))\n" }
    if status.setAside > 0 {
      out += "          \(status.setAside) set aside after deaths: galley ingest --retry\n"
    }
    if let found = status.inbox {
      out += "inbox     \(inbox.text): \(found.stored) stored, \(found.pending) pending"
      if let age = found.oldestPending { out += " (the oldest for \(Self.span(age)))" }
      out += ", \(found.refused.count) refused\n"
      for (path, code) in found.refused.prefix(10) { out += "          ✗ \(path.text)  \(code)\n" }
      if found.refused.count > 10 { out += "          and \(found.refused.count - 10) more\n" }
    } else {
      out += "inbox     \(inbox.text): can't be looked into\n"
    }
    guard let watcher = status.watcher else { return out + "watcher   none runs\n" }
    let process = watcher.pid.map { " as process \($0)" } ?? ""
    return out + "watcher   runs\(process), mode \(watcher.mode ?? "unknown")\n"
  }

  private static func ago(_ seconds: Int) -> String { span(max(0, time(nil) - seconds)) + " ago" }

  private static func span(_ seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) days"
    }
  }

  private static func json(_ status: StoreStatus) -> [UInt8] {
    JSONWriter.line { out in
      out.key("documents")
      out.value(status.documents)
      out.key("sources")
      out.value(status.sources)
      out.key("changes")
      out.value(status.changes)
      out.key("last_change")
      out.value(status.lastChange)
      out.key("set_aside")
      out.value(status.setAside)
      out.key("stored")
      out.value(status.inbox?.stored)
      out.key("pending")
      out.value(status.inbox?.pending)
      out.key("oldest_pending_seconds")
      out.value(status.inbox?.oldestPending)
      out.key("refused")
      out.value(status.inbox?.refused.count)
      out.key("watcher_pid")
      out.value(status.watcher?.pid)
      out.key("watcher_mode")
      out.value(status.watcher?.mode)
    }
  }
}
