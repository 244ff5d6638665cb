internal import GalleyModel

/// Appends JSON to a byte buffer. Keys are literals that need no escaping; text is valid UTF-8.
@safe
package struct JSONWriter: ~Copyable {
  /// Memory of `capacity` bytes, written up to `count`. Not an array: a piece then costs one look at
  /// the room, and no byte is set before it is written.
  private var room: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  /// The memory is an array's to be: nothing is left to free.
  private var isLent = true
  private var needsComma = false

  private init(lent buffer: UnsafeMutableBufferPointer<UInt8>, _ base: UnsafeMutablePointer<UInt8>)
  {
    unsafe room = base
    capacity = buffer.count
  }

  deinit { if !isLent { unsafe room.deallocate() } }

  /// What `body` writes. Where `capacity`, a guess, is enough, it is written into the array itself.
  package static func bytes(
    capacity: Int, _ body: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var overflow: [UInt8]?
    let fitting = unsafe [UInt8](unsafeUninitializedCapacity: max(64, capacity)) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      // The writer is gone before the buffer is.
      var out = unsafe JSONWriter(lent: buffer, base)
      body(&out)
      if out.isLent {
        count = out.count
      } else {
        overflow = unsafe Array(UnsafeBufferPointer(start: out.room, count: out.count))
      }
    }
    return overflow ?? fitting
  }

  /// An object on a line of its own.
  package static func line(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    bytes(capacity: 512) { out in
      out.object(body)
      out.newline()
    }
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  package mutating func array<Values: Sequence>(
    _ values: Values, _ body: (inout JSONWriter, Values.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for value in values { body(&self, value) }
    close(UInt8(ascii: "]"))
  }

  /// By places: a loop over the array itself would copy each element.
  package mutating func array<Value>(
    _ values: [Value], _ body: (inout JSONWriter, Value, _ index: Int) -> Void
  ) {
    open(UInt8(ascii: "["))
    let values = values.span
    for index in values.indices { body(&self, values[index], index) }
    close(UInt8(ascii: "]"))
  }

  // Inlined, so that a key is copied as a constant.
  @inline(__always)
  package mutating func key(_ key: StaticString) {
    item(key.utf8CodeUnitCount + 3) { out in
      out.byte(UInt8(ascii: "\""))
      out.text(key)
      out.byte(UInt8(ascii: "\""))
      out.byte(UInt8(ascii: ":"))
    }
    needsComma = false
  }

  package mutating func null() {
    item(4) { $0.text("null") }
    needsComma = true
  }

  package mutating func value(_ value: Int) {
    item(20) { $0.number(value) }
    needsComma = true
  }

  /// `{"start":0,"end":1}`, the commonest object.
  package mutating func value(_ range: Range<Int>) {
    item(60) { out in
      out.text("{\"start\":")
      out.number(range.lowerBound)
      out.text(",\"end\":")
      out.number(range.upperBound)
      out.byte(UInt8(ascii: "}"))
    }
    needsComma = true
  }

  /// A number of 0 or more with up to `digits` decimals, without trailing zeros.
  package mutating func value(_ value: Double, digits: Int) {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int(value * Double(scale) + 0.5)
    self.value(scaled / scale)
    var rest = scaled.magnitude % scale.magnitude
    if rest == 0 { return }
    append(UInt8(ascii: "."))
    while rest > 0 {
      scale /= 10
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / scale.magnitude))
      rest %= scale.magnitude
    }
  }

  package mutating func value(_ value: String) {
    // What is not stored as UTF-8 has no such storage.
    let isWritten: Void? = unsafe value.utf8.withContiguousStorageIfAvailable {
      unsafe self.value($0.span)
    }
    if isWritten == nil { self.value(value.utf8Span.span) }
  }

  package mutating func value(_ text: Span<UInt8>) {
    var at = 0
    item(text.count + 2) { out in
      out.byte(UInt8(ascii: "\""))
      at = out.plain(text, from: 0)
      if at == text.count { out.byte(UInt8(ascii: "\"")) }
    }
    if at < text.count {
      append(text.extracting(at...))
      append(UInt8(ascii: "\""))
    }
    needsComma = true
  }

  /// A string made of several pieces.
  package mutating func string(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "\""))
    body(&self)
    close(UInt8(ascii: "\""))
  }

  package mutating func append(_ text: String) {
    append(text.utf8Span.span)
  }

  /// Copies runs of plain bytes whole; only `"`, `\` and control bytes are written one at a time.
  package mutating func append(_ text: Span<UInt8>) {
    var at = 0
    while at < text.count {
      write(text.count - at) { at = $0.plain(text, from: at) }
      if at == text.count { return }
      escape(text[at])
      at += 1
    }
  }

  /// The digits of a number inside of a string, with zeros before them up to `width` of them.
  package mutating func append(_ value: Int, width: Int = 1) {
    var limit = 10
    for _ in 1..<max(1, width) {
      if value < limit { append(UInt8(ascii: "0")) }
      limit *= 10
    }
    write(20) { $0.number(value) }
  }

  package mutating func newline() {
    append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func escape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "t"))
    default:
      write(3) { $0.text("u00") }
      for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    }
  }

  private mutating func open(_ byte: UInt8) {
    item(1) { $0.byte(byte) }
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    append(byte)
    needsComma = true
  }

  private mutating func append(_ byte: UInt8) { write(1) { $0.byte(byte) } }

  /// A comma where one is due, and `limit` bytes at most.
  @inline(__always)
  private mutating func item(_ limit: Int, _ body: (inout Pen) -> Void) {
    let comma = needsComma
    write(limit + 1) { out in
      if comma { out.byte(UInt8(ascii: ",")) }
      body(&out)
    }
  }

  /// Makes room for `limit` bytes, which is the most that `body` may write.
  @inline(__always)
  private mutating func write(_ limit: Int, _ body: (inout Pen) -> Void) {
    if capacity - count < limit { grow(by: limit) }
    // `limit` bytes are left from `count` on, so the pen stays inside of the room.
    var pen = unsafe Pen(at: room + count)
    body(&pen)
    count = unsafe pen.at - room
  }

  @inline(never)
  private mutating func grow(by limit: Int) {
    let wider = max(2 * capacity, count + limit)
    let old = unsafe room
    unsafe room = .allocate(capacity: wider)
    // Both hold at least the `count` bytes that are written.
    unsafe room.update(from: old, count: count)
    if !isLent { unsafe old.deallocate() }
    isLent = false
    capacity = wider
  }
}
