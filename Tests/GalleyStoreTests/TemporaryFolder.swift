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

  func write(_ files: [String: [UInt8]], below name: String) throws {
    for (path, bytes) in files { try write(bytes, to: name + "/" + path) }
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

  /// A file's bytes; none where there is no such file.
  func read(_ name: String) throws -> [UInt8] {
    guard let file = try? Descriptor.open(self(name), flags: Descriptor.readFlags) else {
      return []
    }
    return try file.readAll(self(name))
  }

  /// All regular files below `name`, by their paths relative to it; none where nothing is there.
  func files(below name: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    if let root = try? Descriptor.open(self(name), flags: Descriptor.folderFlags) {
      try collect(root, "", &files)
    }
    return files
  }

  /// By the store's own calls: Foundation takes ten times as long, and tests look often.
  private func collect(
    _ folder: borrowing Descriptor, _ prefix: String, _ files: inout [String: [UInt8]]
  ) throws {
    for (name, type) in try folder.names(FilePath(prefix)) {
      let path = FilePath(bytes: name)
      let text = prefix + String(decoding: name, as: UTF8.self)
      if type == UInt8(DT_DIR) {
        let inner = try Descriptor.open(path, in: folder.raw, flags: Descriptor.folderFlags)
        try collect(inner, text + "/", &files)
      } else if type == UInt8(DT_REG) {
        let file = try Descriptor.open(path, in: folder.raw, flags: Descriptor.readFlags)
        files[text] = try file.readAll(path)
      }
    }
  }
}
