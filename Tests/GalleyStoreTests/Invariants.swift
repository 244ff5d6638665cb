import GalleyModel

@testable import GalleyStore

/// What is wrong with a store.
struct Fault: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// What must hold at any moment: a reader sees whole records only, each with its source, and what
/// the feed tells has happened.
func checkVisible(_ folder: TemporaryFolder) throws {
  let records = try folder.files(below: "Store/records")
  let blobs = try folder.files(below: "Store/blobs")
  for (path, blob) in blobs {
    let digest = Facts(of: blob).digest
    guard path == "\(digest.prefix(2))/\(digest)" else { throw Fault("\(path) is torn") }
  }
  func hasBlob(_ digest: String) -> Bool { blobs["\(digest.prefix(2))/\(digest)"] != nil }
  for (name, bytes) in records {
    let facts = Facts(of: bytes)
    guard let id = facts.id, name == id + ".json", let source = facts.source else {
      throw Fault("\(name) is torn")
    }
    guard hasBlob(source) else { throw Fault("\(name) has no source") }
  }
  let told = Told(try folder.read("Store/changes.jsonl"))
  for (id, head) in told.feed.catalogue.documents {
    // A newer record may be there already; what was told must be.
    guard let record = records[id + ".json"], hasBlob(head.source) else {
      throw Fault("\(id) is told but not there")
    }
    let digest = Facts(of: record).digest
    guard digest == head.record || !told.changes.contains(where: { $0.record == digest }) else {
      throw Fault("\(id) is told but there is an older one")
    }
  }
}

/// What must hold after a start: the feed tells of each record as it is.
func checkTold(_ folder: TemporaryFolder) throws {
  let told = Told(try folder.read("Store/changes.jsonl")).feed.catalogue.documents
  let found = try folder.files(below: "Store/records").map {
    (String($0.key.dropLast(5)), Facts(of: $0.value).digest)
  }
  guard told.mapValues(\.record) == Dictionary(uniqueKeysWithValues: found) else {
    throw Fault("the feed is behind")
  }
}

/// What must hold once a run came to its end: the feed is whole.
func checkFeed(_ folder: TemporaryFolder) throws {
  let lines = try folder.read("Store/changes.jsonl")
  let told = Told(lines)
  guard told.changes.map(\.sequence) == Array(1..<told.changes.count + 1) else {
    throw Fault("gaps")
  }
  guard told.feed.unreadable == 0, lines.last ?? 0x0A == 0x0A else {
    throw Fault("bad lines in the feed")
  }
}

/// What a record or a source says.
struct Facts: Sendable {
  let digest: String
  /// Of a record.
  let id: String?
  let source: String?

  private static let known = Memory<Facts>()

  init(of bytes: [UInt8]) { self = Self.known(bytes) { Facts(reading: bytes) } }

  private init(reading bytes: [UInt8]) {
    let record = JSONValue(bytes)
    digest = sha256(bytes.span)
    id = record?["id"]?.string
    source = record?["source"]?["sha256"]?.string
  }
}

/// What a feed says: in whole lines, for one that lacks its end tells nothing yet.
struct Told: Sendable {
  let feed: Feed
  let changes: [Change]

  private static let known = Memory<Told>()

  init(_ bytes: [UInt8]) {
    self = Self.known(bytes) {
      let feed = Feed(bytes)
      let lines = bytes.prefix(feed.wholeBytes).split(separator: 0x0A)
      return Told(feed: feed, changes: lines.compactMap { Change(line: $0) })
    }
  }

  private init(feed: Feed, changes: [Change]) {
    self.feed = feed
    self.changes = changes
  }
}

/// Values by bytes: the same few files are looked at again and again.
final class Memory<Value: Sendable>: Sendable {
  private let known = Locked<[[UInt8]: Value]>([:])

  func callAsFunction(_ bytes: [UInt8], _ make: () -> Value) -> Value {
    if let value = known.withLock({ $0[bytes] }) { return value }
    let value = make()
    known.withLock { $0[bytes] = value }
    return value
  }
}
