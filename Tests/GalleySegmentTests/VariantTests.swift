import GalleyModel
import Testing

@testable import GalleySegment

/// Ways to print headings and labels that few lists have.
@Suite struct VariantTests {
  @Test(arguments: labels + headings) func takesApart(_ sample: Sample) {
    #expect(sample.rendered() == sample.expected)
  }

  static let labels: [Sample] = [
    Sample(
      name: "labels before a dash come back; a sentence with a dash does not",
      source: """
        Three harbour startups of 2024
        Moss
        Moss prints walls that drink the noise of the street, and the neighbours sleep again.
        Why now — The street is louder.
        Kites
        The kite — it is the old one — pulls the ferry home when the wind is right.
        Why now — Fuel is dear.
        Tides
        A clock that the tide winds up, twice a day, and that nobody has to look after.
        Why now — Nobody has time.
        """,
      outline: """
        T Three harbour startups of 2024
        1 - Moss
        B Moss prints walls that drink the noise of the street, and the neighbours sleep again.
        = - Why now: The street is louder.
        2 - Kites
        B The kite — it is the old one — pulls the ferry home when the wind is right.
        = - Why now: Fuel is dear.
        3 - Tides
        B A clock that the tide winds up, twice a day, and that nobody has to look after.
        = - Why now: Nobody has time.
        """),
    Sample(
      name: "labels before a question mark and a full stop",
      source: """
        Kıyının üç buluşu
        1. Yosun
        Ne zaman? 3-5 yıl içinde
        2. Uçurtma
        Ne zaman? Şimdi
        3. Il mulino
        Perché conta. Gira anche senza vento.
        """,
      outline: """
        T Kıyının üç buluşu
        1 1 Yosun
        = availability Ne zaman?: 3-5 yıl içinde
        2 2 Uçurtma
        = availability Ne zaman?: Şimdi
        3 3 Il mulino
        = significance Perché conta: Gira anche senza vento.
        """),
    Sample(
      name: "labels on the heading's own line",
      source: """
        三项成果公布
        一、苔藓墙 完成单位：甲研究所 意义：降噪
        墙面会呼吸，也会把街上的声音喝下去。
        二、风筝电站 完成单位：乙大学 意义：省油
        一根缆绳拉着发电机，风越大越稳当。
        三、潮汐钟 完成单位：丙公司 意义：守时
        每天两次，潮水把它重新上紧。
        """,
      outline: """
        T 三项成果公布
        1 一 苔藓墙
        = - 完成单位: 甲研究所
        = significance 意义: 降噪
        B 墙面会呼吸，也会把街上的声音喝下去。
        2 二 风筝电站
        = - 完成单位: 乙大学
        = significance 意义: 省油
        B 一根缆绳拉着发电机，风越大越稳当。
        3 三 潮汐钟
        = - 完成单位: 丙公司
        = significance 意义: 守时
        B 每天两次，潮水把它重新上紧。
        """),
    Sample(
      name: "rows of two cells are labels where they come back",
      source: """
        h1|Three things of the harbour
        h2|01 Moss
        p|It drinks the noise of the street.
        tr|Availability\twithin 3 years
        tr|Price\t4 euros
        h2|02 Kites
        p|They pull the ferry home.
        tr|Availability\tnow
        tr|Price\t5 euros
        h2|03 Tides
        p|They wind the clock.
        tr|Availability\t2 years
        tr|Price\t6 euros
        """,
      page: true, headTitle: "Three things of the harbour",
      outline: """
        T Three things of the harbour
        1 01 Moss
        B It drinks the noise of the street.
        = availability Availability: within 3 years
        = - Price: 4 euros
        2 02 Kites
        B They pull the ferry home.
        = availability Availability: now
        = - Price: 5 euros
        3 03 Tides
        B They wind the clock.
        = availability Availability: 2 years
        = - Price: 6 euros
        """),
  ]

  static let headings: [Sample] = [
    Sample(
      name: "what 第 counts stands before a colon",
      source: """
        最容易后悔的三个决定
        第1个决定：全屋灰色
        刚刷完叫高级，住久了叫阴天。
        第2个决定：无主灯
        二十个筒灯，一年坏四个。
        第3个决定：榻榻米
        前三个月是床，后三年是仓库。
        """,
      outline: """
        T 最容易后悔的三个决定
        1 第1个决定 全屋灰色
        B 刚刷完叫高级，住久了叫阴天。
        2 第2个决定 无主灯
        B 二十个筒灯，一年坏四个。
        3 第3个决定 榻榻米
        B 前三个月是床，后三年是仓库。
        """),
    Sample(
      name: "a month behind a number is a date, the moon is not",
      source: """
        三大发现
        5 月球上的古磁场
        样品里的一粒玻璃珠保存着方向。
        6 日冕的第一张磁图
        以前靠算，现在靠拍。
        7 会呼吸的脉冲星
        6 月 3 日，它第一次暗了下去。
        """,
      outline: """
        T 三大发现
        5 5 月球上的古磁场
        B 样品里的一粒玻璃珠保存着方向。
        6 6 日冕的第一张磁图
        B 以前靠算，现在靠拍。
        7 7 会呼吸的脉冲星
        B 6 月 3 日，它第一次暗了下去。
        """),
    Sample(
      name: "places in words behind a preposition",
      source: """
        Le scoperte del porto
        AL PRIMO POSTO: la muffa che mangia la plastica
        Trovata in cantina, digerisce un sacchetto in un mese.
        AL SECONDO POSTO: il vulcano che avvisa
        Un cavo sente la lava quattro minuti prima.
        AL TERZO POSTO: il grano che non beve
        Cresce con un terzo dell'acqua.
        """,
      outline: """
        T Le scoperte del porto
        1 AL PRIMO POSTO la muffa che mangia la plastica
        B Trovata in cantina, digerisce un sacchetto in un mese.
        2 AL SECONDO POSTO il vulcano che avvisa
        B Un cavo sente la lava quattro minuti prima.
        3 AL TERZO POSTO il grano che non beve
        B Cresce con un terzo dell'acqua.
        """),
    Sample(
      name: "a definition list's terms",
      source: """
        h1|Three words for 2025
        dt|Moss
        p|It drinks the noise of the street.
        dt|Kites
        p|They pull the ferry home.
        dt|Tides
        p|They wind the clock.
        """,
      page: true, headTitle: "Three words for 2025",
      outline: """
        T Three words for 2025
        1 - Moss
        B It drinks the noise of the street.
        2 - Kites
        B They pull the ferry home.
        3 - Tides
        B They wind the clock.
        """),
    Sample(
      name: "a ranking in a table whose cells are sentences",
      source: """
        h1|Classement 2024 des ports
        tr|Rang\tPort\tRemarque
        tr|1\tBrest\tLe vent fait le ménage.
        tr|2\tSète\tLa plage est propre.
        tr|3\tNice\tLe port est petit.
        """,
      page: true, headTitle: "Classement 2024 des ports",
      outline: """
        T Classement 2024 des ports
        1 1 Brest
        = - Remarque: Le vent fait le ménage.
        2 2 Sète
        = - Remarque: La plage est propre.
        3 3 Nice
        = - Remarque: Le port est petit.
        """),
    Sample(
      name: "an excerpt of two that leaves out the rest",
      source: """
        十大新兴技术（节选）
        3. 结构电池
        车身就是电池，一辆小车可以因此减轻三成。
        8. 活体治疗
        把细菌改造成药厂，吞下去以后按需生产。
        """,
      outline: """
        T 十大新兴技术（节选）
        3 3 结构电池
        B 车身就是电池，一辆小车可以因此减轻三成。
        8 8 活体治疗
        B 把细菌改造成药厂，吞下去以后按需生产。
        """),
    Sample(
      name: "headings of a page without text at its end",
      source: """
        h1|Five kites of the year
        h2|The box kite
        p|It flew on the second try.
        h2|The paper glider
        p|Eleven metres, indoors.
        h2|The broken drone
        p|It flew in circles.
        h2|The feather
        h2|The last kite
        """,
      page: true, headTitle: "Five kites of the year",
      outline: """
        T Five kites of the year
        1 - The box kite
        B It flew on the second try.
        2 - The paper glider
        B Eleven metres, indoors.
        3 - The broken drone
        B It flew in circles.
        4 - The feather
        5 - The last kite
        """),
    Sample(
      name: "entries of contents with leaders are no headings",
      source: """
        Plants for dry summers
        CONTENTS
        Silver sage ........ 4
        Sea kale ........ 5
        Catmint ........ 7
        We let two hundred plants go thirsty, and four survived: these three, and one that has no name.
        Silver sage
        It asks for nothing, least of all for compost, and seeds itself in the gravel of the yard.
        Sea kale
        It has blue leaves and flowers of honey, and all of it can be eaten, which slugs know as well.
        Catmint
        Cut it to the ground in June, and it flowers again in August; cats will help with the cutting.
        """,
      outline: """
        T Plants for dry summers
        P We let two hundred plants go thirsty, and four survived: these three, and one that has no name.
        1 - Silver sage
        B It asks for nothing, least of all for compost, and seeds itself in the gravel of the yard.
        2 - Sea kale
        B It has blue leaves and flowers of honey, and all of it can be eaten, which slugs know as well.
        3 - Catmint
        B Cut it to the ground in June, and it flowers again in August; cats will help with the cutting.
        """),
  ]
}
