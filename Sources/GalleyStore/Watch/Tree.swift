internal import CLinux
internal import Glibc

/// The Inbox as the last scans found it: its folders, and how it stands with each file.
///
/// A scan is the truth. Events only mark folders to look into, and what they say of a rename only
/// shortens a wait.
struct Tree {
  struct Directory {
    /// nil where the folder is polled.
    var watch: Int32?
    var isPolled = false
    var isRemote = false
    var isDirty = true
    var files: [[UInt8]: InboxFile] = [:]
    /// Names that came by a rename since the last scan.
    var renamed: Set<[UInt8]> = []
    /// Why it could not be looked into.
    var problem: IntakeError?
  }

  /// What a scan has to say.
  enum Finding {
    case watchRefused(SystemError)
    case unreadable(FilePath, IntakeError)
    case held(FilePath)
  }

  let root: Folder
  var settling: Settling
  /// What was known of files before this process, until the first scan is done.
  var remembered: [FilePath: Seen.Row]
  /// By their paths in the Inbox; the Inbox itself is the empty path.
  var directories: [FilePath: Directory] = [FilePath(""): Directory()]
  var findings: [Finding] = []
  /// When to look at single files again.
  var waiting: [FilePath: Instant] = [:]
  var queue: [FilePath] = []
  /// Where the queue begins.
  var head = 0
  let notifier: Notifier?
  private var paths: [Int32: FilePath] = [:]

  init(
    _ root: Folder, notifier: Notifier?, settling: Settling,
    remembered: [FilePath: Seen.Row] = [:]
  ) {
    self.root = root
    self.notifier = notifier
    self.settling = settling
    self.remembered = remembered
  }

  var isDirty: Bool { directories.values.contains { $0.isDirty } }
  var isPolling: Bool { directories.values.contains { $0.isPolled } }
  var isWatching: Bool { directories.values.contains { $0.watch != nil } }

  mutating func markAll(retryWatches: Bool = false) {
    for path in directories.keys {
      directories[path]?.isDirty = true
      if retryWatches, directories[path]?.isRemote == false { directories[path]?.isPolled = false }
    }
  }

  mutating func markPolled() {
    for (path, directory) in directories where directory.isPolled {
      directories[path]?.isDirty = true
    }
  }

  mutating func mark(_ event: Notifier.Event) {
    switch event {
    case .overflow: markAll()
    case .moved(let watch):
      // It is no more where its path says; a scan of what is above finds out where it went.
      guard let path = paths[watch], !path.bytes.isEmpty else { return markAll() }
      drop(path)
      directories[path.above]?.isDirty = true
    case .changed(let watch, let renamed):
      guard let path = paths[watch] else { return }
      directories[path]?.isDirty = true
      if let renamed { directories[path]?.renamed.insert(renamed) }
    }
  }

  /// Looks into all folders that are marked, and those that are found in them.
  mutating func scan() {
    while true {
      let dirty = directories.filter(\.value.isDirty).keys.sorted()
      if dirty.isEmpty { break }
      for path in dirty { look(into: path) }
    }
    remembered = [:]
  }

  /// Watches first, then lists: what comes in between is seen twice and not missed.
  private mutating func look(into path: FilePath) {
    guard directories[path] != nil else { return }
    directories[path]?.isDirty = false
    do throws(SystemError) {
      let folder = try root.openFolder(path.components)
      attach(path, folder)
      try list(path, folder)
      directories[path]?.problem = nil
    } catch {
      if [ENOENT, ENOTDIR, ELOOP].contains(error.number), !path.bytes.isEmpty { return drop(path) }
      let problem = IntakeError(error)
      if directories[path]?.problem != problem { findings.append(.unreadable(path, problem)) }
      directories[path]?.problem = problem
    }
  }

  private mutating func attach(_ path: FilePath, _ folder: borrowing Descriptor) {
    guard let directory = directories[path], directory.watch == nil, !directory.isPolled else {
      return
    }
    let isRemote = FileSystem(of: folder).isRemote
    directories[path]?.isRemote = isRemote
    directories[path]?.isPolled = true
    guard !isRemote, let notifier else { return }
    do {
      let watch = try notifier.watch(folder)
      directories[path]?.isPolled = false
      // The same folder under its old name: that one is gone, or a scan will find it so.
      if let old = paths[watch], old != path { directories[old]?.watch = nil }
      directories[path]?.watch = watch
      paths[watch] = path
    } catch {
      findings.append(.watchRefused(error))
    }
  }

  private mutating func list(
    _ path: FilePath, _ folder: borrowing Descriptor
  ) throws(SystemError) {
    var files: [[UInt8]: InboxFile] = [:]
    var folders: Set<FilePath> = []
    guard let old = directories[path] else { return }
    files.reserveCapacity(old.files.count)
    let now = Clock.steady
    let wall = Clock.wall
    for (name, type) in try folder.names(path) {
      if isIgnored(name) || type == UInt8(DT_LNK) || path.isInboxNote(name) { continue }
      let child = path.appending(name)
      if type == UInt8(DT_DIR) {
        folders.insert(child)
        continue
      }
      guard let status = folder.status(of: name) else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: folders.insert(child)
      case S_IFLNK: continue
      default:
        var file = old.files[name] ?? first(child, FileKey(status))
        let isNew = old.files[name] == nil && file.isPending
        let isRenamed = old.renamed.contains(name)
        if isNew || file.key != FileKey(status) || isRenamed && file.isPending {
          if file.key != FileKey(status) { file.refusal = nil }
          file.key = FileKey(status)
          file.state = .settling(since: now)
          file.isRenamed = isRenamed
          waiting[child] = settling.due(
            file, since: now, isRemote: old.isRemote, now: now, wall: wall)
        }
        files[name] = file
      }
    }
    for name in old.files.keys where files[name] == nil { waiting[path.appending(name)] = nil }
    directories[path]?.files = files
    directories[path]?.renamed = []
    keep(folders, below: path)
  }

  /// A file that is seen for the first time by this process.
  private func first(_ path: FilePath, _ key: FileKey) -> InboxFile {
    let isKnown = remembered[path].map { $0.key == key } ?? false
    return InboxFile(key: key, state: isKnown ? .known : .ready)
  }

  /// Adds the folders that are new, lets go of those that are gone.
  private mutating func keep(_ folders: Set<FilePath>, below path: FilePath) {
    let depth = path.components.count + 1
    if depth >= Walk.depthLimit, !folders.isEmpty {
      if directories[path]?.problem == nil {
        findings.append(.unreadable(path, .tooDeep(limit: Walk.depthLimit)))
      }
      return
    }
    for folder in folders where directories[folder] == nil { directories[folder] = Directory() }
    let gone = directories.keys.filter {
      !$0.bytes.isEmpty && $0.above == path && !folders.contains($0)
    }
    for folder in gone { drop(folder) }
  }

  /// Forgets a folder and all below it. Records stay: a file that is gone from the Inbox is no
  /// reason to forget a document.
  private mutating func drop(_ path: FilePath) {
    let below = path.bytes + [UInt8(ascii: "/")]
    for key in directories.keys where key == path || key.bytes.starts(with: below) {
      guard let directory = directories.removeValue(forKey: key) else { continue }
      for name in directory.files.keys { waiting[key.appending(name)] = nil }
      if let watch = directory.watch, paths[watch] == key {
        notifier?.forget(watch)
        paths[watch] = nil
      }
    }
  }

  subscript(path: FilePath) -> InboxFile? {
    get { directories[path.above]?.files[path.name] }
    set { directories[path.above]?.files[path.name] = newValue }
  }
}

extension FilePath {
  /// Without its last name; the empty path where there is one name only.
  var above: FilePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return FilePath("") }
    return FilePath(bytes: Array(bytes[..<slash]))
  }

  var name: [UInt8] {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes }
    return Array(bytes[(slash + 1)...])
  }

  /// The Inbox's own README.md says what the Inbox is for.
  fileprivate func isInboxNote(_ name: [UInt8]) -> Bool {
    bytes.isEmpty && name.elementsEqual("README.md".utf8)
  }
}
