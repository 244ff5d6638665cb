internal import ArgumentParser
internal import Galley
internal import GalleyModel
internal import GalleyStore

struct ReprocessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprocess",
    abstract: "Make records anew from the sources in the Store, by today's rules and profiles.",
    discussion: """
      Nothing is read from the Inbox. A record that comes out as it was is not written.

      Example: galley reprocess --dry-run
      """)

  @OptionGroup var store: StoreOption
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var jobs: JobsOption
  @Flag(help: "Only records that say that another version or profile made them.")
  var stale = false
  @Flag(help: "Write nothing; show how many records would change, and how the first do.")
  var dryRun = false
  @Argument(help: "Ids, or what sources were called; without any, all documents.")
  var documents: [String] = []

  /// Records, and lines of each, that a dry run shows.
  private static let sample = (records: 3, lines: 10)

  func run() async throws {
    let policy = try profile.policy()
    // The store is opened first: its start may have something to complete.
    let opened = dryRun ? nil : try Store(store.path)
    let reader = try StoreReader(store.path)
    let ids =
      try documents.isEmpty
      ? reader.catalogue.documents.keys.sorted() : store.ids(documents, in: reader)
    let work = Reprocess(jobs: jobs.count, policy: policy, onlyStale: stale)
    var changed = 0
    var same = 0
    var failed = 0
    try await work.run(ids, of: reader, into: opened) { id, outcome in
      switch outcome {
      case .unchanged, .current: same += 1
      case .failed(let failure):
        failed += 1
        write(Array("✗ \(id)  \(failure.code) \(failure.message)\n".utf8))
      case .changed(let before, let after):
        changed += 1
        if !dryRun { return write(Array("✓ \(id)  reprocessed\n".utf8)) }
        if changed > Self.sample.records { return }
        write(Array("! \(id)\n".utf8))
        let lines = before.map { recordDiff($0, after) } ?? ["the record is gone"]
        for line in lines.prefix(Self.sample.lines) { write(Array("    \(line)\n".utf8)) }
        if lines.count > Self.sample.lines {
          write(Array("    and \(lines.count - Self.sample.lines) more\n".utf8))
        }
      }
    }
    try opened?.close()
    let verb = dryRun ? "would change" : "changed"
    let end = failed > 0 ? ", \(failed) failed" : ""
    write(Array("\(ids.count) documents: \(changed) \(verb), \(same) as they were\(end)\n".utf8))
    if failed > 0 { throw ExitCode(Exit.someFailed) }
  }
}

/// A line for each value in which two records differ.
private func recordDiff(_ before: [UInt8], _ after: [UInt8]) -> [String] {
  guard let before = JSONValue(before), let after = JSONValue(after) else {
    return ["the record was no JSON"]
  }
  var lines: [String] = []
  compare(before, after, at: "", &lines)
  return lines
}

private func compare(
  _ before: JSONValue, _ after: JSONValue, at path: String, _ lines: inout [String]
) {
  if before == after { return }
  switch (before, after) {
  case (.object(let old), .object(let new)):
    for key in Set(old.keys).union(new.keys).sorted() {
      compare(
        old[key] ?? .null, new[key] ?? .null, at: path.isEmpty ? key : "\(path).\(key)", &lines)
    }
  case (.array(let old), .array(let new)) where old.count == new.count:
    for (index, pair) in zip(old, new).enumerated() {
      compare(pair.0, pair.1, at: "\(path)[\(index)]", &lines)
    }
  default: lines.append("\(path): \(brief(before)) -> \(brief(after))")
  }
}

private func brief(_ value: JSONValue) -> String {
  switch value {
  case .null: "null"
  case .bool(let value): "\(value)"
  case .number(let value): value == value.rounded() ? "\(Int(value))" : "\(value)"
  case .string(let text):
    "\"" + FilePath(String(text.prefix(60))).text + (text.count > 60 ? "…\"" : "\"")
  case .array(let values): "\(values.count) entries"
  case .object(let members): "an object of \(members.count) keys"
  }
}
