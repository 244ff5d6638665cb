internal import GalleyModel

/// A page without what says nothing about its article: scripts, styles, comments, pictures and all
/// attributes. What the attributes said stands in `marks`.
struct ReducedPage {
  /// Well-formed tags and text: what the parser reads.
  var bytes: [UInt8] = []
  /// From the text in `bytes` to the decoded page.
  var origin = OffsetMap()
  /// In the order of `bytes`, one for each start tag.
  var marks: [Mark] = []
  /// From marks to the profile's hint that their element fits.
  var hinted: [Int: Int] = [:]
  /// `name` and `content` of meta elements, in the decoded page.
  var metas: [(name: Range<Int>, content: Range<Int>)] = []
  /// JSON-LD scripts, in the decoded page.
  var structured: [Range<Int>] = []
  var title: Range<Int>?
  var language: Range<Int>?
  var canonical: Range<Int>?
  /// Tags were left out because they nest too deeply.
  var isCapped = false
}

/// The deepest nesting of one kind of elements that is kept. Browsers stop at 512.
let maximumDepth = 512
