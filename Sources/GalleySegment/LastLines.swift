internal import GalleyModel

/// What tells that a line at the end is none of the last item.
extension Layout {
  /// Lines from the last text to the end in which a heading without text is looked for.
  private static let bareReach = 12

  /// A heading of a page with nothing under it up to the end: that of a box whose content is gone.
  func isBareHeading(_ index: Int) -> Bool {
    guard survey.lines[index].level > 0, survey.lines.count - index <= Self.bareReach else {
      return false
    }
    return (index..<survey.lines.count).allSatisfy {
      survey.lines[$0].level > 0 || survey.isNoise($0)
    }
  }

  /// The first paragraph behind the page's list whose items are those of the article.
  func lineBehindList(_ items: Items, _ lines: Range<Int>) -> Int? {
    let areInside = items.spans.allSatisfy { survey.lines[$0.node.line].isInItem }
    guard areInside else { return nil }
    let inner = items.spans.dropLast().allSatisfy { span in
      (span.titleLine..<max(span.titleLine, span.end)).allSatisfy {
        survey.lines[$0].isInItem || !isParagraph(items, $0)
      }
    }
    return inner ? lines.first { isParagraph(items, $0) && !survey.lines[$0].isInItem } : nil
  }

  /// The author's name alone at the end, where every item ends with a sentence.
  func authorLine(_ items: Items, _ lines: Range<Int>) -> Int? {
    guard let last = lines.dropFirst().last, case let facts = survey.lines[last],
      survey.isTitleLike(last, width: longestName), facts.isPlain, facts.marker < 0,
      facts.head < 0, !facts.marks.contains(.digit)
    else { return nil }
    let ends =
      items.spans.dropLast().map { survey.previous(before: $0.end) }
      + [survey.previous(before: last)]
    return ends.allSatisfy { $0 >= 0 && survey.lines[$0].ending == .stop } ? last : nil
  }

  /// Letters of the shortest name of who signs.
  private static let shortestSignature = 4

  /// The name of who issues the notice, as its title has it, over the date.
  func isSignature(_ line: Int) -> Bool {
    guard let title, line + 1 < survey.lines.count, survey.lines[line].width <= longestName,
      isDateLine(survey.text, survey.lines[line + 1].text),
      case let name = foldedScalars(survey.text, survey.lines[line].text)
    else { return false }
    return name.count >= Self.shortestSignature
      && contains(foldedScalars(survey.text, title.text), name)
  }

  /// `Quelle: Institut`, which credits a picture as well.
  func isSource(_ index: Int) -> Bool {
    let text = survey.lines[index].text
    return sourceCredits.match(survey.text, at: text.lowerBound, end: text.upperBound) != nil
  }

  /// The last paragraph where it speaks to the reader.
  func appealLine(_ lines: Range<Int>) -> Int? {
    guard let last = lines.dropFirst().last, survey.lines[last].isShort,
      closingAppeals.isAnyWord(in: survey.text, survey.lines[last].text)
    else { return nil }
    return last
  }
}

private let sourceCredits = WordTable<Bool>([
  (true, ["quelle:", "quellen:", "出典:"])
])

/// Columns of the longest name of an author.
private let longestName = 40

/// What calls on the reader to answer.
private let closingAppeals = WordTable<Bool>([
  (
    true,
    [
      "let us know", "tell us", "write to us", "drop us a line", "reply to this", "in the comments",
      "have we missed", "did we miss", "which of these", "what's your favorite",
      "what's your favourite", "schreibt uns", "schreibt es uns", "schreiben sie uns",
      "in den kommentaren", "was meint ihr", "was meinen sie", "dites-nous", "écrivez-nous",
      "en commentaire", "dans les commentaires", "et vous,", "cuéntanos", "escríbenos",
      "en los comentarios", "nos comentários", "conte para nós", "escreva para", "nei commenti",
      "scriveteci", "scrivetecela", "scrivetecelo", "fateci sapere", "diteci", "laat het ons weten",
      "mail de redactie", "mail ons", "in de reacties", "в комментариях", "напишите нам",
      "пишите нам", "расскажите нам", "а какую ", "а какой ", "а какая ", "а вы ",
      "napisz do nas", "napiszcie", "w komentarzach", "bize yazın", "yorumlarda",
      "여러분은", "여러분의", "댓글로", "알려 주세요", "알려주세요", "みなさんは", "皆さんは", "コメント欄",
      "いかがでしたか", "いかがでしたでしょうか", "评论区", "留言区", "欢迎留言", "留言告诉", "評論區", "留言區",
      "歡迎留言", "你最看好", "你最期待", "في التعليقات", "कमेंट में", "हमें बताएं", "हमें बताइए",
      "ở phần bình luận", "di kolom komentar", "berätta för oss", "skriv till oss",
    ]
  )
])
