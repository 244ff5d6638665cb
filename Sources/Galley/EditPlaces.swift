internal import GalleyModel

/// Where edits stand in the text that they made, so that ranges of it can be traced to the text
/// before: also where they begin or end inside of a replacement, of which an offset map knows nothing.
struct EditPlaces {
  let edits: [Edit]
  /// In the text after: where each edit's replacement begins.
  private let starts: [Int]

  init(_ edits: [Edit]) {
    self.edits = edits
    var starts: [Int] = []
    starts.reserveCapacity(edits.count)
    var shift = 0
    for edit in edits {
      starts.append(edit.range.lowerBound + shift)
      shift += edit.replacement.count - edit.range.count
    }
    self.starts = starts
  }

  func start(of index: Int) -> Int { starts[index] }
  func end(of index: Int) -> Int { starts[index] + edits[index].replacement.count }

  /// The text before that `range` was made from. A replacement counts whole: a paragraph that was
  /// moved came from all that the move touched.
  func origin(of range: Range<Int>) -> Range<Int> { trace(range).origin }

  /// The same, and the edits that changed something inside `range` of the text after, as indices.
  func trace(_ range: Range<Int>) -> (origin: Range<Int>, edits: Range<Int>) {
    // The last edits that begin at or before the range's beginning, and before its end.
    let first = starts.indices.partitioningIndex { starts[$0] > range.lowerBound } - 1
    var last = first
    while last + 1 < starts.count, starts[last + 1] < range.upperBound { last += 1 }
    while last >= 0, starts[last] >= range.upperBound { last -= 1 }

    var low = range.lowerBound
    // Of the edits that begin before the range, only the last may reach into it.
    var firstInside = first + 1
    if first >= 0 {
      let past = range.lowerBound - end(of: first)
      low = past < 0 ? edits[first].range.lowerBound : edits[first].range.upperBound + past
      if past < 0 { firstInside = first }
    }
    var high = range.upperBound
    if last >= 0 {
      high = edits[last].range.upperBound + max(0, range.upperBound - end(of: last))
    }
    return (low..<max(low, high), firstInside..<max(firstInside, last + 1))
  }
}

/// The cleaner's edits with the drops of what it kept among them.
///
/// A drop swallows the replacements inside it: what was repaired and then left out is one change to
/// the source. Of a replacement that goes on beyond the drop, only the part inside goes.
struct DropMerger {
  private let places: EditPlaces
  private var out: [Edit] = []
  /// The edit that comes next, what of its replacement is already kept, and where the rest begins.
  private var next = 0
  private var head: [UInt8] = []
  private var restStart: Int?

  static func merge(_ drops: [Outline.Drop], into places: EditPlaces) -> [Edit] {
    if drops.isEmpty { return places.edits }
    var merger = DropMerger(places)
    for drop in drops { merger.add(drop) }
    while merger.next < places.edits.count { merger.emit() }
    return merger.out
  }

  private init(_ places: EditPlaces) {
    self.places = places
    out.reserveCapacity(places.edits.count + 16)
  }

  private var start: Int { restStart ?? places.start(of: next) }

  private mutating func add(_ drop: Outline.Drop) {
    while next < places.edits.count, places.end(of: next) <= drop.range.lowerBound { emit() }
    var low = place(of: drop.range.lowerBound)
    if next < places.edits.count, start < drop.range.lowerBound || restStart != nil {
      head += replacement(from: start, to: min(drop.range.lowerBound, places.end(of: next)))
      restStart = min(drop.range.upperBound, places.end(of: next))
      if drop.range.upperBound < places.end(of: next) { return }
      low = places.edits[next].range.upperBound
      emit()
    }
    var high = low
    while next < places.edits.count, places.start(of: next) < drop.range.upperBound {
      let edit = places.edits[next].range
      low = min(low, edit.lowerBound)
      high = max(high, edit.lowerBound)
      if places.end(of: next) > drop.range.upperBound {
        restStart = drop.range.upperBound
        if low < high { out.append(Edit(drop.rule, low..<high)) }
        return
      }
      high = edit.upperBound
      next += 1
    }
    out.append(Edit(drop.rule, low..<max(high, place(of: drop.range.upperBound))))
  }

  /// Where an offset after the last edit passed stands in the text before.
  private func place(of offset: Int) -> Int {
    guard next > 0 else { return offset }
    return places.edits[next - 1].range.upperBound + max(0, offset - places.end(of: next - 1))
  }

  private func replacement(from start: Int, to end: Int) -> ArraySlice<UInt8> {
    let first = places.start(of: next)
    return places.edits[next].replacement[max(0, start - first)..<max(start, end) - first]
  }

  /// Passes the next edit on, less what drops took of it.
  private mutating func emit() {
    var edit = places.edits[next]
    if let restStart {
      edit.replacement = head + replacement(from: restStart, to: places.end(of: next))
    }
    out.append(edit)
    head = []
    restStart = nil
    next += 1
  }
}
