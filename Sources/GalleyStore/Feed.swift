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
    }
  }

  package init?(line: some Collection<UInt8>) {
    guard let value = JSONValue(line), let sequence = value["seq"]?.integer,
      let kind = value["change"]?.string.flatMap(Kind.init(rawValue:)),
      let id = value["id"]?.string, let revision = value["revision"]?.integer,
      let source = value["source_sha256"]?.string, let record = value["record_sha256"]?.string,
      let name = value["path"]?.string
    else { return nil }
    self.init(
      sequence: sequence, kind: kind, id: id, revision: revision, source: source, record: record,
      name: name)
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
