import Foundation
import Galley
import GalleyModel
import GalleyTestSupport
import Testing

/// Damaged input is read or refused; it never stops the program, and its record is as well made as any.
@Suite struct RobustnessTests {
  private static let small = Document.cases.filter { $0.source.bytes.count < 4000 }

  @Test(arguments: Document.all.map(\.name)) func sameBytesTwice(name: String) throws {
    let document = try #require(Document.all.first { $0.name == name })
    #expect(try json(process(document.source)) == json(process(document.source)))
  }

  @Test(arguments: small.map(\.name)) func truncatedAnywhere(name: String) throws {
    let document = try #require(Self.small.first { $0.name == name })
    let count = document.source.bytes.count
    for end in stride(from: 0, to: count, by: max(1, count / 60)) {
      var damaged = document
      damaged.source.bytes.removeLast(count - end)
      survives(damaged, "cut at \(end)")
    }
  }

  @Test(arguments: small.map(\.name), Damage.allCases) func damaged(name: String, _ damage: Damage)
    throws
  {
    let document = try #require(Self.small.first { $0.name == name })
    var generator = SeededGenerator(seed: 20_260_115)
    for round in 0..<5 {
      var damaged = document
      damage.apply(to: &damaged.source.bytes, using: &generator)
      survives(damaged, "\(damage) \(round)")
    }
  }

  /// Read or refused, and every range within the source and in order.
  private func survives(_ document: Document, _ about: String) {
    guard let record = try? process(document.source) else { return }
    let count = document.source.bytes.count
    let ranges = CoverageTests.ranges(of: record)
    let repairs = record.repairs.map(\.range)
    #expect(
      ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= count },
      "ranges lie in the source: \(document.name) \(about)")
    // The way back from a page with broken end tags is not monotone yet.
    withKnownIssue(isIntermittent: true) {
      #expect(
        zip(repairs, repairs.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound },
        "repairs are in order and disjoint: \(document.name) \(about)")
    } when: {
      record.mediaType == "text/html"
    }
    let text = json(record)
    #expect(String(validating: text, as: UTF8.self) != nil, "\(document.name) \(about)")
  }

  enum Damage: CaseIterable, Sendable {
    case flippedBits, zeroBytes, deletedBytes, repeatedPieces, otherLineEnds, invalidBytes

    func apply(to bytes: inout [UInt8], using generator: inout SeededGenerator) {
      for _ in 0..<Int.random(in: 1...20, using: &generator) where bytes.count > 8 {
        let at = Int.random(in: 0..<bytes.count - 4, using: &generator)
        switch self {
        case .flippedBits: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case .zeroBytes: bytes[at] = 0
        case .deletedBytes: bytes.removeSubrange(at..<at + Int.random(in: 1...4, using: &generator))
        case .repeatedPieces:
          let end = min(bytes.count, at + Int.random(in: 1...200, using: &generator))
          bytes.insert(contentsOf: bytes[at..<end], at: at)
        case .otherLineEnds:
          let end: [UInt8] = generator.next() % 2 == 0 ? [0x0D, 0x0A] : [0x0C]
          bytes.insert(contentsOf: end, at: at)
        case .invalidBytes: bytes[at] = [0xFF, 0xC0, 0xED, 0x80][Int(generator.next() % 4)]
        }
      }
    }
  }
}
