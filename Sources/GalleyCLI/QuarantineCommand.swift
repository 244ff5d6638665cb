internal import ArgumentParser
internal import Galley
internal import GalleyStore

struct QuarantineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine",
    abstract: "List the documents that are set aside because galley died at them.",
    discussion: """
      Their files stay where they are: galley retry has them tried again, and deleting a file drops it. \
      A document that can't be read for another reason is tried anew whenever its file changes.

      Example: galley quarantine --json
      """)

  @OptionGroup var store: StoreOption
  @Flag(help: "A line of JSON a document.") var json = false

  func run() throws {
    for document in try StoreReader(store.path).setAside {
      guard json else {
        write(
          Array("\(document.name)\t\(document.bytes) bytes\t\(document.deaths) deaths\n".utf8))
        continue
      }
      write(
        JSONWriter.line { out in
          out.key("path")
          out.value(document.name)
          out.key("bytes")
          out.value(document.bytes)
          out.key("code")
          out.value("E211")
          out.key("attempts")
          out.value(document.deaths)
        })
    }
  }
}

struct RetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Have documents that are set aside tried again.",
    discussion: """
      The next ingest takes them, or the watcher once it runs again.

      Example: galley retry --all
      """)

  @OptionGroup var store: StoreOption
  @Flag(help: "All that are set aside.") var all = false
  @Argument(help: "What their sources are called; see galley quarantine.") var names: [String] = []

  func validate() throws {
    guard all != names.isEmpty else { return }
    throw ValidationError("Name documents, or give --all.")
  }

  func run() throws {
    let known = try StoreReader(store.path).setAside.map(\.name)
    for name in names where !known.contains(name) {
      Exit.stop("\(name) is not set aside; see galley quarantine", Exit.someFailed)
    }
    let opened = try Store(store.path)
    let released = try opened.release(all ? nil : names)
    try opened.close()
    for document in released { write(Array("✓ \(document.name)  to be tried again\n".utf8)) }
    if released.isEmpty { write(Array("nothing is set aside\n".utf8)) }
  }
}
