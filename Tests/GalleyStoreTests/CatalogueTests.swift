import Foundation
import Testing

@testable import GalleyStore

@Suite struct CatalogueTests {
  /// Two documents: `list` has had sources A and then B, both called p; `other` has C, called q.
  static let catalogue: Catalogue = {
    var catalogue = Catalogue()
    for (kind, id, revision, source, name) in [
      (Change.Kind.added, "list", 1, "A", "p"), (.revised, "list", 2, "B", "p"),
      (.added, "other", 1, "C", "q"), (.alias, "list", 2, "A", "old"),
    ] {
      catalogue.apply(
        Change(
          sequence: catalogue.sequence + 1, kind: kind, id: id, revision: revision, source: source,
          record: "record of " + source, name: name))
    }
    return catalogue
  }()

  @Test(arguments: [
    // A source that is new.
    ("p", "D", "list", "record of D", Decision.write(.revised)),
    ("r", "D", "list", "record of D", .write(.revised)),
    ("p", "D", "third", "record of D", .write(.added)),
    // The newest source of its document.
    ("p", "B", "list", "record of B", .unchanged),
    ("p", "B", "list", "record by new rules", .write(.reprocessed)),
    ("r", "B", "list", "record of B", .write(.alias)),
    ("q", "C", "other", "record of C", .unchanged),
    // An earlier one: only the file that was revised can go back.
    ("p", "A", "list", "record of A", .write(.revised)),
    ("r", "A", "list", "record of A", .write(.alias)),
    ("old", "A", "list", "record of A", .superseded),
  ])
  func decides(
    _ name: String, _ source: String, _ id: String, _ record: String, _ decision: Decision
  ) {
    #expect(
      Self.catalogue.decide(name: name, source: source, id: id, record: record) == decision)
  }

  @Test func numbersChangesAndRevisions() {
    let revised = Self.catalogue.change(
      .revised, name: "p", source: "D", id: "list", record: "record of D")
    #expect(revised.sequence == 5)
    #expect(revised.revision == 3)
    let alias = Self.catalogue.change(.alias, name: "r", source: "B", id: "list", record: "x")
    #expect(alias.revision == 2)
    #expect(alias.record == "record of B")
  }
}

@Suite struct FeedTests {
  static let change = Change(
    sequence: 7, kind: .revised, id: "list-2024-en-0123456789ab", revision: 2, source: "s",
    record: "r", name: "a \"quoted\" \\ name\n十")

  /// One that needs no escapes, which is read by a shorter way.
  static let plain = {
    var plain = change
    plain.name = "2024/a name.txt"
    return plain
  }()

  static let told = {
    var told = plain
    told.encoding = "big5"
    return told
  }()

  @Test(arguments: [change, plain, told])
  func aLineComesBack(_ change: Change) {
    #expect(Change(line: change.line.dropLast()) == change)
    // As another program would write it.
    let spaced = String(decoding: change.line, as: UTF8.self)
      .replacingOccurrences(of: "\":", with: "\": ")
    #expect(Change(line: ArraySlice(spaced.utf8)) == change)
  }

  @Test(arguments: [
    #"{"seq":1"#, "[]", #"{"seq":1,"change":"eaten","id":"a","#,
    #"{"seq":99999999999999999999,"change":"added","id":"a","revision":1,"source_sha256":"s","#
      + #""record_sha256":"r","path":"p"}"#,
    #"{"seq":1,"change":"added","id":"a","revision":1,"source_sha256":"s","record_sha256":"r","#
      + #""path":"p"}}"#,
  ])
  func whatIsNoChange(_ line: String) {
    #expect(Change(line: ArraySlice(line.utf8)) == nil)
  }

  @Test(arguments: [change, plain])
  func aTornLineIsNoChange(_ change: Change) {
    for count in 0..<change.line.count - 1 {
      #expect(Change(line: change.line.prefix(count)) == nil)
      let feed = Feed(change.line + change.line.prefix(count))
      #expect(feed.wholeBytes == change.line.count)
      #expect(feed.catalogue.documents.count == 1)
    }
  }

  @Test func aBadLineIsCountedAndPassedOver() {
    let feed = Feed([0, 0, 0, 0x0A] + Self.change.line)
    #expect(feed.unreadable == 1)
    #expect(feed.catalogue.documents.count == 1)
  }
}

@Suite struct JSONValueTests {
  @Test(arguments: [
    ("null", JSONValue.null),
    (" [1, -2.5e1, true] ", .array([.number(1), .number(-25), .bool(true)])),
    (#"{"a":{"b":"c"},"d":[]}"#, .object(["a": .object(["b": .string("c")]), "d": .array([])])),
    (#""\"\\\/\n\t\r\b\f\u00e9\ud83d\ude00十""#, .string("\"\\/\n\t\r\u{8}\u{C}é😀十")),
  ])
  func reads(_ text: String, _ value: JSONValue) { #expect(JSONValue(text.utf8) == value) }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "\"\n\"", #""\x""#, #""\ud83d""#, #""\ud83dx""#, "1 2", "nul",
    "\"a", String(repeating: "[", count: 100_000), "{\"a\":1,}", "--1",
  ])
  func refuses(_ text: String) { #expect(JSONValue(text.utf8) == nil) }

  @Test func refusesBytesThatAreNoUTF8() { #expect(JSONValue([0x22, 0xFF, 0x22]) == nil) }
}

/// Two names that Unicode holds for the same are two.
@Test func namesAreBytes() {
  var names = SourceNames()
  names["\u{E9}.txt"] = "one"
  names["e\u{301}.txt"] = "two"
  #expect(names["\u{E9}.txt"] == "one")
  #expect(names.all.count == 2)
}
