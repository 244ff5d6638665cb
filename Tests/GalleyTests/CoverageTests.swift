import Foundation
import Galley
import GalleyModel
import Testing

/// Nothing of a text is lost in silence: every character is in a range of the record or in a repair.
@Suite struct CoverageTests {
  @Test(arguments: Document.texts.map(\.name)) func everyCharacterIsAccountedFor(name: String)
    throws
  {
    let document = try #require(Document.texts.first { $0.name == name })
    let record = try process(document.source)
    let ranges = Self.ranges(of: record)
    let bytes = document.source.bytes
    for range in ranges { #expect(range.upperBound <= bytes.count) }

    var covered = [Bool](repeating: false, count: bytes.count)
    for range in ranges { for at in range { covered[at] = true } }
    let replay = Replay(record, of: document.source)
    for gap in runs(of: covered) {
      let text = replay.decoded(gap).map { String(decoding: $0, as: UTF8.self) }
      #expect(text?.allSatisfy(Self.isBlank) == true, "\(name) \(gap): \(text?.prefix(80) ?? "-")")
    }
  }

  /// A heading or a field holds its label, its title or value, and the delimiters that
  /// Docs/record.md lists.
  @Test(arguments: Document.texts.map(\.name)) func onlyDelimitersStandBetween(name: String) throws
  {
    let document = try #require(Document.texts.first { $0.name == name })
    let record = try process(document.source)
    let replay = Replay(record, of: document.source)
    let moves = record.repairs.filter { $0.rule.rawValue.hasPrefix("move.") }.map(\.range)
    func check(_ range: Range<Int>, _ parts: [String?], _ about: String) {
      // A text that was moved stands in the repair that moved it.
      if moves.contains(where: {
        $0.lowerBound <= range.upperBound && range.lowerBound <= $0.upperBound
      }) {
        return
      }
      let text = replay.text(of: range).map { String(decoding: $0, as: UTF8.self) }
      let rest = text.flatMap { Self.rest(of: $0, without: parts.compactMap { $0 }) }
      #expect(
        rest?.allSatisfy(Self.isDelimiter) == true, "\(about): \(text ?? "-") leaves \(rest ?? "-")"
      )
    }
    let isInTable = record.repairs.contains { $0.rule == .tableHead }
    for section in record.sections {
      if let heading = section.heading {
        check(heading, [section.label, section.title], "\(name) heading \(section.number)")
      }
      for field in section.fields {
        let lines = field.value.components(separatedBy: "; ")
        // The label of a table's cell is the head of its column.
        check(
          field.source, (isInTable ? [] : [field.label]) + lines, "\(name) field \(section.number)")
      }
    }
  }

  static func ranges(of record: Record) -> [Range<Int>] {
    var out = passages(of: record).map(\.source)
    for section in record.sections {
      out += [section.heading, section.groupSource].compactMap { $0 }
      out += section.fields.map(\.source)
    }
    return out + record.repairs.map(\.range)
  }

  /// The stretches that nothing covers.
  private func runs(of covered: [Bool]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start: Int?
    for (at, isCovered) in covered.enumerated() {
      if isCovered, let begin = start {
        out.append(begin..<at)
        start = nil
      } else if !isCovered, start == nil {
        start = at
      }
    }
    if let start { out.append(start..<covered.count) }
    return out
  }

  /// `text` without the parts, which stand in it in order; nil where one does not.
  private static func rest(of text: String, without parts: [String]) -> String? {
    var rest = Substring(text)
    var out = ""
    for part in parts where !part.isEmpty {
      guard let found = rest.range(of: part) else { return nil }
      out += rest[..<found.lowerBound]
      rest = rest[found.upperBound...]
    }
    return out + rest
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace
      || character.unicodeScalars.allSatisfy { $0.value == 0xFEFF || $0.value == 0x200B }
  }

  private static func isDelimiter(_ character: Character) -> Bool {
    isBlank(character)
      || character.unicodeScalars.allSatisfy { scalar in
        delimiters.contains { $0.contains(scalar.value) }
      }
  }

  /// The ranges of the table in Docs/record.md.
  private static let delimiters: [ClosedRange<UInt32>] = {
    let document = Document.root.appendingPathComponent("Docs/record.md")
    let text = (try? String(contentsOf: document, encoding: .utf8)) ?? ""
    return text.matches(of: #/\| U\+([0-9A-F]+)–U\+([0-9A-F]+) \|/#).compactMap { match in
      guard let first = UInt32(match.output.1, radix: 16),
        let last = UInt32(match.output.2, radix: 16)
      else { return nil }
      return first...last
    }
  }()
}
