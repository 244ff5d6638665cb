internal import Galley

/// The changes feed as text: JSON Lines, a line a change.
extension Change {
  package var line: [UInt8] {
    JSONWriter.line { out in
      out.key("seq")
      out.value(sequence)
      out.key("change")
      out.value(kind.rawValue)
      out.key("id")
      out.value(id)
      out.key("revision")
      out.value(revision)
      out.key("source_sha256")
      out.value(source)
      out.key("record_sha256")
      out.value(record)
      out.key("path")
      out.value(name)
      guard let encoding else { return }
      out.key("encoding")
      out.value(encoding)
    }
  }

  package init?(line: ArraySlice<UInt8>) {
    if let change = Change(asWritten: line) { self = change } else { self.init(json: line) }
  }

  private init?(json line: ArraySlice<UInt8>) {
    guard let value = JSONValue(line), let sequence = value["seq"]?.integer,
      let kind = value["change"]?.string.flatMap(Kind.init(rawValue:)),
      let id = value["id"]?.string, let revision = value["revision"]?.integer,
      let source = value["source_sha256"]?.string, let record = value["record_sha256"]?.string,
      let name = value["path"]?.string
    else { return nil }
    self.init(
      sequence: sequence, kind: kind, id: id, revision: revision, source: source, record: record,
      name: name, encoding: value["encoding"]?.string)
  }
}

extension Change {
  /// A line that is just as `line` writes it, in ASCII without escapes: nearly all are, and this
  /// takes a seventh of the time. nil for all others.
  fileprivate init?(asWritten line: ArraySlice<UInt8>) {
    var line = FeedLine(rest: line)
    guard let sequence = line.number(after: Self.beforeSequence),
      let kind = line.text(after: Self.beforeKind).flatMap(Kind.init(rawValue:)),
      let id = line.text(after: Self.beforeID),
      let revision = line.number(after: Self.beforeRevision),
      let source = line.text(after: Self.beforeSource),
      let record = line.text(after: Self.beforeRecord),
      let name = line.text(after: Self.beforeName), line.rest.elementsEqual("}".utf8)
    else { return nil }
    self.init(
      sequence: sequence, kind: kind, id: id, revision: revision, source: source, record: record,
      name: name)
  }

  private static let beforeSequence = Array(#"{"seq":"#.utf8)
  private static let beforeKind = Array(#","change":"#.utf8)
  private static let beforeID = Array(#","id":"#.utf8)
  private static let beforeRevision = Array(#","revision":"#.utf8)
  private static let beforeSource = Array(#","source_sha256":"#.utf8)
  private static let beforeRecord = Array(#","record_sha256":"#.utf8)
  private static let beforeName = Array(#","path":"#.utf8)
}

/// What is not read yet of a line of the feed.
private struct FeedLine {
  var rest: ArraySlice<UInt8>

  mutating func number(after key: [UInt8]) -> Int? {
    guard skip(key) else { return nil }
    // Eighteen digits are no overflow, and a feed has fewer lines.
    let digits = rest.prefix(18).prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if digits.isEmpty { return nil }
    rest = rest[digits.endIndex...]
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  mutating func text(after key: [UInt8]) -> String? {
    guard skip(key), rest.first == UInt8(ascii: "\"") else { return nil }
    let start = rest.startIndex + 1
    var end = start
    while end < rest.endIndex, rest[end] != UInt8(ascii: "\"") {
      let byte = rest[end]
      if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\\") { return nil }
      end += 1
    }
    guard end < rest.endIndex else { return nil }
    defer { rest = rest[(end + 1)...] }
    return String(decoding: rest[start..<end], as: UTF8.self)
  }

  private mutating func skip(_ key: [UInt8]) -> Bool {
    guard rest.starts(with: key) else { return false }
    rest = rest[(rest.startIndex + key.count)...]
    return true
  }
}

/// The feed as it was found.
struct Feed {
  var catalogue = Catalogue()
  /// Whole lines that tell a change.
  var lines = 0
  /// Bytes up to the end of the last whole line; what follows is a line that a crash tore.
  var wholeBytes = 0
  /// Whole lines that say nothing: a disk's fault, not ours.
  var unreadable = 0

  init(_ bytes: [UInt8]) {
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if let change = Change(line: bytes[start..<end]) {
        catalogue.apply(change)
        lines += 1
      } else {
        unreadable += 1
      }
      start = end + 1
    }
    wholeBytes = start
  }
}
