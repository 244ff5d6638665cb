internal import ArgumentParser
internal import Galley
internal import GalleyModel
internal import GalleyProfile

struct ProfileTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests that profiles carry.",
    discussion: """
      Exit code 1 where one fails.

      Example: galley profile test Config/profiles/zh-tr10.yaml
      """)

  @Option(help: "The folder of profiles (GALLEY_PROFILES; else Config/profiles).")
  var profiles: String?
  @Flag(help: "A line of JSON a test.") var json = false
  @Argument(help: "Names or files; without any, all profiles of the folder.")
  var files: [String] = []

  func run() throws {
    let folder = ProfileFolder(profiles)
    let trial = Trial(contents: ProfileFolder.contents) { try process($0, with: $1) }
    var failed = 0
    var count = 0
    let all = try folder.files()
    for name in files.isEmpty ? all : files {
      let file = try folder.file(name)
      let profile = try ProfileFolder.loader.load(file)
      if profile.tests.isEmpty { writeError("galley: \(file) has no tests\n") }
      for result in trial.run(profile, file: file) {
        count += 1
        if !result.failures.isEmpty { failed += 1 }
        write(json ? Self.json(result, file) : Self.lines(result, file))
      }
    }
    if count == 0 { writeError("galley: no tests in \(folder.path)\n") }
    if !json { write(Array("\(count - failed) of \(count) passed\n".utf8)) }
    if failed > 0 || count == 0 { throw ExitCode(Exit.someFailed) }
  }

  private static func lines(_ result: TrialResult, _ file: String) -> [UInt8] {
    let isPassed = result.failures.isEmpty
    let mark = Settings.colored(isPassed ? "✓" : "✗", isPassed ? 32 : 31, if: Settings.hasColor)
    var out = "\(mark) \(file):\(result.line)  \(result.name)\n"
    for failure in result.failures { out += "    \(failure)\n" }
    return Array(out.utf8)
  }

  private static func json(_ result: TrialResult, _ file: String) -> [UInt8] {
    JSONWriter.line { out in
      out.key("file")
      out.value(file)
      out.key("line")
      out.value(result.line)
      out.key("test")
      out.value(result.name)
      out.key("status")
      out.value(result.failures.isEmpty ? "passed" : "failed")
      out.key("failures")
      out.array(result.failures) { $0.value($1) }
    }
  }
}
