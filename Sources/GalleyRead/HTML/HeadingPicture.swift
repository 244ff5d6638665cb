internal import GalleyModel

/// A heading that is open, and the words of the picture in it that begin with a number:
/// `<h2><img alt="1. Kites"></h2>`.
struct HeadingPicture {
  /// Where what it holds begins in the reduced page.
  var start: Int
  /// In the decoded page.
  var words: Range<Int>?
}

extension PageScanner {
  /// Bytes of the longest words of a picture that stand for a heading.
  private static let longestWords = 400

  /// A picture says nothing but, in a heading, its words.
  mutating func picture() {
    while let attribute = nextAttribute() {
      guard attribute.name == .alt, heading != nil, heading?.words == nil else { continue }
      // Other words tell what the picture shows.
      if let first = attribute.value.first, text[first] &- 0x30 < 10,
        attribute.value.count <= Self.longestWords
      {
        heading?.words = attribute.value
      }
    }
  }

  /// A heading without words of its own has those of its picture. That of the page is the site's
  /// mark more often than the article's title.
  mutating func closeHeading(_ tag: Tag) {
    defer { heading = nil }
    guard tag != .h1, let heading, let words = heading.words, isBlank(from: heading.start) else {
      return
    }
    copyText(of: words)
  }

  /// Nothing but tags and white space.
  private func isBlank(from start: Int) -> Bool {
    var isTag = false
    for byte in page.bytes[start...] {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">"): isTag = false
      default: if !isTag, !isHTMLSpace(byte) { return false }
      }
    }
    return true
  }

  /// Writes an attribute's value as if it stood between tags.
  private mutating func copyText(of value: Range<Int>) {
    let past = at
    defer { at = past }
    at = value.lowerBound
    while at < value.upperBound {
      switch text[at] {
      case UInt8(ascii: "<"): literal("&lt;", from: 1)
      case UInt8(ascii: "&"): reference()
      case 0x00..<0x20: literal(" ", from: 1)
      default:
        copy(at..<at + 1)
        at += 1
      }
    }
  }
}
