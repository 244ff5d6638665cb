internal import Galley

/// The documents that a person gave up, each with the reason: `dropped.jsonl`, a line for each word
/// that was said about one. The last word counts, and a reason of null takes the earlier ones back.
struct Dropped: Sendable, Equatable {
  /// By `Attempts.key`.
  private(set) var reasons: [String: String] = [:]

  init(in root: borrowing Descriptor) {
    do {
      let file = try Descriptor.open(Layout.dropped, in: root.raw, flags: Descriptor.readFlags)
      self.init(try file.readAll(Layout.dropped))
    } catch {
      self.init([])
    }
  }

  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let value = JSONValue(line), let name = value["path"]?.string,
        let size = value["bytes"]?.integer
      else { continue }
      reasons[Attempts.key(name: name, bytes: size)] = value["reason"]?.string
    }
  }

  static func line(name: String, bytes: Int, reason: String?) -> [UInt8] {
    JSONWriter.line { out in
      out.key("path")
      out.value(name)
      out.key("bytes")
      out.value(bytes)
      out.key("reason")
      out.value(reason)
    }
  }
}

extension StoreFiles {
  /// Adds lines to the file of what was given up, and makes them durable.
  func note(dropped lines: [UInt8]) throws(SystemError) {
    let file = try disk.openLog(Layout.dropped, in: root.raw)
    // A line that a crash tore is no part of the next one.
    _ = try disk.readWholeLines(of: file, Layout.dropped)
    try disk.write(lines, to: file, Layout.dropped)
    try disk.sync(file, Layout.dropped)
    try disk.sync(root, FilePath("."))
  }
}
