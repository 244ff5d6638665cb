import Testing

@testable import GalleySegment

/// Lists in lists, groups, numbers that run on or begin again.
@Suite struct LevelTests {
  @Test(arguments: samples) func takesApart(_ sample: Sample) {
    #expect(sample.rendered() == sample.expected)
  }

  static let samples: [Sample] = [
    Sample(
      name: "a sub-list in brackets",
      source: """
        储热的三种办法
        1. 熔盐
        熔盐储热有三个好处，工程师们用了十年才把它们一一证明出来：
        1）便宜；
        2）不会燃烧；
        3）可以用三十年。
        2. 热砖
        砖块被电流加热到一千度，风从中间吹过，把热送进锅炉，工厂因此不再烧煤。
        3. 冰块
        夜里用便宜的电制冰，白天靠它给整栋大楼降温，空调的负荷降低了一半。
        """,
      outline: """
        T 储热的三种办法
        1 1 熔盐
        B 熔盐储热有三个好处，工程师们用了十年才把它们一一证明出来：
        B 1）便宜；
        B 2）不会燃烧；
        B 3）可以用三十年。
        2 2 热砖
        B 砖块被电流加热到一千度，风从中间吹过，把热送进锅炉，工厂因此不再烧煤。
        3 3 冰块
        B 夜里用便宜的电制冰，白天靠它给整栋大楼降温，空调的负荷降低了一半。
        """),
    Sample(
      name: "two lists that each begin at 1",
      source: """
        年度进展
        编辑部分国内和国际两部分选出五条进展，排列的次序按照时间的先后，与重要性没有关系。
        国内进展
        1、深海钻机完成海试
        钻机在三千米深的海底连续工作了二十天，取回的岩芯有一百多米长。
        2、耐寒水稻收获
        试验田的亩产超过了预期，种子明年会交给北方的农户试种，面积有一千亩。
        国际进展
        1、月球基地选址公布
        候选地点都在南极附近，那里的阴影里可能有水冰，阳光也几乎不会中断。
        2、新型疫苗获批
        疫苗不需要冷链运输，可以在常温下存放半年，偏远地区的孩子将最先受益。
        3、聚变装置点火
        装置在十秒之内放出的能量超过了输入的能量，重复实验还在进行之中。
        """,
      outline: """
        T 年度进展
        P 编辑部分国内和国际两部分选出五条进展，排列的次序按照时间的先后，与重要性没有关系。
        G 国内进展
        1 1 深海钻机完成海试
        B 钻机在三千米深的海底连续工作了二十天，取回的岩芯有一百多米长。
        2 2 耐寒水稻收获
        B 试验田的亩产超过了预期，种子明年会交给北方的农户试种，面积有一千亩。
        G 国际进展
        1 1 月球基地选址公布
        B 候选地点都在南极附近，那里的阴影里可能有水冰，阳光也几乎不会中断。
        2 2 新型疫苗获批
        B 疫苗不需要冷链运输，可以在常温下存放半年，偏远地区的孩子将最先受益。
        3 3 聚变装置点火
        B 装置在十秒之内放出的能量超过了输入的能量，重复实验还在进行之中。
        """),
    Sample(
      name: "groups with numerals of their own, numbers that run on",
      source: """
        四项进展
        一、生命
        1. 会修补的骨头
        新的支架让骨头在六个星期之内长好，病人不必再做第二次手术取出钢钉。
        2. 会发光的细菌
        细菌遇到污染物就会发光，渔民用一支试管就能知道海水是不是干净的。
        二、能源
        3. 沙子电池
        沙子被加热到六百度，冬天里的整座小镇都靠它供暖，成本只有电池的百分之一。
        4. 海浪发电
        浮标随着海浪上下起伏，把海水压进水管，推动岸上的涡轮机发出电来。
        """,
      outline: """
        T 四项进展
        G 一、生命
        1 1 会修补的骨头
        B 新的支架让骨头在六个星期之内长好，病人不必再做第二次手术取出钢钉。
        2 2 会发光的细菌
        B 细菌遇到污染物就会发光，渔民用一支试管就能知道海水是不是干净的。
        G 二、能源
        3 3 沙子电池
        B 沙子被加热到六百度，冬天里的整座小镇都靠它供暖，成本只有电池的百分之一。
        4 4 海浪发电
        B 浮标随着海浪上下起伏，把海水压进水管，推动岸上的涡轮机发出电来。
        """),
    Sample(
      name: "decimals below chapters",
      source: """
        Machines and materials of the year
        1 Machines
        1.1 The crawling pump
        It climbs down a well by itself and sends back pictures of the cracks that it has found.
        1.2 The paper drone
        It flies for an hour, lands in the woods and rots there, and nobody has to fetch it.
        2 Materials
        2.1 The glass that heals
        A scratch closes over night when the pane is warmed by the sun on the next morning.
        2.2 The salt that cools
        Stretched between two plates it draws heat from the room without any moving part.
        """,
      outline: """
        T Machines and materials of the year
        G 1 Machines
        1 1.1 The crawling pump
        B It climbs down a well by itself and sends back pictures of the cracks that it has found.
        2 1.2 The paper drone
        B It flies for an hour, lands in the woods and rots there, and nobody has to fetch it.
        G 2 Materials
        3 2.1 The glass that heals
        B A scratch closes over night when the pane is warmed by the sun on the next morning.
        4 2.2 The salt that cools
        B Stretched between two plates it draws heat from the room without any moving part.
        """),
    Sample(
      name: "the inner list counts in the same style",
      source: """
        Three questions about moss
        1. Which kinds are there?
        1. Cushion moss
        2. Feather moss
        2. Why does it grow on the north side of the house?
        The sun dries the other walls before the spores can settle, and moss needs weeks of damp.
        3. How does one get rid of it?
        A stiff brush and patience do more than any powder, and the stones will not be harmed.
        """,
      outline: """
        T Three questions about moss
        1 1 Which kinds are there?
        B 1. Cushion moss
        B 2. Feather moss
        2 2 Why does it grow on the north side of the house?
        B The sun dries the other walls before the spores can settle, and moss needs weeks of damp.
        3 3 How does one get rid of it?
        B A stiff brush and patience do more than any powder, and the stones will not be harmed.
        """),
  ]
}
