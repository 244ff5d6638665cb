internal import ArgumentParser
internal import Foundation
internal import GalleyIndex
internal import GalleyModel
internal import GalleyStore

/// `galley search`: a program of its own, because of what its library brings along.
@main
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "galley search",
    abstract: "Search the sections of the Store's records.",
    discussion: """
      Titles of documents and sections, fields with their labels, and paragraphs are searched. Every word must occur; '"two words"' \
      are a phrase; tech* finds what begins so. Case, accents and \
      width make no difference. The index is brought up to date first; it is Store/index.sqlite and \
      may be deleted at any time.

      Example: galley search 人工智能 --year 2024 -n 5
      """,
    version: galleyVersion)

  @Argument(help: "What to look for.") var query: [String]
  @Option(help: "The folder of records (GALLEY_STORE; else Store).") var store: String?
  @Option(help: "Only lists of this edition year.") var year: Int?
  @Option(help: "Only this language (BCP 47; zh finds zh-Hans too).") var language: String?
  @Option(help: "Only sections with a field of this key, such as significance.") var key: String?
  @Option(help: "Only lists of this publisher.") var publisher: String?
  @Option(name: [.customShort("n"), .long], help: "Sections to print at most.") var limit = 10
  @Flag(help: "A line of JSON a section.") var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  static func main() {
    do {
      try parse().run()
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      stop(fullMessage(for: error), 2)
    }
  }

  private static func stop(_ message: String, _ code: Int32) -> Never {
    FileHandle.standardError.write(Data("galley: \(message)\n".utf8))
    Foundation.exit(code)
  }

  func run() throws {
    let environment = ProcessInfo.processInfo.environment["GALLEY_STORE"] ?? ""
    let path = FilePath(store ?? (environment.isEmpty ? "Store" : environment))
    var filter = SearchFilter()
    filter.year = year
    filter.language = language
    filter.key = key
    filter.publisher = publisher
    let hits: [SearchHit]
    do throws(SearchIndex.Failure) {
      hits = try SearchIndex(of: path).search(
        query.joined(separator: " "), where: filter, limit: limit)
    } catch .store(let error) {
      var code: Int32 = 74
      if case .notAFolder = error { code = 78 }
      Self.stop("\(error)", code)
    } catch .sqlite(let message) {
      Self.stop("E320 the index \(path.text)/index.sqlite: \(message); delete it", 74)
    }
    let isColored = isatty(1) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    for hit in hits { print(json ? try hit.json : hit.text(isColored: isColored)) }
    if hits.isEmpty {
      FileHandle.standardError.write(Data("galley: nothing found\n".utf8))
      throw ExitCode(1)
    }
  }
}

extension SearchHit {
  fileprivate func text(isColored: Bool) -> String {
    let about = [list, year.map { String($0) }, publisher].compactMap { $0 }
    return "\(document)#\(position)  \(title ?? "-")  (\(about.joined(separator: ", ")))\n    "
      + marked(isColored ? ("\u{1B}[1m", "\u{1B}[0m") : ("[", "]"))
  }

  /// On one line, what was found between `marks`; control characters of the text are left out, for
  /// terminals obey them.
  fileprivate func marked(_ marks: (String, String)) -> String {
    var out = ""
    for scalar in snippet.unicodeScalars {
      switch scalar.value {
      case 2: out += marks.0
      case 3: out += marks.1
      case 0x0A: out += " "
      case ..<0x20, 0x7F..<0xA0: break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  fileprivate var json: String {
    get throws {
      let row = Row(
        id: "\(document)#\(position)", document_id: document, position: position, number: number,
        title: title, document_title: list, year: year, language: language, publisher: publisher,
        snippet: marked(("<mark>", "</mark>")))
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(row), as: UTF8.self)
    }
  }

  private struct Row: Encodable {
    var id: String
    var document_id: String
    var position: Int
    var number: Int?
    var title: String?
    var document_title: String?
    var year: Int?
    var language: String?
    var publisher: String?
    var snippet: String
  }
}
