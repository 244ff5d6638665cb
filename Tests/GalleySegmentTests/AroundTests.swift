import GalleyModel
import Testing

@testable import GalleySegment

/// Title, preface, trailer, and what is left out with a rule.
@Suite struct AroundTests {
  @Test(arguments: samples) func takesApart(_ sample: Sample) {
    #expect(sample.rendered() == sample.expected)
  }

  /// Every byte that is not white space, a mark that divides or a bullet is placed or dropped.
  @Test(arguments: samples) func losesNothing(_ sample: Sample) {
    let cleaned = document(sample.source, page: sample.page, headTitle: sample.headTitle)
    let outline = segment(cleaned)
    var isPlaced = Array(repeating: false, count: cleaned.text.count)
    func place(_ range: Range<Int>?) {
      guard let range else { return }
      for at in range { isPlaced[at] = true }
    }
    place(outline.title)
    outline.preface.forEach(place)
    outline.trailer.forEach(place)
    for drop in outline.drops { place(drop.range) }
    for item in outline.items {
      [item.label, item.title, item.group].forEach(place)
      item.body.forEach(place)
      for field in item.fields {
        place(field.label)
        field.value.forEach(place)
      }
    }
    let lost = cleaned.text.indices.filter { !isPlaced[$0] && cleaned.text[$0] > 0x2F }
      .map { cleaned.text[$0] }
    // Colons and brackets of labels, and the full-width marks.
    let marks = Set(":：【】（）()、．.，。—".utf8)
    #expect(lost.allSatisfy { marks.contains($0) }, "\(String(decoding: lost, as: UTF8.self))")
  }

  @Test(arguments: samples) func dropsInOrder(_ sample: Sample) {
    let outline = segment(document(sample.source, page: sample.page, headTitle: sample.headTitle))
    for (a, b) in zip(outline.drops, outline.drops.dropFirst()) {
      #expect(a.range.upperBound <= b.range.lowerBound)
    }
  }

  static let samples: [Sample] = [
    Sample(
      name: "a bold heading that lost the break behind it",
      source: """
        b|1. Die Brücke
        p|Sie hebt sich in einer Minute, und die Fähre muss nicht mehr auf die Flut warten.
        p|**2. Das Tor** Es schließt sich von selbst, sobald der Pegel steigt, und meldet es dem Hafenamt auf der anderen Seite.
        b|3. Der Turm
        p|Von oben sieht man die ganze Bucht, und an klaren Tagen die Inseln hinter dem Kap.
        """,
      page: true, headTitle: "Drei Bauten am Hafen",
      outline: """
        1 1 Die Brücke
        B Sie hebt sich in einer Minute, und die Fähre muss nicht mehr auf die Flut warten.
        2 2 Das Tor
        B Es schließt sich von selbst, sobald der Pegel steigt, und meldet es dem Hafenamt auf der anderen Seite.
        3 3 Der Turm
        B Von oben sieht man die ganze Bucht, und an klaren Tagen die Inseln hinter dem Kap.
        """),
    Sample(
      name: "menus and a by-line above, credits and prompts below",
      source: """
        首页 > 科技 > 正文
        登录 | 注册
        某研究院发布三大技术趋势
        来源：某某日报　作者：李某　2024-03-02
        图片
        研究院昨天发布了今年的三大技术趋势，每一项都附有专家的点评和落地的时间表。
        1. 会思考的路灯
        路灯知道街上有没有人，没有人的时候自己调暗，一年省下的电够一所学校用。
        2. 会说话的井盖
        井盖下面的水位一旦超过警戒线，值班室里就会响起铃声，还会报出街道的名字。
        3. 会认路的扫帚
        扫地车跟着清洁工走，把垃圾桶送到他身边，下坡的时候自己刹车。
        （责任编辑：王某）
        分享到：微信 微博
        相关阅读
        城市夜景的十年
        下一个十年的路灯
        """,
      outline: """
        T 某研究院发布三大技术趋势
        P 研究院昨天发布了今年的三大技术趋势，每一项都附有专家的点评和落地的时间表。
        1 1 会思考的路灯
        B 路灯知道街上有没有人，没有人的时候自己调暗，一年省下的电够一所学校用。
        2 2 会说话的井盖
        B 井盖下面的水位一旦超过警戒线，值班室里就会响起铃声，还会报出街道的名字。
        3 3 会认路的扫帚
        B 扫地车跟着清洁工走，把垃圾桶送到他身边，下坡的时候自己刹车。
        Z （责任编辑：王某）
        """),
    Sample(
      name: "a deck, a date, inserts, a closing remark and comments",
      source: """
        Four quiet machines for 2023
        What the workshop could not stop talking about
        March 3, 2023
        The workshop closed for the winter, and this is what was on the table when the lights went out.
        1. The silent drill
        It turns slowly and never slips, and the dust falls into a drawer below the bench.
        Read more: how drills got loud
        2. The patient glue
        It sets only when it is told to, with a flash of violet light from a lamp on a string.
        (Photo: A. Nobody)
        3. The folding bench
        It fits behind a door, and two people can sit on it when no work is to be done.
        4. The warm hammer
        Its handle keeps the heat of the stove for an hour, which is enough for a cold barn.
        Which of these would you take home with you on the train?
        Tags: tools, winter
        2 Comments
        Anonymous said number three, of course.
        """,
      outline: """
        T Four quiet machines for 2023
        P What the workshop could not stop talking about
        P The workshop closed for the winter, and this is what was on the table when the lights went out.
        1 1 The silent drill
        B It turns slowly and never slips, and the dust falls into a drawer below the bench.
        2 2 The patient glue
        B It sets only when it is told to, with a flash of violet light from a lamp on a string.
        3 3 The folding bench
        B It fits behind a door, and two people can sit on it when no work is to be done.
        4 4 The warm hammer
        B Its handle keeps the heat of the stove for an hour, which is enough for a cold barn.
        Z Which of these would you take home with you on the train?
        """),
    Sample(
      name: "availability bare under the title and in brackets",
      source: """
        Quatre techniques pour la mer
        La voile rigide
        dans 3 à 5 ans
        Elle se replie comme un éventail dans le port et se dresse d’elle-même au large.
        Le moteur à sel
        dès aujourd’hui
        Il tire son énergie de la rencontre entre le fleuve et la mer, sans bruit et sans fumée.
        Le filet qui compte
        2030
        Chaque poisson qui passe est mesuré, et les plus petits ressortent par une porte.
        La bouée bavarde
        dans 10 ans
        Elle raconte la houle et le vent à toutes les barques qui veulent bien l’écouter.
        """,
      outline: """
        T Quatre techniques pour la mer
        1 - La voile rigide
        = availability -: dans 3 à 5 ans
        B Elle se replie comme un éventail dans le port et se dresse d’elle-même au large.
        2 - Le moteur à sel
        = availability -: dès aujourd’hui
        B Il tire son énergie de la rencontre entre le fleuve et la mer, sans bruit et sans fumée.
        3 - Le filet qui compte
        = availability -: 2030
        B Chaque poisson qui passe est mesuré, et les plus petits ressortent par une porte.
        4 - La bouée bavarde
        = availability -: dans 10 ans
        B Elle raconte la houle et le vent à toutes les barques qui veulent bien l’écouter.
        """),
    Sample(
      name: "headings of a page, a list of names before, a side list after",
      source: """
        h1|Tres ideas para el puerto
        p|Publicado el 3 de mayo de 2021 por Ana
        p|El puerto presentó tres ideas, y los vecinos votarán por una de ellas antes del verano.
        li|Un parque sobre el muelle
        li|Una lonja abierta
        li|Un faro con biblioteca
        h2|Un parque sobre el muelle
        p|Los árboles crecerán en las cajas donde antes se guardaban las redes y los remos viejos.
        h2|Una lonja abierta
        p|Los domingos, cualquiera podrá ver la subasta desde una galería de madera y vidrio.
        h2|Un faro con biblioteca
        p|En cada piso habrá una mesa, y en el último, un telescopio para mirar los barcos.
        h2|Lo más leído
        li|El tiempo en la costa
        li|Horarios del ferry
        """,
      page: true, headTitle: "Tres ideas para el puerto",
      outline: """
        T Tres ideas para el puerto
        P El puerto presentó tres ideas, y los vecinos votarán por una de ellas antes del verano.
        1 - Un parque sobre el muelle
        B Los árboles crecerán en las cajas donde antes se guardaban las redes y los remos viejos.
        2 - Una lonja abierta
        B Los domingos, cualquiera podrá ver la subasta desde una galería de madera y vidrio.
        3 - Un faro con biblioteca
        B En cada piso habrá una mesa, y en el último, un telescopio para mirar los barcos.
        """),
    Sample(
      name: "items of a page's list with bold names, interrupted",
      source: """
        p|Os editores contam cinco coisas que viram na feira deste ano, da mais certa à mais ousada.
        li1|**Rede de algas:** filtra a água do porto e alimenta as ostras que crescem logo abaixo.
        li2|**Barco de papelão:** leva duas pessoas e se desfaz no mar em menos de um mês.
        li3|**Farol solar:** acende sozinho e avisa quando a bateria precisa ser trocada.
        p|Publicidade
        li4|**Âncora leve:** segura um veleiro e cabe na mochila de quem vai a pé até a praia.
        li5|**Mapa do vento:** é bordado em pano e muda de cor quando a tempestade se aproxima.
        p|O relatório completo explica como os editores deram as notas.
        """,
      page: true, headTitle: "Cinco coisas da feira",
      outline: """
        P Os editores contam cinco coisas que viram na feira deste ano, da mais certa à mais ousada.
        1 - Rede de algas
        B filtra a água do porto e alimenta as ostras que crescem logo abaixo.
        2 - Barco de papelão
        B leva duas pessoas e se desfaz no mar em menos de um mês.
        3 - Farol solar
        B acende sozinho e avisa quando a bateria precisa ser trocada.
        4 - Âncora leve
        B segura um veleiro e cabe na mochila de quem vai a pé até a praia.
        5 - Mapa do vento
        B é bordado em pano e muda de cor quando a tempestade se aproxima.
        Z O relatório completo explica como os editores deram as notas.
        """),
    Sample(
      name: "bullets with a sentence as title, a caption glued on",
      source: """
        学会评出四大工程进展
        这四项进展是：
        ——海底隧道贯通。盾构机在江底走了四年，最后一环的误差只有几毫米，工程师们松了一口气。
        ——沙漠公路通车。公路两旁种下了耐旱的灌木，司机再也不用在沙暴里摸索前进。
        公路全景。 某某 摄——高原水库蓄水。水库每年可以灌溉十万亩农田，鱼道让鱼群能够洄游。
        ——跨海大桥合龙。大桥的桥塔比埃菲尔铁塔还高，台风来的时候，桥面会自己调整姿态。
        """,
      outline: """
        T 学会评出四大工程进展
        P 这四项进展是：
        1 - 海底隧道贯通
        B 盾构机在江底走了四年，最后一环的误差只有几毫米，工程师们松了一口气。
        2 - 沙漠公路通车
        B 公路两旁种下了耐旱的灌木，司机再也不用在沙暴里摸索前进。
        3 - 高原水库蓄水
        B 水库每年可以灌溉十万亩农田，鱼道让鱼群能够洄游。
        4 - 跨海大桥合龙
        B 大桥的桥塔比埃菲尔铁塔还高，台风来的时候，桥面会自己调整姿态。
        """),
    Sample(
      name: "counters behind the titles of a slide show",
      source: """
        h1|3 tools to watch in 2025
        p|We asked carpenters what they would buy again, and three answers came up more than once.
        p|‹ Prev 1 / 3 Next ›
        h3|The soft clamp (1 of 3)
        p|It holds without leaving a mark, and it lets go when it is tapped twice with a finger.
        p|‹ Prev 2 / 3 Next ›
        h3|The dry saw (2 of 3)
        p|It needs no water, because the blade is cooled by the air that it moves itself.
        p|‹ Prev 3 / 3 Next ›
        h3|The round ruler (3 of 3)
        p|It rolls along a curve and reads out the length, to the width of a hair.
        """,
      page: true, headTitle: "3 tools to watch in 2025 - Workshop Daily",
      outline: """
        T 3 tools to watch in 2025
        P We asked carpenters what they would buy again, and three answers came up more than once.
        1 1 of 3 The soft clamp
        B It holds without leaving a mark, and it lets go when it is tapped twice with a finger.
        2 2 of 3 The dry saw
        B It needs no water, because the blade is cooled by the air that it moves itself.
        3 3 of 3 The round ruler
        B It rolls along a curve and reads out the length, to the width of a hair.
        """),
    Sample(
      name: "a box of advertisement between drawn lines, a pointed caption, rights behind a name",
      source: """
        Three ideas for the harbour
        1. Roofs that store rain
        A layer of clay and moss keeps the first hour of a storm from reaching the sewer.
        ---
        SPONSORED BY NORTHGRID
        Bills that read themselves, free for thirty days.
        ---
        2. Streets that open
        ▲ 试验中的路面（供图：江湾大学）
        Hinged slabs lift when the water rises and let it fall into the basin below.
        3. A sea wall of trees
        Mangroves break the waves and trap the mud that a wall of stone would lose.
        江湾新闻网 版权所有 京ICP备00000000号
        """,
      outline: """
        T Three ideas for the harbour
        1 1 Roofs that store rain
        B A layer of clay and moss keeps the first hour of a storm from reaching the sewer.
        2 2 Streets that open
        B Hinged slabs lift when the water rises and let it fall into the basin below.
        3 3 A sea wall of trees
        B Mangroves break the waves and trap the mud that a wall of stone would lose.
        """),
    Sample(
      name: "date and source in one line, and a button among the links below",
      source: """
        港口三大进展
        2024年12月30日 07:15 | 来源：海港网-海港日报 | 记者 白露
        海港网的编辑部从全年的报道里选出三件事，它们都还在使用，而且都没有坏过。
        1.缆绳自己打结
        船靠岸的时候，缆绳自己绕上缆桩，水手只要在旁边看着，别把手伸过去。
        2.灯塔会说话
        雾大的夜里，灯塔用方言告诉渔船自己在哪里，老船长说比雷达还好用。
        3.潮水记账
        每一次涨落都记在本子上，码头据此安排吊车，三个月没有出过差错。
        上一篇：关于举办学术年会的通知
        下一篇：学会召开理事会
        大 中 小
        版权所有：海港学会
        """,
      outline: """
        T 港口三大进展
        P 海港网的编辑部从全年的报道里选出三件事，它们都还在使用，而且都没有坏过。
        1 1 缆绳自己打结
        B 船靠岸的时候，缆绳自己绕上缆桩，水手只要在旁边看着，别把手伸过去。
        2 2 灯塔会说话
        B 雾大的夜里，灯塔用方言告诉渔船自己在哪里，老船长说比雷达还好用。
        3 3 潮水记账
        B 每一次涨落都记在本子上，码头据此安排吊车，三个月没有出过差错。
        """),
  ]
}
