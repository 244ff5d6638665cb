internal import GalleyModel
internal import GalleyRead

/// Applies a record's repairs to its source, with nothing but the record's file and the source's
/// bytes, as any reader of records can: what comes out must be the record's text.
///
/// Of plain texts only: a page's text is no piece of its source. Where bytes mean nothing in the
/// encoding (W101), or stand for other characters by what stood before them (ISO-2022-JP), pieces of
/// the source can't be read by themselves, and nothing is looked at.
struct Replay {
  private struct Repair {
    var range: Range<Int>
    var before: String
    var after: String
    /// It brings text from elsewhere.
    var moves: Bool
  }

  private let source: [UInt8]
  private let encoding: String
  private let repairs: [Repair]
  private let record: JSONValue

  /// nil where there is nothing to look at.
  init?(_ record: JSONValue, of source: [UInt8]) {
    guard record["source"]?["media_type"]?.string == Format.text.mediaType,
      let encoding = record["source"]?["encoding"]?.string, encoding != "iso-2022-jp",
      !(record["diagnostics"]?.elements.contains { $0["code"]?.string == "W101" } ?? false)
    else { return nil }
    self.source = source
    self.encoding = encoding
    self.record = record
    repairs = (record["repairs"]?.elements ?? []).compactMap { value in
      guard let range = value["range"].flatMap({ Self.range($0) }),
        let before = value["before"]?.string, let after = value["after"]?.string
      else { return nil }
      let rule = value["rule"]?.string.flatMap { Rule(rawValue: $0) }
      return Repair(range: range, before: before, after: after, moves: rule?.moves ?? false)
    }
  }

  /// What does not come out as the record says, in words; nil where all does.
  var flaw: String? {
    if repairs.count != record["repairs"]?.elements.count { return "a repair says no range" }
    var end = 0
    for (index, repair) in repairs.enumerated() {
      guard repair.range.lowerBound >= end else { return "repair \(index + 1) overlaps another" }
      end = repair.range.upperBound
      guard decoded(repair.range) == repair.before else {
        return "repair \(index + 1) replaced something else than the source's bytes \(repair.range)"
      }
    }
    let bodies = (record["sections"]?.elements ?? []).flatMap { $0["body"]?.elements ?? [] }
    let passages =
      (record["preface"]?.elements ?? []) + bodies + (record["trailer"]?.elements ?? [])
    return passages.lazy.compactMap { self.flaw(of: $0) }.first
  }

  private func flaw(of passage: JSONValue) -> String? {
    let ranges = (passage["ranges"]?.elements ?? []).compactMap { Self.range($0) }
    let numbers = (passage["repairs"]?.elements ?? []).compactMap { $0.string.flatMap(Self.number) }
    guard let text = passage["text"]?.string, let first = ranges.first, let last = ranges.last,
      numbers.allSatisfy(repairs.indices.contains)
    else { return "a paragraph says no place" }
    let range = first.lowerBound..<last.upperBound
    let own = numbers.map { repairs[$0] }
    let replayed = replay(range, own)
    if replayed == text { return nil }
    // Of a paragraph that a move brought, this may be a part.
    if own.contains(where: \.moves), let replayed, replayed.utf8.contains(text.utf8) { return nil }
    return "the source's bytes \(range) with their repairs are not the paragraph \(brief(text))"
  }

  /// A range of the source after the repairs in it; nil where bytes between them can't be read.
  private func replay(_ range: Range<Int>, _ repairs: [Repair]) -> String? {
    var out = ""
    var at = range.lowerBound
    for repair in repairs {
      guard repair.range.lowerBound >= at, repair.range.upperBound <= range.upperBound,
        let kept = decoded(at..<repair.range.lowerBound)
      else { return nil }
      out += kept + repair.after
      at = repair.range.upperBound
    }
    return decoded(at..<range.upperBound).map { out + $0 }
  }

  private func decoded(_ range: Range<Int>) -> String? {
    guard range.upperBound <= source.count,
      let text = decode(source[range], strictlyAs: encoding)
    else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  private static func range(_ value: JSONValue) -> Range<Int>? {
    guard let start = value["start"]?.integer, let end = value["end"]?.integer, start >= 0,
      start <= end
    else { return nil }
    return start..<end
  }

  /// `r0001` is the first.
  private static func number(_ id: String) -> Int? { Int(id.dropFirst()).map { $0 - 1 } }

  private func brief(_ text: String) -> String {
    "\"\(FilePath(String(text.prefix(40))).text)\(text.count > 40 ? "…" : "")\""
  }
}
