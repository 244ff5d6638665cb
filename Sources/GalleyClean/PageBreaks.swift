internal import GalleyModel

/// Marks a page's number and the head of the next page where both stand in the midst of a sentence,
/// and the same head stands over the text or beside another number.
func markPageBreaks(at numbers: [Int], in page: inout Page) {
  guard !numbers.isEmpty else { return }
  let isNumber = Set(numbers)
  let heads = Heads(over: page, beside: numbers)
  for number in numbers {
    for head in [number + 1, number - 1] where page.lines.indices.contains(head) {
      guard goesOn(over: min(number, head)...max(number, head), page.lines),
        let first = heads.copy(of: head, in: page)
      else { continue }
      page.drop(number, .pageNumber)
      page.drop(head, .runningHead)
      page.drop(first, .runningHead)
      for edge in [first - 1, first + 1] where isNumber.contains(edge) {
        page.drop(edge, .pageNumber)
      }
    }
  }
}

/// The lines that may be heads: the text's first one, and those beside numbers.
private struct Heads {
  private struct Key: Hashable {
    var count: Int
    var beginning: [UInt32]

    /// Of letters without the last ones, which may differ.
    init(_ letters: [UInt32]) {
      count = letters.count
      beginning = Array(letters.prefix(4))
    }
  }

  private var lines: [Key: [Int]] = [:]

  /// Lines from a head to its copy: a page's worth of them.
  private static let pageOfLines = 8
  /// Lines that are kept for a beginning: no more are compared.
  private static let most = 4

  init(over page: Page, beside numbers: [Int]) {
    add(0, of: page)
    for number in numbers {
      for line in [number - 1, number + 1] where page.lines.indices.contains(line) {
        add(line, of: page)
      }
    }
  }

  private mutating func add(_ line: Int, of page: Page) {
    guard page.lines[line].width < 100 else { return }
    let key = Key(letters(of: page.lines[line].text, page.text))
    if lines[key, default: []].count < Self.most { lines[key, default: []].append(line) }
  }

  /// A page's worth of lines away, and the same letters but for a few.
  func copy(of line: Int, in page: Page) -> Int? {
    guard page.lines[line].width < 100, page.lines[line].drop == nil else { return nil }
    let words = letters(of: page.lines[line].text, page.text)
    guard words.count >= 6 else { return nil }
    return lines[Key(words)]?.first { other in
      abs(other - line) >= Self.pageOfLines
        && areAlike(letters(of: page.lines[other].text, page.text), words)
    }
  }
}

/// Without digits and marks, which change from page to page.
func letters(of range: Range<Int>, _ bytes: [UInt8]) -> [UInt32] {
  var out: [UInt32] = []
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = bytes.scalar(at: at)
    if Letters.isLetter(scalar.value) { out.append(scalar.value) }
    at += max(1, scalar.length)
  }
  return out
}

/// The same letters but for one of ten: a day of the week, a letter read wrong.
func areAlike(_ one: [UInt32], _ other: [UInt32]) -> Bool {
  guard one.count == other.count else { return false }
  return zip(one, other).count { $0 != $1 } * 10 <= one.count
}

/// Whether a sentence goes on over the lines.
private func goesOn(over range: ClosedRange<Int>, _ lines: [Line]) -> Bool {
  guard range.lowerBound > 0, range.upperBound + 1 < lines.count else { return false }
  var around = [lines[range.lowerBound - 1], lines[range.lowerBound], lines[range.upperBound + 1]]
  around[1].drop = nil
  return isInterruption(at: 1, around)
}
