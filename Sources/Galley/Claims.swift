internal import GalleyModel

/// Who claims which bytes of the cleaned text.
///
/// The parts of an outline are ranges of words. What stands between them (the colon after a label,
/// the bullet before a heading) goes to the heading or the field beside it; what then is left and is
/// no white space is in no part of the record, and is dropped by a rule that says so. So nothing of
/// a text is lost in silence, whatever the segmenter does.
struct Claims {
  /// Headings and fields in the outline's order, with the delimiters around them; nil for an item
  /// without heading.
  private(set) var widened: [Range<Int>?] = []
  /// The outline's drops and those of what nobody claims, in order, disjoint.
  private(set) var drops: [Outline.Drop] = []
  /// Letters and digits that nobody claims.
  private(set) var lostLetters = 0

  private struct Claim {
    var range: Range<Int>
    /// Index in `widened`; nil for a part that keeps its ends.
    var slot: Int?
    var rule: Rule?
  }

  init(_ outline: Outline, in text: [UInt8]) {
    var claims = Self.claims(of: outline, slots: &widened)
    Self.sort(&claims)
    var end = 0
    for (index, claim) in claims.enumerated() {
      // Of a drop over words that the record keeps, the record wins.
      if claim.rule != nil, isKept(claim.range, claims, index, end) { continue }
      var range = claim.range
      if let slot = claim.slot {
        let next = Self.next(after: index, in: claims, text.count)
        range = widen(range, from: end, to: max(next, range.upperBound), in: text)
        widened[slot] = range
      }
      leave(from: end, to: range.lowerBound, of: text)
      if let rule = claim.rule { drops.append(Outline.Drop(rule, range)) }
      end = max(end, range.upperBound)
    }
    leave(from: end, to: text.count, of: text)
    leaveInside(outline, claims, of: text)
  }

  var diagnostics: [Diagnostic] {
    guard lostLetters > 0 else { return [] }
    return [
      Diagnostic(
        .warning, "W301",
        "\(lostLetters) characters are in no part of the record; the repairs drop.unclaimed show them"
      )
    ]
  }

  private static func claims(of outline: Outline, slots: inout [Range<Int>?]) -> [Claim] {
    var out: [Claim] = []
    out.reserveCapacity(
      outline.preface.count + outline.trailer.count + outline.drops.count + 8 * outline.items.count)
    func keep(_ ranges: [Range<Int>]) { for range in ranges { out.append(Claim(range: range)) } }
    func keep(_ whole: Range<Int>?, slot: inout [Range<Int>?]) {
      if let whole { out.append(Claim(range: whole, slot: slot.count)) }
      slot.append(whole)
    }
    if let title = outline.title { out.append(Claim(range: title)) }
    keep(outline.preface)
    for item in outline.items {
      if let group = item.group { out.append(Claim(range: group)) }
      keep(union(item.label, item.title), slot: &slots)
      for field in item.fields {
        keep(field.value.reduce(innerLabel(of: field, in: item), union), slot: &slots)
      }
      keep(item.body)
    }
    keep(outline.trailer)
    for drop in outline.drops { out.append(Claim(range: drop.range, rule: drop.rule)) }
    return out
  }

  /// A field's label, but for the head of a table's column, which stands outside of the item.
  private static func innerLabel(of field: Outline.Field, in item: Outline.Item) -> Range<Int>? {
    field.label.flatMap { $0.upperBound <= item.extent.lowerBound ? nil : $0 }
  }

  /// The least range that holds both.
  private static func union(_ a: Range<Int>?, _ b: Range<Int>?) -> Range<Int>? {
    guard let a, let b else { return a ?? b }
    return min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  /// By place. Most outlines are in order.
  private static func sort(_ claims: inout [Claim]) {
    let isSorted = zip(claims, claims.dropFirst()).allSatisfy {
      $0.range.lowerBound <= $1.range.lowerBound
    }
    if isSorted { return }
    let order = claims.indices.sorted {
      (claims[$0].range.lowerBound, $0) < (claims[$1].range.lowerBound, $1)
    }
    claims = order.map { claims[$0] }
  }

  private static func next(after index: Int, in claims: [Claim], _ end: Int) -> Int {
    for claim in claims[(index + 1)...]
    where claim.range.lowerBound >= claims[index].range.upperBound {
      return claim.range.lowerBound
    }
    return end
  }

  /// Whether words that the record keeps overlap the drop at `index`.
  private func isKept(_ drop: Range<Int>, _ claims: [Claim], _ index: Int, _ end: Int) -> Bool {
    if drop.lowerBound < end { return true }
    for claim in claims[(index + 1)...] {
      guard claim.range.lowerBound < drop.upperBound else { return false }
      if claim.rule == nil, !claim.range.isEmpty { return true }
    }
    return false
  }

  /// Logs what nobody claims, white space aside.
  private mutating func leave(from start: Int, to end: Int, of text: [UInt8]) {
    guard start < end else { return }
    let rest = text.trimmed(start..<end)
    if rest.isEmpty { return }
    let letters = countLetters(rest, of: text)
    lostLetters += letters
    drops.append(Outline.Drop(letters == 0 ? .mark : .unclaimed, rest))
  }

  /// Logs what stands inside of headings and fields, between their parts, and is part of neither.
  private mutating func leaveInside(_ outline: Outline, _ claims: [Claim], of text: [UInt8]) {
    let known = drops.count
    for item in outline.items {
      if let label = item.label, let title = item.title {
        leave(between: label, and: title, claims, of: text)
      }
      for field in item.fields {
        var last = Self.innerLabel(of: field, in: item)
        for value in field.value {
          if let last { leave(between: last, and: value, claims, of: text) }
          last = value
        }
      }
    }
    if drops.count > known { drops.sort { $0.range.lowerBound < $1.range.lowerBound } }
  }

  private mutating func leave(
    between before: Range<Int>, and after: Range<Int>, _ claims: [Claim], of text: [UInt8]
  ) {
    // A mark and a space divide most of them.
    guard after.lowerBound - before.upperBound > 2 else { return }
    let gap = text.trimmed(before.upperBound..<after.lowerBound)
    guard countLetters(gap, of: text) > 0 else { return }
    let first = claims.indices.partitioningIndex {
      claims[$0].range.lowerBound >= gap.lowerBound
    }
    let inside = claims[first...].prefix { $0.range.lowerBound < gap.upperBound }
    guard inside.allSatisfy({ $0.rule != nil || $0.range.isEmpty }) else { return }
    var start = gap.lowerBound
    for claim in inside {
      guard let rule = claim.rule, claim.range.lowerBound >= start else { continue }
      leaveWords(from: start, to: claim.range.lowerBound, of: text)
      drops.append(Outline.Drop(rule, claim.range))
      start = claim.range.upperBound
    }
    leaveWords(from: start, to: gap.upperBound, of: text)
  }

  /// The same as `leave`, but for marks alone: inside of a heading or a field they are its own.
  private mutating func leaveWords(from start: Int, to end: Int, of text: [UInt8]) {
    guard start < end, countLetters(start..<end, of: text) > 0 else { return }
    leave(from: start, to: end, of: text)
  }

  private func countLetters(_ range: Range<Int>, of text: [UInt8]) -> Int {
    var letters = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = text.scalar(at: at)
      if let scalar = Unicode.Scalar(scalar.value), isLetterOrNumber(scalar) { letters += 1 }
      at += max(1, scalar.length)
    }
    return letters
  }
}
