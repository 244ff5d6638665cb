/// What a page's JSON-LD says of its article: the first string at each of a few keys.
///
/// A reader of tokens, not of values: it follows the keys around each string and skips all else, so
/// that broken JSON gives what stands before the break.
struct StructuredData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var author: String?
  private(set) var publisher: String?

  private let text: [UInt8]
  private let end: Int
  private var at: Int
  /// The key at each open object or array; an array passes on the key that it stands at.
  private var path: [Key] = []
  private var key = Key.other

  private enum Key: String {
    case other, headline, datePublished, author, publisher, creator, name
  }

  /// The deepest nesting that is followed.
  private static let maximumDepth = 64

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    at = range.lowerBound
    end = range.upperBound
    while at < end { step() }
  }

  private mutating func step() {
    switch text[at] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if path.count < Self.maximumDepth { path.append(key) }
      at += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      key = path.popLast() ?? .other
      at += 1
    case UInt8(ascii: ","):
      at += 1
    case UInt8(ascii: "\""): string()
    default: at += 1
    }
  }

  /// A key where a colon follows, else a value.
  private mutating func string() {
    let start = at + 1
    at = start
    while at < end, text[at] != UInt8(ascii: "\"") { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
    let content = start..<max(start, min(at, end))
    at += 1
    while at < end, isHTMLSpace(text[at]) { at += 1 }
    if at < end, text[at] == UInt8(ascii: ":") {
      key = Key(rawValue: String(decoding: text[content], as: UTF8.self)) ?? .other
      at += 1
    } else {
      keep(content)
    }
  }

  private mutating func keep(_ range: Range<Int>) {
    switch (key, path.last) {
    case (.headline, _): headline = headline ?? Self.unescaped(text[range])
    case (.datePublished, _): published = published ?? Self.unescaped(text[range])
    case (.author, _), (.creator, _), (.name, .author), (.name, .creator):
      author = author ?? Self.unescaped(text[range])
    case (.name, .publisher): publisher = publisher ?? Self.unescaped(text[range])
    default: break
    }
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    var pending: UInt32?
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.endIndex else {
        out.append(bytes[at])
        at += 1
        continue
      }
      let mark = bytes[at + 1]
      at += 2
      guard mark == UInt8(ascii: "u"), at + 4 <= bytes.endIndex,
        let unit = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
      else {
        out.append(mark == UInt8(ascii: "n") || mark == UInt8(ascii: "r") ? 0x0A : mark)
        continue
      }
      at += 4
      if unit & 0xFC00 == 0xD800 {
        pending = unit
      } else {
        let low = unit & 0x3FF
        let scalar = pending.map { 0x1_0000 + ($0 & 0x3FF) << 10 + low } ?? unit
        out.append(contentsOf: String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
        pending = nil
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
