internal import GalleyModel

/// The edition that a list names in words: in its title, else where its preface speaks of the list.
///
/// A year counts by the company that it keeps: "the 2018 list" names an edition, "since 2001" and
/// "by 2030" do not.
struct Edition {
  let text: [UInt8]
  /// Year of the printed date, where one is known.
  let published: Int?

  /// The year that `title` names; one that only says since when or until when is none.
  func year(ofTitle title: Range<Int>) -> Int? {
    var best: (year: Int, weight: Int)?
    for year in years(in: title) where year.weight > best?.weight ?? -1 { best = year }
    if let best { return best.year }
    return relativeYear(in: title)
  }

  /// The year that the preface names, if it can be told from the other years in it.
  func year(ofPreface passages: [Range<Int>]) -> Int? {
    var best: (year: Int, weight: Int)?
    var budget = 1000
    for passage in passages where budget > 0 {
      let head = passage.lowerBound..<min(passage.upperBound, passage.lowerBound + budget)
      budget -= head.count
      for year in years(in: head) where year.weight > best?.weight ?? 0 { best = year }
    }
    return best?.year
  }

  /// The years of a passage with what speaks for each: 1 for its being there.
  private func years(in range: Range<Int>) -> [(year: Int, weight: Int)] {
    var out: [(Int, Int)] = []
    var at = range.lowerBound
    while let year = GalleyNormalize.nextYear(in: text, from: at, limit: range.upperBound) {
      out.append((year.value, weight(of: year, in: range)))
      at = year.range.upperBound
    }
    return out
  }

  private func weight(of year: PrintedYear, in passage: Range<Int>) -> Int {
    var weight = 1
    let before = window(max(passage.lowerBound, year.range.lowerBound - 24)..<year.range.lowerBound)
    let after = year.range.upperBound..<min(passage.upperBound, year.range.upperBound + 40)
    let companions = words(before, adjacentToEnd: true) + words(after, adjacentToEnd: false)
    for word in companions {
      switch word {
      case .list: weight += 1
      case .edition: weight += 2
      case .since, .until: weight -= 3
      }
    }
    if let published, abs(year.value - published) > 1 { weight -= 1 }
    return weight
  }

  /// The words of a window, the strongest of each kind once; "since" and "until" only right at the
  /// year.
  private func words(_ window: Range<Int>, adjacentToEnd: Bool) -> [EditionWord] {
    var out: [EditionWord] = []
    var at = window.lowerBound
    while at < window.upperBound {
      if isSpacedLetter(in: text, at: at), !isWordStart(in: text, at: at, from: window.lowerBound) {
        at += 1
        continue
      }
      guard let match = Lexicon.edition.match(in: text, at: at, limit: window.upperBound) else {
        if Self.endsSentence(text.scalar(at: at).value) {
          if !adjacentToEnd { break }
          out.removeAll()
        }
        at += max(1, text.scalar(at: at).length)
        continue
      }
      let distance = adjacentToEnd ? window.upperBound - match.end : at - window.lowerBound
      let isNear = match.meaning == .list || distance <= 4
      // "by 2030", but "of 2022 by the editors": only where words are not spaced do they follow it.
      let isBehind = !adjacentToEnd && isSpacedLetter(in: text, at: at)
      if isBehind, match.meaning == .since || match.meaning == .until {
        at = match.end
        continue
      }
      if isNear, !out.contains(match.meaning) { out.append(match.meaning) }
      at = match.end
    }
    return out
  }

  /// A title that only says "next year" is dated by its page.
  private func relativeYear(in title: Range<Int>) -> Int? {
    guard let published else { return nil }
    var at = title.lowerBound
    while at < title.upperBound {
      let isStart =
        !isSpacedLetter(in: text, at: at) || isWordStart(in: text, at: at, from: title.lowerBound)
      if isStart, let match = Lexicon.relativeYears.match(in: text, at: at, limit: title.upperBound)
      {
        return published + match.meaning
      }
      at += max(1, text.scalar(at: at).length)
    }
    return nil
  }

  /// `range` from a character's first byte on.
  private func window(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, text[start] & 0xC0 == 0x80 { start += 1 }
    return start..<range.upperBound
  }

  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "。", "！", "？", "!", "?", ";", "；": true
    default: false
    }
  }
}

/// What a word beside a year says of it.
enum EditionWord: Sendable {
  /// A list, or what is on it.
  case list
  /// An edition: right beside the year.
  case edition
  /// The year is when something began.
  case since
  /// The year is when something will be.
  case until
}

extension Lexicon<EditionWord> {
  static let edition = Lexicon<EditionWord>(
    [
      .list: """
      list|lists|ranking|technologies|technology|trends|predictions|innovations|picks|report|awards|winners|\
      survivors|breakthroughs|top|ten|\
      榜单|榜單|名单|名單|清单|清單|榜|技术|技術|趋势|趨勢|进展|進展|突破|作业|作業|菜单|菜單|报告|報告|评选|評選|十大|\
      新闻|新聞|判断|判斷|预测|預測|リスト|ランキング|技術|トレンド|ニュース|特集|予測|\
      목록|순위|기술|트렌드|뉴스|혁신기술|\
      liste|trends|technologien|rangliste|bericht|nennt|technologietrends|\
      technologies|tendances|classement|palmarès|rapport|\
      lista|avances|tecnologías|tendencias|informe|ranking|\
      avanços|tecnologias|tendências|relatório|apostas|\
      список|списка|списке|технологий|технологии|трендов|рейтинг|рейтинга|прогноз|итоги
      """,
      .edition: """
      edition|issue|predictions for|trends for|年版|年度|版|年号|年刊|판|ausgabe|édition|numéro|edición|número|\
      edição|выпуск|выпуска|издание|covered here:
      """,
      .since: """
      since|founded in|back in|从|自|始于|自从|早在|於|从|從|起源于|성립|부터|seit|depuis|dès|desde|a partir de|\
      с|начиная с|以来|以來|起|から|创办|創辦
      """,
      .until: """
      by|until|through|before|到|至|截至|直到|前|まで|까지|bis|d’ici|d'ici|jusqu’en|jusqu'en|à l’horizon|hasta|\
      até|к|до
      """,
    ], letters: .anyCase)
}

extension Lexicon<Int> {
  static let relativeYears = Lexicon<Int>(
    [
      0: "this year|今年|本年度|올해|dieses jahr|cette année|este año|este ano|этого года|в этом году",
      1: """
      next year|明年|来年|來年|내년|nächstes jahr|im kommenden jahr|l’année prochaine|el próximo año|\
      próximo ano|следующего года|в следующем году
      """,
      -1: "last year|去年|昨年|작년|letztes jahr|l’an dernier|el año pasado|ano passado|прошлого года",
    ], letters: .anyCase)
}
