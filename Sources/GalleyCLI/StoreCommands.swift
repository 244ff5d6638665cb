internal import ArgumentParser
internal import Galley
internal import GalleyStore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the documents of the Store: id, revision, title, name.",
    discussion: "Example: galley list --json | jq -r .id")

  @OptionGroup var store: StoreOption
  @Flag(help: "A line of JSON a document.") var json = false

  func run() throws {
    let reader = try StoreReader(store.path)
    for (id, head) in reader.catalogue.documents.sorted(by: { $0.key < $1.key }) {
      let record = try reader.record(id).flatMap { JSONValue($0) }
      let name = reader.catalogue.sources[head.source]?.name ?? ""
      let title = record?["title"]?.string
      guard json else {
        write(Array("\(id)\t\(head.revision)\t\(title ?? "-")\t\(name)\n".utf8))
        continue
      }
      write(
        JSONWriter.line { out in
          out.key("id")
          out.value(id)
          out.key("revision")
          out.value(head.revision)
          out.key("title")
          out.value(title)
          out.key("path")
          out.value(name)
          out.key("source_sha256")
          out.value(head.source)
        })
    }
  }
}

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a record of the Store, or its source.",
    discussion: "Example: galley show 2024/list.txt")

  @OptionGroup var store: StoreOption
  @Flag(exclusivity: .exclusive, help: "What to print.") var form = Form.json
  @Argument(help: "A document's id, or what its source was called.") var document: String

  enum Form: String, EnumerableFlag {
    case json, text, source

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .json: "The record (the default)."
      case .text: "Title, sections and paragraphs as text."
      case .source: "The source, byte for byte."
      }
    }
  }

  func run() throws {
    let reader = try StoreReader(store.path)
    let id = try store.ids([document], in: reader)[0]
    guard let head = reader.catalogue.documents[id] else { store.stop(unknown: document) }
    let found = try form == .source ? reader.source(head.source) : reader.record(id)
    guard let bytes = found else {
      Exit.stop("E314 the file of \(id) is gone; see galley verify", Exit.io)
    }
    guard form == .text else { return write(bytes) }
    guard let record = JSONValue(bytes) else {
      Exit.stop("E315 the record of \(id) is no JSON; see galley verify", Exit.io)
    }
    write(Array(recordText(record).utf8))
  }
}

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the Store: each record and source is whole, and made by today's rules.",
    discussion: """
      Of texts, the repairs of each record are replayed over its source: they must give its paragraphs. \
      Exit code 1 where something is wrong. A record that today's rules would make otherwise is \
      named; ingest makes it anew.
      """)

  @OptionGroup var store: StoreOption
  @OptionGroup var profile: ProfileOptions

  func run() throws {
    let verification = try Verification(StoreReader(store.path), by: profile.policy())
    for problem in verification.problems {
      write(Array("✗ \(problem.subject)  \(problem.code) \(problem.message)\n".utf8))
    }
    for id in verification.stale {
      write(Array("! \(id)  W310 other rules made it; ingest its source again\n".utf8))
    }
    let summary =
      "\(verification.records) records, \(verification.sources) sources: "
      + (verification.problems.isEmpty ? "all whole" : "\(verification.problems.count) problems")
      + (verification.stale.isEmpty ? "" : ", \(verification.stale.count) by other rules")
    write(Array((summary + "\n").utf8))
    if !verification.problems.isEmpty { throw ExitCode(Exit.someFailed) }
  }
}
