import Foundation
import Galley
import GalleyModel
import Testing

/// The log of repairs leads from the source to the record's text, and back to the source's bytes.
@Suite struct ReplayTests {
  static let encodings = [
    "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1251", "windows-1252", "utf-16le",
  ]

  @Test(arguments: Document.texts.map(\.name)) func replays(name: String) throws {
    let document = try #require(Document.texts.first { $0.name == name })
    try check(document)
  }

  @Test(arguments: encodings) func replaysOtherEncodings(_ encoding: String) throws {
    let documents = Document.cases.filter { !$0.isPage }.compactMap { $0.recoded(to: encoding) }
    for document in documents { try check(document, encoding) }
  }

  private func check(_ document: Document, _ encoding: String? = nil) throws {
    let record = try process(document.source)
    if record.diagnostics.contains(where: { $0.code == "W101" }) { return }
    let replay = Replay(record, of: document.source)
    let about = "\(document.name) as \(record.encoding)"

    var end = 0
    for repair in record.repairs {
      #expect(repair.range.lowerBound >= end, "repairs are in order and disjoint: \(about)")
      end = repair.range.upperBound
      #expect(
        replay.decoded(repair.range) == repair.before,
        "before is the source's text at the range: \(about) \(repair.rule.rawValue) \(repair.range)"
      )
    }
    let all = replay.text(of: start(of: record, document)..<document.source.bytes.count)
    let text = try #require(all, "the source decodes between repairs: \(about)")
    let mark = Array(document.source.bytes[..<start(of: record, document)])
    #expect(replay.restored(from: text).map { mark + $0 } == document.source.bytes, "\(about)")
    for passage in passages(of: record) {
      let text = String(decoding: replay.text(of: passage) ?? [], as: UTF8.self)
      // Of the paragraph that a move brought, a passage may be a part; all else is replayed exactly.
      let isMoved = record.repairs[passage.repairs].contains { $0.rule.moves }
      let isSame = text == record.string(passage)
      let isPart = isMoved && text.contains(record.string(passage)) && !text.contains("\n")
      #expect(isSame || isPart, "\(about) \(passage.source)")
    }
  }

  /// A byte order mark of UTF-16 is no part of the text.
  private func start(of record: Record, _ document: Document) -> Int {
    let bytes = document.source.bytes
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return record.encoding.hasPrefix("utf-16") && hasMark ? 2 : 0
  }
}

func passages(of record: Record) -> [Record.Passage] {
  [record.title].compactMap { $0 } + record.preface + record.sections.flatMap(\.body)
    + record.trailer
}
