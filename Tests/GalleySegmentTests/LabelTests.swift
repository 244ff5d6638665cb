import GalleyModel
import Testing

@testable import GalleySegment

/// Labels and their values.
@Suite struct LabelTests {
  @Test(arguments: samples) func takesApart(_ sample: Sample) {
    #expect(sample.rendered() == sample.expected)
  }

  static let samples: [Sample] = [
    Sample(
      name: "a label glued to the value before it",
      source: """
        两项突破性技术
        1. 苔藓墙
        主要参与者：甲公司、乙大学等成熟期：现在
        墙面上的苔藓在夏天蒸发水分，屋子里的温度能降低四五度，冬天它又像一床被子。
        2. 风筝发电
        主要参与者：丙公司
        成熟期：3 至 5 年
        风筝在高空画着八字，绳子一收一放，地面上的发电机就跟着转动起来。
        """,
      outline: """
        T 两项突破性技术
        1 1 苔藓墙
        = players 主要参与者: 甲公司、乙大学等
        = availability 成熟期: 现在
        B 墙面上的苔藓在夏天蒸发水分，屋子里的温度能降低四五度，冬天它又像一床被子。
        2 2 风筝发电
        = players 主要参与者: 丙公司
        = availability 成熟期: 3 至 5 年
        B 风筝在高空画着八字，绳子一收一放，地面上的发电机就跟着转动起来。
        """),
    Sample(
      name: "today as a label beside tomorrow",
      source: """
        Drei Dinge für die Küche
        1. Der Topf
        Heute
        Man steht am Herd und rührt, bis die Soße dick wird, und darf nicht ans Telefon gehen.
        Morgen
        Der Topf rührt selbst und ruft, wenn es so weit ist, auch in den Garten hinaus.
        2. Der Ofen
        Heute
        Gas kommt aus Flaschen, die jemand vier Treppen hoch in die Wohnung tragen muss.
        Morgen
        Ein Spiegel auf dem Dach backt das Brot, und an trüben Tagen hilft die Batterie.
        3. Die Spüle
        Heute
        Alles fließt in denselben Eimer und danach in denselben Wagen, ohne dass es jemand sieht.
        Morgen
        Die Spüle trennt Schalen und Öl, und das ganze Viertel düngt damit seine Beete.
        """,
      outline: """
        T Drei Dinge für die Küche
        1 1 Der Topf
        = - Heute: Man steht am Herd und rührt, bis die Soße dick wird, und darf nicht ans Telefon gehen.
        = - Morgen: Der Topf rührt selbst und ruft, wenn es so weit ist, auch in den Garten hinaus.
        2 2 Der Ofen
        = - Heute: Gas kommt aus Flaschen, die jemand vier Treppen hoch in die Wohnung tragen muss.
        = - Morgen: Ein Spiegel auf dem Dach backt das Brot, und an trüben Tagen hilft die Batterie.
        3 3 Die Spüle
        = - Heute: Alles fließt in denselben Eimer und danach in denselben Wagen, ohne dass es jemand sieht.
        = - Morgen: Die Spüle trennt Schalen und Öl, und das ganze Viertel düngt damit seine Beete.
        """),
    Sample(
      name: "several labels on a line",
      source: """
        两项突破性技术
        1. 苔藓墙
        重大意义：省电 主要参与者：甲公司、乙大学 成熟期：现在
        墙面上的苔藓在夏天蒸发水分，屋子里的温度能降低四五度，冬天它又像一床被子。
        2. 风筝发电
        重大意义：便宜 主要参与者：丙公司 成熟期：3 至 5 年
        风筝在高空画着八字，绳子一收一放，地面上的发电机就跟着转动起来。
        """,
      outline: """
        T 两项突破性技术
        1 1 苔藓墙
        = significance 重大意义: 省电
        = players 主要参与者: 甲公司、乙大学
        = availability 成熟期: 现在
        B 墙面上的苔藓在夏天蒸发水分，屋子里的温度能降低四五度，冬天它又像一床被子。
        2 2 风筝发电
        = significance 重大意义: 便宜
        = players 主要参与者: 丙公司
        = availability 成熟期: 3 至 5 年
        B 风筝在高空画着八字，绳子一收一放，地面上的发电机就跟着转动起来。
        """),
    Sample(
      name: "letter-spaced labels, brackets, and a label that one item lacks",
      source: """
        三种新材料
        1 会呼吸的砖
        【概要】砖块里的细孔随着湿度开合。
        成 熟 期：现在
        工人把它砌在朝北的墙上，第二年春天，墙面上再也没有出现过霉斑。
        2 会变色的瓦
        【概要】瓦片在夏天变白，在冬天变黑。
        小镇里一半的屋顶换上了这种瓦，夏天的用电量因此降低了五分之一。
        3 会发热的漆
        【概要】通上电，墙就暖了。
        成 熟 期：2027 年
        油漆里掺着石墨的粉末，刷上两层，再接上电线，房间里就不需要暖气片了。
        """,
      outline: """
        T 三种新材料
        1 1 会呼吸的砖
        = summary 概要: 砖块里的细孔随着湿度开合。
        = availability 成 熟 期: 现在
        B 工人把它砌在朝北的墙上，第二年春天，墙面上再也没有出现过霉斑。
        2 2 会变色的瓦
        = summary 概要: 瓦片在夏天变白，在冬天变黑。
        B 小镇里一半的屋顶换上了这种瓦，夏天的用电量因此降低了五分之一。
        3 3 会发热的漆
        = summary 概要: 通上电，墙就暖了。
        = availability 成 熟 期: 2027 年
        B 油漆里掺着石墨的粉末，刷上两层，再接上电线，房间里就不需要暖气片了。
        """),
    Sample(
      name: "labels behind the body",
      source: """
        Two inventions for the kitchen
        1. The singing kettle
        It whistles a different tune for each kind of tea, and it falls silent when the water is poured.
        Key players: Alpha, Beta
        Availability: now
        2. The knife that counts
        Every cut is counted, and after a thousand of them a small light asks for the whetstone.
        Key players: Gamma
        Availability: 2 years
        """,
      outline: """
        T Two inventions for the kitchen
        1 1 The singing kettle
        B It whistles a different tune for each kind of tea, and it falls silent when the water is poured.
        = players Key players: Alpha, Beta
        = availability Availability: now
        2 2 The knife that counts
        B Every cut is counted, and after a thousand of them a small light asks for the whetstone.
        = players Key players: Gamma
        = availability Availability: 2 years
        """),
    Sample(
      name: "unknown labels alone on their line, and a false label",
      source: """
        Três apostas para a cozinha
        1. Panela que pensa
        Antes
        Era preciso ficar ao lado do fogão e mexer o molho durante uma hora inteira.
        Depois
        A panela mexe sozinha e chama quando o molho engrossa. Dica: use pouco sal no começo.
        2. Forno solar
        Antes
        O gás vinha em botijões que alguém tinha de carregar pela escada até o quinto andar.
        Depois
        Um espelho no telhado assa o pão, e nos dias nublados a bateria ajuda um pouco.
        3. Pia que separa
        Antes
        Tudo ia para o mesmo balde e depois para o mesmo caminhão, sem que ninguém visse.
        Depois
        A pia separa as cascas e os óleos, e o bairro inteiro aduba a horta com o que sobra.
        """,
      outline: """
        T Três apostas para a cozinha
        1 1 Panela que pensa
        = - Antes: Era preciso ficar ao lado do fogão e mexer o molho durante uma hora inteira.
        = - Depois: A panela mexe sozinha e chama quando o molho engrossa. Dica: use pouco sal no começo.
        2 2 Forno solar
        = - Antes: O gás vinha em botijões que alguém tinha de carregar pela escada até o quinto andar.
        = - Depois: Um espelho no telhado assa o pão, e nos dias nublados a bateria ajuda um pouco.
        3 3 Pia que separa
        = - Antes: Tudo ia para o mesmo balde e depois para o mesmo caminhão, sem que ninguém visse.
        = - Depois: A pia separa as cascas e os óleos, e o bairro inteiro aduba a horta com o que sobra.
        """),
    Sample(
      name: "labels by vocabulary alone, players one to a line",
      source: """
        Two breakthrough gadgets
        The folding bath
        • Why it matters Small flats have room for a bath at last.
        • Key Players Alpha
        Beta & Sons
        Gamma Inc.
        • Availability 1-2 years
        It hangs on the wall like a picture, and two people can let it down in less than a minute.
        The lamp that listens
        • Why it matters Nobody has to find the switch in the dark.
        • Key Players Delta
        • Availability Now
        It hears the difference between a cough and a clap, and it dims itself when somebody snores.
        """,
      outline: """
        T Two breakthrough gadgets
        1 - The folding bath
        = significance Why it matters: Small flats have room for a bath at last.
        = players Key Players: Alpha; Beta & Sons; Gamma Inc.
        = availability Availability: 1-2 years
        B It hangs on the wall like a picture, and two people can let it down in less than a minute.
        2 - The lamp that listens
        = significance Why it matters: Nobody has to find the switch in the dark.
        = players Key Players: Delta
        = availability Availability: Now
        B It hears the difference between a cough and a clap, and it dims itself when somebody snores.
        """),
    Sample(
      name: "an unknown label that most items have",
      source: """
        年度三大科学新闻
        1. 海底发现温泉
        入选理由：它改写了人们对深海的想象。
        潜水器在五千米深的海沟里看到了成片的白色烟囱，周围爬满了从未见过的虾。
        2. 古老的种子发芽
        入选理由：生命的耐心超过所有人的预料。
        两千年前的枣核在温室里长出了第一片叶子，植物学家给它取了一个古老的名字。
        3. 最小的发动机
        入选理由：机器第一次小得可以放进细胞。
        它只有几百个原子，用一束光推着转动，一秒钟能转上几千圈。结论：路还很长。
        """,
      outline: """
        T 年度三大科学新闻
        1 1 海底发现温泉
        = - 入选理由: 它改写了人们对深海的想象。
        B 潜水器在五千米深的海沟里看到了成片的白色烟囱，周围爬满了从未见过的虾。
        2 2 古老的种子发芽
        = - 入选理由: 生命的耐心超过所有人的预料。
        B 两千年前的枣核在温室里长出了第一片叶子，植物学家给它取了一个古老的名字。
        3 3 最小的发动机
        = - 入选理由: 机器第一次小得可以放进细胞。
        B 它只有几百个原子，用一束光推着转动，一秒钟能转上几千圈。结论：路还很长。
        """),
    Sample(
      name: "definition lists of a page",
      source: """
        h2|The wall of moss
        dt|Availability
        p|now
        dt|Key players
        p|Alpha, Beta
        p|It drinks the rain and the noise of the street, and it asks for little care in return.
        h2|The kite that drills
        dt|Availability
        p|5 years
        dt|Key players
        p|Gamma
        p|A rope pulls a pump while the kite draws its figure in the sky above the dry field.
        """,
      page: true, headTitle: "Two things to watch",
      outline: """
        1 - The wall of moss
        = availability Availability: now
        = players Key players: Alpha, Beta
        B It drinks the rain and the noise of the street, and it asks for little care in return.
        2 - The kite that drills
        = availability Availability: 5 years
        = players Key players: Gamma
        B A rope pulls a pump while the kite draws its figure in the sky above the dry field.
        """),
    Sample(
      name: "headings lost, the labels open the items",
      source: """
        公布今年三大突破性技术
        每年春天，编辑部都要为这份名单争论很久，今年也不例外，最后留下了下面三项。
        重大意义：墙壁会自己降温。
        成熟期：现在
        涂料里的微粒把阳光送回天空，屋子里的温度能降低五度，空调可以少开一半。
        重大意义：河水可以直接喝。
        成熟期：3 年
        滤膜的孔比病毒还小，用手摇泵就能让水流过去，一家人一天的水只要十分钟。
        重大意义：轮胎不再磨损。
        成熟期：5 年
        橡胶在夜里自己长好，司机早上出门的时候，昨天的划痕已经看不见了。
        """,
      outline: """
        T 公布今年三大突破性技术
        P 每年春天，编辑部都要为这份名单争论很久，今年也不例外，最后留下了下面三项。
        1 - -
        = significance 重大意义: 墙壁会自己降温。
        = availability 成熟期: 现在
        B 涂料里的微粒把阳光送回天空，屋子里的温度能降低五度，空调可以少开一半。
        2 - -
        = significance 重大意义: 河水可以直接喝。
        = availability 成熟期: 3 年
        B 滤膜的孔比病毒还小，用手摇泵就能让水流过去，一家人一天的水只要十分钟。
        3 - -
        = significance 重大意义: 轮胎不再磨损。
        = availability 成熟期: 5 年
        B 橡胶在夜里自己长好，司机早上出门的时候，昨天的划痕已经看不见了。
        """),
    Sample(
      name: "a note behind the definition lists that end the items",
      source: """
        h1|二〇二五年の技術
        h2|水素の船
        p|港を結ぶ旅客船が、この春に営業運航を始める。臭いも煙もなく、港の人は静かだと言う。
        dt|実用化時期
        p|2025年
        h2|木造のビル
        p|柱の芯に木を使い、外側に燃えしろの層を重ねた。十年前には法律が許さなかった。
        dt|実用化時期
        p|5年後
        h2|光のメモリ
        p|電気信号に変えずに記憶する素子で、消費電力を三分の一にできるという話である。
        dt|実用化時期
        p|7年後
        p|山川静は技術ジャーナリストで、船に乗らない日はこの欄を書いている。
        """,
      page: true, headTitle: "二〇二五年の技術",
      outline: """
        T 二〇二五年の技術
        1 - 水素の船
        B 港を結ぶ旅客船が、この春に営業運航を始める。臭いも煙もなく、港の人は静かだと言う。
        = availability 実用化時期: 2025年
        2 - 木造のビル
        B 柱の芯に木を使い、外側に燃えしろの層を重ねた。十年前には法律が許さなかった。
        = availability 実用化時期: 5年後
        3 - 光のメモリ
        B 電気信号に変えずに記憶する素子で、消費電力を三分の一にできるという話である。
        = availability 実用化時期: 7年後
        Z 山川静は技術ジャーナリストで、船に乗らない日はこの欄を書いている。
        """),
    Sample(
      name: "labels in round brackets",
      source: """
        港口三大进展
        1.缆绳自己打结
        （完成单位：江湾大学、海岸带研究所）
        船靠岸的时候，缆绳自己绕上缆桩，水手只要在旁边看着，别把手伸过去。
        2.灯塔会说话
        （完成单位：清源研究院）
        雾大的夜里，灯塔用方言告诉渔船自己在哪里，老船长说比雷达还好用。
        3.潮水记账
        （完成单位：蓝鲸仪器公司）
        每一次涨落都记在本子上，码头据此安排吊车，三个月没有出过差错。
        """,
      outline: """
        T 港口三大进展
        1 1 缆绳自己打结
        = - 完成单位: 江湾大学、海岸带研究所
        B 船靠岸的时候，缆绳自己绕上缆桩，水手只要在旁边看着，别把手伸过去。
        2 2 灯塔会说话
        = - 完成单位: 清源研究院
        B 雾大的夜里，灯塔用方言告诉渔船自己在哪里，老船长说比雷达还好用。
        3 3 潮水记账
        = - 完成单位: 蓝鲸仪器公司
        B 每一次涨落都记在本子上，码头据此安排吊车，三个月没有出过差错。
        """),
  ]

  @Test(arguments: ["***: paper", "****: paper", "**a**: paper", "**: paper", "***：纸"])
  func starsWithoutALabel(_ line: String) {
    let outline = segment(document("The sea and the land\n\n\(line)\n\nAnd all that stands on it."))
    #expect(outline.items.isEmpty)
  }
}
