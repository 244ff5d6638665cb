/// Every rule that may change or leave out text, in the order of the stages.
///
/// A rule's name is a promise: it stands in every record. Renaming one is a new schema version.
public enum Rule: String, Sendable, CaseIterable {
  // Clean: characters
  case byteOrderMark = "char.bom"
  case invisible = "char.invisible"
  case control = "char.control"
  case composition = "char.nfc"
  case ligature = "char.ligature"
  case radical = "char.radical"
  case halfwidthKana = "char.halfwidth-kana"
  case entity = "char.entity"
  case space = "char.space"
  case mojibake = "char.mojibake"

  // Clean: lines
  case lineEnd = "line.end"
  case pageBreak = "line.page-break"
  case blankLines = "line.blank"
  case indent = "line.indent"
  case trailingSpace = "line.trailing-space"

  // Clean: running lines
  case pageNumber = "drop.page-number"
  case runningHead = "drop.running-head"
  /// A line that the profile names.
  case profileDrop = "drop.profile"

  // Clean: joins
  case joinCut = "join.cut"
  case joinWrap = "join.wrap"
  case joinHyphen = "join.hyphen"
  case joinNumber = "join.heading-number"
  case dropCap = "join.drop-cap"

  // Clean: reading order
  case footnote = "move.footnote"
  case column = "move.column"

  // Segment: what is no part of the article
  case contents = "drop.contents"
  case metadata = "drop.metadata"
  case furniture = "drop.furniture"
  case repeatedTitle = "drop.repeated-title"
  case caption = "drop.caption"
  case placeholder = "drop.placeholder"
  case advertisement = "drop.advertisement"
  case related = "drop.related"
  case sharePrompt = "drop.share-prompt"
  case disclaimer = "drop.disclaimer"
  case tags = "drop.tags"
  case comments = "drop.comments"
  case notice = "drop.notice"
  case pager = "drop.pager"
  case address = "drop.address"
  case strayNumber = "drop.stray-number"
  case endMark = "drop.end-mark"
  case outerHeading = "drop.outer-heading"
  case tableHead = "drop.table-head"

  // Assemble: what no part of the record claims
  /// Punctuation alone.
  case mark = "drop.mark"
  /// Letters or digits: a gap of the segmenter, reported as W301.
  case unclaimed = "drop.unclaimed"

  /// Whether the rule puts text elsewhere: what it drops at one place it inserts at another.
  public var moves: Bool { self == .footnote || self == .column }
}
