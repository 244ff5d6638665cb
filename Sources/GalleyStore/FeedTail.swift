internal import CLinux
internal import Glibc

/// Reads the feed from its beginning on, as far as it is written at each call.
package final class FeedTail {
  /// A change's number, and its line with the end.
  package typealias Line = (sequence: Int, line: [UInt8])

  private let feed: Descriptor
  private let path: FilePath
  private let root: Descriptor
  /// The beginning of a line whose end is not written yet.
  private var rest: [UInt8] = []
  private var at = 0

  package init(_ path: FilePath) throws(StoreError) {
    self.path = path
    do throws(SystemError) {
      root = try Descriptor.open(path, flags: Descriptor.folderFlags & ~O_NOFOLLOW)
      feed = try Descriptor.open(Layout.feed, in: root.raw, flags: Descriptor.readFlags)
    } catch {
      throw error.number == ENOTDIR ? .notAFolder(path) : .cannotOpen(error)
    }
  }

  /// Whole lines, each with its end, that came since the last call and tell changes after
  /// `sequence`. Lines that tell nothing are passed over.
  package func next(after sequence: Int) throws(StoreError) -> [Line] {
    do throws(SystemError) {
      let old = rest.count
      guard lseek(feed.raw, off_t(at), SEEK_SET) >= 0 else { throw SystemError("lseek", path) }
      try feed.read(into: &rest, upTo: .max, Layout.feed)
      at += rest.count - old
    } catch {
      throw StoreError(error)
    }
    guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    let lines = rest[...end].split(separator: UInt8(ascii: "\n"))
    defer { rest.removeSubrange(...end) }
    return lines.compactMap { line in
      guard let change = Change(line: line), change.sequence > sequence else { return nil }
      return (change.sequence, line + [UInt8(ascii: "\n")])
    }
  }

  /// Bytes of the whole lines that were read.
  package var offset: Int { at - rest.count }

  /// Whether the feed is `size` bytes long and ends with `line`: nothing has come since it was so.
  package func ends(with line: [UInt8], at size: Int) -> Bool {
    guard let status = try? feed.status(Layout.feed), status.st_size == off_t(size),
      lseek(feed.raw, off_t(size - line.count), SEEK_SET) >= 0
    else { return false }
    defer { lseek(feed.raw, off_t(at), SEEK_SET) }
    var last: [UInt8] = []
    return (try? feed.read(into: &last, upTo: .max, Layout.feed)) != nil && last == line
  }

  /// Whether another file has the feed's name now, or it is shorter than what was read: it was
  /// rebuilt, and numbers begin anew.
  package var isReplaced: Bool {
    guard let own = try? feed.status(Layout.feed),
      let named = try? Descriptor.open(Layout.feed, in: root.raw, flags: Descriptor.readFlags),
      let other = try? named.status(Layout.feed)
    else { return true }
    return own.st_ino != other.st_ino || own.st_dev != other.st_dev || own.st_size < off_t(at)
  }
}
