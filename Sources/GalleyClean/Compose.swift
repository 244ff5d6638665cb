internal import GalleyModel

/// Moves ranges of a text to where they are after edits. Ranges come in order.
struct Shifts {
  private let edits: [Edit]
  private var next = 0
  private var shift = 0

  init(_ edits: [Edit]) { self.edits = edits }

  /// The range after the edits; what was inserted at its ends belongs to it. An edit that goes
  /// over the range's end belongs to it wholly, and to no range after it: ranges stay disjoint.
  mutating func move(_ range: Range<Int>) -> Range<Int> {
    while next < edits.count, edits[next].range.upperBound <= range.lowerBound,
      edits[next].range.lowerBound < range.lowerBound
    {
      shift += growth(next)
      next += 1
    }
    var start = range.lowerBound + shift
    if next < edits.count, edits[next].range.lowerBound < range.lowerBound {
      start = endOfReplacement(next, shift)
    }
    var index = next
    var shift = shift
    while index < edits.count, edits[index].range.upperBound <= range.upperBound {
      shift += growth(index)
      index += 1
    }
    var end = range.upperBound + shift
    if index < edits.count, edits[index].range.lowerBound < range.upperBound {
      end = endOfReplacement(index, shift)
    }
    return start..<max(start, end)
  }

  private func growth(_ index: Int) -> Int {
    edits[index].replacement.count - edits[index].range.count
  }

  private func endOfReplacement(_ index: Int, _ shift: Int) -> Int {
    edits[index].range.lowerBound + shift + edits[index].replacement.count
  }
}

/// One list of edits in place of two: `second` is over the text that `first` makes, `middle`.
///
/// Edits of the two lists that share bytes of `middle` become one.
func compose(_ first: [Edit], _ second: [Edit], of middle: [UInt8]) -> [Edit] {
  if first.isEmpty { return second }
  if second.isEmpty { return first }
  var composer = Composer(first: first, second: second, middle: middle)
  composer.run()
  return composer.out
}

private struct Composer {
  let first: [Edit]
  let second: [Edit]
  let middle: [UInt8]
  private(set) var out: [Edit] = []
  private var i = 0
  private var j = 0
  /// How far `middle` is ahead of the source, before `first[i]`.
  private var shift = 0

  init(first: [Edit], second: [Edit], middle: [UInt8]) {
    self.first = first
    self.second = second
    self.middle = middle
    out.reserveCapacity(first.count + second.count)
  }

  mutating func run() {
    while i < first.count || j < second.count {
      guard j < second.count else {
        out.append(first[i])
        i += 1
        continue
      }
      if i < first.count {
        let place = placeOfFirst
        let isBefore = place.upperBound <= second[j].range.lowerBound
        // What was dropped exactly where the next edit begins goes before it.
        if isBefore {
          out.append(first[i])
          pass()
          continue
        }
      }
      cluster()
    }
  }

  /// Where the replacement of `first[i]` lies in `middle`.
  private var placeOfFirst: Range<Int> {
    let start = first[i].range.lowerBound + shift
    return start..<start + first[i].replacement.count
  }

  private mutating func pass() {
    shift += first[i].replacement.count - first[i].range.count
    i += 1
  }

  /// The second list's next edit with all that it shares bytes with, one after the other.
  private mutating func cluster() {
    let rule = second[j].rule
    let firstSecond = j
    var place = second[j].range
    if i < first.count, placeOfFirst.lowerBound < place.lowerBound {
      place = placeOfFirst.lowerBound..<place.upperBound
    }
    let start = place.lowerBound - shift
    j += 1
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      while i < first.count, placeOfFirst.lowerBound < place.upperBound {
        place = place.lowerBound..<max(place.upperBound, placeOfFirst.upperBound)
        pass()
        isGrowing = true
      }
      while j < second.count, second[j].range.lowerBound < place.upperBound {
        place = place.lowerBound..<max(place.upperBound, second[j].range.upperBound)
        j += 1
        isGrowing = true
      }
    }
    let end = place.upperBound - shift
    out.append(Edit(rule, start..<max(start, end), replacement(place, firstSecond..<j)))
  }

  /// `middle` in `place`, with those edits of the second list done.
  private func replacement(_ place: Range<Int>, _ edits: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var at = place.lowerBound
    for edit in second[edits] {
      text += middle[at..<edit.range.lowerBound]
      text += edit.replacement
      at = edit.range.upperBound
    }
    return text + middle[at..<place.upperBound]
  }
}
