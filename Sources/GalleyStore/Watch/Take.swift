internal import CLinux
internal import Glibc

/// A file whose turn has come, as it was when its writer was done.
struct Candidate {
  var path: FilePath
  var key: FileKey
}

/// What became of a candidate.
enum Fate {
  case stored
  case refused
  case retry
  /// It changed while it was read.
  case changing
  case gone
}

extension Tree {
  var pending: Int { waiting.count + queue.count - head }

  /// Of all that waits, the time of the last change of the one that has waited longest.
  var oldestPending: Instant? {
    let paths = Array(waiting.keys) + queue[head...]
    return paths.compactMap { self[$0]?.key.changed }.min()
  }

  /// Puts the files into the queue that have been left alone for long enough.
  mutating func collect() {
    let now = Clock.steady
    let due = waiting.filter { $0.value <= now }.keys.sorted()
    for path in due {
      guard var file = self[path] else {
        waiting[path] = nil
        continue
      }
      if case .retrying = file.state {} else { file.state = .ready }
      self[path] = file
      waiting[path] = nil
      queue.append(path)
    }
  }

  /// The next files of the queue, at most `documents` and about `bytes`. Those that somebody still
  /// writes go back to wait.
  mutating func take(documents: Int, bytes: Int) -> [Candidate] {
    var candidates: [Candidate] = []
    var size = 0
    while head < queue.count, candidates.count < documents, size < bytes {
      let path = queue[head]
      head += 1
      guard let candidate = examine(path) else { continue }
      candidates.append(candidate)
      size += Int(candidate.key.size)
    }
    if head == queue.count {
      queue = []
      head = 0
    }
    return candidates
  }

  private mutating func examine(_ path: FilePath) -> Candidate? {
    guard let file = self[path], file.isPending else { return nil }
    do throws(SystemError) {
      let open = try root.open(path)
      let status = try open.status(path)
      guard FileKey(status) == file.key else {
        settle(path, FileKey(status))
        return nil
      }
      return isLeftAlone(path, file, open, status) ? Candidate(path: path, key: file.key) : nil
    } catch {
      // The intake says why it can't be opened.
      return Candidate(path: path, key: file.key)
    }
  }

  /// Asks the kernel for writers. What it can't tell, on file systems without leases and of other
  /// users' files, the quiet period must.
  private mutating func isLeftAlone(
    _ path: FilePath, _ file: InboxFile, _ open: borrowing Descriptor, _ status: stat
  ) -> Bool {
    guard status.st_mode & S_IFMT == S_IFREG else { return true }
    // A change within the tick of the last one would have the same time and not be seen.
    let sinceChange = Clock.stamp &- file.key.changed
    if sinceChange <= 0, sinceChange > -.seconds(1) {
      waiting[path] = Clock.steady + .milliseconds(1)
      return false
    }
    switch galley_writer_check(open.raw) {
    case 0: return true
    case EAGAIN:
      hold(path, file)
      return false
    default:
      guard file.isRenamed, Clock.wall &- file.key.modified < settling.quiet else { return true }
      settle(path, file.key)
      return false
    }
  }

  /// Somebody has it open to write: looks again, the later the longer that lasts.
  private mutating func hold(_ path: FilePath, _ file: InboxFile) {
    var file = file
    let now = Clock.steady
    let held = now &- (file.heldSince ?? now)
    if file.heldSince == nil {
      file.heldSince = now
      findings.append(.held(path))
    }
    self[path] = file
    waiting[path] = now + min(.seconds(5), max(settling.quiet, held))
  }

  /// Begins the quiet period anew.
  private mutating func settle(_ path: FilePath, _ key: FileKey) {
    let now = Clock.steady
    let isRemote = directories[path.above]?.isRemote ?? false
    let file = InboxFile(key: key, state: .settling(since: now), heldSince: self[path]?.heldSince)
    self[path] = file
    waiting[path] = settling.due(
      file, since: now, isRemote: isRemote, now: now, wall: Clock.wall)
  }

  /// Notes that a candidate is no document; returns whether that is news.
  mutating func refuse(_ candidate: Candidate, code: String) -> Bool {
    let known = self[candidate.path]?.refusal
    finish(candidate, .refused)
    self[candidate.path]?.refusal = code
    return known != code
  }

  /// Returns how often a candidate that is to be tried again has been tried.
  @discardableResult
  mutating func finish(_ candidate: Candidate, _ fate: Fate) -> Int {
    guard var file = self[candidate.path] else { return 0 }
    file.heldSince = nil
    switch fate {
    case .stored: file.state = .known
    case .refused: file.state = .refused
    case .changing:
      settle(candidate.path, candidate.key)
      return 0
    case .gone:
      self[candidate.path] = nil
      directories[candidate.path.above]?.isDirty = true
      return 0
    case .retry:
      let tries = if case .retrying(let tries) = file.state { tries + 1 } else { 1 }
      file.state = .retrying(tries: tries)
      waiting[candidate.path] = Clock.steady + retryDelay(after: tries - 1)
      self[candidate.path] = file
      return tries
    }
    self[candidate.path] = file
    return 0
  }

  /// Puts back what could not be stored for no fault of its own.
  mutating func putBack(_ candidates: some Sequence<Candidate>) {
    queue += candidates.map(\.path)
  }

  /// What is refused is looked at once more: the limits may be others now.
  mutating func reconsider() {
    for (path, directory) in directories {
      for (name, file) in directory.files where file.state == .refused {
        directories[path]?.files[name]?.state = .ready
        queue.append(path.appending(name))
      }
    }
  }

  /// All that a later start need not read.
  func rows(_ digest: (FilePath) -> String?) -> [(FilePath, Seen.Row)] {
    directories.flatMap { path, directory in
      directory.files.compactMap { name, file -> (FilePath, Seen.Row)? in
        guard file.state == .known else { return nil }
        let child = path.appending(name)
        return digest(child).map { (child, Seen.Row(key: file.key, outcome: $0)) }
      }
    }
  }
}
