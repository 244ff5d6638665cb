/// What the class, id and role of an element say of it, by the words in them.
///
/// A page repeats its names, so each is looked at once.
struct NameClassifier {
  private var known: [UInt64: Traits] = [:]

  mutating func traits(of value: ArraySlice<UInt8>) -> Traits {
    if value.isEmpty { return [] }
    // FNV-1a; two names of one page with the same hash are one in 10^12 pages.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if let traits = known[hash] { return traits }
    let traits = Self.classify(value.prefix(512))
    known[hash] = traits
    return traits
  }

  /// The traits of all words in a name: `post-relatedLinks` is post, related, links.
  private static func classify(_ value: ArraySlice<UInt8>) -> Traits {
    var traits: Traits = []
    var previous: [UInt8] = []
    for word in words(of: value) {
      // `has-sidebar` and `no-comments` speak of something else.
      if ["has", "no", "with", "without", "not"].contains(String(decoding: previous, as: UTF8.self))
      {
        previous = word
        continue
      }
      traits.formUnion(Self.traits(ofWord: word))
      // `most-read` and `sr-only` mean more than their words.
      if let pair = words[String(decoding: previous + word, as: UTF8.self)] {
        traits.formUnion(pair)
      }
      previous = word
    }
    return traits
  }

  /// Runs of ASCII letters, also cut before a capital that follows a small letter.
  private static func words(of value: ArraySlice<UInt8>) -> [[UInt8]] {
    var out: [[UInt8]] = [[]]
    var wasLower = false
    for byte in value {
      let isCapital = byte &- 0x41 < 26
      let isLetter = lowercased(byte) &- 0x61 < 26
      if !isLetter || (isCapital && wasLower), out.last?.isEmpty == false { out.append([]) }
      if isLetter { out[out.count - 1].append(lowercased(byte)) }
      wasLower = isLetter && !isCapital
    }
    return out
  }

  private static func traits(ofWord word: [UInt8]) -> Traits {
    guard word.count > 1 else { return [] }
    let name = String(decoding: word, as: UTF8.self)
    if let traits = words[name] { return traits }
    return stems.first { name.hasPrefix($0.stem) }?.traits ?? []
  }

  /// Whole words of names.
  private static let words: [String: Traits] = {
    var table: [String: Traits] = [:]
    for (traits, names) in vocabulary {
      for name in names.split(separator: " ") { table[String(name), default: []].formUnion(traits) }
    }
    return table
  }()

  /// Beginnings of compound words that are written without a break.
  private static let stems: [(stem: String, traits: Traits)] = [
    ("related", .related), ("recommend", .related), ("mostread", .related),
    ("mostpopular", .related), ("trending", .related), ("readmore", .related),
    ("comment", .comments), ("disqus", .comments), ("sharing", .share), ("sharedaddy", .share),
    ("sharebar", .share), ("sharetools", .share), ("sharebutton", .share), ("social", .share),
    ("breadcrumb", .navigation), ("pagination", .navigation), ("sidebar", .navigation),
    ("navbar", .navigation), ("navigation", .navigation), ("footer", .navigation),
    ("newsletter", .promotion), ("subscri", .promotion), ("sponsor", .promotion),
    ("advert", .promotion), ("promo", .promotion), ("cookie", .promotion), ("paywall", .promotion),
    ("byline", .metadata), ("dateline", .metadata), ("screenreader", .hidden),
    ("visuallyhidden", .hidden),
  ]

  private static let vocabulary: [(Traits, String)] = [
    (
      .navigation,
      """
      nav menu menubar crumb crumbs crumbtrail pager paging pagenav toolbar topbar skip skiplink \
      sitemap search login signin signup register sidebar rail footer masthead contentinfo \
      complementary tablist toc
      """
    ),
    (
      .share,
      "share shares sharing social socials follow addthis addtoany jiathis bdshare like likes"
    ),
    (
      .related,
      """
      related recommend recommended recommendation recommendations popular trending hot mostread \
      readnext readmore upnext outbrain taboola suggested suggestions similar teaser teasers \
      linklist recirc rel recirculation zergnet rank ranking
      """
    ),
    (
      .comments,
      "comment comments respond reply replies discussion livefyre disqus commentlist pinglun"
    ),
    (
      .promotion,
      """
      ad ads adv advert advertisement advertising adsbygoogle adslot adbox adunit dfp sponsor \
      sponsored promo promotion promotional newsletter newsletters subscribe subscription paywall \
      cta donate donation cookie cookies consent gdpr ccpa popup popover modal overlay lightbox \
      alertdialog dialog banner interstitial
      """
    ),
    (
      .metadata,
      """
      byline author authors date dateline timestamp published posted meta tags categories category \
      postmeta pubdate updated bio credits info views kicker
      """
    ),
    (.caption, "caption figcaption captions credit photocredit imagecaption"),
    (
      .collapsed,
      "hidden invisible sronly visuallyhidden offscreen screenreader printonly tip tooltip"
    ),
    (
      .content,
      """
      article content body entry post story main text hentry blog page markdown contents detail \
      articlebody maintext bodytext
      """
    ),
    (.articleBody, "articlebody storybody entrycontent postbody"),
    (.title, "title headline heading subject"),
  ]
}
