internal import ArgumentParser
internal import GalleyConfig
internal import GalleyStore
internal import Glibc

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check what galley needs of this machine, and say what to do where it lacks.",
    discussion: "Exit code 1 where something is wrong.")

  @OptionGroup var store: StoreOption
  @OptionGroup var inbox: InboxOption

  func run() throws {
    var report = Report()
    let inbox = inbox.path
    let changed = Setting.allCases.filter { Settings.configuration[$0].origin != .standard }
    report.good(
      changed.isEmpty
        ? "configuration: the defaults"
        : "configuration: "
          + changed.map { setting in
            let value = Settings.configuration[setting]
            return "\(setting.rawValue) = \(value.text ?? "") (\(value.origin.description))"
          }.joined(separator: ", "))
    do {
      report.good("profiles: \(try ProfileFolder().loadAll().count)")
    } catch {
      report.bad("profiles: \(error)")
    }
    Self.check(inbox, &report)
    Self.check(store: store.path, inbox, &report)
    Self.checkLimits(&report)
    if geteuid() == 0 {
      report.fair("user: root, which can do more than this needs; use a user of its own")
    } else {
      report.good("user: \(geteuid())")
    }
    if report.isBad { throw ExitCode(Exit.someFailed) }
  }

  private static func check(_ inbox: FilePath, _ report: inout Report) {
    let found: Inspection
    do {
      found = try Inspection(inbox)
    } catch {
      return report.bad("inbox \(inbox.text): \(error)")
    }
    let system = found.fileSystem
    if system.isRemote {
      report.fair(
        "inbox \(inbox.text): on \(system.name), where the kernel does not tell of others' changes; "
          + "watch polls it")
    } else {
      report.good("inbox \(inbox.text): on \(system.name), watched by events")
    }
    switch found.hasLeases {
    case true?: report.good("open writers: seen, by leases")
    case false?:
      report.fair("open writers: not seen on this file system; the quiet period alone decides")
    case nil: report.good("open writers: no file of this user in the inbox to try with")
    }
    let after = Settings.configuration[.after].text ?? "keep"
    if after != "keep", !found.mayWrite {
      report.bad("inbox \(inbox.text): after: \(after) needs permission to write in it")
    }
  }

  private static func check(
    store: FilePath, _ inbox: FilePath, _ report: inout Report
  ) {
    guard let found = try? Inspection(store) else {
      return report.fair("store \(store.text): not there yet; ingest and watch make it")
    }
    if !found.mayWrite {
      report.bad("store \(store.text): no permission to write in it; chown or chmod it")
    } else {
      report.good("store \(store.text): on \(found.fileSystem.name), may be written")
    }
    if found.fileSystem.isRemote {
      report.fair(
        "store \(store.text): locks and syncs are only as good as \(found.fileSystem.name); "
          + "a local disk is better")
    }
    if found.fileSystem.name == "tmpfs" {
      report.fair("store \(store.text): in memory; it is gone when the machine restarts")
    }
    let megabytes = found.freeBytes >> 20
    if megabytes < 100 {
      report.bad("space: \(megabytes) MiB are left for the store; free some")
    } else {
      report.good("space: \(megabytes) MiB are left for the store")
    }
  }

  private static func checkLimits(_ report: inout Report) {
    for (name, value) in Inspection.limits {
      guard let value else {
        report.fair("\(name): can't be read")
        continue
      }
      // A watch a folder; an instance a watcher.
      let enough = name.hasSuffix("instances") ? 16 : 8192
      if value < enough {
        report.fair("\(name): \(value) is little; sysctl \(name)=\(enough) or more")
      } else {
        report.good("\(name): \(value)")
      }
    }
  }

  /// What was found, as it is printed.
  private struct Report {
    var isBad = false
    private let hasColor = Settings.hasColor

    private func line(_ mark: String, _ color: Int, _ text: String) {
      write(Array("\(Settings.colored(mark, color, if: hasColor)) \(text)\n".utf8))
    }
    func good(_ text: String) { line("✓", 32, text) }
    func fair(_ text: String) { line("!", 33, text) }
    mutating func bad(_ text: String) {
      isBad = true
      line("✗", 31, text)
    }
  }
}
