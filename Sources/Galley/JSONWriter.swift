internal import GalleyModel

/// Appends JSON to a byte buffer. Keys are literals that need no escaping; text is valid UTF-8.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(capacity: Int) { bytes.reserveCapacity(capacity) }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  package mutating func array<Values: Sequence>(
    _ values: Values, _ body: (inout JSONWriter, Values.Element) -> Void
  ) {
    open("[")
    for value in values { body(&self, value) }
    close("]")
  }

  package mutating func key(_ key: StaticString) {
    comma()
    needsComma = false
    quote()
    key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    quote()
    bytes.append(UInt8(ascii: ":"))
  }

  package mutating func null() { literal("null") }

  package mutating func value(_ value: Int) {
    comma()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var magnitude = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
      magnitude /= 10
    } while magnitude > 0
    bytes[start...].reverse()
  }

  /// A number of 0 or more with up to `digits` decimals, without trailing zeros.
  package mutating func value(_ value: Double, digits: Int) {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int(value * Double(scale) + 0.5)
    self.value(scaled / scale)
    var rest = scaled.magnitude % scale.magnitude
    if rest == 0 { return }
    bytes.append(UInt8(ascii: "."))
    while rest > 0 {
      scale /= 10
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / scale.magnitude))
      rest %= scale.magnitude
    }
  }

  package mutating func value(_ value: String) { self.value(value.utf8Span.span) }

  package mutating func value(_ text: Span<UInt8>) {
    comma()
    quote()
    append(text)
    quote()
  }

  /// A string made of several pieces.
  package mutating func string(_ body: (inout JSONWriter) -> Void) {
    comma()
    quote()
    body(&self)
    quote()
  }

  /// Copies runs of plain bytes whole; only `"`, `\` and control bytes are written one at a time.
  package mutating func append(_ text: Span<UInt8>) {
    var run = 0
    var at = 0
    while true {
      at = offsetOfEscape(in: text, from: at)
      copy(text.extracting(run..<at))
      guard at < text.count else { return }
      escape(text[at])
      at += 1
      run = at
    }
  }

  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(contentsOf: [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 })
    }
  }

  private mutating func copy(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func literal(_ text: StaticString) {
    comma()
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func open(_ byte: Unicode.Scalar) {
    comma()
    bytes.append(UInt8(ascii: byte))
    needsComma = false
  }

  private mutating func close(_ byte: Unicode.Scalar) {
    bytes.append(UInt8(ascii: byte))
    needsComma = true
  }

  private mutating func quote() { bytes.append(UInt8(ascii: "\"")) }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}

/// The offset of the first byte at or after `start` that JSON can't hold as it is, or `count`.
private func offsetOfEscape(in text: Span<UInt8>, from start: Int) -> Int {
  var at = start
  while at + 8 <= text.count {
    let word = Word.load(text, at)
    let hits =
      Word.between(word, 0x00, 0x1F) | Word.equal(word, UInt8(ascii: "\""))
      | Word.equal(word, UInt8(ascii: "\\"))
    if hits != 0 { return at + Word.first(hits) }
    at += 8
  }
  while at < text.count {
    let byte = text[at]
    if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return at }
    at += 1
  }
  return at
}
