/// Finds values by 64-bit keys: open addressing over a power of two, at most half full.
///
/// A page asks it of each tag and attribute. A `Dictionary` spends more time on hashing a key than the scan
/// on all else that it does with a name.
struct KeyTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var key: UInt64
    var value: Value
  }

  private var entries: [Entry?]
  private var count = 0
  private var shift: UInt64

  init(capacity: Int = 64) {
    var bits: UInt64 = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    entries = Array(repeating: nil, count: 1 << bits)
    shift = 64 - bits
  }

  subscript(key: UInt64) -> Value? {
    var slot = slot(key)
    while let entry = entries[slot] {
      if entry.key == key { return entry.value }
      slot = (slot + 1) & (entries.count - 1)
    }
    return nil
  }

  /// Adds a value. The key must be new.
  mutating func insert(_ value: Value, for key: UInt64) {
    if (count + 1) * 2 > entries.count { grow() }
    place(Entry(key: key, value: value))
    count += 1
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: nil, count: old.count * 2)
    shift -= 1
    for case let entry? in old { place(entry) }
  }

  private mutating func place(_ entry: Entry) {
    var slot = slot(entry.key)
    while entries[slot] != nil { slot = (slot + 1) & (entries.count - 1) }
    entries[slot] = entry
  }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the high bits of a product
  /// with 2^64 over the golden ratio.
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}

/// FNV-1a over 64 bits. Two names with one hash are one in 10^12 pages.
struct NameHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  static func of(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash = NameHash()
    for byte in text { hash.combine(byte) }
    return hash.value
  }
}
