internal import Galley
package import GalleyModel
package import GalleyRead

/// A document that was processed, on its way into the store.
package struct Document: Sendable {
  /// What the source was called when it came in; `record.sourceName` is what it was called first.
  package var name: String
  package var source: [UInt8]
  package var record: Record
  /// What somebody told of the source's encoding, now or once.
  var encoding: String?
  /// The record's file: a line of JSON.
  var json: [UInt8]
  /// SHA-256 of `json`.
  var digest: String

  /// Processes `source`. Pure: of the store it asks only what the source was called first, what was
  /// told of its encoding and which document it belongs to, so that a copy under another name or a
  /// better rule for titles gives neither a second record nor another id.
  package init(
    _ source: Source, knownTo catalogue: Catalogue, by policy: ProfilePolicy = .use(.builtin)
  ) throws(ReadError) {
    var own = source
    own.encoding = source.encoding ?? catalogue.encoding(of: source)
    var record = try process(own, by: policy)
    if let known = catalogue.sources[record.sourceSHA256] {
      if known.name != source.name {
        own.name = known.name
        record = try process(own, by: policy)
      }
      record.id = known.id
    }
    self.init(name: source.name, source: source.bytes, record: record)
    encoding = own.encoding
  }

  init(name: String, source: [UInt8], record: Record) {
    self.name = name
    self.source = source
    self.record = record
    let json = Galley.json(record) + [UInt8(ascii: "\n")]
    self.json = json
    digest = sha256(json.span)
  }
}
