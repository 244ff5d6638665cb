import GalleyModel
import Testing

@testable import GalleySegment

/// Documents with numbers that are no lists: all of their text stays in the preface.
@Suite struct NonListTests {
  @Test(arguments: sources) func staysWhole(_ source: String) {
    let cleaned = document(source)
    let outline = segment(cleaned)
    #expect(outline.items.isEmpty)
    #expect(render(outline, of: cleaned).count == source.split(separator: "\n").count)
  }

  static let sources: [String] = [
    // A law.
    """
    港口管理办法
    第一章　总则
    第一条　为了维护港口的秩序，保护船舶与货物的安全，制定本办法。
    第二条　船舶进港之前应当报告下列事项：
    （一）船名和船籍；
    （二）货物的种类；
    （三）预计停留的时间。
    第三条　违反本办法的，由港务局处以警告。
    第二章　附则
    第四条　本办法自公布之日起施行。
    """,
    // A recipe.
    """
    Pfannkuchen mit Äpfeln
    Ein Rezept für Regentage, an denen niemand das Haus verlassen will, weder groß noch klein.
    Zutaten
    3 Eier
    200 g Mehl
    2 Äpfel
    Zubereitung
    1. Die Eier mit dem Mehl und der Milch verrühren, bis der Teig glatt ist.
    2. Die Äpfel schälen, in Scheiben schneiden und in den Teig legen.
    3. Butter in der Pfanne zerlassen und den Teig von beiden Seiten backen.
    """,
    // An interview.
    """
    Gespräch mit einer Hafenmeisterin
    Frage: Wie beginnt Ihr Tag am Kai, wenn im Winter noch alles dunkel ist?
    Antwort: Mit einem Blick auf den Pegel und einer Tasse Tee in der Kabine oben im Turm.
    Frage: Und wenn das Wasser über Nacht gestiegen ist und die Tore geschlossen sind?
    Antwort: Dann rufe ich die Lotsen an, und wir warten, bis die Strömung nachlässt.
    Frage: Was hat sich in den letzten Jahren am meisten verändert?
    Antwort: Die Schiffe sind länger geworden, und die Pausen zwischen ihnen kürzer.
    """,
    // Prose with years, quantities and one numbered paragraph.
    """
    Когда прогноз становится жанром
    Каждый январь редакции выпускают списки, и читатели спорят о них до весны, а потом забывают.
    2001 год принёс первый такой список, и в нём было немало того, чем мы пользуемся сегодня.
    3 года назад исследователи собрали старые списки и проверили их строка за строкой.
    1. Список нужен не для того, чтобы угадать будущее, а для того, чтобы дать ему имя.
    10 лет слишком долго для газеты и слишком мало для науки, и это никого не смущает.
    """,
    // An enumeration without marks.
    """
    协会公布新材料名单
    协会今天公布了一份名单，入选的材料分别是：苔藓墙；风筝布；潮汐玻璃；盐晶砖。
    会长说，名单上的材料都已经做出了样品，其中一半会在明年送到工地上试用。
    """,
    // Subheads in an article that announces no list.
    """
    How the harbour got its light
    The lighthouse was built twice, and both times the money came from people who never saw it.
    A wooden tower
    The first one burned down in a storm when the keeper's stove fell over and nobody was near.
    A stone tower
    The second one took nine years, because the stones had to be brought from across the bay.
    """,
  ]

  /// A chapter may be called as an appendix is: what is longer than all above it is none.
  @Test(arguments: ["Comments", "Acknowledgements", "Read more"])
  func keepsChaptersNamedLikeAnAppendix(_ heading: String) {
    let lines = [
      "The Harbour", "It was built in the year of the fire.", heading,
      "The bridge came later, when the mill was sold to a man from the city.", "Conclusion",
      "Both need repair before the winter comes, and nobody has the money.",
    ]
    let cleaned = document(lines.joined(separator: "\n\n"))
    let kept = segment(cleaned).preface.map { String(decoding: cleaned.text[$0], as: UTF8.self) }
    #expect(kept.last == lines.last)
  }
}
