internal import GalleyModel

/// The most meta elements and JSON-LD scripts that are kept.
private let maximumMetas = 1_000

/// The scan that makes a `ReducedPage`: tokens as the HTML standard cuts them, one pass, each byte
/// looked at once or twice whatever the page holds.
struct PageScanner {
  let text: [UInt8]
  private(set) var page = ReducedPage()
  var at = 0
  private var names = NameClassifier()
  private let hints: ElementHints
  private let tags = TagTable.shared
  let attributes = Attribute.Name.table
  /// Open elements by tag, as far as start and end tags say.
  private var open = [Int32](repeating: 0, count: Tag.allCases.count)
  private var depth = (block: 0, inline: 0)
  var heading: HeadingPicture?

  init(_ text: [UInt8], hints: ElementHints) {
    self.text = text
    self.hints = hints
    page.bytes.reserveCapacity(text.count / 3 + 64)
    page.marks.reserveCapacity(text.count / 128)
  }

  static func scan(
    _ text: [UInt8], hints: ElementHints = ElementHints([])
  ) -> ReducedPage {
    var scanner = PageScanner(text, hints: hints)
    scanner.emit(.html, Traits(), 0)
    scanner.emit(.body, Traits(), 0)
    while scanner.at < text.count { scanner.token() }
    return scanner.page
  }

  private mutating func token() {
    guard text[at] == UInt8(ascii: "<") else { return characters() }
    let next = at + 1 < text.count ? text[at + 1] : 0
    switch next {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): startTag()
    case UInt8(ascii: "/"): endTag()
    case UInt8(ascii: "!"): declaration()
    case UInt8(ascii: "?"): skip(past: UInt8(ascii: ">"))
    default: literal("&lt;", from: 1)
    }
  }

  // MARK: Text

  private mutating func characters() {
    let start = at
    while at < text.count {
      let byte = text[at]
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { break }
      if byte < 0x20, !isHTMLSpace(byte) { break }
      if byte == 0xEF, isNoncharacter(at) { break }
      at += 1
    }
    copy(start..<at)
    guard at < text.count else { return }
    switch text[at] {
    case UInt8(ascii: "<"): return
    case UInt8(ascii: "&"): reference()
    case 0xEF: at += 3
    // Controls, U+0000 among them, say nothing in a page.
    default: at += 1
    }
  }

  /// U+FEFF, U+FFFE, U+FFFF: a byte order mark, or what XML has no place for.
  private func isNoncharacter(_ at: Int) -> Bool {
    guard at + 2 < text.count else { return false }
    if text[at + 1] == 0xBB { return text[at + 2] == 0xBF }
    return text[at + 1] == 0xBF && text[at + 2] >= 0xBE
  }

  mutating func copy(_ range: Range<Int>) {
    page.origin.append(start: page.bytes.count, origin: range.lowerBound, count: range.count)
    page.bytes.append(contentsOf: text[range])
  }

  /// Writes `replacement` for `count` bytes of the page.
  mutating func literal(_ replacement: String, from count: Int) {
    let bytes = replacement.utf8
    page.origin.append(
      start: page.bytes.count, origin: at, count: bytes.count, unit: bytes.count,
      originUnit: count)
    page.bytes.append(contentsOf: bytes)
    at += count
  }

  /// A character reference. Those that the parser reads unlike a browser are decoded here.
  mutating func reference() {
    guard let reference = CharacterReference(text, at) else {
      // The parser takes a lone `&` for itself.
      return literal("&amp;", from: 1)
    }
    switch reference.value {
    case UInt32(UInt8(ascii: "<")): literal("&lt;", from: reference.length)
    case UInt32(UInt8(ascii: "&")): literal("&amp;", from: reference.length)
    default:
      let scalar = Unicode.Scalar(reference.value) ?? "\u{FFFD}"
      literal(String(Character(scalar)), from: reference.length)
    }
  }

  // MARK: Comments and declarations

  private mutating func declaration() {
    guard text[at...].starts(with: "<!--".utf8) else { return skip(past: UInt8(ascii: ">")) }
    at += 4
    // `<!-->` and `<!--->` are whole comments.
    if at < text.count, text[at] == UInt8(ascii: ">") { return at += 1 }
    if text[at...].starts(with: "->".utf8) { return at += 2 }
    while at < text.count {
      skip(past: UInt8(ascii: ">"))
      let before = text[..<(at - 1)].suffix(3)
      if before.suffix(2).elementsEqual("--".utf8) || before.elementsEqual("--!".utf8) { return }
    }
  }

  private mutating func skip(past byte: UInt8) {
    at = min(text.span.offset(of: byte, from: at) + 1, text.count)
  }

  // MARK: Tags

  /// The name at `at` as a tag, and moves past it.
  private mutating func tagName() -> Tag {
    var key: UInt64 = 0
    let start = at
    while at < text.count, text[at] > 0x20, text[at] != UInt8(ascii: "/"),
      text[at] != UInt8(ascii: ">")
    {
      if at - start < 8 { key = key << 8 | UInt64(lowercased(text[at])) }
      at += 1
    }
    return tags[key, at - start]
  }

  private mutating func endTag() {
    at += 2
    guard at < text.count, lowercased(text[at]) &- 0x61 < 26 else {
      return skip(past: UInt8(ascii: ">"))
    }
    let tag = tagName()
    skip(past: UInt8(ascii: ">"))
    guard !tag.isVoid, !tag.isOpaque, !tag.isFrame, open[Int(tag.rawValue)] > 0 else {
      // A stray </br> is a break and a stray </p> an empty paragraph.
      if tag == .br { emit(.br, Traits(), 0) }
      return
    }
    open[Int(tag.rawValue)] -= 1
    if tag.isHeading { closeHeading(tag) }
    if tag.isBlock { depth.block -= tag.closesItself ? 0 : 1 } else { depth.inline -= 1 }
    page.bytes.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
    page.bytes.append(contentsOf: Tag.spelling[Int(tag.rawValue)])
    page.bytes.append(UInt8(ascii: ">"))
  }

  private mutating func startTag() {
    at += 1
    let tag = tagName()
    switch tag {
    case .meta: return meta()
    case .link: return link()
    case .script: return script()
    case .title: return titleElement()
    case .img: return picture()
    default: break
    }
    var reader = TraitReader(tag)
    var (id, classes): (Range<Int>?, Range<Int>?)
    while let attribute = nextAttribute() {
      reader.read(attribute, in: text, &names)
      if hints.isEmpty { continue }
      if attribute.name == .id { id = attribute.value }
      if attribute.name == .className { classes = attribute.value }
    }
    if tag == .html, page.language == nil { page.language = reader.language }
    if tag.isOpaque { return skipContent(of: tag) }
    if tag.isFrame || tag == .wbr || tag == .input || tag == .col || tag == .base { return }
    let next = page.marks.count
    emit(tag, reader.traits, reader.number)
    if tag.isHeading { heading = HeadingPicture(start: page.bytes.count) }
    if !hints.isEmpty, page.marks.count > next,
      let hint = hints.index(of: tag, id: id, classes: classes, in: text)
    {
      page.hinted[next] = hint
    }
  }

  private mutating func emit(_ tag: Tag, _ traits: Traits, _ number: Int32) {
    if !tag.isVoid {
      guard isWithinDepth(tag) else { return }
      open[Int(tag.rawValue)] += 1
    }
    page.bytes.append(UInt8(ascii: "<"))
    page.bytes.append(contentsOf: Tag.spelling[Int(tag.rawValue)])
    page.marks.append(
      Mark(position: page.bytes.count, tag: tag, traits: traits, number: number))
    page.bytes.append(UInt8(ascii: ">"))
  }

  private mutating func isWithinDepth(_ tag: Tag) -> Bool {
    if tag.closesItself { return true }
    if tag.isBlock { depth.block += 1 } else { depth.inline += 1 }
    guard tag.isBlock ? depth.block <= maximumDepth : depth.inline <= maximumDepth else {
      page.isCapped = true
      if tag.isBlock { depth.block -= 1 } else { depth.inline -= 1 }
      return false
    }
    return true
  }

  /// Moves past the end tag that closes an element whose content is left out.
  private mutating func skipContent(of tag: Tag) {
    let name = Tag.spelling[Int(tag.rawValue)]
    // A ruby gloss may go without its end tag.
    let isShort = tag == .rt || tag == .rp
    while at < text.count {
      at = text.span.offset(of: UInt8(ascii: "<"), from: at)
      if isShort || at == text.count { break }
      let end = at + 2 + name.count
      guard end <= text.count, text[at + 1] == UInt8(ascii: "/"),
        zip(name, text[(at + 2)...]).allSatisfy({ $0 == lowercased($1) }),
        end == text.count || text[end] <= 0x2F || text[end] == UInt8(ascii: ">")
      else {
        at += 1
        continue
      }
      return skip(past: UInt8(ascii: ">"))
    }
  }

  // MARK: The head

  private mutating func meta() {
    var name: Range<Int>?
    var content: Range<Int>?
    while let attribute = nextAttribute() {
      switch attribute.name {
      case .name, .property, .itemprop: name = name ?? attribute.value
      case .content: content = attribute.value
      default: break
      }
    }
    if let name, let content, page.metas.count < maximumMetas { page.metas.append((name, content)) }
  }

  private mutating func link() {
    var isCanonical = false
    var address: Range<Int>?
    while let attribute = nextAttribute() {
      if attribute.name == .rel {
        isCanonical = text[attribute.value].map(lowercased).elementsEqual("canonical".utf8)
      }
      if attribute.name == .href { address = attribute.value }
    }
    if isCanonical, page.canonical == nil { page.canonical = address }
  }

  private mutating func script() {
    var isStructured = false
    while let attribute = nextAttribute() {
      guard attribute.name == .type else { continue }
      isStructured = text[attribute.value].map(lowercased).elementsEqual("application/ld+json".utf8)
    }
    let start = at
    skipContent(of: .script)
    guard isStructured, page.structured.count < maximumMetas else { return }
    let end = text[start..<at].lastIndex(of: UInt8(ascii: "<")) ?? at
    page.structured.append(start..<end)
  }

  private mutating func titleElement() {
    while nextAttribute() != nil {}
    let start = at
    skipContent(of: .title)
    let end = text[start..<at].lastIndex(of: UInt8(ascii: "<")) ?? at
    if page.title == nil { page.title = start..<end }
  }
}

extension Tag {
  /// Written once for the whole page; what a page says of them again is left out.
  var isFrame: Bool { self == .html || self == .body || self == .head }
}

/// White space as HTML counts it.
func isHTMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}
