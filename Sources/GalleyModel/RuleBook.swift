/// What a rule does, for a person: printed by `galley rules`, and in Docs/rules.md.
public struct RuleEntry: Sendable, Equatable {
  public var summary: String
  /// A text before and after; nil where a sentence says enough.
  public var example: (before: String, after: String)?

  init(_ summary: String, _ before: String? = nil, _ after: String = "") {
    self.summary = summary
    example = before.map { ($0, after) }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.summary == right.summary && left.example?.before == right.example?.before
      && left.example?.after == right.example?.after
  }
}

extension Rule {
  /// The switch is exhaustive: a rule without an entry does not compile.
  public var entry: RuleEntry {
    switch self {
    case .byteOrderMark: RuleEntry("A byte order mark goes.")
    case .invisible:
      RuleEntry(
        "Zero-width characters and soft hyphens inside of words go.", "bat\u{AD}tery", "battery")
    case .control: RuleEntry("Control characters that are no line end and no tab go.")
    case .composition: RuleEntry("A letter and its accent become one character (NFC).", "e◌́", "é")
    case .ligature: RuleEntry("A ligature becomes its letters.", "ﬁnd", "find")
    case .radical: RuleEntry("A Kangxi radical becomes the character that it looks like.", "⼤", "大")
    case .halfwidthKana: RuleEntry("Half-width katakana become full-width.", "ｶﾒﾗ", "カメラ")
    case .entity:
      RuleEntry("An HTML entity left in a text becomes its character.", "R&amp;D", "R&D")
    case .space: RuleEntry("A special space becomes a plain one.")
    case .mojibake:
      RuleEntry("Text that was read in the wrong encoding is read again.", "grÃ¶ÃŸer", "größer")
    case .lineEnd: RuleEntry("CR, CRLF, NEL and their kin become LF.")
    case .pageBreak: RuleEntry("A form feed goes.", "one␌two", "one⏎two")
    case .blankLines: RuleEntry("Several blank lines become one.", "one⏎⏎⏎⏎two", "one⏎⏎two")
    case .indent: RuleEntry("White space before a line of prose goes.", "    one", "one")
    case .trailingSpace: RuleEntry("White space after a line goes.")
    case .pageNumber: RuleEntry("A page number goes.", "the half⏎- 12 -⏎of it", "the half of it")
    case .runningHead:
      RuleEntry("A running head or foot goes.", "the half⏎REVIEW | 12⏎of it", "the half of it")
    case .profileDrop: RuleEntry("A line that the profile names goes.")
    case .joinCut:
      RuleEntry("A paragraph cut by a page or by blank lines is joined.", "they⏎⏎say", "they say")
    case .joinWrap:
      RuleEntry("A wrapped line is joined to the next.", "the wall⏎drinks", "the wall drinks")
    case .joinHyphen:
      RuleEntry(
        "A hyphen that only divides a word at a line's end goes.", "genera-⏎tor", "generator")
    case .joinNumber:
      RuleEntry(
        "A heading's number alone on its line is joined to the title.", "3⏎⏎Bricks", "3 Bricks")
    case .dropCap:
      RuleEntry("A large first letter is joined to its word.", "T⏎here was", "There was")
    case .footnote: RuleEntry("A footnote inside of a paragraph moves behind it.")
    case .column: RuleEntry("Two columns printed line by line are read one after the other.")
    case .contents: RuleEntry("A list of contents goes.")
    case .metadata: RuleEntry("A line of author, date, source or views over the text goes.")
    case .furniture: RuleEntry("Navigation and frames of a site go.", "Home > Science > Article")
    case .repeatedTitle: RuleEntry("A title printed once more goes.")
    case .caption: RuleEntry("A caption or a picture's credit goes.", "(Photo: archive)")
    case .placeholder: RuleEntry("What stands for a picture goes.", "[image]")
    case .advertisement: RuleEntry("An advertisement's mark goes.")
    case .related: RuleEntry("Links to other articles go.", "Read more: ...")
    case .sharePrompt: RuleEntry("A prompt to share, follow or subscribe goes.")
    case .disclaimer: RuleEntry("A disclaimer or a copyright line goes.")
    case .tags: RuleEntry("Tags and keywords go.", "#energy #storage")
    case .comments: RuleEntry("Readers' comments go.")
    case .notice: RuleEntry("A notice about cookies, private mode or scripts goes.")
    case .pager: RuleEntry("Links to other pages of the article go.", "1 2 3 Next")
    case .address: RuleEntry("A web address alone on its line goes.")
    case .strayNumber: RuleEntry("A number alone on its line that counts nothing goes.", "41")
    case .endMark: RuleEntry("A mark of the article's end goes.", "- End -")
    case .outerHeading: RuleEntry("A heading above groups goes.")
    case .tableHead: RuleEntry("The head of a table, whose names became labels, goes.")
    case .mark: RuleEntry("Marks that stand alone between parts go.", "* * *")
    case .unclaimed: RuleEntry("Text that no part of the record claims is logged; see W301.")
    }
  }
}
