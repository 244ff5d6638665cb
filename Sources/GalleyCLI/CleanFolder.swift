internal import Galley
internal import GalleyModel
internal import GalleyStore

/// Cleans many documents into a folder.
struct CleanFolder: Sendable {
  let inputs: [Intake.Input]
  let jobs: Int
  let encoding: String?
  /// Whether each document's repairs are written beside it.
  let writesRepairs: Bool
  /// The one that `choice` was applied to.
  let profile: Profile
  let choice: RepairChoice

  /// What a worker gives for a document.
  private enum Work: Sendable {
    case cleaned(text: [UInt8], repairs: [UInt8], counts: [Rule: Int], isPage: Bool)
    case failed(String)
  }

  /// How many documents failed. Says on standard error why, and on standard output what was done.
  func run(into output: OutputFolder) async -> Int {
    var progress = Progress(total: inputs.count, isShown: Settings.isTerminal(2))
    var summary = CleanSummary()
    await inOrder(inputs.count, jobs: jobs) {
      work(on: inputs[$0])
    } take: { index, work in
      let failure = finish(work, of: inputs[index], into: output, &summary)
      if let failure {
        progress.clear()
        writeError("galley: \(inputs[index].name): \(failure)\n")
        summary.failed += 1
      }
      progress.advance()
    }
    progress.clear()
    GalleyCLI.write(Array(summary.text(of: output.path).utf8))
    return summary.failed
  }

  private func work(on input: Intake.Input) -> Work {
    do {
      var source = try Intake().read(input)
      source.encoding = encoding
      let result = try choice.cleaned(source, with: profile)
      return .cleaned(
        text: result.text,
        repairs: writesRepairs ? repairsJSON(result.edits, of: result.blocks) : [],
        counts: result.edits.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 },
        isPage: result.blocks.format == .html)
    } catch {
      return .failed("\(error)")
    }
  }

  /// Writes a document's results; says why it can't.
  private func finish(
    _ work: Work, of input: Intake.Input, into output: OutputFolder, _ summary: inout CleanSummary
  ) -> String? {
    switch work {
    case .failed(let reason): return reason
    case .cleaned(let text, let repairs, let counts, let isPage):
      // What was a page is one no more.
      let name = input.outputName(adding: isPage ? ".txt" : "")
      do throws(OutputError) {
        try output.write(text, to: name)
        if writesRepairs {
          try output.write(repairs, to: input.outputName(adding: ".repairs.jsonl"))
        }
        summary.add(counts)
        return nil
      } catch {
        return "\(error)"
      }
    }
  }
}

extension Intake.Input {
  /// Relative to the folder that the document was found in.
  fileprivate func outputName(adding suffix: String) -> FilePath {
    let name: FilePath =
      switch location {
      case .standardInput: FilePath(name)
      case .inside(_, let path): path
      case .path(let path), .unreadable(let path, _):
        FilePath(bytes: Array(path.components.last ?? []))
      }
    return FilePath(bytes: name.bytes + suffix.utf8)
  }
}

/// What was done to how many documents.
struct CleanSummary {
  var failed = 0
  private var cleaned = 0
  private var repairs: [Rule: (count: Int, documents: Int)] = [:]

  mutating func add(_ counts: [Rule: Int]) {
    cleaned += 1
    for (rule, count) in counts {
      repairs[rule, default: (0, 0)].count += count
      repairs[rule, default: (0, 0)].documents += 1
    }
  }

  func text(of folder: FilePath) -> String {
    var out = ""
    for rule in Rule.allCases {
      guard let (count, documents) = repairs[rule] else { continue }
      let gap = String(repeating: " ", count: max(0, 9 - "\(count)".count))
      out += "\(column(rule.rawValue, 24))\(gap)\(count) in \(counted(documents, "document"))\n"
    }
    let total = repairs.values.reduce(0) { $0 + $1.count }
    let failures = failed == 0 ? "" : ", \(failed) failed"
    return out + "\(cleaned) cleaned\(failures), \(total) repairs -> \(folder.text)\n"
  }
}
