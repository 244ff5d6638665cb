internal import GalleyModel

/// What counts or stands in rows and is no list of an article: recipes, minutes, tables of figures.
extension Search {
  /// What rules a chain out that begins at line `first`; nil where nothing does.
  func otherKind(of chain: Chain, before first: Int) -> Scorecard.Term? {
    if isRecipe(before: first) { return .steps }
    if isMinutes(before: first) { return .minutes }
    return chain.nodes.count(where: hasWords) * 2 < chain.nodes.count ? .letterless : nil
  }

  /// A timetable or a table of figures has rows as well: none of them has words.
  private func hasWords(_ node: Node) -> Bool {
    let title = titleLine(of: node)
    guard !node.isLost, title < survey.lines.count else { return true }
    var at = titleStart(of: node)
    let end = survey.lines[title].text.upperBound
    if at >= end { return true }
    if isLetterLead(survey.text[at]) { return true }
    while at < end {
      let scalar = survey.text.scalar(at: at)
      let isMark = scalar.value < 0x41 || Scalar.isWidePunctuation(scalar.value)
      if !isMark, !Scalar.isDigit(scalar.value), !Scalar.isSpace(scalar.value) { return true }
      at += scalar.length
    }
    return false
  }

  /// A title or a line above the chain that begins with a word for minutes.
  private func isMinutes(before first: Int) -> Bool {
    (0..<min(first, self.first + 12)).contains { line in
      let facts = survey.lines[line]
      return facts.width <= 80
        && minutesWords.match(survey.text, at: facts.text.lowerBound, end: facts.text.upperBound)
          != nil
    }
  }

  /// A word like "Ingredients" or "Method" alone on a line above the chain.
  private func isRecipe(before first: Int) -> Bool {
    for line in max(self.first, first - 40)..<max(self.first, first) {
      let facts = survey.lines[line]
      guard facts.width <= 30 else { continue }
      let start = facts.text.lowerBound
      if let word = recipeWords.match(survey.text, at: start, end: facts.text.upperBound),
        facts.text.upperBound - word.end <= 3
      {
        return true
      }
    }
    return false
  }
}

private let minutesWords = WordTable<Bool>([
  (
    true,
    [
      "minutes of", "meeting minutes", "agenda", "会议纪要", "会议记录", "會議紀錄", "会议议程", "議事録", "議事次第",
      "회의록", "회의 안건", "protokoll der", "protokoll über", "tagesordnung", "procès-verbal",
      "compte rendu de la réunion", "ordre du jour", "acta de", "acta n", "orden del día", "ata da",
      "ordem do dia", "pauta da reunião", "verbale", "ordine del giorno", "notulen", "agendapunten",
      "протокол", "повестка дня", "porządek obrad", "toplantı tutanağı",
    ]
  )
])

private let recipeWords = WordTable<Bool>([
  (
    true,
    [
      "ingredients", "method", "directions", "instructions", "preparation", "serves 4", "材料", "食材",
      "配料", "用料", "做法", "步骤", "步驟", "制作方法", "製作方法", "作り方", "手順", "재료", "만드는 법", "조리법", "zutaten",
      "zubereitung", "ingrédients", "préparation", "ingredientes", "preparación", "elaboración",
      "preparo", "modo de preparo", "modo de fazer", "ингредиенты", "приготовление",
      "способ приготовления",
    ]
  )
])
