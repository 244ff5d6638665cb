internal import CLinux
internal import Glibc

/// What the watcher knows of the Inbox's files, so that a start need not read them all again.
///
/// A cache: it may be deleted. A line counts only where the file's whole key is the same and the
/// Store knows the source, so a wrong or a torn line costs a read and never a document. A line is
/// written after the document is durable and is not synced.
///
///     device inode size modified changed SHA-256-or-error-code path
package struct Seen {
  package struct Row: Sendable, Equatable {
    package var key: FileKey
    /// The source's SHA-256, or the code of the error that it was refused with.
    package var outcome: String
    /// The outcome of a file whose document was forgotten.
    static let forgotten = "forgotten"
    /// The outcome of what a person gave up.
    static let dropped = "dropped"
    package var isRefused: Bool { outcome.utf8.count != 64 }
  }

  package let rows: [FilePath: Row]
  /// Lines of the file, old ones too.
  let lines: Int

  /// What the file says; nothing where there is none.
  package init(in root: borrowing Descriptor) {
    do {
      let file = try Descriptor.open(Layout.seen, in: root.raw, flags: Descriptor.readFlags)
      self.init(try file.readAll(Layout.seen))
    } catch {
      self.init([])
    }
  }

  init(_ bytes: [UInt8]) {
    var rows: [FilePath: Row] = [:]
    var lines = 0
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      lines += 1
      if let (path, row) = Self.row(bytes[start..<end]) { rows[path] = row }
      start = end + 1
    }
    self.rows = rows
    self.lines = lines
  }

  static func line(_ path: FilePath, _ row: Row) -> [UInt8] {
    let key = row.key
    return Array(
      """
      \(key.device) \(key.inode) \(key.size) \(key.modified) \(key.changed) \(row.outcome) \(path.text)

      """.utf8)
  }

  private static func row(_ line: ArraySlice<UInt8>) -> (FilePath, Row)? {
    var at = line.startIndex
    guard let device = number(line, &at), let inode = number(line, &at),
      let size = number(line, &at), let modified = number(line, &at),
      let changed = number(line, &at),
      let space = line[at...].firstIndex(of: UInt8(ascii: " ")), space > at
    else { return nil }
    let key = FileKey(
      device: UInt64(bitPattern: device), inode: UInt64(bitPattern: inode), size: size,
      modified: modified, changed: changed)
    let outcome = String(decoding: line[at..<space], as: UTF8.self)
    return (FilePath(text: line[(space + 1)...]), Row(key: key, outcome: outcome))
  }

  /// A number and the space after it.
  private static func number(_ line: ArraySlice<UInt8>, _ at: inout Int) -> Int64? {
    var value: Int64 = 0
    let isNegative = at < line.endIndex && line[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let start = at
    while at < line.endIndex, line[at] >= 0x30, line[at] <= 0x39 {
      value = value &* 10 &+ Int64(line[at] - 0x30)
      at += 1
    }
    guard at > start, at < line.endIndex, line[at] == UInt8(ascii: " ") else { return nil }
    at += 1
    return isNegative ? 0 &- value : value
  }
}

extension Store {
  /// What the watcher knew of the files when it ended.
  var seen: Seen { Seen(in: files.root) }

  /// Adds lines. An error costs reads at the next start, and nothing else.
  func note(_ rows: [(FilePath, Seen.Row)]) {
    if rows.isEmpty { return }
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    guard
      let file = try? Descriptor.open(Layout.seen, in: files.root.raw, flags: flags, mode: 0o644)
    else { return }
    try? Disk().write(rows.flatMap(Seen.line), to: file, Layout.seen)
  }

  /// Writes the file anew, without lines that nobody needs any more.
  func rewriteSeen(_ rows: [(FilePath, Seen.Row)]) {
    publish(rows.flatMap(Seen.line), as: Layout.seen)
  }

  /// Replaces a file that only informs: whole to its readers, but not synced.
  func publish(_ bytes: [UInt8], as path: FilePath) {
    let temporary = files.newTemporary()
    do {
      _ = try Disk().create(temporary, in: files.root.raw, bytes)
      try Disk().rename(temporary, to: path, in: files.root)
    } catch {
      try? Disk().remove(temporary, in: files.root)
    }
  }
}
