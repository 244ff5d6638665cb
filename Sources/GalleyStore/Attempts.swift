internal import CLinux
internal import Synchronization

/// What was being processed when a process died, so that one document can't stop all others for
/// ever.
///
/// A line `+` is written before a document is processed and a line `-` after; a `+` without its `-`
/// is a death. The kernel keeps what a killed process wrote, so nothing is synced as long as nobody
/// dies. From the start after a death on its count is durable, and so is each further try of a
/// document that was blamed: three deaths set a document aside, whatever power cuts come between.
final class Attempts: Sendable {
  /// A document that ended so many processes is set aside.
  static let limit = 3

  private static let path = Layout.attempts

  /// Deaths by document, of processes before this one.
  let deaths: [String: Int]
  /// Documents that a person gave up.
  let dropped: Dropped
  private let file: Mutex<Descriptor>
  private let disk: Disk

  init(in root: borrowing Descriptor, _ disk: Disk) throws(SystemError) {
    self.disk = disk
    dropped = Dropped(in: root)
    let file = try disk.openLog(Self.path, in: root.raw)
    // Whoever died in a line had not begun its document.
    deaths = Self.count(try disk.readWholeLines(of: file, Self.path))
    if !deaths.isEmpty { try disk.sync(file, Self.path) }
    self.file = Mutex(file)
  }

  /// Whether it is known of no document that anything was wrong with it.
  var isEmpty: Bool { deaths.isEmpty && dropped.reasons.isEmpty }

  /// Another content of another size under the same name is another document.
  static func key(name: String, bytes: Int) -> String { "\(bytes) \(name)" }

  /// A line that can't be written is no reason not to work: only a count is lost.
  func begin(_ key: String) { note("+", key, isDurable: deaths[key] != nil) }
  func end(_ key: String) { note("-", key, isDurable: false) }

  private func note(_ sign: String, _ key: String, isDurable: Bool) {
    file.withLock { file in
      do {
        try disk.write(Array("\(sign)\(key)\n".utf8), to: file, Self.path)
        if isDurable { try disk.sync(file, Self.path) }
      } catch {}
    }
  }

  /// Keeps only what is still to be known, where there is more than `limit` bytes. `root` is the
  /// store's folder.
  func compact(in root: borrowing Descriptor, over limit: Int = 0) throws(SystemError) {
    try file.withLock { file throws(SystemError) in
      guard try file.status(Self.path).st_size > limit else { return }
      let bytes = try file.readAll(Self.path)
      let lines = Self.count(bytes).sorted { $0.key < $1.key }
        .flatMap { Array(repeating: "+\($0.key)\n", count: $0.value) }
      let kept = Array(lines.joined().utf8)
      if kept == bytes { return }
      if kept.isEmpty { return try disk.truncate(file, to: 0, Self.path) }
      file = try replace(with: kept, in: root)
    }
  }

  /// A count must not be lost between a cut and a write: another file takes the place, durably.
  private func replace(
    with bytes: [UInt8], in root: borrowing Descriptor
  ) throws(SystemError) -> Descriptor {
    let new = Layout.temporary.appending(Self.path.bytes)
    do {
      let file = try disk.create(new, in: root.raw, bytes)
      try disk.sync(file, new)
      try disk.rename(new, to: Self.path, in: root)
      try disk.sync(root, FilePath("."))
    } catch {
      try? disk.remove(new, in: root)
      throw error
    }
    return try disk.openLog(Self.path, in: root.raw)
  }

  /// What a store's file says, for those who only look.
  static func deaths(in root: borrowing Descriptor) -> [String: Int] {
    do {
      let file = try Descriptor.open(path, in: root.raw, flags: Descriptor.readFlags)
      return count(try file.readAll(path))
    } catch {
      return [:]
    }
  }

  static func count(_ bytes: [UInt8]) -> [String: Int] {
    var deaths: [String: Int] = [:]
    for line in bytes.prefix(bytes.endOfWholeLines).split(separator: UInt8(ascii: "\n")) {
      let key = String(decoding: line.dropFirst(), as: UTF8.self)
      if line.first == UInt8(ascii: "+") { deaths[key, default: 0] += 1 } else { deaths[key] = nil }
    }
    return deaths
  }
}
