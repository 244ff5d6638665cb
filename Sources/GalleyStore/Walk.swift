internal import CLinux
internal import Glibc

/// The documents of a folder, in the order of their paths' bytes.
package struct Walk: Sendable {
  /// Deeper folders are somebody's mistake, or a trap.
  package static let depthLimit = 64

  /// Relative to the folder.
  package private(set) var files: [FilePath] = []
  /// What could not be looked into, relative to the folder.
  package private(set) var failures: [(path: FilePath, error: IntakeError)] = []
  /// Names passed over: hidden, temporary, links.
  package private(set) var skipped = 0

  package init(_ folder: Folder, isInbox: Bool = false) {
    visit(FilePath(""), of: folder, depth: 0, isInbox: isInbox)
    files.sort()
    failures.sort { $0.path < $1.path }
  }

  private mutating func visit(_ path: FilePath, of folder: Folder, depth: Int, isInbox: Bool) {
    guard depth < Self.depthLimit else {
      failures.append((path, .tooDeep(limit: Self.depthLimit)))
      return
    }
    do throws(SystemError) {
      let open = try folder.openFolder(path.components)
      for (name, type) in try open.names(path) {
        if isIgnored(name) || (isInbox && depth == 0 && name.elementsEqual("README.md".utf8)) {
          skipped += 1
          continue
        }
        let child = path.appending(name)
        switch type == UInt8(DT_UNKNOWN) ? self.type(of: name, in: open) : type {
        case UInt8(DT_DIR): visit(child, of: folder, depth: depth + 1, isInbox: isInbox)
        case UInt8(DT_LNK): skipped += 1
        // FIFOs and devices too: opening them says what they are.
        default: files.append(child)
        }
      }
    } catch {
      failures.append((path, IntakeError(error)))
    }
  }

  /// For file systems that do not tell the type with the name.
  private func type(of name: [UInt8], in folder: borrowing Descriptor) -> UInt8 {
    guard let status = folder.status(of: name) else { return UInt8(DT_REG) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return UInt8(DT_DIR)
    case S_IFLNK: return UInt8(DT_LNK)
    default: return UInt8(DT_REG)
    }
  }
}

/// Names that editors, browsers, file managers and synchronizers leave beside documents.
func isIgnored(_ name: [UInt8]) -> Bool {
  let name = name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  return ignoredPrefixes.contains { name.starts(with: $0.utf8) }
    || ignoredSuffixes.contains { name.reversed().starts(with: $0.utf8.reversed()) }
    || ignoredNames.contains { name.elementsEqual($0.utf8) }
}

/// Lower case, as the names are compared. The dot covers `.DS_Store`, `._*`, `.#*`, `.nfs*`,
/// `.~lock.*` and `.stfolder`.
private let ignoredPrefixes = [".", "~$", "#"]
private let ignoredSuffixes = [
  "~", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp", ".swx", ".tmp",
]
private let ignoredNames = ["thumbs.db", "desktop.ini", "@eadir"]
