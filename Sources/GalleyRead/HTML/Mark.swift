/// What the attributes of an element say of it.
struct Traits: OptionSet, Sendable {
  let rawValue: UInt32

  /// An `a` with an address.
  static let link = Traits(rawValue: 1 << 0)
  /// Not shown: `hidden`, `display:none`, or a class for screen readers.
  static let hidden = Traits(rawValue: 1 << 1)
  /// Menus, breadcrumbs, pagers, search and login boxes, side bars.
  static let navigation = Traits(rawValue: 1 << 2)
  /// Buttons and counts for sharing and following.
  static let share = Traits(rawValue: 1 << 3)
  /// Lists of other articles.
  static let related = Traits(rawValue: 1 << 4)
  /// What readers wrote.
  static let comments = Traits(rawValue: 1 << 5)
  /// Advertisements, newsletters, subscriptions, consent and paywalls.
  static let promotion = Traits(rawValue: 1 << 6)
  /// Author, date, tags, counts.
  static let metadata = Traits(rawValue: 1 << 7)
  /// Captions and credits.
  static let caption = Traits(rawValue: 1 << 8)
  /// A name that articles' containers have.
  static let content = Traits(rawValue: 1 << 9)
  /// `itemprop=articleBody` and its kin.
  static let articleBody = Traits(rawValue: 1 << 10)
  /// `font-weight` in a style.
  static let bold = Traits(rawValue: 1 << 11)
  /// The list counts down.
  static let reversed = Traits(rawValue: 1 << 12)
  /// A number was given: `start` of a list, `value` of an item.
  static let numbered = Traits(rawValue: 1 << 13)
  /// A name that titles have.
  static let title = Traits(rawValue: 1 << 14)

  /// Said to be hidden in a way that pages also say of what a click opens.
  static let collapsed = Traits(rawValue: 1 << 15)

  /// Rankings: lists of other articles, or the list that the page is about.
  static let ranked = Traits(rawValue: 1 << 16)

  /// Furniture: what stands around an article on its page.
  static let furniture: Traits = [
    .hidden, .collapsed, .navigation, .share, .related, .ranked, .comments, .promotion,
  ]

  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A start tag of the reduced page.
struct Mark: Sendable {
  /// Of its `>` in the reduced page; the parser stands there when it reports the element.
  var position: Int
  var tag: Tag
  var traits: Traits
  /// `start` or `value`.
  var number: Int32
}
