internal import GalleyClean
package import GalleyModel
package import GalleyRead

/// A source cleaned: text, edits and paragraphs.
package func cleaned(_ source: Source) throws(ReadError) -> Cleaned {
  clean(try read(source))
}

/// Names of the signals that the cleaner's scorecard reads, with the count of their buckets.
package func signalNames() -> [String] { signalSizes.map { "\($0.name):\($0.size)" } }

/// For each boundary of a source: where it is, its score, the bucket of every signal.
package func boundarySignals(_ source: Source) throws(ReadError) -> [[Int]] {
  readSignals(try read(source)).map { [$0.end, $0.start, $0.score] + $0.buckets }
}
