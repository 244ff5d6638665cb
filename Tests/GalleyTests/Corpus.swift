import Foundation
import Galley
import GalleyModel

/// A document that the tests of the whole way of the data read.
struct Document: Sendable {
  var source: Source
  var name: String { source.name }

  /// The inputs of Tests/Cases.
  static let cases: [Document] = files(in: casesFolder, named: "input").filter { !$0.isEmpty }

  /// The corpora beside the repository, where they are.
  static let shared: [Document] = sharedFolders.flatMap { files(in: $0) }

  static let lists = files(in: sharedFolders[0])

  static let all = cases + shared
  static let texts = all.filter { !$0.isPage }

  /// The repository.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let casesFolder = root.appendingPathComponent("Tests/Cases")

  private static var sharedFolders: [URL] {
    let root = ProcessInfo.processInfo.environment["GALLEY_SHARED"] ?? "../shared"
    return ["eval/lists/dev", "eval/clean/data/dev"].map {
      URL(fileURLWithPath: root).appendingPathComponent($0)
    }
  }

  var isPage: Bool { source.name.hasSuffix("html") }
  private var isEmpty: Bool { source.bytes.isEmpty }

  /// The texts and pages of a folder and the folders in it, in order of name.
  private static func files(in folder: URL, named stem: String? = nil) -> [Document] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).sorted().compactMap { path in
      let url = folder.appendingPathComponent(path)
      guard ["txt", "html"].contains(url.pathExtension) else { return nil }
      guard stem == nil || url.deletingPathExtension().lastPathComponent == stem else { return nil }
      guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
      return Document(source: Source(name: path, bytes: Array(data)))
    }
  }

  /// The same document in another encoding, if that has all of its characters.
  func recoded(to encoding: String) -> Document? {
    recode(source.bytes, from: "utf-8", to: encoding).map {
      Document(source: Source(name: source.name, bytes: $0))
    }
  }
}
