import Foundation
import Galley
import GalleyModel
import Testing

/// Texts in which every line looks like a heading: the search for items has the most to do there.
@Suite(.serialized) struct HeadingLinesTests {
  /// Four times the lines may take four times the time, not sixteen times.
  @Test(arguments: ["%. The flying boat", "The flying boat, number %"])
  func headings(_ form: String) throws { try check(form, lines: 8_000) }

  @Test(arguments: [
    "• The boat %", "Key players: boat %", "Part %", "% | boat | sail", "Page % of the harbor news",
    "%",
  ])
  func otherForms(_ form: String) throws { try check(form, lines: 8_000) }

  private func check(_ form: String, lines: Int) throws {
    var ratio = try Self.ratio(form, lines)
    // Once more, if a busy machine spoilt the first measurement.
    if ratio >= 8 { ratio = min(ratio, try Self.ratio(form, lines)) }
    #expect(ratio < 8, "\(form)")
  }

  private static func ratio(_ form: String, _ lines: Int) throws -> Double {
    let small = try cost(form, lines: lines / 4)
    return try cost(form, lines: lines) / max(small, 0.001)
  }

  /// CPU seconds of this thread.
  private static func cost(_ form: String, lines: Int) throws -> Double {
    let text = (1...lines).map { form.replacing("%", with: String($0)) }.joined(separator: "\n\n")
    let source = Source(name: "lines.txt", bytes: Array(text.utf8))
    let start = clock()
    _ = try process(source)
    return clock() - start
  }

  private static func clock() -> Double {
    var time = timespec()
    // Writes the one struct that it is given.
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
