import Galley
import GalleyModel

/// Applies a record's repairs to its source, with nothing but the record and the source's bytes: what
/// any reader of records can do.
struct Replay {
  let source: [UInt8]
  let encoding: String
  let repairs: [Record.Repair]

  init(_ record: Record, of source: Source) {
    self.source = source.bytes
    encoding = record.encoding
    repairs = record.repairs
  }

  func text(of passage: Record.Passage) -> [UInt8]? { text(of: passage.source, passage.repairs) }

  /// The text of `range` of the source after the repairs in it; nil where the bytes between repairs
  /// do not decode.
  func text(of range: Range<Int>, _ indices: Range<Int>? = nil) -> [UInt8]? {
    var out: [UInt8] = []
    var at = range.lowerBound
    for repair in repairs[indices ?? self.indices(inside: range)] {
      guard repair.range.lowerBound >= at, repair.range.upperBound <= range.upperBound,
        let kept = decoded(at..<repair.range.lowerBound)
      else { return nil }
      out += kept
      out += repair.after
      at = repair.range.upperBound
    }
    guard let rest = decoded(at..<range.upperBound) else { return nil }
    return out + rest
  }

  /// Takes the repairs back: from the text after to the source's bytes.
  func restored(from text: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    var at = 0
    var end = 0
    for repair in repairs {
      guard let kept = decoded(end..<repair.range.lowerBound)?.count, at + kept <= text.count,
        let bytes = encoded(text[at..<at + kept]), let before = encoded(repair.before[...])
      else { return nil }
      out += bytes
      out += before
      at += kept + repair.after.count
      end = repair.range.upperBound
    }
    guard at <= text.count, let rest = encoded(text[at...]) else { return nil }
    return out + rest
  }

  func decoded(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound <= range.upperBound, range.upperBound <= source.count else { return nil }
    if encoding == "utf-8" { return Array(source[range]) }
    return recode(source[range], from: encoding, to: "utf-8")
  }

  private func encoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    encoding == "utf-8" ? Array(text) : recode(text, from: "utf-8", to: encoding)
  }

  private func indices(inside range: Range<Int>) -> Range<Int> {
    let first = repairs.firstIndex { $0.range.lowerBound >= range.lowerBound } ?? repairs.count
    let last = repairs.firstIndex { $0.range.lowerBound >= range.upperBound } ?? repairs.count
    return first..<max(first, last)
  }
}
