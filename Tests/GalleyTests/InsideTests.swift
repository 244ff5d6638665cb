import Testing

@testable import Galley
@testable import GalleyModel

/// What stands between the parts of a heading or a field is in the record or in a repair.
@Suite struct InsideTests {
  private func record(_ text: String) throws -> Record {
    try process(Source(name: "a.txt", bytes: Array(text.utf8)), with: .builtin)
  }

  @Test func whatALabelIsPartedFromItsValueByIsDropped() throws {
    let record = try record(
      "1. Lamps\nWhy it matters: light\nKey players:\n\nPage 3\n\nLeafcell\n\n"
        + "2. Kites\nWhy it matters: wind\nKey players: Aloft\n")
    #expect(record.repairs.map { String(decoding: $0.before, as: UTF8.self) } == ["Page 3"])
  }

  @Test func aLabelBehindALaterLineOfAValueKeepsTheLinesBefore() throws {
    let item = { (number: Int, players: String) in
      "\(number). Item \(number)\nWhy it matters: x\nKey players: \(players)\n\nBody \(number).\n"
    }
    let record = try record(
      "Three things\n\n" + item(1, "Northwind\n\nLeafcell Availability: Now\nAvailability: 2029")
        + "\n"
        + item(2, "Aloft") + "\n" + item(3, "Tarmix"))
    let players = record.sections[0].fields.first { $0.key == "players" }
    #expect(players?.value == "Northwind; Leafcell")
  }

  @Test func aCellMayHoldNumberAndTitle() throws {
    let record = try record("1. Moss Walls\tfrom Greenface\n2. Heat Bricks\n3. Kites\n")
    #expect(record.sections.first?.title == "Moss Walls")
  }

  @Test func joinedPicturesAreOne() throws {
    let record = try record(
      "Three things\n\n1.\n👩‍🚀\n\nOne here.\n\n2.\n👨‍👩‍👧\n\nTwo here.\n\n3. Heat\n\nThree.\n")
    #expect(record.sections.map(\.title) == ["👩‍🚀", "👨‍👩‍👧", "Heat"])
  }
}
