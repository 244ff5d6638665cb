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

  /// What was seen where it has this bucket.
  func seen(_ bucket: Int) -> String {
    switch self {
    case .gap, .gapAbove, .gapBelow:
      ["the text's end", "a line end", "a blank line", "more blank lines than usual", "a page"][
        bucket]
    case .blankHabit: between(bucket, Limits.blankHabit, "%")
    case .softSentences: between(bucket, Limits.softSentences, "%")
    case .blankSentences: between(bucket, Limits.blankSentences, "%")
    case .indentHabit: bucket == 0 ? "hardly any" : between(bucket - 1, Limits.indentSentences, "%")
    case .ending, .endingAfter: Ending(rawValue: UInt8(bucket)).map(words) ?? ""
    case .closed: bucket == 0 ? "nothing" : "a closing quote or bracket, or a note's mark"
    case .opening: Opening(rawValue: UInt8(bucket)).map(words) ?? ""
    case .brackets: ["closed more than opened", "none", "some"][bucket]
    case .room: between(bucket, Limits.room, "%")
    case .roomAbove, .roomBelow:
      bucket == 9 ? "no such line" : between(bucket, Limits.room, "%")
    case .column: between(bucket, Limits.column, "columns")
    case .fill: between(bucket, [20, 40, 60, 80], "%")
    case .widthBefore, .widthAfter: between(bucket, Limits.width, "%")
    case .sameWidth: between(bucket, Limits.sameWidth, "columns")
    case .lengthBefore, .lengthAfter: between(bucket, Limits.length, "columns")
    case .indentStep: between(bucket, Limits.indentStep, "columns")
    case .indentBefore: between(bucket, Limits.indent, "columns")
    case .hanging:
      ["no marker", "under its words", "under the marker", "further in", "further out"][bucket]
    case .indentAbove: bucket == 5 ? "no such line" : between(bucket, Limits.indentAbove, "columns")
    case .markerBefore, .markerAfter: Marker(rawValue: UInt8(bucket)).map(words) ?? ""
    case .capitalsBefore, .capitalsAfter:
      bucket == 0 ? "no letters with case" : between(bucket - 1, Limits.capitals, "%")
    case .codeBefore, .codeAfter: between(bucket, Limits.code, "")
    case .gapsBefore, .gapsAfter:
      bucket == 4 ? "a table's rules" : between(bucket, Limits.gaps, "")
    case .place, .rest: between(bucket, Limits.lines, "")
    case .digitsBefore, .digitsAfter: between(bucket, Limits.digits, "%")
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
  private func between<let count: Int>(
    _ bucket: Int, _ limits: InlineArray<count, Int>, _ unit: String
  ) -> String {
    let unit = unit.isEmpty ? "" : " " + unit
    if bucket == 0 { return "less than \(limits[0])\(unit)" }
    if bucket >= count { return "\(limits[count - 1])\(unit) or more" }
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
