import GalleyModel
import Testing

@testable import GalleySegment

/// Ways to print headings that few lists have.
@Suite struct HeadingVariantTests {
  @Test(arguments: headings) func takesApart(_ sample: Sample) {
    #expect(sample.rendered() == sample.expected)
  }

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
      name: "a word and a number glued to the title",
      source: """
        h1|失敗から生まれた発明3選
        h2|その1溶けないアイス
        p|朝になっても形が崩れなかった。
        h2|その2光る歯ブラシ
        p|電池の向きが逆だった。
        h2|その3忘れる鏡
        p|美容院で人気だ。
        """,
      page: true, headTitle: "失敗から生まれた発明3選",
      outline: """
        T 失敗から生まれた発明3選
        1 その1 溶けないアイス
        B 朝になっても形が崩れなかった。
        2 その2 光る歯ブラシ
        B 電池の向きが逆だった。
        3 その3 忘れる鏡
        B 美容院で人気だ。
        """),
    Sample(
      name: "titles set apart behind ordinals",
      source: """
        바다를 바꿀 기술 3가지
        첫째, 파도를 먹는 방파제.
        파도가 칠 때마다 전기를 만든다.
        둘째, 그물에 다는 전자 코.
        금지 어종이 다가오면 스스로 벌어진다.
        셋째, 바닷물 배터리.
        소금과 물만 있으면 된다.
        """,
      outline: """
        T 바다를 바꿀 기술 3가지
        1 첫째 파도를 먹는 방파제.
        B 파도가 칠 때마다 전기를 만든다.
        2 둘째 그물에 다는 전자 코.
        B 금지 어종이 다가오면 스스로 벌어진다.
        3 셋째 바닷물 배터리.
        B 소금과 물만 있으면 된다.
        """),
    Sample(
      name: "the counter of a title counts its parts",
      source: """
        LE GRAND DOSSIER
        Dix métiers d'avenir du port (3/3)
        Voici le dernier volet de notre enquête, après les métiers du soin et ceux de la terre ferme.
        8. Éleveur d'algues
        Il corrige, il récompense, il recommence.
        9. Notaire des marées
        Il certifie l'heure de chaque vague.
        10. Déconnecteur
        On l'appelle quand tout s'emballe.
        """,
      outline: """
        T Dix métiers d'avenir du port (3/3)
        P Voici le dernier volet de notre enquête, après les métiers du soin et ceux de la terre ferme.
        8 8 Éleveur d'algues
        B Il corrige, il récompense, il recommence.
        9 9 Notaire des marées
        B Il certifie l'heure de chaque vague.
        10 10 Déconnecteur
        B On l'appelle quand tout s'emballe.
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
