internal import Galley
internal import GalleyModel
internal import GalleyStore

/// What `ingest` prints: a line a document, in the order of the inputs, and a summary.
struct IngestReport {
  private let inputs: Inputs
  private let isJSON: Bool
  private let isDryRun: Bool
  private var progress: Progress
  private let hasColor = Settings.hasColor

  private(set) var failed = 0
  private var dropped = 0
  private var written = 0
  private var revised = 0
  private var unchanged = 0
  private var doubtful = 0

  init(_ inputs: Inputs, isJSON: Bool, isDryRun: Bool) {
    self.inputs = inputs
    self.isJSON = isJSON
    self.isDryRun = isDryRun
    // It is for somebody who sees no lines pass by.
    progress = Progress(
      total: inputs.all.count, isShown: Settings.isTerminal(2) && !Settings.isTerminal(1))
  }

  mutating func add(_ outcome: Outcome, of index: Int) {
    switch outcome {
    case .failed: failed += 1
    case .dropped: dropped += 1
    case .taken(let summary, let decision):
      if case .write = decision { written += 1 } else { unchanged += 1 }
      if case .write(.revised) = decision { revised += 1 }
      if !summary.doubts.isEmpty { doubtful += 1 }
    }
    write(isJSON ? json(outcome) : Array((line(outcome, inputs.all[index]) + "\n").utf8))
    progress.advance()
  }

  /// The summary goes where it is not taken for a result.
  mutating func finish(store: FilePath) {
    progress.clear()
    var parts = ["\(written) \(isDryRun ? "would be stored" : "stored")"]
    if revised > 0 { parts[0] += " (\(revised) of them as a next revision)" }
    if unchanged > 0 { parts.append("\(unchanged) unchanged") }
    if failed > 0 { parts.append("\(failed) failed") }
    if dropped > 0 { parts.append("\(dropped) given up") }
    if doubtful > 0 { parts.append("\(doubtful) with warnings") }
    if inputs.skipped > 0 { parts.append("\(inputs.skipped) names passed over") }
    let summary = "\(counted(inputs.all.count, "document")): \(parts.joined(separator: ", "))"
    let place =
      isDryRun || written + unchanged == 0 ? "" : " -> \(store.appending("records".utf8).text)"
    if isJSON {
      writeError(summary + place + "\n")
    } else {
      write(Array("\(summary)\(place)\n".utf8))
    }
  }

  private func line(_ outcome: Outcome, _ input: Intake.Input) -> String {
    switch outcome {
    case .failed(let name, let failure):
      return "\(mark("✗", 31)) \(name)  \(failure.code) \(failure.message)"
    case .dropped(let name, let reason):
      return "- \(name)  given up: \(reason)"
    case .taken(let summary, let decision):
      let counts =
        summary.sections == 0
        ? "not a list"
        : "\(counted(summary.sections, "section"))  \(counted(summary.fields, "field"))  "
          + counted(summary.players, "player")
      let repairs = "\(counted(summary.repairs, "repair"))\(lowest(summary))"
      let facts = [summary.name, counts, repairs, remark(decision)].filter { !$0.isEmpty }
      let line = facts.joined(separator: "  ")
      guard let doubt = summary.doubts.first else { return "\(mark("✓", 32)) \(line)" }
      let more = summary.doubts.count > 1 ? " (and \(summary.doubts.count - 1) more)" : ""
      return "\(mark("!", 33)) \(line)  \(doubt.code) \(doubt.message)\(more)"
        + " -> galley explain \(input.path.text)"
    }
  }

  private func remark(_ decision: Decision) -> String {
    switch decision {
    case .write(.added): ""
    case .write(.revised): "next revision"
    case .write(.reprocessed): "reprocessed"
    case .write(.alias): "known under another name"
    case .unchanged: "unchanged"
    case .superseded: "an earlier revision"
    case .forgotten, .write(.forgotten): "forgotten; --revive takes it again"
    }
  }

  private func lowest(_ summary: Summary) -> String {
    if summary.repairs == 0 { return "" }
    return " (min \(fixed(summary.lowestConfidence, decimals: 2)))"
  }

  private func mark(_ symbol: String, _ color: Int) -> String {
    Settings.colored(symbol, color, if: hasColor)
  }

  private func json(_ outcome: Outcome) -> [UInt8] {
    JSONWriter.line { out in
      switch outcome {
      case .failed(let name, let failure):
        out.key("path")
        out.value(name)
        out.key("status")
        out.value("failed")
        out.key("code")
        out.value(failure.code)
        out.key("message")
        out.value(failure.message)
      case .dropped(let name, let reason):
        out.key("path")
        out.value(name)
        out.key("status")
        out.value("dropped")
        out.key("message")
        out.value(reason)
      case .taken(let summary, let decision): out.summary(summary, decision)
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func summary(_ summary: Summary, _ decision: Decision) {
    key("path")
    value(summary.name)
    key("status")
    switch decision {
    case .write(let kind): value(kind.rawValue)
    case .unchanged: value("unchanged")
    case .superseded: value("superseded")
    case .forgotten: value("forgotten")
    }
    key("id")
    value(summary.id)
    key("bytes")
    value(summary.sourceBytes)
    key("sections")
    value(summary.sections)
    key("fields")
    value(summary.fields)
    key("players")
    value(summary.players)
    key("repairs")
    value(summary.repairs)
    key("min_confidence")
    value(summary.lowestConfidence, digits: 3)
    key("warnings")
    array(summary.doubts) { out, doubt in
      out.object { out in
        out.key("code")
        out.value(doubt.code)
        out.key("message")
        out.value(doubt.message)
      }
    }
  }
}
