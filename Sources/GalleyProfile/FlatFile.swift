/// A YAML file that is one mapping of known keys to single values, as a configuration is.
package struct FlatFile {
  package struct Entry: Sendable {
    package var key: String
    /// nil where the key stands there without a value.
    package var text: String?
    package var place: Place
  }

  package private(set) var entries: [Entry] = []

  /// An empty file has no entries. Everything that is wrong is told at once.
  package init(_ bytes: [UInt8], name: String, keys: [String]) throws(ProfileError) {
    var reader = ProfileReader(file: name)
    let start = Place(line: 1, column: 1)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      reader.note("not UTF-8", at: start, "")
      throw .invalid(reader.problems)
    }
    do {
      guard let root = try YAMLNode.compose(text) else { return }
      for entry in reader.entries(of: root, at: "", known: keys) {
        let value: String? =
          if case .null = entry.value.value { nil } else { reader.text(entry) }
        entries.append(Entry(key: entry.key, text: value, place: entry.value.place))
      }
    } catch {
      reader.note(error.message, at: error.place, "")
    }
    if !reader.problems.isEmpty { throw .invalid(reader.problems) }
  }
}
