internal import GalleyModel

/// The signals in words, for a person who asks why a line was joined. "above" is the line above the
/// boundary, "below" the one below it.
extension Signal {
  /// What it looks at.
  var title: String {
    switch self {
    case .gap: "the gap"
    case .gapAbove: "the gap before that"
    case .gapBelow: "the gap after that"
    case .blankHabit: "gaps of the text with a blank line"
    case .softSentences: "of the text's line ends without one, those of a sentence"
    case .blankSentences: "of the text's line ends with one, those of a sentence"
    case .indentHabit: "of the text's indented lines, those after a sentence"
    case .ending: "above ends with"
    case .endingAfter: "below ends with"
    case .closed: "behind the end above"
    case .opening: "below begins with"
    case .brackets: "brackets left open above"
    case .room: "room above, less the first word below"
    case .roomAbove: "the same one line up"
    case .roomBelow: "the same one line down"
    case .column: "width of the text around"
    case .fill: "lines around as wide as that"
    case .widthBefore: "above, of that width"
    case .widthAfter: "below, of that width"
    case .sameWidth: "difference of both lines' widths"
    case .lengthBefore: "above is wide"
    case .lengthAfter: "below is wide"
    case .indentStep: "below is indented more than above by"
    case .indentBefore: "above is indented by"
    case .hanging: "below, seen from the marker above"
    case .indentAbove: "above is indented more than the line before it by"
    case .markerBefore: "marker above"
    case .markerAfter: "marker below"
    case .capitalsBefore: "capitals among the letters above"
    case .capitalsAfter: "capitals among the letters below"
    case .codeBefore: "marks of code above"
    case .codeAfter: "marks of code below"
    case .gapsBefore: "wide gaps inside of above"
    case .gapsAfter: "wide gaps inside of below"
    case .place: "lines since the last blank line"
    case .rest: "lines to the next blank line"
    case .digitsBefore: "digits above"
    case .digitsAfter: "digits below"
    case .firstWord: "the first word below, elsewhere in the text"
    case .lastWord: "after the last word above, the text elsewhere"
    case .adjacent: "both sides of the break, side by side elsewhere"
    }
  }

  /// What was seen where it has this bucket. Limits are those of `Boundaries.read`.
  func seen(_ bucket: Int) -> String {
    switch self {
    case .gap, .gapAbove, .gapBelow:
      ["the text's end", "a line end", "a blank line", "more blank lines than usual", "a page"][
        bucket]
    case .blankHabit: between(bucket, [1, 3, 20, 50, 80, 98], "%")
    case .softSentences: between(bucket, [12, 20, 30, 45, 65, 85], "%")
    case .blankSentences: between(bucket, [15, 30, 45, 60, 75, 90], "%")
    case .indentHabit: bucket == 0 ? "hardly any" : between(bucket - 1, [30, 60, 85], "%")
    case .ending, .endingAfter: Ending(rawValue: UInt8(bucket)).map(words) ?? ""
    case .closed: bucket == 0 ? "nothing" : "a closing quote or bracket, or a note's mark"
    case .opening: Opening(rawValue: UInt8(bucket)).map(words) ?? ""
    case .brackets: ["closed more than opened", "none", "some"][bucket]
    case .room: between(bucket, [-25, -8, -3, 0, 3, 8, 16, 32], "%")
    case .roomAbove, .roomBelow:
      bucket == 9 ? "no such line" : between(bucket, [-25, -8, -3, 0, 3, 8, 16, 32], "%")
    case .column: between(bucket, [30, 42, 60, 80, 105, 160, 300], "columns")
    case .fill: between(bucket, [20, 40, 60, 80], "%")
    case .widthBefore, .widthAfter: between(bucket, [10, 20, 35, 50, 65, 80, 92, 102], "%")
    case .sameWidth: between(bucket, [1, 3, 6, 12], "columns")
    case .lengthBefore, .lengthAfter: between(bucket, [8, 16, 24, 34, 48, 64, 100, 160], "columns")
    case .indentStep: between(bucket, [-8, -4, -1, 0, 1, 4, 6, 12], "columns")
    case .indentBefore: between(bucket, [0, 1, 3, 6, 12], "columns")
    case .hanging:
      ["no marker", "under its words", "under the marker", "further in", "further out"][bucket]
    case .indentAbove: bucket == 5 ? "no such line" : between(bucket, [-3, 0, 1, 4], "columns")
    case .markerBefore, .markerAfter: Marker(rawValue: UInt8(bucket)).map(words) ?? ""
    case .capitalsBefore, .capitalsAfter:
      bucket == 0 ? "no letters with case" : between(bucket - 1, [1, 12, 35, 80], "%")
    case .codeBefore, .codeAfter: between(bucket, [1, 2, 4, 8], "")
    case .gapsBefore, .gapsAfter:
      bucket == 4 ? "a table's rules" : between(bucket, [1, 2, 4], "")
    case .place, .rest: between(bucket, [1, 2, 3, 6], "")
    case .digitsBefore, .digitsAfter: between(bucket, [1, 15, 50], "%")
    case .firstWord:
      [
        "no capital, or no words counted", "seen nowhere else", "always with a capital",
        "now and then with a capital", "mostly without a capital",
      ][bucket]
    case .lastWord:
      ["not counted", "never goes on", "now and then goes on", "mostly goes on", "always goes on"][
        bucket]
    case .adjacent: ["nothing to say", "never", "once", "more often"][bucket]
    }
  }

  /// A bucket of numbers, by the limits that divide the buckets.
  private func between(_ bucket: Int, _ limits: [Int], _ unit: String) -> String {
    let unit = unit.isEmpty ? "" : " " + unit
    if bucket == 0 { return "less than \(limits[0])\(unit)" }
    if bucket >= limits.count { return "\(limits[limits.count - 1])\(unit) or more" }
    let (low, high) = (limits[bucket - 1], limits[bucket] - 1)
    return low == high ? "\(low)\(unit)" : "\(low) to \(high)\(unit)"
  }

  private func words(_ ending: Ending) -> String {
    switch ending {
    case .sentence: "a sentence's end"
    case .colon: "a colon"
    case .comma: "a comma"
    case .hyphen: "a hyphen"
    case .dash: "a dash"
    case .opening: "an opening bracket or quote"
    case .lower: "a small letter"
    case .upper: "a capital"
    case .digit: "a digit"
    case .han: "an ideograph or kana"
    case .hangul: "a Korean syllable"
    case .letter: "a letter without case"
    case .closing: "a closing bracket or quote"
    case .link: "a slash, an underscore or an equals sign"
    case .symbol: "another sign"
    }
  }

  private func words(_ opening: Opening) -> String {
    switch opening {
    case .lower: "a small letter"
    case .upper: "a capital"
    case .digit: "a digit"
    case .han: "an ideograph or kana"
    case .hangul: "a Korean syllable"
    case .letter: "a letter without case"
    case .quote: "a quote"
    case .quotedLower: "a quote and a small letter"
    case .closing: "closing punctuation"
    case .dash: "a dash"
    case .symbol: "another sign"
    }
  }

  private func words(_ marker: Marker) -> String {
    switch marker {
    case .none: "none"
    case .bullet: "a bullet"
    case .number: "a list's number"
    case .letter: "a list's letter"
    case .section: "a section's number"
    case .bare: "a number and a space"
    case .label: "a label"
    case .alone: "a number alone"
    }
  }
}
