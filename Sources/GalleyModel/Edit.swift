/// One change to a text: the bytes of `range` are replaced.
///
/// A list of edits is in order and its ranges do not overlap (two may touch). Rules write edits,
/// never text, so that every change can be listed, explained and taken back.
package struct Edit: Sendable, Equatable {
  package var rule: Rule
  /// In the text that is edited. Empty for an insertion.
  package var range: Range<Int>
  /// Valid UTF-8; empty where the text is dropped.
  package var replacement: [UInt8]

  package init(_ rule: Rule, _ range: Range<Int>, _ replacement: [UInt8] = []) {
    self.rule = rule
    self.range = range
    self.replacement = replacement
  }

  /// Shared, so that the commonest edit allocates nothing.
  package static let space: [UInt8] = [UInt8(ascii: " ")]
  package static let newline: [UInt8] = [UInt8(ascii: "\n")]
  package static let blankLine: [UInt8] = [UInt8(ascii: "\n"), UInt8(ascii: "\n")]
}

/// A text after edits.
package struct Edited: Sendable {
  package var text: [UInt8]
  /// From offsets in `text` to offsets in the text before. A replacement is one unit; what was
  /// inserted has no origin.
  package var origin: OffsetMap
}

/// Applies `edits` to `text`. Pure and total: a list that is in order always applies.
package func apply(_ edits: [Edit], to text: [UInt8]) -> Edited {
  if edits.isEmpty { return Edited(text: text, origin: .identity) }
  var out: [UInt8] = []
  out.reserveCapacity(text.count)
  var map = OffsetMap()
  map.reserveCapacity(edits.count + 1)
  var at = 0
  for edit in edits {
    map.append(start: out.count, origin: at, count: edit.range.lowerBound - at)
    out.append(contentsOf: text[at..<edit.range.lowerBound])
    if !edit.range.isEmpty {
      // A replacement comes from all that it replaces, as one unit.
      map.append(
        start: out.count, origin: edit.range.lowerBound, count: edit.replacement.count,
        unit: edit.replacement.count, originUnit: edit.range.count)
    }
    out.append(contentsOf: edit.replacement)
    at = edit.range.upperBound
  }
  map.append(start: out.count, origin: at, count: text.count - at)
  out.append(contentsOf: text[at...])
  return Edited(text: out, origin: map)
}

/// The edits that take `edits` back: applied to the text after, they give the text before.
package func inverse(of edits: [Edit], on text: [UInt8]) -> [Edit] {
  var shift = 0
  return edits.map { edit in
    let start = edit.range.lowerBound + shift
    shift += edit.replacement.count - edit.range.count
    return Edit(
      edit.rule, start..<start + edit.replacement.count, Array(text[edit.range]))
  }
}
