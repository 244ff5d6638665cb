internal import ArgumentParser
internal import Galley
internal import GalleyStore

struct QuarantineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine",
    abstract: "List the documents that are set aside because galley died at them; decide on them.",
    discussion: """
      Their files stay where they are, also when they are dropped. A document that can't be read for \
      another reason is no business of quarantine: it is tried anew whenever its file changes.

      Example: galley quarantine drop scan.txt --reason "a video by mistake"
      """,
    subcommands: [QuarantineList.self, QuarantineRestore.self, QuarantineDrop.self],
    defaultSubcommand: QuarantineList.self)
}

struct QuarantineList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the documents that are set aside, and those that were dropped.",
    discussion: "Example: galley quarantine list --json")

  @OptionGroup var store: StoreOption
  @Flag(help: "A line of JSON a document.") var json = false

  func run() throws {
    for document in try StoreReader(store.path).setAside {
      write(json ? Self.json(document) : Array(Self.text(document).utf8))
    }
  }

  private static func text(_ document: SetAside) -> String {
    let why = document.reason.map { "dropped: \($0)" } ?? counted(document.deaths, "death")
    return "\(document.name)\t\(counted(document.bytes, "byte"))\t\(why)\n"
  }

  private static func json(_ document: SetAside) -> [UInt8] {
    JSONWriter.line { out in
      out.key("path")
      out.value(document.name)
      out.key("bytes")
      out.value(document.bytes)
      out.key("status")
      out.value(document.reason == nil ? "set_aside" : "dropped")
      out.key("attempts")
      out.value(document.deaths)
      out.key("reason")
      out.value(document.reason)
    }
  }
}

struct QuarantineRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Have documents that are set aside, or were dropped, tried again.",
    discussion: """
      The next ingest takes them, or the watcher once it runs again.

      Example: galley quarantine restore scan.txt
      """)

  @OptionGroup var chosen: ChosenDocuments

  func run() throws { try chosen.restore() }
}

/// The same under the name that comes to mind first.
struct RetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Have documents that are set aside tried again, as quarantine restore does.",
    discussion: """
      The next ingest takes them, or the watcher once it runs again.

      Example: galley retry --all
      """)

  @OptionGroup var chosen: ChosenDocuments

  func run() throws { try chosen.restore() }
}

struct QuarantineDrop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: "Give documents up that are set aside: nothing tries them any more.",
    discussion: """
      The reason is kept in Store/dropped.jsonl. The file stays in the Inbox and is passed over for as \
      long as it has this name and size; quarantine restore takes the word back.

      Example: galley quarantine drop scan.txt --reason "a video by mistake"
      """)

  @Option(help: "Why, for whoever asks later.") var reason: String
  @OptionGroup var chosen: ChosenDocuments

  func run() throws {
    let names = try chosen.checkedNames()
    let opened = try Store(chosen.store.path)
    let dropped = try opened.drop(names, reason: reason)
    try opened.close()
    for document in dropped { write(Array("✓ \(document.name)  given up\n".utf8)) }
    if dropped.isEmpty { write(Array("nothing more to give up\n".utf8)) }
  }
}

/// Documents of the quarantine that a verb is about.
struct ChosenDocuments: ParsableArguments {
  @OptionGroup var store: StoreOption
  @Flag(help: "All that are set aside.") var all = false
  @Argument(help: "What their sources are called; see galley quarantine.") var names: [String] = []

  func validate() throws {
    guard all != names.isEmpty else { return }
    throw ValidationError("Name documents, or give --all.")
  }

  /// The names, or all there are; the end of the process where one is of no document.
  func checkedNames() throws -> [String] {
    let known = try StoreReader(store.path).setAside.map(\.name)
    for name in names where !known.contains(name) {
      Exit.stop("\(name) is not set aside; see galley quarantine", Exit.someFailed)
    }
    return all ? known : names
  }

  func restore() throws {
    let names = try checkedNames()
    let opened = try Store(store.path)
    let released = try opened.release(names)
    try opened.close()
    for document in released { write(Array("✓ \(document.name)  to be tried again\n".utf8)) }
    if released.isEmpty { write(Array("nothing is set aside\n".utf8)) }
  }
}
