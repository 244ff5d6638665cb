internal import CLinux
internal import GalleyModel
internal import Glibc

/// Prints MB per CPU second from file to JSON, the share of each stage, and the start-up time.
@main
struct Bench {
  static func main() {
    galley_keep_large_blocks()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count == 3, arguments[0] == "corpus" {
      write(Corpus(megabytes: Int(arguments[2]) ?? 1, pages: false), to: arguments[1])
      return
    }
    if arguments.first == "cleaning" { return reportSeconds(toClean: arguments.dropFirst()) }
    guard (1...3).contains(arguments.count) else {
      print(
        """
        usage: galley-bench PATH-OF-GALLEY [MEGABYTES [text|html|clean]]
               galley-bench corpus DIR MEGABYTES
               galley-bench cleaning FILE...
        """)
      exit(2)
    }
    let megabytes = arguments.count > 1 ? Int(arguments[1]) ?? 50 : 50
    let kind = arguments.count > 2 ? arguments[2] : nil
    if kind == nil || kind == "text" { report("text", Corpus(megabytes: megabytes, pages: false)) }
    if kind == nil || kind == "clean" { reportCleaning() }
    if kind == "clean" { return }
    if kind != "text" { report("HTML", Corpus(megabytes: megabytes, pages: true)) }
    startUp(arguments[0])
  }

  static func write(_ corpus: Corpus, to folder: String) {
    for (number, article) in corpus.articles.enumerated() {
      guard save(article, to: "\(folder)/\(number).txt") else { exit(74) }
    }
  }

  /// The CPU seconds that it takes to clean the files, which are in memory already: the median of five runs.
  static func reportSeconds(toClean paths: ArraySlice<String>) {
    let documents = paths.map(load)
    let times = (0..<5).map { _ in documents.reduce(0) { $0 + secondsToClean($1) } }.sorted()
    print(fixed(times[times.count / 2], decimals: 6))
  }

  /// Five runs over the corpus; the one with the median total is printed.
  static func report(_ name: String, _ corpus: Corpus) {
    let runs = (0..<5).map { _ in measure(corpus) }.sorted { $0.total < $1.total }
    let run = runs[runs.count / 2]
    let megabytes = Double(run.bytes) / 1e6
    print(
      "\(name): \(fixed(megabytes, decimals: 1)) MB in \(corpus.articles.count) documents, "
        + "\(Int(megabytes / run.total)) MB per CPU second "
        + "(\(Int(megabytes / runs[4].total)) to \(Int(megabytes / runs[0].total)) in 5 runs), "
        + "\(run.sections) sections, \(run.repairs) repairs")
    for (stage, seconds) in run.stages {
      let share = fixed(100 * seconds / run.total, decimals: 1)
      print("  \(stage)  \(String(repeating: " ", count: 10 - stage.count))\(share) %")
    }
  }

  /// Cleaning alone, of one document that is not made of repeated parts: the cost of a megabyte must not
  /// depend on how many there are.
  static func reportCleaning() {
    var speeds: [Double] = []
    for megabytes in [1, 10, 100] {
      let document = Corpus(megabytes: megabytes, pages: false).articles.flatMap { $0 }
      // As many megabytes of each, so that a moment's noise does not cover all runs of the shortest.
      let runs = max(5, 200 / megabytes)
      let times = (0..<runs).map { _ in secondsToClean(document) }.sorted()
      speeds.append(Double(document.count) / 1e6 / times[times.count / 2])
      print(
        "cleaning one document of \(megabytes) MB: \(Int(speeds[speeds.count - 1])) MB per CPU second"
      )
    }
    let spread = 100 * (1 - (speeds.min() ?? 0) / (speeds.max() ?? 1))
    print("  the slowest is \(Int(spread.rounded())) % under the fastest")
  }

  /// The median wall-clock time of 31 starts of `galley --version`.
  static func startUp(_ tool: String) {
    let times = (0..<31).compactMap { _ in secondsToRun(tool, "--version") }.sorted()
    guard !times.isEmpty else {
      print("start-up: \(tool) can't be started")
      exit(1)
    }
    print(
      "start-up: \(fixed(1000 * times[times.count / 2], decimals: 2)) ms (median of \(times.count))"
    )
  }
}
