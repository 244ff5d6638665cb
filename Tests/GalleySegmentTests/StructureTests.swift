import Testing

@testable import GalleySegment

/// Contents lists, tables, enumerations, lists without numbers or without line breaks.
@Suite struct StructureTests {
  @Test(arguments: samples) func takesApart(_ sample: Sample) {
    #expect(sample.rendered() == sample.expected)
  }

  static let samples: [Sample] = [
    Sample(
      name: "headings that stop printing their numbers half-way",
      source: """
        四大海洋技术
        1、电缆机器人
        重大意义：维修不再需要潜水员下水。
        机器人沿着电缆爬行，用声呐找到破损的地方，再把新的一段接上去，整个过程只要半天。
        2、浮标气象站
        重大意义：台风的路径可以早一天知道。
        浮标随着洋流漂动，每小时把气压和水温传回岸上，电池可以用三年不用更换。
        深海采样器
        重大意义：样品不再因为减压而变质。
        采样器在海底把样品密封起来，到了船上仍然保持着原来的压力和温度。
        海冰雷达
        重大意义：航道的开放时间可以预报。
        雷达装在卫星上，隔着云层也能看清冰的厚度，船长每天早上都会收到地图。
        """,
      outline: """
        T 四大海洋技术
        1 1 电缆机器人
        = significance 重大意义: 维修不再需要潜水员下水。
        B 机器人沿着电缆爬行，用声呐找到破损的地方，再把新的一段接上去，整个过程只要半天。
        2 2 浮标气象站
        = significance 重大意义: 台风的路径可以早一天知道。
        B 浮标随着洋流漂动，每小时把气压和水温传回岸上，电池可以用三年不用更换。
        3 - 深海采样器
        = significance 重大意义: 样品不再因为减压而变质。
        B 采样器在海底把样品密封起来，到了船上仍然保持着原来的压力和温度。
        4 - 海冰雷达
        = significance 重大意义: 航道的开放时间可以预报。
        B 雷达装在卫星上，隔着云层也能看清冰的厚度，船长每天早上都会收到地图。
        """),
    Sample(
      name: "a label glued to every heading",
      source: """
        学会评出三大科学新闻
        1. 苔藓墙入选理由:它会喝水，也会在夏天把水还给空气。
        2. 风筝井入选理由:它会打水，不需要任何人在旁边看着。
        3. 潮汐钟入选理由:它会报时，一个月只差不到半分钟。
        """,
      outline: """
        T 学会评出三大科学新闻
        1 1 苔藓墙
        = - 入选理由: 它会喝水，也会在夏天把水还给空气。
        2 2 风筝井
        = - 入选理由: 它会打水，不需要任何人在旁边看着。
        3 3 潮汐钟
        = - 入选理由: 它会报时，一个月只差不到半分钟。
        """),
    Sample(
      name: "a contents list without page numbers",
      source: """
        Cinq matériaux à suivre
        Sommaire
        1. La mousse
        2. Le sel
        3. Le verre
        La rédaction a choisi trois des cinq matériaux que le salon de Lyon a présentés cette année.
        1. La mousse
        Posée sur un mur, elle boit la pluie et le bruit, et ne demande presque aucun entretien.
        2. Le sel
        Chauffé pendant le jour, il rend la chaleur la nuit et remplace une chaudière entière.
        3. Le verre
        Il s’assombrit de lui-même au soleil et laisse passer la lumière par temps couvert.
        """,
      outline: """
        T Cinq matériaux à suivre
        P La rédaction a choisi trois des cinq matériaux que le salon de Lyon a présentés cette année.
        1 1 La mousse
        B Posée sur un mur, elle boit la pluie et le bruit, et ne demande presque aucun entretien.
        2 2 Le sel
        B Chauffé pendant le jour, il rend la chaleur la nuit et remplace une chaudière entière.
        3 3 Le verre
        B Il s’assombrit de lui-même au soleil et laisse passer la lumière par temps couvert.
        """),
    Sample(
      name: "a bare list that is announced",
      source: """
        The editors' five favourite tools of 2021
        It rained all summer, so we tried things in the shed and kept notes on the back of seed packets.
        Here is what stayed on the bench:
        1. The folding saw
        2. The quiet drill
        3. The magnetic tray
        4. The chalk that does not roll
        5. The lamp with a clamp
        """,
      outline: """
        T The editors' five favourite tools of 2021
        P It rained all summer, so we tried things in the shed and kept notes on the back of seed packets.
        P Here is what stayed on the bench:
        1 1 The folding saw
        2 2 The quiet drill
        3 3 The magnetic tray
        4 4 The chalk that does not roll
        5 5 The lamp with a clamp
        """),
    Sample(
      name: "name and text in one paragraph",
      source: """
        Cuatro ideas para ahorrar agua
        1. Nieblas recogidas: una red de malla fina atrapa las gotas y llena un depósito cada mañana.
        2. Suelos que esperan: una capa de arcilla guarda la lluvia de marzo hasta los meses secos.
        3. Grifos que avisan: una luz roja se enciende cuando la ducha pasa de los cinco minutos.
        4. Jardines sin césped: las piedras y el tomillo ocupan el lugar de la hierba y no piden riego.
        """,
      outline: """
        T Cuatro ideas para ahorrar agua
        1 1 Nieblas recogidas
        B una red de malla fina atrapa las gotas y llena un depósito cada mañana.
        2 2 Suelos que esperan
        B una capa de arcilla guarda la lluvia de marzo hasta los meses secos.
        3 3 Grifos que avisan
        B una luz roja se enciende cuando la ducha pasa de los cinco minutos.
        4 4 Jardines sin césped
        B las piedras y el tomillo ocupan el lugar de la hierba y no piden riego.
        """),
    Sample(
      name: "a list that lost its line breaks",
      source: """
        Drei Geräte für den Keller
        1. Die Pumpe — sie springt an, sobald Wasser auf dem Boden steht, und meldet es. 2. Der Trockner — er zieht zehn Liter am Tag aus der Luft und braucht kaum Strom. 3. Das Licht — es geht an, wenn jemand die Treppe betritt, und nach einer Minute aus.
        """,
      outline: """
        T Drei Geräte für den Keller
        1 1 Die Pumpe
        B sie springt an, sobald Wasser auf dem Boden steht, und meldet es.
        2 2 Der Trockner
        B er zieht zehn Liter am Tag aus der Luft und braucht kaum Strom.
        3 3 Das Licht
        B es geht an, wenn jemand die Treppe betritt, und nach einer Minute aus.
        """),
    Sample(
      name: "an enumeration with marks in a sentence",
      source: """
        올해의 기술 네 가지
        위원회는 두 달 동안 서른 편의 보고서를 읽었다. 올해 뽑힌 기술은 △이끼 벽 △연 발전 △조수 시계 △소금 전지 등이다.
        위원장은 내년에는 후보를 더 늘리겠다고 말했다.
        """,
      outline: """
        T 올해의 기술 네 가지
        P 위원회는 두 달 동안 서른 편의 보고서를 읽었다. 올해 뽑힌 기술은 △이끼 벽 △연 발전 △조수 시계 △소금 전지 등이다.
        P 위원장은 내년에는 후보를 더 늘리겠다고 말했다.
        1 △ 이끼 벽
        2 △ 연 발전
        3 △ 조수 시계
        4 △ 소금 전지
        """),
    Sample(
      name: "a table with a head",
      source: """
        tr|Rank\tName\tScore
        tr|1\tWeak hash\t12.4
        tr|2\tOpen door\t9.8
        tr|3\tLost key\t7.1
        """,
      page: true, headTitle: "The three worst mistakes",
      outline: """
        1 1 Weak hash
        = - Score: 12.4
        2 2 Open door
        = - Score: 9.8
        3 3 Lost key
        = - Score: 7.1
        """),
    Sample(
      name: "a side list that counts on behind the headings of a page",
      source: """
        h1|Three ideas for the harbour
        p|Three ideas have stayed in use for a whole year, which is more than the editors hoped.
        h2|1. Roofs that store rain
        p|A layer of clay and moss keeps the first hour of a storm from reaching the sewer.
        h2|2. Streets that open
        p|Hinged slabs lift when the water rises and let it fall into the basin below.
        h2|3. A sea wall of trees
        p|Mangroves break the waves and trap the mud that a wall of stone would lose.
        li|4 ways to fry rice
        li|Gold today
        """,
      page: true, headTitle: "Three ideas for the harbour",
      outline: """
        T Three ideas for the harbour
        P Three ideas have stayed in use for a whole year, which is more than the editors hoped.
        1 1 Roofs that store rain
        B A layer of clay and moss keeps the first hour of a storm from reaching the sewer.
        2 2 Streets that open
        B Hinged slabs lift when the water rises and let it fall into the basin below.
        3 3 A sea wall of trees
        B Mangroves break the waves and trap the mud that a wall of stone would lose.
        Z 4 ways to fry rice
        Z Gold today
        """),
    Sample(
      name: "groups that only their place above the items tells",
      source: """
        Quatro descobertas do ano
        A equipe da revista escolheu quatro descobertas, e nenhuma delas cabe numa só gaveta.
        SAÚDE
        1. Vacina em dose única
        Os testes com os voluntários terminaram em maio, e a proteção passou de três quartos.
        2. O soro sem geladeira
        Em pó, ele resiste ao calor por dois anos e já foi testado nas aldeias do rio.
        MAR
        3. Corais que resistem
        Na costa norte uma colônia sobreviveu a duas ondas de calor seguidas, e bem.
        4. O rio debaixo do rio
        Sob o grande rio passa outro curso de água, lento e salgado, a quatro quilômetros.
        """,
      outline: """
        T Quatro descobertas do ano
        P A equipe da revista escolheu quatro descobertas, e nenhuma delas cabe numa só gaveta.
        G SAÚDE
        1 1 Vacina em dose única
        B Os testes com os voluntários terminaram em maio, e a proteção passou de três quartos.
        2 2 O soro sem geladeira
        B Em pó, ele resiste ao calor por dois anos e já foi testado nas aldeias do rio.
        G MAR
        3 3 Corais que resistem
        B Na costa norte uma colônia sobreviveu a duas ondas de calor seguidas, e bem.
        4 4 O rio debaixo do rio
        B Sob o grande rio passa outro curso de água, lento e salgado, a quatro quilômetros.
        """),
    Sample(
      name: "each item with a picture of its own",
      source: """
        Три вещи года
        🔋 Аккумулятор из соли
        Заряжается за девять минут.
        💡 Лампа, которая помнит закат
        Она записывает свет за окном и повторяет его зимой.
        🖨 Принтер для штор
        Печатает на ткани.
        """,
      outline: """
        T Три вещи года
        1 - Аккумулятор из соли
        B Заряжается за девять минут.
        2 - Лампа, которая помнит закат
        B Она записывает свет за окном и повторяет его зимой.
        3 - Принтер для штор
        B Печатает на ткани.
        """),
    Sample(
      name: "the minutes of a meeting",
      source: """
        Acta de la reunión del jurado
        1. Aprobación del acta
        Se aprueba por unanimidad el acta de la reunión anterior, que nadie había leído todavía.
        2. Deliberación
        Se examinan catorce candidaturas, y el jurado deja la decisión para otra reunión.
        3. Ruegos y preguntas
        Un vocal pide que se encienda la calefacción, y se levanta la sesión con frío.
        """,
      outline: """
        T Acta de la reunión del jurado
        P 1. Aprobación del acta
        P Se aprueba por unanimidad el acta de la reunión anterior, que nadie había leído todavía.
        P 2. Deliberación
        P Se examinan catorce candidaturas, y el jurado deja la decisión para otra reunión.
        P 3. Ruegos y preguntas
        P Un vocal pide que se encienda la calefacción, y se levanta la sesión con frío.
        """),
    Sample(
      name: "a timetable",
      source: """
        Orario estivo della linea 7, Porto Vecchio e Faro
        1	06:10	06:18	06:40
        2	07:10	07:18	07:40
        3	08:10	08:18	08:40
        4	09:10	09:18	09:40
        """,
      outline: """
        T Orario estivo della linea 7, Porto Vecchio e Faro
        P 1	06:10	06:18	06:40
        P 2	07:10	07:18	07:40
        P 3	08:10	08:18	08:40
        P 4	09:10	09:18	09:40
        """),
    Sample(
      name: "the first sentence is the title, and a colon comes later",
      source: """
        Three breakthroughs of the harbour
        * Ropes that tie themselves. The sailors only watch, and keep their hands away. (Players: Knot).
        * Lights that talk. They tell the boats where they are, in the local dialect. (Players: Beacon).
        * Tides that keep books. Each rise is written down, and so is each of the falls. (Players: Ebb).
        """,
      outline: """
        T Three breakthroughs of the harbour
        1 - Ropes that tie themselves
        B The sailors only watch, and keep their hands away. (Players: Knot).
        2 - Lights that talk
        B They tell the boats where they are, in the local dialect. (Players: Beacon).
        3 - Tides that keep books
        B Each rise is written down, and so is each of the falls. (Players: Ebb).
        """),
  ]
}
