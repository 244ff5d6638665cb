package import GalleyModel

/// The signals of every boundary, for the script that learns the scorecard.
package struct SignalReading {
  /// In `Blocks.text`: the end of the line before, the beginning of the line after.
  package var end: Int
  package var start: Int
  /// One a signal, in the order of `signalSizes`.
  package var buckets: [Int]
  package var score: Int
}

/// Names and sizes of the signals.
package var signalSizes: [(name: String, size: Int)] {
  Signal.allCases.map { ("\($0)", $0.size) }
}

package func readSignals(_ blocks: Blocks) -> [SignalReading] {
  let repairs = repairCharacters(blocks.text)
  let repaired = apply(repairs, to: blocks.text)
  let lines = readLines(blocks, after: repairs, repaired.text)
  let boundaries = Boundaries(order(lines, of: repaired.text).lines, of: repaired.text)
  return boundaries.lines.indices.dropFirst().map { index in
    let reading = boundaries.read(index)
    return SignalReading(
      end: repaired.origin.origin(of: boundaries.lines[index - 1].text.upperBound),
      start: repaired.origin.origin(of: boundaries.lines[index].text.lowerBound),
      buckets: Signal.allCases.map { Int(reading[$0.rawValue]) },
      score: Scorecard.score(reading))
  }
}
