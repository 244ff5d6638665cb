internal import GalleyModel

/// What a page says of itself, from its meta elements, its JSON-LD and its title.
struct PageHead {
  private(set) var head = Head()
  /// All statements of the title, to know its repetitions in the text by.
  private(set) var titles: [[UInt8]] = []

  private let text: [UInt8]

  /// Bytes of a title or an address; more is no title.
  private static let longest = 1_000

  /// `heading` is the text of the page's first `h1`.
  init(_ page: ReducedPage, of text: [UInt8], heading: [UInt8]) {
    self.text = text
    let data = page.structured.map { StructuredData(text, $0) }
    var metas: [String: String] = [:]
    for meta in page.metas {
      let name = String(decoding: text[meta.name].map(lowercased), as: UTF8.self)
      if let value = string(meta.content), metas[name] == nil { metas[name] = value }
    }
    func first(_ names: String...) -> String? { names.lazy.compactMap { metas[$0] }.first }

    head.site = first("og:site_name", "application-name") ?? data.lazy.compactMap(\.publisher).first
    head.author =
      first("author", "article:author", "dc.creator", "parsely-author")
      ?? data.lazy.compactMap(\.author).first
    head.published =
      first(
        "article:published_time", "datepublished", "pubdate", "publishdate", "date", "dc.date",
        "dc.date.issued", "publication_date") ?? data.lazy.compactMap(\.published).first
    head.canonical = page.canonical.flatMap(string) ?? first("og:url")
    head.language = page.language.flatMap(string) ?? first("og:locale", "content-language")
    setTitle(
      social: first("og:title", "twitter:title") ?? data.lazy.compactMap(\.headline).first,
      heading: heading, title: page.title.flatMap(string))
  }

  /// The date that the page prints, where its head gives none.
  mutating func setPublished(_ line: String?) { head.published = line }

  /// The heading where the head agrees with it; else what the head says for other programs; else the
  /// title, less the site.
  private mutating func setTitle(social: String?, heading: [UInt8], title: String?) {
    let heading = heading.isEmpty ? nil : String(decoding: heading, as: UTF8.self)
    let stripped = [social, title].map { $0.map { TitleSuffix.strip($0, site: head.site) } }
    let isNamed = heading.map { heading in
      [social, title].contains { $0.map { TitleKey.isAlike(heading, $0) } ?? false }
    }
    if head.site == nil, let title, let stripped = stripped[1] {
      // Whatever stands behind the page's own heading is none of the title, be it short or long.
      let behind = heading.map { title.hasPrefix($0) && title.utf8.count > $0.utf8.count } ?? false
      head.site = TitleSuffix.site(in: title, behind: behind ? heading ?? stripped : stripped)
    }
    head.title = isNamed == true ? heading : stripped[0] ?? stripped[1] ?? heading
    if head.title?.isEmpty == true { head.title = heading }
    titles = ([heading, social, title] + stripped).compactMap { $0 }.map {
      TitleKey.of(Array($0.utf8))
    }
    .filter { !$0.isEmpty }
  }

  /// An attribute's or a title's text: references decoded, white space collapsed.
  private func string(_ range: Range<Int>) -> String? {
    var out: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound, out.count < Self.longest {
      if text[at] <= 0x20 {
        if let last = out.last, last != 0x20 { out.append(0x20) }
        at += 1
      } else if text[at] == UInt8(ascii: "&"), let reference = CharacterReference(text, at) {
        out.append(contentsOf: String(Character(Unicode.Scalar(reference.value) ?? " ")).utf8)
        at += reference.length
      } else {
        out.append(text[at])
        at += 1
      }
    }
    // A cut may have divided a character.
    if out.count >= Self.longest {
      while let last = out.last, last >= 0x80 { out.removeLast() }
    }
    let trimmed = out.trimmed(0..<out.count)
    return trimmed.isEmpty ? nil : String(decoding: out[trimmed], as: UTF8.self)
  }
}

/// Letters and digits of a line, small: titles repeat with other marks and spaces.
enum TitleKey {
  /// Whether a title says what a heading says: all of it, or, shortened or put in other words for
  /// search engines, most of its pairs of letters.
  static func isAlike(_ heading: String, _ title: String) -> Bool {
    if title.contains(heading) { return true }
    let wanted = pairs(heading)
    guard wanted.count >= 8 else { return false }
    let found = pairs(title)
    return wanted.count { found.contains($0) } * 4 >= wanted.count * 3
  }

  private static func pairs(_ text: String) -> Set<UInt64> {
    let scalars = Array(String(decoding: of(Array(text.utf8)), as: UTF8.self).unicodeScalars)
    return Set(zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
  }

  static func of(_ text: [UInt8]) -> [UInt8] { of(text, 0..<text.count) }

  /// The key of a part, or its beginning: as much as shows that it is longer than `limit` bytes.
  static func of(_ text: [UInt8], _ range: Range<Int>, limit: Int = .max) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(min(range.count, limit) + 4)
    var at = range.lowerBound
    while at < range.upperBound, out.count <= limit {
      let scalar = text.scalar(at: at)
      let length = max(1, scalar.length)
      if scalar.value < 0x80 {
        let byte = lowercased(text[at])
        if byte &- 0x30 < 10 || byte &- 0x61 < 26 { out.append(byte) }
      } else if !Scalar.isSpace(scalar.value), !Scalar.isWidePunctuation(scalar.value),
        !(0x2000...0x2BFF).contains(scalar.value), scalar.value > 0xBF
      {
        out.append(contentsOf: text[at..<at + length])
      }
      at += length
    }
    return out
  }
}

/// Takes the site's name off a page's title.
enum TitleSuffix {
  /// Marks between an article's title and the names of section and site, the surest first.
  private static let separators = [
    " | ", " - ", " – ", " — ", " _ ", " :: ", " « ", " » ", " · ", " • ", " / ", "_", "｜", "|",
    "—",
    "–", "-",
  ]

  static func strip(_ title: String, site: String?) -> String {
    var title = title[...]
    for separator in separators {
      while let cut = lastCut(title, separator), isSuffix(cut.suffix, of: cut.head, site, separator)
      {
        title = cut.head
      }
    }
    return String(title)
  }

  /// The name at the end of a title, behind all marks: the site's where it has a suffix.
  static func site(in title: String, behind stripped: String) -> String? {
    var suffix = title.dropFirst(stripped.count)
    // A dash without spaces stands inside names.
    for separator in separators where !["–", "-", "—"].contains(separator) {
      while let cut = lastCut(suffix, separator) { suffix = cut.suffix }
    }
    for separator in separators where suffix.hasPrefix(separator) {
      suffix = suffix.dropFirst(separator.count)
    }
    while suffix.first == " " { suffix.removeFirst() }
    return suffix.isEmpty ? nil : String(suffix)
  }

  private static func lastCut(_ title: Substring, _ separator: String) -> (
    head: Substring, suffix: Substring
  )? {
    let bytes = Array(title.utf8)
    let mark = Array(separator.utf8)
    var at = bytes.count - mark.count
    while at > 0 {
      if bytes[at...].starts(with: mark) {
        let head = title.utf8.prefix(at)
        return (Substring(head), Substring(title.utf8.dropFirst(at + mark.count)))
      }
      at -= 1
    }
    return nil
  }

  /// A suffix is the site's name, or short against what stands before it. Marks without spaces also
  /// stand inside titles, so they need the name, or Chinese or Japanese around them.
  private static func isSuffix(
    _ suffix: Substring, of head: Substring, _ site: String?, _ separator: String
  ) -> Bool {
    if suffix.isEmpty { return true }
    if let site, TitleKey.of(Array(suffix.utf8)) == TitleKey.of(Array(site.utf8)) { return true }
    let before = TextSize(Array(head.utf8), 0..<head.utf8.count).letters
    let after = TextSize(Array(suffix.utf8), 0..<suffix.utf8.count).letters
    // A suffix of digits is a year of the title.
    guard after * 2 <= before, after <= 30, suffix.contains(where: \.isLetter) else { return false }
    if separator.first == " " { return true }
    return separator == "_" || separator == "｜"
      || Scalar.isUnspaced(Array(head.utf8).scalar(before: head.utf8.count).value)
  }
}
