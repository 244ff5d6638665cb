/// What the class, id and role of an element say of it, by the words in them.
///
/// A page repeats its names, so each is looked at once.
struct NameClassifier {
  private var known = KeyTable<Traits>()

  mutating func traits(of range: Range<Int>, in text: [UInt8]) -> Traits {
    if range.isEmpty { return [] }
    var hash = NameHash()
    for at in range { hash.combine(text[at]) }
    if let traits = known[hash.value] { return traits }
    let traits = Self.classify(text, range.prefix(512))
    known.insert(traits, for: hash.value)
    return traits
  }

  /// The traits of all words in a name: `post-relatedLinks` is post, related, links. A word is a run
  /// of ASCII letters, also cut before a capital that follows a small letter.
  private static func classify(_ text: [UInt8], _ range: Range<Int>) -> Traits {
    var traits: Traits = []
    var word = Word(after: nil)
    var wasLower = false
    for at in range {
      let byte = lowercased(text[at])
      let isLetter = byte &- 0x61 < 26
      let isCapital = isLetter && byte != text[at]
      if word.length > 0, !isLetter || (isCapital && wasLower) {
        traits.formUnion(word.traits)
        word = Word(after: word)
      }
      if isLetter { word.append(byte) }
      wasLower = isLetter && !isCapital
    }
    return traits.union(word.traits)
  }

  /// A word that is being read.
  private struct Word {
    private(set) var length = 0
    private var hash = NameHash()
    /// Of the word before and this one, written together.
    private var pair: NameHash?
    private var isNegated = false
    private var stem: Traits?

    init(after previous: Word?) {
      guard let previous else { return }
      pair = previous.hash
      isNegated = NameClassifier.negations.contains(previous.hash.value)
    }

    mutating func append(_ letter: UInt8) {
      hash.combine(letter)
      pair?.combine(letter)
      length += 1
      if stem == nil, length >= NameClassifier.shortestStem {
        stem = NameClassifier.stems[hash.value]
      }
    }

    var traits: Traits {
      // `has-sidebar` and `no-comments` speak of something else.
      if isNegated || length == 0 { return [] }
      var traits: Traits = length > 1 ? NameClassifier.words[hash.value] ?? stem ?? [] : []
      // `most-read` and `sr-only` mean more than their words.
      if let pair, let more = NameClassifier.words[pair.value] { traits.formUnion(more) }
      return traits
    }
  }

  private static let negations = ["has", "no", "with", "without", "not"].map {
    NameHash.of($0.utf8)
  }

  /// Whole words of names, by their hash.
  private static let words: KeyTable<Traits> = {
    var byName: [Substring: Traits] = [:]
    for (traits, names) in vocabulary {
      for name in names.split(separator: " ") { byName[name, default: []].formUnion(traits) }
    }
    var table = KeyTable<Traits>(capacity: byName.count)
    for (name, traits) in byName { table.insert(traits, for: NameHash.of(name.utf8)) }
    return table
  }()

  private static let shortestStem = 5

  /// Beginnings of compound words that are written without a break. None begins another.
  private static let stems: KeyTable<Traits> = {
    let stems: [(String, Traits)] = [
      ("related", .related), ("recommend", .related), ("mostread", .related),
      ("mostpopular", .related), ("trending", .related), ("readmore", .related),
      ("comment", .comments), ("disqus", .comments), ("sharing", .share), ("sharedaddy", .share),
      ("sharebar", .share), ("sharetools", .share), ("sharebutton", .share), ("social", .share),
      ("breadcrumb", .navigation), ("pagination", .navigation), ("sidebar", .navigation),
      ("navbar", .navigation), ("navigation", .navigation), ("footer", .navigation),
      ("newsletter", .promotion), ("subscri", .promotion), ("sponsor", .promotion),
      ("advert", .promotion), ("promo", .promotion), ("cookie", .promotion),
      ("paywall", .promotion), ("byline", .metadata), ("dateline", .metadata),
      ("screenreader", .hidden), ("visuallyhidden", .hidden),
    ]
    var table = KeyTable<Traits>(capacity: stems.count)
    for (stem, traits) in stems { table.insert(traits, for: NameHash.of(stem.utf8)) }
    return table
  }()

  private static let vocabulary: [(Traits, String)] = [
    (
      .navigation,
      """
      nav menu menubar crumb crumbs crumbtrail pager paging pagenav toolbar topbar skip skiplink \
      sitemap search login signin signup register sidebar rail footer foot masthead contentinfo \
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
      linklist recirc rel recirculation zergnet terpopuler terkait populer bacajuga \
      relacionadas relacionados relacionada masleido masleidas masvisto maslidas leiatambem vejamais \
      vejatambem saibamais correlati leggianche lireaussi meistgelesen verwandte leesook gerelateerd \
      powiazane polecane ilgili
      """
    ),
    (.ranked, "rank ranking"),
    (
      .comments,
      "comment comments respond reply replies discussion livefyre disqus commentlist pinglun"
    ),
    (
      .promotion,
      """
      ad ads adv advert advertisement advertising adsbygoogle adslot adbox adunit dfp sponsor \
      sponsored promo promotion promotional newsletter newsletters subscribe subscription paywall \
      cta publi publicidad publicidade publicite pubblicita werbung anzeige reklama iklan reklam \
      boletin infolettre donate donation cookie cookies consent gdpr ccpa popup popover modal overlay lightbox \
      alertdialog dialog banner interstitial
      """
    ),
    (
      .metadata,
      """
      byline author authors date dateline timestamp published posted meta tags categories category \
      postmeta pubdate updated bio credits info views kicker autor auteur autore firma fecha datum \
      signature redactor penulis tanggal
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
