internal import GalleyModel

/// Awards that open headings instead of numbers: `Winner: Title`, `Runner-up: Title`, `金奖：标题`.

extension Search {
  /// The lines that an award and a title make, where text stands below most of them; none where
  /// they stand together, as labels of one item do.
  func awardLines() -> [Node] {
    var nodes: [Node] = []
    for line in survey.bareLines where line >= first && !survey.isNoise(line) {
      guard let award = award(on: line) else { continue }
      nodes.append(Node(line: line, number: nodes.count + 1, award: award))
    }
    let withText = nodes.count { node in
      let below = survey.next(after: node.line)
      return below < survey.lines.count && award(on: below) == nil && !isLabel(below)
    }
    return nodes.count >= 3 && withText * 3 >= nodes.count * 2 ? nodes : []
  }

  private func award(on index: Int) -> Award? {
    let line = survey.lines[index]
    guard line.width <= Survey.headingReach, line.ending == .none else { return nil }
    let start = skipBullet(in: survey.text, line.text)
    let end = line.text.upperBound
    guard line.opening.may(.awards, at: start),
      let word = awardWords.match(survey.text, at: start, end: end)
    else { return nil }
    let at = skipSpaces(in: survey.text, at: word.end, end: end)
    let mark = survey.text.scalar(at: at)
    guard isColon(mark.value) || [0x2D, 0x2013, 0x2014, 0x7C].contains(mark.value) else {
      return nil
    }
    let title = skipSpaces(in: survey.text, at: at + mark.length, end: end)
    return title < end ? Award(label: start..<word.end, title: title) : nil
  }
}

/// The award that opens a heading, and where the title begins behind it.
struct Award: Sendable, Equatable {
  var label: Range<Int>
  var title: Int
}

let awardWords = WordTable<Bool>([
  (
    true,
    [
      "winner", "the winner", "overall winner", "runner-up", "runner up", "runners-up", "finalist",
      "honorable mention", "honourable mention", "special mention", "gold", "silver", "bronze",
      "grand prize", "grand prix", "best of show", "people's choice", "editor's choice",
      "editors' choice", "冠军", "亚军", "季军", "冠軍", "亞軍", "季軍", "优胜奖", "金奖", "银奖", "铜奖", "金獎",
      "銀獎", "銅獎", "特等奖", "一等奖", "二等奖", "三等奖", "入围", "大賞", "金賞", "銀賞", "銅賞", "優秀賞",
      "特別賞", "대상", "최우수상", "우수상", "금상", "은상", "동상", "gewinner", "gewinnerin", "sieger",
      "siegerin", "finalistin", "lobende erwähnung", "gold", "silber", "bronze", "lauréat",
      "lauréate", "gagnant", "gagnante", "vainqueur", "finaliste", "mention spéciale", "or",
      "argent", "ganador", "ganadora", "finalista", "accésit", "mención especial", "oro", "plata",
      "bronce", "vencedor", "vencedora", "menção honrosa", "ouro", "prata", "vincitore",
      "vincitrice", "menzione speciale", "argento", "bronzo", "winnaar", "eervolle vermelding",
      "goud", "zilver", "brons", "победитель", "победительница", "лауреат", "финалист", "золото",
      "серебро", "бронза", "zwycięzca", "zwyciężczyni", "wyróżnienie", "finalistka", "kazanan",
    ]
  )
])

/// Words of a title, or of a short line above items, that announce a list without its number.
func announcesList(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  var at = range.lowerBound
  var last: UInt32 = 0
  while at < range.upperBound {
    if text[at] < 0x80, !isASCIILetter(text[at]) {
      last = UInt32(text[at])
      at += 1
      continue
    }
    let scalar = text.scalar(at: at)
    if !isLetter(last) || Scalar.isUnspaced(scalar.value),
      listWords.mayBegin(text, at: at, end: range.upperBound),
      listWords.match(text, at: at, end: range.upperBound) != nil
    {
      return true
    }
    last = scalar.value
    at += scalar.length
  }
  return false
}

private let listWords = WordTable<Bool>([
  (
    true,
    [
      "runners-up", "runner-up", "winners", "awards", "finalists", "the best", "highlights",
      "the year in", "year in review", "jahresrückblick", "rétrospective", "retrospectiva",
      "le parole dell'anno", "итоги", "年末回顾", "振り返", "돌아본", "breakthrough of the year",
      "breakthroughs", "inventions of the year", "ranking",
      "盘点", "盤點", "书单", "書單", "年度榜单", "榜单", "榜單", "年度回顾", "获奖名单", "入选名单", "排行榜", "重大ニュース", "ランキング",
      "受賞者", "大賞", "선정", "결산", "die besten", "preisträger", "gewinner", "rangliste",
      "bestenliste", "les meilleurs", "les meilleures", "palmarès", "lauréats", "classement",
      "los mejores", "las mejores", "ganadores", "premiados", "clasificación", "os melhores",
      "as melhores", "vencedores", "classificação", "i migliori", "le migliori", "vincitori",
      "classifica", "de beste", "winnaars", "ranglijst", "лучшие", "главные", "победители",
      "рейтинг", "итоги года", "najlepsze", "laureaci", "zwycięzcy", "en iyi", "kazananlar",
      "terbaik", "tốt nhất", "nổi bật",
    ]
  )
])
