internal import CLinux
internal import GalleyConfig
internal import GalleyModel
internal import GalleyStore
internal import Glibc

/// Where things are unless an option says otherwise.
enum Settings {
  static var inbox: FilePath { path(.inbox, of: configuration) ?? FilePath("Inbox") }
  static var store: FilePath { path(.store, of: configuration) ?? FilePath("Store") }
  static var profiles: FilePath {
    path(.profiles, of: configuration) ?? FilePath("Config/profiles")
  }
  static var namesProfiles: Bool { configuration[.profiles].origin != .standard }
  static var jobs: Int { jobs(of: configuration) }
  static var maxBytes: Int { configuration.count(.maxBytes) }

  /// Cores where the configuration has no number.
  static func jobs(of configuration: Configuration) -> Int {
    let count = configuration.count(.jobs)
    return count > 0 ? count : cores
  }

  /// Read once, and the end of the process where it has mistakes.
  static let configuration: Configuration = {
    do {
      return try load()
    } catch {
      Exit.stop(error)
    }
  }()

  /// Says once what is likely a typing error, which would go unnoticed.
  private static let warnings: Void = {
    for (name, meant) in Configuration.misspelt(variables) {
      writeError("galley: the variable \(name) means nothing; did you mean \(meant)?\n")
    }
  }()

  /// The file, where there is one, and the environment.
  static func load() throws(ConfigurationError) -> Configuration {
    _ = warnings
    let named = environment("GALLEY_CONFIG")
    let path = named ?? FilePath("Config/galley.yaml")
    let intake = Intake(limit: 1 << 20)
    var file: (name: String, bytes: [UInt8])?
    do {
      let input = Intake.Input(name: path.text, location: .path(path))
      file = (path.text, try intake.read(input).bytes)
    } catch .missing where named == nil {
      file = nil
    } catch {
      throw .unreadable(path.text)
    }
    return try Configuration(file: file) { environment($0)?.text }
  }

  static func path(_ setting: Setting, of configuration: Configuration) -> FilePath? {
    let value = configuration[setting]
    guard let text = value.text else { return nil }
    // A variable's bytes were made a text; the file's are one.
    if case .variable = value.origin { return FilePath(text: text) }
    return FilePath(text)
  }

  private static func environment(_ name: String) -> FilePath? {
    guard let value = unsafe getenv(name), unsafe strlen(value) > 0 else { return nil }
    // getenv gives a NUL-terminated string.
    return unsafe FilePath(bytes: Array(UnsafeRawBufferPointer(start: value, count: strlen(value))))
  }

  /// The names of all variables.
  private static var variables: [String] {
    var names: [String] = []
    guard var entry = unsafe galley_environment() else { return [] }
    // A list of NUL-terminated strings with a null pointer at its end.
    while let variable = unsafe entry.pointee {
      names.append(String(unsafe String(cString: variable).prefix { $0 != "=" }))
      unsafe entry += 1
    }
    return names
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
