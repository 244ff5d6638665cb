internal import CLinux

/// What was being processed when a process died, so that one document can't stop all others for
/// ever.
///
/// A line `+` is written before a document is processed and a line `-` after; a `+` without its `-`
/// is a death. The kernel keeps what a killed process wrote, so nothing is synced: a power cut
/// forgets the count, which costs a few tries more.
final class Attempts: Sendable {
  /// A document that ended so many processes is set aside.
  static let limit = 3

  private static let path = Layout.attempts

  /// Deaths by document, of processes before this one.
  let deaths: [String: Int]
  /// Documents that a person gave up.
  let dropped: Dropped
  private let file: Descriptor
  private let disk: Disk

  init(in root: borrowing Descriptor, _ disk: Disk) throws(SystemError) {
    self.disk = disk
    file = try disk.openLog(Self.path, in: root.raw)
    dropped = Dropped(in: root)
    deaths = Self.count(try file.readAll(Self.path))
  }

  /// Whether it is known of no document that anything was wrong with it.
  var isEmpty: Bool { deaths.isEmpty && dropped.reasons.isEmpty }

  /// Another content of another size under the same name is another document.
  static func key(name: String, bytes: Int) -> String { "\(bytes) \(name)" }

  /// A line that can't be written is no reason not to work: only a count is lost.
  func begin(_ key: String) { try? disk.write(Array("+\(key)\n".utf8), to: file, Self.path) }
  func end(_ key: String) { try? disk.write(Array("-\(key)\n".utf8), to: file, Self.path) }

  /// Keeps only what is still to be known, where there is more than `limit` bytes.
  func compact(over limit: Int = 0) throws(SystemError) {
    guard try file.status(Self.path).st_size > limit else { return }
    let bytes = try file.readAll(Self.path)
    let lines = Self.count(bytes).sorted { $0.key < $1.key }
      .flatMap { Array(repeating: "+\($0.key)\n", count: $0.value) }
    let kept = Array(lines.joined().utf8)
    if kept == bytes { return }
    try disk.truncate(file, to: 0, Self.path)
    try disk.write(kept, to: file, Self.path)
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

  private static func count(_ bytes: [UInt8]) -> [String: Int] {
    var deaths: [String: Int] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let key = String(decoding: line.dropFirst(), as: UTF8.self)
      if line.first == UInt8(ascii: "+") { deaths[key, default: 0] += 1 } else { deaths[key] = nil }
    }
    return deaths
  }
}
