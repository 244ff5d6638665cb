import Foundation
import Glibc

@testable import GalleyStore

/// A folder of a test's own, gone with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    // In memory where there is such a place: these tests sync a lot.
    let memory = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    path = parent + "/galley-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where `name` is in the folder.
  func callAsFunction(_ name: String) -> FilePath { FilePath(path + "/" + name) }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  func makePipe(_ name: String) {
    let made = (self(name)).withCString { unsafe mkfifo($0, 0o600) }
    precondition(made == 0)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// All regular files below `name`, by their paths relative to it.
  func files(below name: String) throws -> [String: [UInt8]] {
    let folder = path + "/" + name
    var files: [String: [UInt8]] = [:]
    for case let file as String in FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
    {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + file)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      files[file] = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
    }
    return files
  }
}
