internal import GalleyClean
package import GalleyModel
package import GalleyRead

/// A source cleaned: text, edits and paragraphs.
package func cleaned(
  _ source: Source, with profile: Profile = .builtin
) throws(ReadError) -> Cleaned {
  clean(try read(source, content: profile.content), with: profile)
}

/// A line of JSON for each edit, as a record has them. Their
/// ids count these edits alone: a record's count also what the later stages leave out.
package func repairsJSON(_ edits: [Edit], of blocks: Blocks) -> [UInt8] {
  JSONWriter.bytes(capacity: edits.count * 120) { out in
    for (index, edit) in edits.enumerated() {
      out.repair(Record.Repair(edit, of: blocks), index)
      out.newline()
    }
  }
}

/// Names of the signals that the cleaner's scorecard reads, with the count of their buckets.
package func signalNames() -> [String] { signalSizes.map { "\($0.name):\($0.size)" } }

/// For each boundary of a source: where it is, its score, the bucket of every signal.
package func boundarySignals(_ source: Source) throws(ReadError) -> [[Int]] {
  readSignals(try read(source)).map { [$0.end, $0.start, $0.score] + $0.buckets }
}
