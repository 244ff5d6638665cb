import Foundation
import Galley
import GalleyModel
import Testing

/// Changes that say nothing about an article must not change its reading.
@Suite struct MutationTests {
  /// The cases that are read right.
  private static let sound = Document.cases.filter { document in
    let folder = Document.casesFolder.appendingPathComponent(document.name)
    let issue = folder.deletingLastPathComponent().appendingPathComponent("issue.md")
    return !FileManager.default.fileExists(atPath: issue.path)
  }

  @Test(arguments: sound.map(\.name), TextChange.allCases)
  func changedText(name: String, _ change: TextChange) throws {
    let document = try #require(Self.sound.first { $0.name == name })
    if document.isPage { return }
    let encoding = try process(document.source).encoding
    let bytes = recode(document.source.bytes, from: encoding, to: "utf-8")
    let text = String(decoding: try #require(bytes), as: UTF8.self)
    try withKnownIssue(isIntermittent: true) {
      try check(
        document, Array(change.applied(to: text).utf8), withLabels: change != .fullWidthDigits)
    } when: {
      change.isKnownGap
    }
  }

  @Test(arguments: sound.map(\.name), PageChange.allCases)
  func changedPage(name: String, _ change: PageChange) throws {
    let document = try #require(Self.sound.first { $0.name == name })
    if !document.isPage { return }
    let text = String(decoding: document.source.bytes, as: UTF8.self)
    try check(document, Array(change.applied(to: text).utf8))
  }

  @Test(arguments: sound.map(\.name)) func otherEncodings(name: String) throws {
    let document = try #require(Self.sound.first { $0.name == name })
    let record = try process(document.source)
    if document.isPage || record.encoding != "utf-8" { return }
    for encoding in Self.encodings[record.language] ?? ["windows-1252"] + ["utf-16le"] {
      guard let recoded = document.recoded(to: encoding) else { continue }
      try check(document, recoded.source.bytes)
    }
  }

  /// Of the development corpus's lists, the share of changed ones that are read as before.
  @Test(.enabled(if: !Document.lists.isEmpty, "the corpora are not beside the repository"))
  func shareOfListsReadAsBefore() throws {
    var tally = Tally()
    for document in Document.lists {
      let record = try process(document.source)
      let bytes = try #require(recode(document.source.bytes, from: record.encoding, to: "utf-8"))
      let text = String(decoding: bytes, as: UTF8.self)
      for (change, changed) in Self.changes(of: text, isPage: document.isPage) {
        if changed == text { continue }
        var other = document
        other.source.bytes = Array(changed.utf8)
        let expected = Golden.answer(of: record).lines
        let read = Golden.answer(of: try process(other.source)).lines
        tally.add(change, document.name, isSame: Self.narrow(read) == Self.narrow(expected))
      }
    }
    print(tally.text)
    #expect(tally.share >= 0.97, "\(tally.text)")
  }

  /// Full-width digits, which one of the changes writes in labels, titles and bodies alike, as ASCII.
  private static func narrow(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      (0xFF10...0xFF19).contains(scalar.value)
        ? Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)) : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func changes(of text: String, isPage: Bool) -> [(String, String)] {
    isPage
      ? PageChange.allCases.map { ("\($0)", $0.applied(to: text)) }
      : TextChange.allCases.map { ("\($0)", $0.applied(to: text)) }
  }

  /// Those that texts of the language come in.
  private static let encodings = [
    "zh-Hans": ["gb18030"], "zh-Hant": ["big5", "gb18030"], "ja": ["shift_jis", "euc-jp"],
    "ko": ["euc-kr"], "ru": ["windows-1251"],
  ]

  private func check(_ document: Document, _ bytes: [UInt8], withLabels: Bool = true) throws {
    var changed = document
    changed.source.bytes = bytes
    let expected = Golden.answer(of: try process(document.source), withLabels: withLabels).lines
    let read = Golden.answer(of: try process(changed.source), withLabels: withLabels).lines
    #expect(read == expected, "\(document.name):\n\(difference(of: read, from: expected))")
  }
}

/// How many readings stayed the same, by change.
private struct Tally {
  private var counts: [String: (same: Int, all: Int, others: [String])] = [:]

  mutating func add(_ change: String, _ name: String, isSame: Bool) {
    counts[change, default: (0, 0, [])].all += 1
    if isSame {
      counts[change]?.same += 1
    } else {
      counts[change]?.others.append(name)
    }
  }

  var share: Double {
    let all = counts.values.reduce(0) { $0 + $1.all }
    return all == 0 ? 0 : Double(counts.values.reduce(0) { $0 + $1.same }) / Double(all)
  }

  var text: String {
    let rows = counts.sorted { $0.key < $1.key }.map {
      "\($0.key): \($0.value.same) of \($0.value.all) \($0.value.others.joined(separator: " "))"
    }
    return (rows + ["all: \(share)"]).joined(separator: "\n")
  }
}

enum TextChange: CaseIterable, Sendable {
  case windowsLineEnds, oldMacLineEnds, byteOrderMark, noFinalLineEnd
  case moreBlankLines, blankLinesWithSpaces, trailingSpaces, wideIndents, spaceIndents
  case pageBreaks, fullWidthDigits, noBreakSpaces

  /// The cleaner joins some short headings to the paragraphs after them where three blank lines are
  /// the normal gap, and where every line is indented.
  var isKnownGap: Bool {
    self == .moreBlankLines || self == .wideIndents || self == .spaceIndents
  }

  func applied(to text: String) -> String {
    let lines = text.components(separatedBy: "\n")
    func eachLine(_ change: (String) -> String) -> String {
      lines.map { $0.isEmpty ? $0 : change($0) }.joined(separator: "\n")
    }
    return switch self {
    case .windowsLineEnds: lines.joined(separator: "\r\n")
    case .oldMacLineEnds: lines.joined(separator: "\r")
    case .byteOrderMark: "\u{FEFF}" + text
    case .noFinalLineEnd: text.trimmingCharacters(in: .newlines)
    case .moreBlankLines: text.replacingOccurrences(of: "\n\n", with: "\n\n\n\n")
    case .blankLinesWithSpaces: text.replacingOccurrences(of: "\n\n", with: "\n 　\n")
    case .trailingSpaces: eachLine { $0 + "  " }
    case .wideIndents: eachLine { "　　" + $0 }
    case .spaceIndents: eachLine { "    " + $0 }
    case .pageBreaks: Self.pageBreaks(lines)
    case .fullWidthDigits: Self.wideNumbers(lines)
    case .noBreakSpaces: text.replacingOccurrences(of: " ", with: "\u{A0}")
    }
  }

  /// A form feed in every third gap between paragraphs that end in a full stop.
  private static func pageBreaks(_ lines: [String]) -> String {
    var gaps = 0
    return lines.enumerated().map { index, line in
      guard line.isEmpty, index > 0, let last = lines[index - 1].last, ".。!?".contains(last) else {
        return line
      }
      gaps += 1
      return gaps.isMultiple(of: 3) ? "\u{C}" : line
    }.joined(separator: "\n")
  }

  /// Full-width digits for those that a line of its own begins with.
  private static func wideNumbers(_ lines: [String]) -> String {
    lines.enumerated().map { index, line in
      let isAlone =
        index > 0 && index + 1 < lines.count && lines[index - 1].isEmpty
        && lines[index + 1].isEmpty
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      guard isAlone, digits.count < 3 else { return line }
      let wide = digits.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }
      return String(String.UnicodeScalarView(wide)) + line.dropFirst(digits.count)
    }.joined(separator: "\n")
  }
}

enum PageChange: CaseIterable, Sendable {
  case wrapper, navigation, windowsLineEnds, comments, script, oneLine

  func applied(to page: String) -> String {
    func inBody(_ open: String, _ close: String) -> String {
      page.replacingOccurrences(of: "<body>", with: "<body>" + open)
        .replacingOccurrences(of: "</body>", with: close + "</body>")
    }
    return switch self {
    case .wrapper: inBody("<div id=\"page\"><div class=\"inner\">", "</div></div>")
    case .navigation:
      inBody(
        "<nav><ul><li><a href=\"/a\">Home</a></li><li><a href=\"/b\">Topics</a></li></ul></nav>",
        "<div class=\"sidebar\"><a href=\"/c\">Most read</a><a href=\"/d\">Newest</a></div>")
    case .windowsLineEnds: page.replacingOccurrences(of: "\n", with: "\r\n")
    case .comments: page.replacingOccurrences(of: "</p>", with: "</p><!-- ad slot -->")
    case .script: inBody("<script>var list = ['1. One', '2. Two'];</script>", "")
    case .oneLine: page.replacingOccurrences(of: "\n", with: "")
    }
  }
}
