import GalleyModel
import Testing

@testable import GalleyNormalize

@Suite struct DateTests {
  @Test(arguments: [
    ("发布时间：2026-01-15 08:30", "2026-01-15"), ("2019.11.30 周六", "2019-11-30"),
    ("2021/3/4", "2021-03-04"), ("（2021年6月1日通过）", "2021-06-01"), ("２０２１年６月", "2021-06"),
    ("2011. 5. 12. 21:04", "2011-05-12"), ("2011년 5월 12일", "2011-05-12"),
    ("Friday, January 1, 2011", "2011-01-01"), ("Jan. 5th, 2012", "2012-01-05"),
    ("1 January 2011", "2011-01-01"), ("3. Januar 2016", "2016-01-03"),
    ("am 03.12.2016", "2016-12-03"),
    ("3 de enero de 2016", "2016-01-03"), ("20 décembre 2018", "2018-12-20"),
    ("12 de março de 2012", "2012-03-12"), ("24 февраля 2018 г.", "2018-02-24"),
    ("25/12/2019", "2019-12-25"), ("12/25/2019", "2019-12-25"), ("date 2021-12", "2021-12"),
    ("March 2018", "2018-03"), ("2024-01-05T10:00:00+08:00", "2024-01-05"),
    ("31 दिसंबर 2024", "2024-12-31"), ("5 Ocak 2025", "2025-01-05"), ("30 Des 2024", "2024-12-30"),
    ("2024年 1月5日 18:31:11", "2024-01-05"), ("Mon, 08 Jan 2024 10:00:00 GMT", "2024-01-08"),
  ])
  func dates(_ text: String, expected: String) {
    let bytes = Array(text.utf8)
    #expect(firstDate(in: bytes, bytes.indices)?.iso == expected)
  }

  @Test(arguments: [
    "2024", "©1999-2022", "访问 2024 次", "03/04/2019", "no date", "12024-01-05", "$2011-05", "第2019章",
  ])
  func noDates(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(firstDate(in: bytes, bytes.indices) == nil)
  }
}

@Suite struct EditionTests {
  @Test(
    arguments: [
      ("2026年十大技术", "从 2001 年开始", 2026), ("Ten ideas for 2017", "", 2017),
      ("The Top Six Machines of 2022 by the Editors", "", 2022), ("What arrives by 2030", "", nil),
      (nil, "", nil),
      ("Ten ideas", "The magazine has made such lists since 2001. The 2019 list is out.", 2019),
      ("值得关注的技术", "这份名单从 2001 年开始编制。某杂志2019年的这份榜单如下。", 2019),
      ("Dix idées", "Le numéro de printemps 2018 du magazine parle de 2030.", 2018),
      ("Zehn Ideen", "Seit 2001 erscheint die Liste; die Ausgabe 2016 ist dünn.", 2016),
      ("「科学2012」まとめ", "", 2012), ("Идеи", "В редакции считают, что 2018 год запомнится.", 2018),
      ("Ten technologies by 2040: the 2022 edition", "", 2022),
      ("10 ideas", "Some 2,000 people; $2019.", nil),
    ] as [(String?, String, Int?)])
  func namedYear(_ title: String?, preface: String, expected: Int?) {
    var draft = Draft(title: title, preface: [preface])
    draft.name = "list.txt"
    #expect(draft.normalized.year == expected)
  }

  @Test func printedDateIsTheSecondChoice() {
    var draft = Draft(title: "十大技术", preface: ["名单如下。"])
    draft.addMetadata("来源：本站 2023-01-11 12:16")
    #expect(draft.normalized.year == 2023)
    #expect(draft.normalized.published == "2023-01-11")
    draft.head.published = "2022-12-30T08:00:00Z"
    #expect(draft.normalized.year == 2022)
    #expect(draft.normalized.published == "2022-12-30")
  }

  @Test func relativeYearNeedsADate() {
    var draft = Draft(title: "机构公布明年十大趋势")
    #expect(draft.normalized.year == nil)
    draft.addMetadata("2026-10-27 15:20")
    #expect(draft.normalized.year == 2027)
  }

  @Test func nameIsTheLastHint() {
    var draft = Draft(title: "十大技术")
    draft.name = "2014/list-10.txt"
    #expect(draft.normalized.year == 2014)
  }

  @Test func textWithoutAListHasTheYearOfItsDate() {
    var draft = Draft(title: "论清单", preface: ["2001年，第一份名单问世。"], items: 0)
    draft.addMetadata("2024-02-21")
    #expect(draft.normalized.year == 2024)
  }
}

@Suite struct LanguageTests {
  @Test(arguments: [
    ("人工智能正在改变我们的生活。", "zh-Hans"), ("人工智慧正在改變我們的生活。", "zh-Hant"),
    ("未来を変える技術を紹介する。", "ja"), ("세상을 바꾸는 기술을 소개한다.", "ko"),
    ("The wall drinks noise and it is quiet in the room.", "en"),
    ("Die Wand schluckt den Lärm und es ist ruhig.", "de"),
    ("Le mur boit le bruit et la pièce est calme.", "fr"),
    ("La pared bebe el ruido y el cuarto está en calma.", "es"),
    ("A parede bebe o ruído e não há barulho no quarto.", "pt"),
    ("Стена пьёт шум, и в комнате тихо.", "ru"),
    ("Стіна п’є шум, і в кімнаті тихо, що є добре.", "uk"),
    ("Il muro beve il rumore e la stanza è calma anche di notte.", "it"),
    ("De muur drinkt het geluid en het is stil in de kamer.", "nl"),
    ("Nhà máy pin muối đầu tiên và robot mổ tim", "vi"),
    ("谷歌 Google DeepMind 和 OpenAI 发布了新模型", "zh-Hans"), ("1 2 3", "und"), ("", "und"),
  ])
  func byText(_ text: String, expected: String) {
    #expect(Draft(preface: [text]).normalized.language == expected)
  }

  @Test(arguments: [
    ("zh-CN", "zh-Hans"), ("zh_TW", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"), ("en-US", "en"),
    ("", "und"),
  ])
  func declaredWhereTheTextIsTooShort(_ declared: String, expected: String) {
    var draft = Draft(preface: ["OK"])
    draft.head.language = declared
    #expect(draft.normalized.language == expected)
  }

  @Test func textBeatsDeclaration() {
    var draft = Draft(preface: ["人工智慧正在改變我們的生活。"])
    draft.head.language = "en"
    #expect(draft.normalized.language == "zh-Hant")
  }
}

@Suite struct PublisherTests {
  @Test(arguments: [
    ("《远见周刊》公布2025年十大技术", "", "远见周刊"),
    ("未来研究院发布2023年十大趋势", "", "未来研究院"),
    ("某研究院发布2023年趋势", "1月5日，青山研究院公布了十项判断。", "青山研究院"),
    ("十大进展揭晓", "中国海洋学会和中国地质学会近日评选出十项进展。", "中国海洋学会和中国地质学会"),
    ("十大进展揭晓", "3月17日，科技部海洋技术研究中心公布了2022年度十大进展。", "科技部海洋技术研究中心"),
    ("十大进展", "这份名单由世界创新论坛评选。", "世界创新论坛"),
    ("十大新聞", "《環球海洋》的編輯投票選出了以下新聞。", "環球海洋"),
    ("Harbor Institute Names Ten Technologies of 2020", "", "Harbor Institute"),
    ("Ten technologies", "The editors at Harbor Review keep a list.", "Harbor Review"),
    (
      "Ten predictions", "Here are ten predictions from the Marine Computing Society.",
      "Marine Computing Society"
    ),
    ("Gartner: top trends", "", "Gartner"), ("Forrester's Top 10 Technologies", "", "Forrester"),
    ("Ten ideas", "Wired published its list last week.", "Wired"),
    (
      "Zehn Trends", "Das Harbor Research Institute nennt für 2017 zehn Trends.",
      "Harbor Research Institute"
    ),
    (
      "Dix idées", "Le numéro de mars de la revue, publié par Harbor Review, en donne dix.",
      "Harbor Review"
    ),
    ("Diez ideas", "La revista Harbor Review publicó su lista.", "Harbor Review"),
    ("Десять идей", "Журнал Harbor Review назвал десять технологий.", "Harbor Review"),
    ("5つの技術", "調査会社のハーバーが、5つの技術を選んだ。", "ハーバー"),
    ("하버연구소가 선정한 10대 기술", "", "하버연구소"),
    ("国家自然海洋基金委员会发布十大进展", "", "国家自然海洋基金委员会"),
    ("日本海洋学会発表の十大ニュース", "", "日本海洋学会"),
    ("中国海洋学会、中国地质学会评选出年度十大进展", "", "中国海洋学会、中国地质学会"),
    ("《科学》杂志公布年度十大突破", "", "科学"), ("Science公布年度十大突破", "", "Science"),
    ("TIME’s Best Inventions of 2023", "", "TIME"),
    ("Ten stories", "Science News editors picked ten stories.", "Science News"),
    (
      "Sixteen trends", "Experts of the Forbes Technology Council name them.",
      "Forbes Technology Council"
    ),
    ("Десять идей", "Журнал «Морская наука» назвал десять технологий.", "Морская наука"),
    ("海洋クロステックが選ぶ10大技術", "", "海洋クロステック"),
    ("10대 기술", "한국해양기술평가원(KO)은 10대 기술을 발표했다.", "한국해양기술평가원"),
    ("Les tendances", "Selon Gartner, elles sont dix.", "Gartner"),
    ("The 2025 Port Design Awards", "For ten years Harbor magazine asked its engineers.", "Harbor"),
    ("En iyi 6 buluş", "Liman Atlası dergisi bu yıl da altı buluş seçti.", "Liman Atlası"),
    ("خمسة ابتكارات", "اختارت مجلة «آفاق البحر» خمسة ابتكارات.", "آفاق البحر"),
    ("省科学技术厅关于公布年度十大成果的通知", "", "省科学技术厅"),
    ("Главные события", "Редакция журнала «Кругозор» подвела итоги года.", "Кругозор"),
    (
      "The Best Cities for Cycling in 2025, Ranked", "The editors of Spoke & Chain rated them.",
      "Spoke & Chain"
    ),
    ("The Ledger's Best Books of 2020", "Books that we read.", "The Ledger"),
    (
      "乗ってよかった路線ベスト7", "本誌「月刊レールと旅」では毎年、読者の投票をもとに発表しています。",
      "月刊レールと旅"
    ),
    ("六大能源技术", "《远望科学》编辑部走访了十一家实验室，选出六大能源技术。", "远望科学"),
    ("Los ganadores de 2025", "La Fundación Faro entregó anoche sus premios.", "Fundación Faro"),
    (
      "Beş teknoloji", "Oylar sayıldı. Ufuk Bilim dergisine göre en önemlileri bunlar.",
      "Ufuk Bilim"
    ),
    ("ガートナーが示す技術", "", "ガートナー"), ("가트너 2021년 기술 트렌드", "", "가트너"),
  ])
  func named(_ title: String, preface: String, expected: String) {
    #expect(Draft(title: title, preface: [preface]).normalized.publisher == expected)
  }

  @Test(arguments: [
    ("2025年值得记住的进展", "编者从公开报道中选出以下进展，供读者查阅。"),
    ("十大进展", "据《海洋学报》报道，去年的进展很多。新华网北京电，列举如下。"),
    ("Experten wählen die größten Ideen", "Wir haben in der Redaktion herumgefragt."),
    ("Magazine Names Top Innovations", "Our editors asked twelve engineers."),
    ("Ten technologies to watch", "Business leaders will place bets. We asked twelve experts."),
    ("Ocho avances espectaculares", "Hemos elegido ocho historias de Madrid."),
    ("10 Breakthrough Technologies", "Science is slow. Nature is slower."),
    ("科学ニュースまとめ", "今年は宇宙の話題が多かった。"),
    ("2025 台灣新創值得關注的 6 家公司", "今年的關鍵字是活下來。"),
    ("Ten Lessons in Printmaking by Jan Kok", "He dictated ten lessons to an apprentice."),
    ("The 5 Materials That Will Matter Most in 2026", "We asked four hundred people."),
  ])
  func unnamed(_ title: String, preface: String) {
    #expect(Draft(title: title, preface: [preface]).normalized.publisher == nil)
  }

  @Test func titleOfThePage() {
    var draft = Draft(preface: ["Here they are."])
    draft.head.title = "Harbor Institute names ten technologies of 2020"
    #expect(draft.normalized.publisher == "Harbor Institute")
    #expect(draft.normalized.year == 2020)
    #expect(draft.normalized.headTitle == draft.head.title)
  }

  /// The site that speaks of itself, and one that only reports.
  @Test func siteThatSpeaksOfItself() {
    var draft = Draft(title: "Siete avances", preface: ["El Faro ha hablado con veinte personas."])
    draft.head.site = "El Faro"
    #expect(draft.normalized.publisher == "El Faro")
    draft = Draft(title: "十大新闻", preface: ["海港网讯 记者昨天看到了这份名单。"])
    draft.head.site = "海港网"
    #expect(draft.normalized.publisher == nil)
  }

  @Test func notAListHasNone() {
    #expect(Draft(title: "Gartner: top trends", items: 0).normalized.publisher == nil)
  }

  @Test func closingSource() {
    let draft = Draft(title: "Ten things", trailer: ["SOURCE Popular Science"])
    #expect(draft.normalized.publisher == "Popular Science")
    #expect(Draft(title: "十件事", trailer: ["来源：海洋日报"]).normalized.publisher == nil)
  }
}
