import GalleyModel
import Testing

@testable import GalleySegment

/// Ways to print labels that few lists have.
@Suite struct LabelVariantTests {
  @Test(arguments: labels) func takesApart(_ sample: Sample) {
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
}
