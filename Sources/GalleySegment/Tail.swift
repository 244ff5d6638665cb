internal import GalleyModel

/// What stands after the last item.
extension Layout {
  /// The first line that belongs no more to the last item.
  func tailStart(_ items: Items) -> Int {
    guard let last = items.spans.last else { return survey.lines.count }
    let floor = max(last.titleLine, last.node.line) + 1
    let end = tailStart(after: floor, content: floor) {
      items.isLabel($0) || items.isLoneLabel($0)
    }
    return closingRemarks(items, last, floor..<max(floor, end))
  }

  /// Steps back from the end over furniture, credits and the like. Lines before `floor` are safe,
  /// and labels of items.
  func tailStart(
    after floor: Int, content: Int, isLabel: (Int) -> Bool = { _ in false }
  ) -> Int {
    var end = regionStart(after: content)
    while end > floor {
      let line = end - 1
      if isLabel(line) { break }
      guard isTailLine(line) || isAmongFurniture(line, floor) else { break }
      end = line
    }
    return end
  }

  /// The heading of the first list of other stories, of the comments or the like. What is longer than
  /// all above it is no appendix: a chapter may be called so.
  private func regionStart(after floor: Int) -> Int {
    let end = survey.lines.last?.text.upperBound ?? 0
    for line in max(0, floor)..<max(0, floor, survey.lines.count) where survey.lines[line].isShort {
      let start = survey.lines[line].text.lowerBound
      guard end - start <= start,
        noiseWord(in: survey.text, survey.lines[line], zone: .tail)?.fit == .region
      else { continue }
      return line
    }
    return survey.lines.count
  }

  private func isTailLine(_ index: Int) -> Bool {
    let line = survey.lines[index]
    if tailNoise(index) != nil { return true }
    if isCredit(survey.text, line) || isSignature(index) { return true }
    return line.isShort && isBracketed(survey.text, line.text)
  }

  /// A button or the like: a few words without a stop, and furniture right above them.
  private func isAmongFurniture(_ line: Int, _ floor: Int) -> Bool {
    let facts = survey.lines[line]
    return facts.width <= 20 && facts.ending == .none && line > floor
      && tailNoise(line - 1) != nil
  }

  /// The noise that a line below the items is, nil for a credit or a remark.
  private func tailNoise(_ index: Int) -> Noise? {
    let line = survey.lines[index]
    // Below the items a source is the article's, no picture's.
    if let noise = line.noise { return noise == .caption && isSource(index) ? nil : noise }
    guard line.isShort || line.ending != .stop else { return nil }
    if let word = noiseWord(in: survey.text, line, zone: .tail) { return word.noise }
    if isBareHeading(index) { return .navigation }
    if line.isMetadata, line.ending != .stop, !isCredit(survey.text, line) { return .metadata }
    if survey.isStrayNumber(index) { return .strayNumber }
    if isNetworks(survey.text, line) { return .share }
    if survey.isMastheadCopy(index, above: title) { return .runningHead }
    if line.isShort, hasRights(survey.text, line.text) { return .disclaimer }
    if line.isShort, line.ending != .stop, hasAddress(survey.text, line.text),
      !isCredit(survey.text, line)
    {
      return .address
    }
    if line.width <= 60, line.ending != .stop, isDateLine(survey.text, line.text),
      !isCredit(survey.text, line)
    {
      return .metadata
    }
    return isTagLine(survey.text, line.text) ? .tags : nil
  }

  /// Closing remarks: paragraphs of the last item beyond what every other item has, or behind the
  /// label that ends every item.
  private func closingRemarks(_ items: Items, _ last: Items.Span, _ lines: Range<Int>) -> Int {
    if items.endsWithLabel {
      let label = lines.last { items.isLabel($0) } ?? lines.last { items.isOddLabel($0) }
      if let label { return search.valueEnd(label) }
    }
    if let heading = lines.first(where: { isClosingHeading($0, last) }) { return heading }
    if let line = lineBehindList(items, lines) { return line }
    var most = 0
    for span in items.spans.dropLast() where most <= 2 {
      var count = 0
      for line in span.titleLine + 1..<max(span.titleLine + 1, span.end)
      where isParagraph(items, line) {
        count += 1
      }
      most = max(most, count)
    }
    guard items.spans.count >= 3, most <= 2 else { return openerStart(items, lines) }
    let more = lines.filter { isParagraph(items, $0) }.dropFirst(most)
    // A longer text is the item's own: the last may be told at length.
    if let line = more.first, more.count <= mostRemarks || most == 0 { return line }
    return openerStart(items, lines)
  }

  /// A heading like "Conclusion", or one of a page that stands as high as the items' headings.
  private func isClosingHeading(_ line: Int, _ last: Items.Span) -> Bool {
    if isStructural(survey.text, survey.lines[line]) { return true }
    let level = survey.lines[last.titleLine].level
    return level > 0 && (1...level).contains(survey.lines[line].level)
  }

  func isParagraph(_ items: Items, _ line: Int) -> Bool {
    !survey.isNoise(line) && !items.isLabel(line) && !survey.isStrayNumber(line)
  }

  /// One of the last paragraphs that speaks of the list as a whole, or the last one where it speaks
  /// to the reader.
  private func openerStart(_ items: Items, _ lines: Range<Int>) -> Int {
    let opener = lines.dropFirst().suffix(3).first { line in
      let text = survey.lines[line].text
      return closingOpeners.match(survey.text, at: text.lowerBound, end: text.upperBound) != nil
    }
    if let opener { return opener }
    if let line = authorLine(items, lines) { return line }
    return appealLine(lines) ?? lines.upperBound
  }

  /// Credits and remarks to the trailer, the rest to the drops.
  mutating func closings(from start: Int) {
    var region: Noise?
    var last: Noise?
    for line in start..<max(start, survey.lines.count) {
      if let region {
        drop(line, as: survey.lines[line].noise ?? region)
      } else if isStructural(survey.text, survey.lines[line]) {
        drop(line, as: .navigation)
      } else if let noise = tailNoise(line) {
        drop(line, as: noise)
        last = noise
        let word = noiseWord(in: survey.text, survey.lines[line], zone: .tail)
        if word?.fit == .region { region = noise }
      } else if let noise = last, survey.isTitleLike(line, width: 60),
        !isCredit(survey.text, survey.lines[line]),
        !isBracketed(survey.text, survey.lines[line].text), !isSignature(line)
      {
        // A short line without a stop among furniture is more of it.
        drop(line, as: noise)
      } else {
        outline.trailer.append(survey.lines[line].text)
      }
    }
  }
}

/// Rights or a registration behind the site's name: `某网 版权所有 京ICP备…`.
private func hasRights(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  rights.isAnywhere(in: text, range)
}

private let rights = WordTable<Bool>([
  (
    true,
    [
      "版权所有", "版權所有", "icp备", "icp證", "icp证", "公网安备", "all rights reserved",
      "alle rechte vorbehalten",
      "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados",
      "tutti i diritti riservati", "все права защищены", "무단전재", "無断転載",
    ]
  )
])

/// `#a #b`
private func isTagLine(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  guard text[range.lowerBound] == UInt8(ascii: "#"), range.count > 1 else { return false }
  return !Scalar.isDigit(UInt32(text[range.lowerBound + 1])) && text[range.lowerBound + 1] != 0x20
}

/// A line that begins with a word of attribution.
func isCredit(_ text: [UInt8], _ line: Line) -> Bool {
  guard line.isShort else { return false }
  var at = line.text.lowerBound
  while at < line.text.upperBound, case let scalar = text.scalar(at: at),
    scalar.value == 0x28 || scalar.value == 0x5B || scalar.value == 0xFF08 || scalar.value == 0x3010
  {
    at += scalar.length
  }
  if line.opening.may(.credits, at: at),
    let word = creditWords.match(text, at: at, end: line.text.upperBound),
    !opensSentence(text, line, at..<word.end)
  {
    return true
  }
  return line.width <= 60 && line.ending != .stop && namesReporter(text, line.text)
}

/// 某某记者, 홍길동 기자: the name stands first.
private func namesReporter(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  // 记 and 記 are E8 AE B0 and E8 A8 98, 기 is EA B8 B0.
  var at = range.lowerBound
  while true {
    at = next(0xE8, or: 0xEA, in: text, from: at, to: range.upperBound)
    if at + 2 >= range.upperBound { return false }
    if [0xAE, 0xA8, 0xB8].contains(text[at + 1]),
      reporters.match(text, at: at, end: range.upperBound) != nil
    {
      return true
    }
    at += 1
  }
}

private let reporters = WordTable<Bool>([(true, ["记者", "記者", "기자"])])

let creditWords = WordTable<Bool>([
  (
    true,
    [
      "来源", "來源", "文章来源", "原文来源", "本文来源", "信息来源", "资料来源", "資料來源", "出处", "责编", "责任编辑", "責任編輯",
      "责任编辑:", "编辑", "編輯", "编译", "編譯", "翻译", "翻譯", "译者", "譯者", "校对", "审校", "作者", "撰文", "撰稿", "文:",
      "文/", "文|", "文丨", "文｜",
      "资料整理", "整理", "参考资料", "参考文献", "參考資料", "转载自", "授权转载", "原文链接", "本文", "记者", "通讯员", "监制", "策划",
      "source", "sources", "credit", "credits", "edited by", "editor", "translated by",
      "translation",
      "by ", "written by", "compiled by", "first printed", "first published",
      "originally published",
      "reporting by", "additional reporting", "via", "references", "for more information",
      "pour en savoir plus", "per saperne di più", "para saber más", "para saber mais",
      "meer informatie", "więcej informacji", "daha fazla bilgi", "reprinted", "this article",
      "this story", "出典", "出所", "翻訳", "編集", "執筆", "取材", "参考", "出処",
      "文=",
      "출처", "번역", "편집", "글 ", "자료", "참고", "기자", "quelle", "quellen", "übersetzung", "redaktion",
      "text:",
      "autor", "autorin", "weitere informationen", "mehr informationen", "source :", "sources :",
      "rédacteur", "rédactrice", "rédaction", "traduction", "auteur", "crédits",
      "propos recueillis",
      "fuente", "fuentes", "traducción", "vía", "referencias", "redacción", "texto",
      "con información",
      "fonte", "fontes", "tradução", "redação", "referências", "com informações", "reportagem",
      "источник", "источники", "перевод", "подготовил", "материал подготовлен", "подготовила",
      "подготовили", "автор",
      "редактор", "по материалам", "текст", "审核", "审校:", "排版", "校對", "審核", "fonte:", "fonti",
      "a cura di", "testo", "testi", "traduzione", "a cura della redazione", "bron", "bronnen",
      "tekst", "vertaling", "źródło", "źródła", "opracowanie", "oprac.", "tłumaczenie", "redakcja",
      "kaynak", "kaynaklar", "çeviri", "derleyen", "haber:", "hazırlayan", "المصدر", "المصادر",
      "ترجمة", "تحرير", "إعداد", "स्रोत", "अनुवाद", "संपादन", "nguồn", "theo ", "biên tập", "người dịch",
      "sumber", "penulis", "penerjemah", "ที่มา", "แปลโดย", "เรียบเรียง", "källa", "källor", "text und",
      "texte", "texte :", "texte und", "texte:", "text ", "textes", "textos", "tekst:", "문의", "취재",
      "contact:", "contacts:", "kontakt:", "contacto:", "contatto:",
    ]
  )
])

/// Paragraphs of the longest closing remarks.
private let mostRemarks = 2

/// Words that open a remark on the list as a whole.
private let closingOpeners = WordTable<Bool>([
  (
    true,
    [
      "总之", "总而言之", "综上", "结语", "總之", "總而言之", "結語", "以上就是", "这十", "這十", "in conclusion", "in short",
      "together,", "taken together", "all in all", "these ten", "what do you think", "まとめ", "以上の",
      "이상으로", "위 기술", "fazit", "insgesamt", "alles in allem", "en conclusion", "au final",
      "en conclusión", "en definitiva", "em conclusão", "por fim", "в заключение", "в целом",
      "in conclusione", "kortom", "tot slot", "podsumowując", "sonuç olarak", "özetle",
      "وفي الختام",
      "في الختام", "अंत में", "tóm lại", "kesimpulannya", "honorable mention", "honourable mention",
      "also worth", "also considered", "the full list", "the complete list", "the next",
      "et aussi", "mentions spéciales", "mention spéciale", "mentions honorables",
      "la liste complète", "außerdem", "lobende erwähnung", "die vollständige liste",
      "die komplette liste", "la lista completa", "menciones especiales", "mención especial",
      "también destacan", "a lista completa", "menções honrosas", "menção honrosa",
      "l'elenco completo", "menzioni speciali", "menzione speciale", "eervolle vermelding",
      "de volledige lijst", "buiten de top", "полный список", "также отметили", "pełna lista",
      "wyróżnienia", "完整榜单", "完整名单", "此外，入围", "入围的还有", "完整榜單", "惜しくも", "番外",
      "次点", "이 밖에", "이밖에", "the rest ", "next month:", "next week:", "next time:",
      "to be continued", "fortsetzung folgt", "à suivre", "continuará", "продолжение следует",
      "나머지 ", "다음 편", "다음 호", "次回は", "下期", "下一期", "敬请期待", "敬請期待",
    ]
  )
])
