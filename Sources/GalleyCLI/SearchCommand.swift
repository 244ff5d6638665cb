internal import ArgumentParser
internal import GalleyStore
internal import Glibc

/// Hands over to `galley-search`, which stands beside this program: the library that searches would
/// make every other verb start later.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the sections of the Store's records.",
    discussion: "Example: galley search 人工智能 --year 2024 -n 5; more with galley search --help")

  @Argument(parsing: .captureForPassthrough, help: "What to look for, and options.")
  var arguments: [String] = []

  func run() throws {
    // What the configuration says; an option among the arguments overrides it.
    _ = Settings.store.withCString { unsafe setenv("GALLEY_STORE", $0, 1) }
    guard let own = Self.ownPath else { Exit.stop("/proc/self/exe can't be read", Exit.io) }
    let folder = FilePath(bytes: Array(own.bytes[..<(own.bytes.lastIndex(of: 0x2F) ?? 0)]))
    let program = folder.appending("galley-search".utf8)
    let words = [program] + arguments.map { FilePath(argument: $0) }
    // Each word is copied with its final NUL; execv returns only where it failed.
    var pointers = unsafe words.map { word in word.withCString { unsafe strdup($0) } }
    unsafe pointers.append(nil)
    _ = program.withCString { unsafe execv($0, pointers) }
    Exit.stop(
      "\(program.text): \(unsafe String(cString: strerror(errno))); it comes with galley: build it with "
        + "Scripts/galley, or install both in one folder", Exit.io)
  }

  private static var ownPath: FilePath? {
    var path = [UInt8](repeating: 0, count: 4096)
    let count = unsafe path.withUnsafeMutableBytes { buffer in
      // The kernel writes at most 4096 bytes into a buffer of that size.
      unsafe buffer.bindMemory(to: CChar.self).baseAddress.map { start in
        unsafe readlink("/proc/self/exe", start, 4096)
      }
    }
    path.removeLast(path.count - max(0, count ?? 0))
    return path.isEmpty ? nil : FilePath(bytes: path)
  }
}
