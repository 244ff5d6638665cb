internal import ArgumentParser
internal import GalleyStore
internal import Glibc

/// Where things are unless an option says otherwise.
enum Settings {
  static var inbox: FilePath { environment("GALLEY_INBOX") ?? FilePath("Inbox") }
  static var store: FilePath { environment("GALLEY_STORE") ?? FilePath("Store") }

  static var profiles: FilePath { environment("GALLEY_PROFILES") ?? FilePath("Config/profiles") }

  private static func environment(_ name: String) -> FilePath? {
    guard let value = unsafe getenv(name), unsafe strlen(value) > 0 else { return nil }
    // getenv gives a NUL-terminated string.
    return unsafe FilePath(bytes: Array(UnsafeRawBufferPointer(start: value, count: strlen(value))))
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static var hasColor: Bool { isTerminal(1) && environment("NO_COLOR") == nil }

  /// In a colour of the terminal, by its SGR number.
  static func colored(_ text: String, _ color: Int, if hasColor: Bool) -> String {
    hasColor ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }

  /// Cores that this process may use.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// `-j 2`, `-j2` and `--jobs 2`.
let jobsName: NameSpecification = [.customShort("j", allowingJoined: true), .long]
