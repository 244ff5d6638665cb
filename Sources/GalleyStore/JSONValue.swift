/// A JSON value, for the store's own files: the feed, and records when the feed must be mended.
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  package var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The number where it is whole.
  package var integer: Int? {
    guard case .number(let value) = self else { return nil }
    return Int(exactly: value)
  }

  /// The elements of an array; none of anything else.
  package var elements: [JSONValue] {
    guard case .array(let values) = self else { return [] }
    return values
  }

  /// nil where `bytes` are not one JSON value, in UTF-8, nested at most 64 deep.
  package init?(_ bytes: some Collection<UInt8>) {
    var parser = Parser(bytes: Array(bytes))
    guard let value = parser.value(depth: 0) else { return nil }
    parser.skipSpace()
    guard parser.at == parser.bytes.count else { return nil }
    self = value
  }
}

private struct Parser {
  let bytes: [UInt8]
  var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard at < bytes.count, depth < 64 else { return nil }
    switch Unicode.Scalar(bytes[at]) {
    case "{": return object(depth: depth)
    case "[": return array(depth: depth)
    case "\"": return string().map(JSONValue.string)
    case "n": return take("null") ? .null : nil
    case "t": return take("true") ? .bool(true) : nil
    case "f": return take("false") ? .bool(false) : nil
    default: return number()
    }
  }

  mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    skipSpace()
    let end = at + text.utf8CodeUnitCount
    guard end <= bytes.count,
      text.withUTF8Buffer({ unsafe bytes[at..<end].elementsEqual($0) })
    else { return false }
    at = end
    return true
  }

  private mutating func object(depth: Int) -> JSONValue? {
    guard take("{") else { return nil }
    var members: [String: JSONValue] = [:]
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard let key = string(), take(":"), let value = value(depth: depth + 1) else { return nil }
      members[key] = value
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    guard take("[") else { return nil }
    var values: [JSONValue] = []
    if take("]") { return .array(values) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    } while take(",")
    return take("]") ? .array(values) : nil
  }

  private mutating func number() -> JSONValue? {
    let start = at
    while at < bytes.count, "+-.0123456789eE".utf8.contains(bytes[at]) { at += 1 }
    return Double(String(decoding: bytes[start..<at], as: UTF8.self)).map(JSONValue.number)
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var out: [UInt8] = []
    var run = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        out += bytes[run..<at]
        at += 1
        return String(validating: out, as: UTF8.self)
      }
      guard byte >= 0x20 else { return nil }
      guard byte == UInt8(ascii: "\\") else {
        at += 1
        continue
      }
      out += bytes[run..<at]
      at += 1
      guard let scalar = escape() else { return nil }
      out += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      run = at
    }
    return nil
  }

  /// The character of an escape, after its backslash.
  private mutating func escape() -> Unicode.Scalar? {
    guard at < bytes.count else { return nil }
    at += 1
    switch Unicode.Scalar(bytes[at - 1]) {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u":
      guard let high = unit() else { return nil }
      guard high & 0xFC00 == 0xD800 else { return Unicode.Scalar(high) }
      guard take("\\u"), let low = unit(), low & 0xFC00 == 0xDC00 else { return nil }
      return Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF)
    case let other where "\"\\/".unicodeScalars.contains(other): return other
    default: return nil
    }
  }

  private mutating func unit() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    defer { at += 4 }
    return UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
  }
}
