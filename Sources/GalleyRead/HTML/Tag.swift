/// The elements that a reader of articles tells apart; all others are `unknown` and read as `span`.
enum Tag: UInt8, CaseIterable, Sendable {
  case unknown
  // Structure
  case html, head, body, title
  case article, main, section, div, aside, nav, header, footer, address, hgroup, center
  case h1, h2, h3, h4, h5, h6, p, pre, blockquote, hr, br
  case ul, ol, li, dl, dt, dd, menu
  case figure, figcaption, table, caption, thead, tbody, tfoot, tr, td, th, colgroup, col
  case form, fieldset, legend, label, button, input, dialog, details, summary
  // Inline
  case a, abbr, b, bdi, bdo, big, cite, code, del, dfn, em, font, i, ins, kbd, mark, q, s, samp
  case small, span, strike, strong, sub, sup, time, tt, u, ruby, rb, wbr, img
  // Read in the head
  case meta, link, base
  // Left out with all that they hold
  case script, style, noscript, template, svg, iframe, textarea, select, object, canvas, audio
  case video, noembed, noframes, rt, rp, map, datalist, xmp, applet, option
}

extension Tag {
  /// The bytes that the page without attributes has for it: `<name` and `</name`.
  static let spelling: [[UInt8]] = allCases.map {
    $0 == .unknown ? Array("span".utf8) : Array("\($0)".utf8)
  }

  var isHeading: Bool { (Tag.h1.rawValue...Tag.h6.rawValue).contains(rawValue) }

  /// Breaks the line before and after itself.
  var isBlock: Bool {
    (Tag.html.rawValue...Tag.summary.rawValue).contains(rawValue) && !isInlineControl
  }

  private var isInlineControl: Bool { self == .label || self == .button || self == .input }

  /// May be the element that holds an article.
  var isContainer: Bool {
    switch self {
    case .article, .main, .section, .div, .table, .tbody, .tr, .td, .center, .span, .form, .header,
      .aside, .fieldset, .blockquote, .body, .html, .font, .b, .unknown, .ul, .li, .dl:
      true
    default: false
    }
  }

  /// Has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .br, .hr, .wbr, .img, .input, .col, .meta, .link, .base: true
    default: false
    }
  }

  /// Its end tag is optional, so that counting start and end tags says nothing of its depth.
  var closesItself: Bool {
    switch self {
    case .p, .li, .dt, .dd, .tr, .td, .th, .thead, .tbody, .tfoot, .colgroup, .option, .rb: true
    default: false
    }
  }

  /// Left out with all that it holds: programs, styles, pictures, fallbacks, and glosses that stand
  /// above a line.
  var isOpaque: Bool { rawValue >= Tag.script.rawValue }
}

/// Finds a tag by its name: the first 8 bytes as one word, and the length.
struct TagTable: Sendable {
  private struct Entry: Sendable {
    var tag: Tag
    var length: Int
  }

  /// By the first 8 bytes: no two names here share them.
  private var entries = KeyTable<Entry>(capacity: Tag.allCases.count)

  static let shared = TagTable()

  private init() {
    for tag in Tag.allCases where tag != .unknown {
      let name = Tag.spelling[Int(tag.rawValue)]
      let key = name.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
      entries.insert(Entry(tag: tag, length: name.count), for: key)
    }
  }

  subscript(key: UInt64, length: Int) -> Tag {
    guard let entry = entries[key], entry.length == length else { return .unknown }
    return entry.tag
  }
}
