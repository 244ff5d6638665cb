internal import GalleyModel

/// An attribute that the reader looks at.
struct Attribute {
  enum Name: CaseIterable {
    case other
    case id, role, itemprop, hidden, style, href, rel, start, value, reversed, type, lang, name
    case property, content, datetime, alt
    case className, ariaHidden

    static let table: KeyTable<Name> = {
      var table = KeyTable<Name>()
      for name in allCases where name != .other { table.insert(name, for: name.key) }
      return table
    }()

    /// The first 8 bytes of the name as one word. No two names here share them.
    private var key: UInt64 {
      let spelling =
        switch self {
        case .className: "class"
        case .ariaHidden: "aria-hidden"
        default: "\(self)"
        }
      return spelling.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  var name: Name
  /// In the decoded page, without quotes.
  var value: Range<Int>
}

extension PageScanner {
  /// The next attribute of the tag that is read; nil at its end, which is passed.
  mutating func nextAttribute() -> Attribute? {
    while at < text.count, isHTMLSpace(text[at]) || text[at] == UInt8(ascii: "/") { at += 1 }
    guard at < text.count else { return nil }
    if text[at] == UInt8(ascii: ">") {
      at += 1
      return nil
    }
    let name = attributeName()
    while at < text.count, isHTMLSpace(text[at]) { at += 1 }
    guard at < text.count, text[at] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: at..<at)
    }
    at += 1
    while at < text.count, isHTMLSpace(text[at]) { at += 1 }
    return Attribute(name: name, value: attributeValue())
  }

  private mutating func attributeName() -> Attribute.Name {
    var key: UInt64 = 0
    var length = 0
    // A `=` that comes first belongs to the name.
    repeat {
      if length < 8 { key = key << 8 | UInt64(lowercased(text[at])) }
      length += 1
      at += 1
    } while at < text.count && !isHTMLSpace(text[at]) && text[at] != UInt8(ascii: "=")
      && text[at] != UInt8(ascii: ">") && text[at] != UInt8(ascii: "/")
    return attributes[key] ?? .other
  }

  private mutating func attributeValue() -> Range<Int> {
    guard at < text.count else { return at..<at }
    let quote = text[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = at + 1
      let end = text.span.offset(of: quote, from: start)
      at = min(end + 1, text.count)
      return start..<end
    }
    let start = at
    while at < text.count, !isHTMLSpace(text[at]), text[at] != UInt8(ascii: ">") { at += 1 }
    return start..<at
  }
}

/// Gathers what the attributes of one element say.
struct TraitReader {
  private let tag: Tag
  private(set) var traits: Traits = []
  private(set) var number: Int32 = 0
  private(set) var language: Range<Int>?

  init(_ tag: Tag) { self.tag = tag }

  mutating func read(_ attribute: Attribute, in text: [UInt8], _ names: inout NameClassifier) {
    switch attribute.name {
    case .className, .id, .role: traits.formUnion(names.traits(of: attribute.value, in: text))
    case .href: if tag == .a { traits.insert(.link) }
    case .lang: language = attribute.value
    case .other: break
    default: readRare(attribute.name, text[attribute.value])
    }
  }

  private mutating func readRare(_ name: Attribute.Name, _ value: ArraySlice<UInt8>) {
    switch name {
    case .itemprop: traits.formUnion(Self.traits(ofProperty: value))
    case .hidden: traits.insert(.hidden)
    case .ariaHidden: if value.elementsEqual("true".utf8) { traits.insert(.collapsed) }
    case .style: traits.formUnion(Self.traits(ofStyle: value))
    case .start, .value: readNumber(value)
    case .reversed: traits.insert(.reversed)
    default: break
    }
  }

  private mutating func readNumber(_ value: ArraySlice<UInt8>) {
    guard let number = Int32(String(decoding: value.filter { $0 > 0x20 }.prefix(12), as: UTF8.self))
    else { return }
    self.number = number
    traits.insert(.numbered)
  }

  private static func traits(ofProperty value: ArraySlice<UInt8>) -> Traits {
    switch String(decoding: value.prefix(32), as: UTF8.self) {
    case "articleBody", "text", "reviewBody", "recipeInstructions", "blogPost": .articleBody
    case "author", "datePublished", "dateModified", "publisher", "keywords": .metadata
    case "headline", "name": .title
    case "comment": .comments
    case "caption": .caption
    default: []
    }
  }

  /// `visibility:hidden` is not hidden: pages show such text by a script that is not run here.
  private static func traits(ofStyle value: ArraySlice<UInt8>) -> Traits {
    guard value.count >= 12 else { return [] }
    let style = value.prefix(512).filter { $0 > 0x20 }.map(lowercased)
    var traits: Traits = []
    if style.contains("display:none".utf8) { traits.insert(.hidden) }
    if style.contains("font-weight:bold".utf8) || style.contains("font-weight:700".utf8) {
      traits.insert(.bold)
    }
    return traits
  }
}

extension [UInt8] {
  func contains(_ part: String.UTF8View) -> Bool {
    guard let first = part.first else { return true }
    var at = startIndex
    while let found = self[at...].firstIndex(of: first) {
      if self[found...].starts(with: part) { return true }
      at = found + 1
    }
    return false
  }
}
