/// What a word says about who issues a list.
enum IssuerWord: Sendable {
  /// A well-known issuer of lists: supports a name, and is never needed for one.
  case issuer
  /// The same, where the name is also a common word.
  case commonIssuer
  /// Ends the name of an institution.
  case institution
  /// To publish, to name, to select.
  case verb
  /// A list, or what stands on one.
  case list
  /// Those who make a list: editors, analysts, a magazine.
  case role
  /// Before the name of who did it.
  case by
  /// Before the name of a source.
  case attribution
  /// Before or after the name of who only reported it.
  case report
  /// Looks like one of the others and is none.
  case none
}

extension Lexicon<IssuerWord> {
  static let issuing = Lexicon<IssuerWord>([
    (names, .asWritten), (chinese, .asWritten), (japaneseAndKorean, .asWritten), (spaced, .anyCase),
  ])

  private static var names: KeyValuePairs<IssuerWord, String> {
    [
      .issuer: """
      MIT Technology Review|Technology Review|World Economic Forum|Gartner|Popular Science|Popular Mechanics|\
      Scientific American|New Scientist|IEEE Spectrum|IEEE Computer Society|IEEE|OWASP|Forrester|IDC|McKinsey|\
      Deloitte|Accenture|CB Insights|Fast Company|Forbes|TIME magazine|DAMO Academy|Alibaba DAMO Academy|\
      The Economist|The Lancet|Foro Económico Mundial|Fórum Econômico Mundial|Forum économique mondial|\
      Weltwirtschaftsforum|Weltwirtschaftsforums|Всемирный экономический форум|Всемирного экономического форума|\
      MITテクノロジーレビュー|ガートナー|世界経済フォーラム|\
      MIT 테크놀로지 리뷰|MIT테크놀로지리뷰|가트너|세계경제포럼|\
      麻省理工科技评论|麻省理工科技評論|麻省理工学院技术评论|世界经济论坛|世界經濟論壇|达摩院|達摩院|高德纳|\
      环球科学|環球科學|科学美国人|科學人|中国科学院|中国工程院|中国科协
      """,
      .commonIssuer: "Science|Nature|Time|TIME|Wired|WIRED|Fortune|Cell|Discover|MIT",
    ]
  }

  private static var chinese: KeyValuePairs<IssuerWord, String> {
    [
      .institution: """
      研究院|科学院|科學院|工程院|论坛|論壇|中心|协会|協會|学会|學會|委员会|委員會|研究所|杂志社|雜誌社|实验室|實驗室|\
      基金会|基金會|联盟|聯盟|科协|科技部|教育部|智库|智庫|集团|集團|公司|大学|大學|日报|日報|周刊|週刊|杂志|雜誌|评论|評論|\
      出版社|学部|事务所|局|厅|廳|新闻社|通讯社|晚报|晚報|时报|時報|月刊|学院|學院|出版集团
      """,
      .none:
        "科技部门|部门|部門|中心城市|论坛上|論壇上|大会上|局面|局部|学部门|公司法|大学生|大學生|评论员|評論員|评论区|客厅|餐厅|大厅|展厅|舞厅|客廳|餐廳|大廳|展廳",
      .verb: """
      公布|公佈|发布|發布|發佈|评选|評選|评出|評出|选出|選出|推出|揭晓|揭曉|盘点|盤點|列出|宣布|宣佈|发表|發表|选定|選定|\
      遴选|遴選|提出|公之于众|公之於眾|挑选|挑選|挑出|编选|归纳|端出|预测|預測|给出|給出|征集|写成|颁布|颁发|授予|梳理|找出|汇总|整理了|出炉|评定|推选|推選|组织开展|舉辦|举办
      """,
      .list: """
      名单|名單|榜单|榜單|清单|清單|报告|報告|十大|趋势|趨勢|年度|排行榜|突破性技术|突破性技術|预测|作业|判断|特刊|目录|白皮书
      """,
      .role: """
      编辑|編輯|编辑部|編輯部|研究员|研究員|分析师|分析師|专家|專家|主编|主編|负责人|負責人|评委|評委|院士|科技媒体|杂志|雜誌
      """,
      .by: "由|经|經",
      .attribution: "资料来源|資料來源|原文来源|名单来源|榜单来源",
      .report: "据|據|报道|報導|報道|讯|訊|记者|記者|转载|轉載|援引",
    ]
  }

  private static var japaneseAndKorean: KeyValuePairs<IssuerWord, String> {
    [
      .institution:
        "研究機構|フォーラム|新聞社|学会|総研|研究会|財団|연구원|기술원|과학원|한림원|학술원|협의회|위원회|연구소|협회|포럼|재단|진흥원|평가원|학회",
      .verb: """
      選んだ|選ぶ|選定|選出|発表|公開|示した|示す|挙げた|挙げる|まとめた|予測した|選考|決定した|\
      선정|발표|공개|뽑은|꼽은|선보|제시|내놓|골랐|뽑았|꼽았|정했
      """,
      .list: "リスト|ランキング|トレンド|予測|技術|特集|大技術|목록|순위|기술|트렌드|보고서|전망",
      .role: "編集部|編集者|アナリスト|調査会社|研究者|雑誌|本誌|当誌|専門誌|誌|편집|편집자|애널리스트|잡지|전문가",
      .attribution: "出典|출처|자료",
      .report: "によると|によれば|기자|따르면",
    ]
  }

  private static var spaced: KeyValuePairs<IssuerWord, String> {
    [
      .institution: """
      review|forum|institute|society|association|academy|foundation|university|council|journal|agency|\
      group|labs|laboratory|federation|union|times|weekly|project|research|institut|gesellschaft|verband|stiftung|\
      akademie|association|académie|fondation|université|instituto|asociación|academia|fundación|universidad|\
      associação|fundação|universidade|istituto|fondazione|università|stichting|instytut|fundacja|verbond|verein|enstitüsü|üniversitesi|derneği|vakfı|kurumu|lembaga|universitas|yayasan|viện
      """,
      .verb: """
      names|named|publishes|published|releases|released|unveils|unveiled|announces|announced|picks|picked|selects|\
      selected|lists|listed|ranks|ranked|identifies|identified|reveals|revealed|chooses|chose|presents|presented|\
      predicts|predicted|printed|honors|compiled|issued|issues|surveyed|polled|counts|counted|asked|rated|voted|\
      tested|awarded|crowned|seçti|açıkladı|yayımladı|belirledi|duyurdu|memilih|merangkum|merilis|mengumumkan|\
      menetapkan|công bố|bình chọn|vừa công bố|lựa chọn|ha scelto|ha chiesto|ha preguntado|ha elegido|ouviu|montou|\
      koos|kozen|verkoos|vroeg|oceniła|ocenia|wybrali|przyznała|подвёл|подвела|подвели|отобрал|отобрала|отобрали|\
      اختارت|اختار|أعلنت|أعلن|كشفت|نشرت|أصدرت|\
      sceglie|scelto|pubblica|pubblicato|presenta|premia|kiest|koos|publiceert|presenteert|wybrał|wybrała|ogłosił|\
      opublikował|befragt|befragte|\
      nennt|nannte|veröffentlicht|veröffentlichte|präsentiert|präsentierte|kürt|kürte|wählt|wählte|wählen|stellt|\
      ermittelt|gekürt|benennt|prognostiziert|\
      publie|publié|dévoile|dévoilé|présente|désigne|désigné|annonce|sélectionne|sélectionné|identifie|prédit|\
      publica|publicó|publicado|presenta|presentó|elige|eligió|entregó|otorgó|premió|a décerné|verlieh|ha premiato|premiou|entregou|nombra|selecciona|anuncia|anunció|revela|destaca|\
      publicou|apresenta|apresentou|divulga|divulgou|elege|elegeu|escolhe|escolheu|lista|aponta|\
      назвал|назвала|назвали|назвало|опубликовал|опубликовала|опубликовали|опубликовало|представил|представила|\
      представили|выбрал|выбрала|выбрали|составил|составила|составили|объявил|объявила
      """,
      .list: """
      top|ten|list|ranking|edition|report|predictions|trends|technologies|technology|innovations|awards|survivors|\
      breakthrough|breakthroughs|emerging|strategic|best|annual|survey|most|picks|\
      liste|trends|technologietrends|rangliste|bericht|tendances|classement|palmarès|rapport|innovations|\
      lista|tendencias|tecnologías|avances|informe|tendências|tecnologias|avanços|relatório|apostas|\
      список|списка|рейтинг|технологии|технологий|тренды|прогноз
      """,
      .role: """
      magazine|magazine's|editors|editor|editors at|editors of|analysts|analyst|researchers|experts|testers|the journal|\
      scientists|reporters|journalists|issue of|edition of|\
      magazin|zeitschrift|redaktion|analysten|experten|forscher|ausgabe von|\
      revue|rédaction|analystes|experts|chercheurs|numéro de|numéro du|numéro de printemps|rédactrice|rédacteurs|\
      revista|redacción|editores|analistas|expertos|número de|\
      dergisi|dergisinin|dergisine|dergisinde|gazetesi|gazetesine|editörleri|majalah|redaksi|tạp chí|báo|jury van|jury of|jury de|jury du|jury der|\
      jury des|giuria di|jurado de|júri de|jury von|redactie van|redakcja|redakcji|magazyn|magazynu|مجلة|صحيفة|موقع|\
      rivista|redazione|giuria|tijdschrift|czasopismo|redação|especialistas|edição de|edição da|repórter|\
      журнал|журнала|журнале|журналом|редакция|редакции|эксперты|аналитики|издание|издания|аналитическая компания
      """,
      .by:
        "by|from the|from|von|par|por|según|selon|laut|according to|de la revista|da revista|по версии|по мнению|от",
      .attribution:
        "source|source:|sources:||quelle:|source :|fuente:|fonte:|источник:|bron:|źródło:|kaynak:|sumber:|nguồn:|المصدر:",
      .report: "reports|reported|reporter|correspondent",
    ]
  }

  /// Small words that begin a run of capitals and are no part of the name.
  static let leadingWords = Lexicon<Bool>([
    true: """
    The|A|An|In|On|At|For|From|By|Of|Every|Each|This|That|These|Here|Our|Its|His|Her|My|We|It|Last|Next|Today|Yesterday|\
    Das|Die|Der|Den|Dem|Ein|Eine|In|Im|Am|Bei|Für|Auch|Jedes|Alle|Was|Wie|Le|La|Les|L|Un|Une|Des|Du|À|Au|Aux|Dans|Pour|\
    Selon|El|Los|Las|Una|De|Het|Een|Il|Lo|Gli|Dei|En|Del|Al|Según|O|Os|As|Um|Uma|Na|No|Nas|Nos|Segundo|В|На|По|И|С|Из|К|Для|Это|Вот|Как
    """
  ])

  /// Small words that stand inside names, between capitals.
  static let innerWords = Lexicon<Bool>([
    true: "of|the|for|and|on|de|des|du|der|für|do|da|del|dos|das|y|e|et|und|&|in"
  ])

  /// Words of names whose characters otherwise part words.
  static let innerPairs = Lexicon<Bool>([
    true: "自然|自动|自動|以色|日本|基本|高等|对外|對外|共和|和平|华为|華為|将军|大使|信和"
  ])

  /// Between the date and the name: 近日, 日前 ...
  static let leadingAdverbs = Lexicon<Bool>([
    true: "近日|日前|今天|今日|昨日|昨天|今年|去年|每年|随后|其中|此前|最近|目前|如今|此次|年度|年初|年底|一年一度的|新一期|最新一期"
  ])
}
