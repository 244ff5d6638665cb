/// The source that each name stood for last. Names are bytes: two that Unicode holds for the same,
/// as `String` does, are two files.
package struct SourceNames: Sendable {
  private var digests: [[UInt8]: String] = [:]

  package subscript(name: String) -> String? {
    get { digests[Array(name.utf8)] }
    set { digests[Array(name.utf8)] = newValue }
  }

  package var all: [String] { digests.keys.map { String(decoding: $0, as: UTF8.self) } }

  mutating func keep(where isKept: (_ digest: String) -> Bool) {
    digests = digests.filter { isKept($0.value) }
  }
}
