/// A monotone map from byte offsets of a text to byte offsets of the text that it was made from.
///
/// The map is a list of runs. In a run every `unit` bytes here came from `originUnit` bytes there:
/// 1:1 for bytes copied, 3:2 for Chinese characters decoded from GBK, 1:5 for `&amp;`. A gap
/// between two runs' origins is text that was left out; between two runs' starts, text inserted.
package struct OffsetMap: Sendable, Equatable {
  package struct Run: Sendable, Equatable {
    /// First byte here.
    package var start: Int
    /// First byte there.
    package var origin: Int
    /// Bytes here.
    package var count: Int
    package var unit: Int32
    package var originUnit: Int32
  }

  /// In order of `start` and of `origin`, disjoint in both. Empty means: the identity.
  package private(set) var runs: [Run] = []

  package static let identity = OffsetMap()

  package init() {}

  package var isIdentity: Bool { runs.isEmpty }

  /// Adds `count` bytes here, each `unit` of them from `originUnit` bytes there. A run that only
  /// goes on with the last one's step is merged into it.
  package mutating func append(
    start: Int, origin: Int, count: Int, unit: Int = 1, originUnit: Int = 1
  ) {
    guard count > 0 else { return }
    if let last = runs.last, last.unit == Int32(unit), last.originUnit == Int32(originUnit),
      last.start + last.count == start,
      last.origin + (unit == 1 ? last.count : last.count / unit) * originUnit == origin
    {
      runs[runs.count - 1].count += count
      return
    }
    runs.append(
      Run(
        start: start, origin: origin, count: count, unit: Int32(unit),
        originUnit: Int32(originUnit)))
  }

  /// Takes away what maps bytes from `end` on.
  package mutating func cut(to end: Int) {
    while let last = runs.last, last.start >= end { runs.removeLast() }
    guard let last = runs.last, last.start + last.count > end else { return }
    runs[runs.count - 1].count = end - last.start
  }

  package mutating func reserveCapacity(_ count: Int) { runs.reserveCapacity(count) }

  /// Where the unit that holds the byte at `offset` begins there. For an offset in inserted text or
  /// past the end, the end of what came before.
  package func origin(of offset: Int) -> Int {
    if runs.isEmpty { return offset }
    let index = indexOfRun(at: offset)
    if index < 0 { return runs[0].origin }
    let run = runs[index]
    let inside = min(offset - run.start, run.count)
    return run.origin + inside / Int(run.unit) * Int(run.originUnit)
  }

  /// The bytes there that `range` was made from: the units that hold its first and its last byte
  /// and all between.
  package func origin(of range: Range<Int>) -> Range<Int> {
    if runs.isEmpty { return range }
    if range.isEmpty {
      let at = origin(of: range.lowerBound)
      return at..<at
    }
    var first = indexOfRun(at: range.lowerBound)
    if first < 0 || range.lowerBound >= runs[first].start + runs[first].count { first += 1 }
    guard first < runs.count else { return endOfOrigin..<endOfOrigin }
    let start =
      range.lowerBound <= runs[first].start ? runs[first].origin : origin(of: range.lowerBound)
    let last = indexOfRun(at: range.upperBound - 1)
    guard last >= first else { return start..<start }
    let run = runs[last]
    let inside = min(range.upperBound - run.start, run.count)
    let unit = Int(run.unit)
    let end = run.origin + (inside + unit - 1) / unit * Int(run.originUnit)
    return start..<max(start, end)
  }

  /// The stretches between the bytes there that `range` was made from: what was left out of it.
  /// Most ranges have none, and then nothing is allocated.
  package func gaps(in range: Range<Int>) -> [Range<Int>] {
    if runs.isEmpty { return [] }
    var out: [Range<Int>] = []
    var index = max(0, indexOfRun(at: range.lowerBound))
    var end: Int?
    while index < runs.count, runs[index].start < range.upperBound {
      let run = runs[index]
      index += 1
      let part = range.clamped(to: run.start..<run.start + run.count)
      if part.isEmpty { continue }
      let there = origin(of: part)
      if let end, end < there.lowerBound { out.append(end..<there.lowerBound) }
      end = there.upperBound
    }
    return out
  }

  private var endOfOrigin: Int {
    guard let last = runs.last else { return 0 }
    return last.origin + last.count / Int(last.unit) * Int(last.originUnit)
  }

  /// Index of the last run that starts at or before `offset`, or -1.
  private func indexOfRun(at offset: Int) -> Int {
    runs.indices.partitioningIndex { runs[$0].start > offset } - 1
  }
}
