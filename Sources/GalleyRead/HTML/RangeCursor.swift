/// Ranges in order, asked for at offsets that grow.
struct RangeCursor {
  private var ranges: [Range<Int>] = []
  private var index = 0

  /// Adds a range that begins at or after the last one; what lies inside it is taken in.
  mutating func append(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = ranges.last, range.lowerBound < last.upperBound {
      ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      ranges.append(range)
    }
  }

  /// The range that holds `offset`.
  mutating func range(at offset: Int) -> Range<Int>? {
    advance(to: offset)
    guard index < ranges.count, ranges[index].lowerBound <= offset else { return nil }
    return ranges[index]
  }

  /// Where the first range after `offset` begins.
  mutating func next(after offset: Int) -> Int {
    advance(to: offset)
    guard index < ranges.count else { return .max }
    if ranges[index].lowerBound > offset { return ranges[index].lowerBound }
    return index + 1 < ranges.count ? ranges[index + 1].lowerBound : .max
  }

  private mutating func advance(to offset: Int) {
    while index < ranges.count, ranges[index].upperBound <= offset { index += 1 }
  }
}
