internal import GalleyModel

/// Moves ranges of a text to where they are after edits. Ranges come in order.
struct Shifts {
  private let edits: [Edit]
  private var next = 0
  private var shift = 0

  init(_ edits: [Edit]) { self.edits = edits }

  /// The range after the edits; what was inserted at its ends belongs to it.
  mutating func move(_ range: Range<Int>) -> Range<Int> {
    while next < edits.count, edits[next].range.upperBound <= range.lowerBound,
      edits[next].range.lowerBound < range.lowerBound
    {
      shift += edits[next].replacement.count - edits[next].range.count
      next += 1
    }
    let start = range.lowerBound + shift
    var end = range.upperBound + shift
    var index = next
    while index < edits.count, edits[index].range.upperBound <= range.upperBound {
      end += edits[index].replacement.count - edits[index].range.count
      index += 1
    }
    return start..<max(start, end)
  }
}

/// One list of edits in place of two: `second` is over the text that `first` makes, `middle`.
///
/// An edit of the second list swallows those of the first inside it; where it cuts through the
/// replacement of one, the rest of that replacement stays.
func compose(_ first: [Edit], _ second: [Edit], of middle: [UInt8]) -> [Edit] {
  if first.isEmpty { return second }
  if second.isEmpty { return first }
  var out: [Edit] = []
  out.reserveCapacity(first.count + second.count)
  var next = 0
  /// What the text of `middle` is ahead of the source at `next`.
  var shift = 0
  for edit in second {
    while next < first.count,
      first[next].range.lowerBound + shift + first[next].replacement.count
        <= edit.range.lowerBound,
      first[next].range.lowerBound + shift < edit.range.lowerBound
        || first[next].replacement.isEmpty
    {
      out.append(first[next])
      shift += first[next].replacement.count - first[next].range.count
      next += 1
    }
    var low = edit.range.lowerBound - shift
    var head: ArraySlice<UInt8> = []
    if next < first.count, first[next].range.lowerBound + shift < edit.range.lowerBound {
      head = middle[first[next].range.lowerBound + shift..<edit.range.lowerBound]
      low = first[next].range.lowerBound
    }
    var tail: ArraySlice<UInt8> = []
    while next < first.count, first[next].range.lowerBound + shift < edit.range.upperBound {
      let end = first[next].range.lowerBound + shift + first[next].replacement.count
      if end > edit.range.upperBound { tail = middle[edit.range.upperBound..<end] }
      shift += first[next].replacement.count - first[next].range.count
      next += 1
    }
    let high = edit.range.upperBound + tail.count - shift
    out.append(Edit(edit.rule, low..<max(low, high), Array(head) + edit.replacement + Array(tail)))
  }
  out.append(contentsOf: first[next...])
  return out
}
