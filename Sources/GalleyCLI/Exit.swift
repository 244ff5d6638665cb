internal import ArgumentParser
internal import GalleyConfig
internal import GalleyProfile
internal import GalleyRead
internal import GalleyStore
internal import Glibc

/// Exit codes: those of sysexits.h, and 2 for usage as shells and most tools have it.
enum Exit {
  static let someFailed: Int32 = 1
  static let usage: Int32 = 2
  static let badData: Int32 = 65
  static let io: Int32 = 74
  static let busy: Int32 = 75
  static let configuration: Int32 = 78

  static func code(for error: StoreError) -> Int32 {
    switch error {
    case .notAFolder: configuration
    case .locked: busy
    case .cannotOpen, .full, .failed: io
    }
  }

  static func code(for error: IntakeError) -> Int32 {
    if case .failed = error { return io }
    return badData
  }

  static func code(for error: OutputError) -> Int32 {
    if case .insideInput = error { return usage }
    return io
  }

  /// Ends the process with a message.
  static func stop(_ message: String, _ code: Int32) -> Never {
    writeError("galley: \(message)\n")
    exit(code)
  }

  /// Ends the process with what a verb threw.
  static func stop(_ error: any Error) -> Never {
    switch error {
    case let error as StoreError: stop("\(error)", code(for: error))
    case let error as IntakeError: stop("\(error)", code(for: error))
    case let error as ReadError: stop("\(error)", badData)
    case let error as Overlap: stop("\(error)", configuration)
    case let error as OutputError: stop("\(error)", code(for: error))
    case let error as ProfileError: stop("\(error)", configuration)
    case let error as ConfigurationError: stop("\(error)", configuration)
    default: break
    }
    let code = GalleyCommand.exitCode(for: error)
    guard code == .validationFailure else { GalleyCommand.exit(withError: error) }
    writeError(GalleyCommand.fullMessage(for: error) + "\n")
    exit(usage)
  }
}

/// A folder that is written lies in one that is read, so that what is written would be read again, for ever.
struct Overlap: Error, CustomStringConvertible {
  /// What the folder is for, as in `the store`.
  var role: String
  var path: FilePath
  var folder: FilePath

  static func check(_ role: String, _ path: FilePath, outside folders: [FilePath]) throws(Overlap) {
    guard let folder = folders.first(where: path.lies) else { return }
    throw Overlap(role: role, path: path, folder: folder)
  }

  var description: String {
    "E318 \(role) \(path.text) lies in \(folder.text), which is read: it would be taken in again and "
      + "again; name a folder outside of it"
  }
}
