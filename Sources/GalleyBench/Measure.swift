internal import Galley
internal import GalleyModel
internal import Glibc

struct Measurement {
  var bytes = 0
  var sections = 0
  var repairs = 0
  /// CPU seconds, user and system.
  var total = 0.0
  /// CPU seconds of each stage, in order.
  var stages: [(name: String, seconds: Double)] = []
}

/// Writes the corpus to files, then takes each from file to JSON, one after the other.
func measure(_ corpus: Corpus) -> Measurement {
  let file = "/tmp/galley-bench-\(getpid())"
  defer { unsafe unlink(file) }
  var out = Measurement()
  var clock = StageClock()
  for (number, article) in corpus.articles.enumerated() {
    guard save(article, to: file) else { continue }
    clock.begin()
    let source = Source(name: "\(number).bench", bytes: load(file))
    clock.end("file")
    do {
      let record = try process(source) { clock.end($0) }
      let line = json(record)
      clock.end("write")
      out.bytes += article.count
      out.sections += record.sections.count
      out.repairs += line.isEmpty ? 0 : record.repairs.count
    } catch {
      print("document \(number): \(error)")
    }
  }
  out.stages = clock.stages
  out.total = clock.stages.reduce(0) { $0 + $1.seconds }
  return out
}

/// CPU seconds from a document's bytes to its clean text.
func secondsToClean(_ document: [UInt8]) -> Double {
  let source = Source(name: "clean.bench", bytes: document)
  var clock = StageClock()
  clock.begin()
  do {
    let text = try cleaned(source).text
    clock.end("clean")
    if text.isEmpty { print("nothing is left") }
  } catch {
    print("\(error)")
  }
  return clock.stages.reduce(0) { $0 + $1.seconds }
}

/// CPU time of this thread between calls, added up under the stages' names.
struct StageClock {
  private(set) var stages: [(name: String, seconds: Double)] = []
  private var last = 0.0

  mutating func begin() { last = Self.now() }

  mutating func end(_ stage: String) {
    let now = Self.now()
    defer { last = Self.now() }
    if let index = stages.firstIndex(where: { $0.name == stage }) {
      stages[index].seconds += now - last
    } else {
      stages.append((stage, now - last))
    }
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

func save(_ bytes: [UInt8], to path: String) -> Bool {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  guard descriptor >= 0 else { return false }
  defer { close(descriptor) }
  return unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    == bytes.count
}

func load(_ path: String) -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY)
  guard descriptor >= 0 else { return [] }
  defer { close(descriptor) }
  var status = stat()
  unsafe fstat(descriptor, &status)
  // `read` writes at most the buffer's capacity and says how many bytes it wrote.
  return unsafe [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
    count = unsafe max(0, read(descriptor, buffer.baseAddress, buffer.count))
  }
}

/// Wall-clock seconds from the start of a program to its end; nil where it can't be started.
func secondsToRun(_ tool: String, _ argument: String) -> Double? {
  var begin = timespec()
  var end = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &begin)
  var child: pid_t = 0
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  let started = unsafe tool.withCString { tool in
    unsafe argument.withCString { argument in
      var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [
        UnsafeMutablePointer(mutating: tool), UnsafeMutablePointer(mutating: argument), nil,
      ]
      return unsafe posix_spawn(&child, tool, &actions, nil, &arguments, environ)
    }
  }
  guard started == 0 else { return nil }
  var status: Int32 = 0
  unsafe waitpid(child, &status, 0)
  unsafe clock_gettime(CLOCK_MONOTONIC, &end)
  guard status == 0 else { return nil }
  return Double(end.tv_sec - begin.tv_sec) + Double(end.tv_nsec - begin.tv_nsec) / 1e9
}
