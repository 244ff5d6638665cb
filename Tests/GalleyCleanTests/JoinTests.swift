import GalleyModel
import Testing

@Test func joinsHardWrappedLines() throws {
  let found = try paragraphs(wrapped)
  #expect(found.count == 2)
  #expect(
    found[0].hasPrefix(
      "The harbour was empty when they came down in the morning, and the only boat in"))
  #expect(found[1].hasSuffix("So they pushed the boat off and went."))
}

/// Paragraphs cut by a page, as blank lines or form feeds show it, in several scripts.
@Test(arguments: [
  (
    """
    海边的小镇在冬天几乎没有人来，只有灯塔看守和他的狗还住在那里，每天傍晚沿着堤岸走到最远的一块礁石，再慢慢走回去，风大的时候也是一样。

    镇上的孩子都知道他年轻时在远洋船上做过厨师，会讲很多港口的故事，也会用绳子打出二十种不同的结，其中有一种据说再也没有第二个人会



    打。他从来不肯教给别人，说那是一个已经不在的朋友留给他的。

    春天来的时候，堤岸上的草先绿起来，然后是船坞后面的柳树，最后才轮到山坡上的果园。
    """, "其中有一种据说再也没有第二个人会打。他从来"
  ),
  (
    """
    Die Werkstatt lag am Ende der Gasse, hinter dem alten Kornspeicher, und wer sie nicht kannte, der ging vorüber, ohne sie zu sehen. Im Fenster hing seit Jahren dasselbe Schild.

    Der Meister arbeitete allein. Er hatte einmal zwei Gesellen gehabt, aber der eine war nach Süden gezogen und der andere hatte geheiratet, und seither nahm er nur noch Aufträge an, die er selbst



    erledigen konnte. Das waren nicht wenige.

    Am Abend saß er auf der Bank vor dem Haus und sah den Schwalben zu, bis es dunkel wurde.
    """, "die er selbst erledigen konnte."
  ),
])
func joinsCutParagraphs(_ input: String, _ expected: String) throws {
  #expect(try cleanedText(input).contains(expected))
}

/// Short lines of a page that are no sentences stay lines of their own.
@Test(arguments: [
  ["Ten ideas for the coming year", "By the editors", "Published in March"],
  ["深海采矿", "关键企业：蓝湾、北极星", "成熟期：三至五年"],
  ["• bring the lamp", "• bring the rope", "• bring some bread"],
  ["1. The first of the rules", "2. The second of the rules", "3. The third of the rules"],
  [
    "Dear Ms Arnold,", "Thank you for the chart that you sent us in the spring.",
    "Yours sincerely,",
    "Karl Weber",
  ],
])
func keepsShortLines(_ lines: [String]) throws {
  #expect(try paragraphs(lines.joined(separator: "\n\n")) == lines)
}

@Test(arguments: [
  ("3\n\n热泵", "3 热泵"), ("7.\n\nSolar Sails", "7. Solar Sails"),
  ("2.4.1\n\nReading the Tide Tables", "2.4.1 Reading the Tide Tables"),
])
func joinsLoneNumbers(_ heading: String, _ expected: String) throws {
  let text = "前面的一段文字在这里结束，没有什么特别的内容。\n\n\(heading)\n\n后面的一段文字从这里开始，也没有什么特别的内容。\n"
  #expect(try paragraphs(text)[1] == expected)
}

@Test func gluesDropCaps() throws {
  let text =
    "T\n\nhe boat was gone, and the men who had come with it stood on the sand and\nlooked at the water.\n"
  #expect(try paragraphs(text)[0].hasPrefix("The boat was gone"))
}

@Test func tidiesWhiteSpace() throws {
  #expect(
    try cleanedText("\n\n  One paragraph.  \r\n\r\n\r\n\r\nAnother one.\r\n")
      == "One paragraph.\n\nAnother one.\n")
}

@Test(arguments: ["a", "a\n", "-", "-\n-", "\u{C}\u{C}a\u{C}"])
func isTotal(_ text: String) throws {
  let cleaned = try cleaned(text)
  #expect(cleaned.text.count <= text.utf8.count)
}

/// Headings that count on stay lines of their own, however few words they have.
@Test func keepsCountedHeadings() throws {
  let lines = [
    "Idée n° 4 — Les toits de liège",
    "Ils gardent la pluie de la première heure, disent les voisins.",
    "Idée n° 5 — Une barque sans équipage", "Vue à Gand, attendue à Lyon.",
    "Idée n° 6 — Les murs de mousse vivante", "Un mur a nettoyé la rue en un été.",
  ]
  #expect(try paragraphs(lines.joined(separator: "\n")) == lines)
}

/// A chapter that running text speaks of is no heading, where it happens to begin a line.
@Test func joinsLinesThatNameChapters() throws {
  let text = """
    The ropes of the old ferry are made in the way that the guild wrote down, as told in
    Chapter 1 of its book, and the knots are those of the river people, which are drawn in
    Chapter 2 with great care, while the colours of the flags had to wait until the year of
    Chapter 3 and the new printer, who was the first to own inks that did not run in water.
    """
  #expect(try paragraphs(text).count == 1)
}

/// Title, deck and by-line of a text are whole lines, whatever they end with.
@Test(arguments: [
  ["The Sea and Its Keepers", "A Year on the Northern Light", "By Jane Doe, 3 May 2024"],
  ["Les mots de l'année", "Le 2 janvier 2025, par Julie Caron"],
  ["关于公布年度十大科技成果的通知", "各市科技局，各有关单位："],
  [
    "« La patience de la mer »", "Entretien avec Hélène Marchand, de l’Institut",
    "Publié le 14 mai",
  ],
]) func keepsTheLinesOfTheHeadApart(_ head: [String]) throws {
  let text = head.joined(separator: "\n\n") + "\n\n" + wrapped.replacing("\n", with: " ") + "\n"
  #expect(try Array(paragraphs(text).prefix(head.count)) == head)
}

/// The same place holds the halves of a paragraph as well.
@Test func joinsHalvesAtTheHead() throws {
  let text = """
    The harbour was empty when they came down in the morning, and the only boat that the keeper of

    the light had left lay on the sand with her planks open to the sun and the tide far out.
    """
  #expect(try paragraphs(text).count == 1)
}

@Test func keepsDrawnLinesApart() throws {
  let text = wrapped + "\n----------\nA letter from the keeper of the light, and a bill with it.\n"
  #expect(try paragraphs(text).contains("----------"))
}

/// A heading in capitals on two lines: in the middle, or with the second line below the first words.
@Test(arguments: [
  ("                 THE SEA AND THE PEOPLE", "                    WHO KEEP ITS LIGHTS"),
  ("IV.  THE SEA AND THE PEOPLE", "     WHO KEEP ITS LIGHTS"),
]) func joinsHeadingsOfTwoLines(_ first: String, _ second: String) throws {
  let text = "\(wrapped)\n\n\(first)\n\(second)\n\n\(wrapped)\n"
  #expect(
    try paragraphs(text).contains { $0.hasSuffix("THE SEA AND THE PEOPLE WHO KEEP ITS LIGHTS") })
}

/// Two lines of capitals at the margin may as well be two headings.
@Test func keepsTwoLinesOfCapitalsAtTheMargin() throws {
  let text = "\(wrapped)\n\nTHE SEA MONTHLY\nTHE PEOPLE OF THE YEAR\n\n\(wrapped)\n"
  #expect(try paragraphs(text).contains("THE SEA MONTHLY"))
}

@Test func keepsALineWithAPictureFromTheTextBelow() throws {
  let text = """
    🔋 Ein Akku aus Salz und Wasser

    Er lädt in neun Minuten und wiegt leider so viel wie ein Ziegel.

    🚲 Ein Fahrrad mit der Bremse einer Straßenbahn

    Scherz der Redaktion, aber es bremst.
    """
  #expect(try paragraphs(text).count == 4)
}

/// Labels that come back open fields, with a colon or in brackets; their values end as they like.
@Test(arguments: [("趋势解读：", "代表企业："), ("【趋势解读】", "【代表企业】")])
func keepsFieldsApart(_ first: String, _ second: String) throws {
  let items = (1...3).map {
    """
    第\($0)件小东西

    \(first)从质检到排产，机器开始和工人一起上班。

    \(second)启明机器、长河重工

    车间里的人说，它们还走得很慢，但已经不需要围栏，工人也不再怕它们。
    """
  }
  #expect(try paragraphs(items.joined(separator: "\n\n")).count == 12)
}
