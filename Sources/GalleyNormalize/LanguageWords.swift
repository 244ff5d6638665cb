/// The languages that are told apart by their words. The raw value is the BCP 47 tag.
enum SpacedLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case german = "de"
  case french = "fr"
  case spanish = "es"
  case portuguese = "pt"
  case italian = "it"
  case dutch = "nl"
  case swedish = "sv"
  case danish = "da"
  case polish = "pl"
  case czech = "cs"
  case turkish = "tr"
  case indonesian = "id"
  case vietnamese = "vi"
  case romanian = "ro"
  case russian = "ru"
  case ukrainian = "uk"
  case bulgarian = "bg"

  /// The language's commonest small words; some stand in several lists.
  var words: String {
    switch self {
    case .english:
      "the|of|and|to|in|is|that|for|it|with|as|was|on|are|by|this|be|from|or|have|an|they|which|at|but|not|its|can|will"
    case .german:
      "der|die|und|in|den|von|zu|das|mit|sich|des|auf|für|ist|im|dem|nicht|ein|eine|als|auch|es|an|werden|aus|er|hat|dass|sie|nach|wird|bei|einer|um|am|sind|noch|wie|einem|über|einen|so|zum|war|haben|nur|oder|aber|vor|zur|bis|mehr|durch|man"
    case .french:
      "de|la|le|et|les|des|en|un|du|une|que|est|pour|qui|dans|a|par|plus|pas|au|sur|ne|se|ce|il|sont|avec|aux|ou|son|cette|d|l|qu|n|s|c|mais|comme|être|à|été|ces|leur|on|elle|dont"
    case .spanish:
      "de|la|que|el|en|y|a|los|se|del|las|un|por|con|no|una|su|para|es|al|lo|como|más|o|pero|sus|le|ha|este|sí|porque|esta|son|entre|está|cuando|muy|sin|sobre|también|me|hasta|hay|donde|han|desde"
    case .portuguese:
      "de|a|o|que|e|do|da|em|um|para|é|com|não|uma|os|no|se|na|por|mais|as|dos|como|mas|foi|ao|ele|das|tem|à|seu|sua|ou|ser|quando|muito|há|nos|já|está|também|só|pelo|pela|até|isso|ela|entre|são"
    case .italian:
      "di|che|e|la|il|un|a|per|in|una|è|del|non|della|con|le|si|da|i|nel|gli|dei|al|più|alla|sono|anche|come|lo|ma|delle|dal|su|nella|questo|ha|o|se|degli|essere|tra"
    case .dutch:
      "de|van|het|een|en|in|is|dat|op|te|zijn|voor|met|die|niet|aan|er|om|ook|als|dan|maar|bij|of|uit|nog|door|naar|over|wordt|worden|deze|heeft|tot|kan"
    case .swedish:
      "och|i|att|det|som|en|på|är|av|för|med|den|till|inte|har|de|ett|om|var|men|från|kan|så|eller|när|ska|också"
    case .danish:
      "og|i|at|det|er|en|til|på|som|for|med|de|af|den|ikke|har|et|om|der|var|men|fra|kan|eller|når|også|ikke|blev"
    case .polish:
      "w|i|na|z|się|nie|do|że|to|o|jest|jak|po|za|od|przez|dla|przy|są|oraz|które|który|ale|lub|może|ich"
    case .czech:
      "a|v|se|na|je|že|s|z|do|to|o|pro|i|jako|za|by|ale|jsou|podle|které|také|nebo|aby|po|od|při"
    case .turkish:
      "ve|bir|bu|da|de|için|ile|olarak|daha|çok|olan|gibi|en|kadar|ancak|sonra|her|değil|var|ne"
    case .indonesian:
      "yang|dan|di|untuk|dengan|ini|dari|dalam|pada|adalah|itu|akan|tidak|oleh|ke|dapat|atau|juga|lebih|telah|sebagai"
    case .vietnamese:
      "và|của|các|có|được|cho|trong|là|một|với|những|không|này|để|người|đã|khi|từ|đến|như|công|về"
    case .romanian:
      "de|și|în|la|cu|o|a|pe|un|din|este|care|nu|se|mai|pentru|sunt|fi|ce|sau|dar|prin|cel|al|ale"
    case .russian:
      "и|в|не|на|что|с|по|это|как|к|из|для|от|за|у|которые|который|или|он|они|но|же|так|был|были|его|до|при|уже|чтобы|только|также|ещё|все"
    case .ukrainian:
      "і|в|не|на|що|з|та|у|до|як|це|для|від|за|які|який|або|він|вони|але|же|й|його|при|вже|щоб|також|ще|є"
    case .bulgarian:
      "и|в|не|на|че|с|по|това|как|от|за|са|се|да|които|който|или|той|те|но|до|при|вече|само|също|ще|е"
    }
  }
}

extension Lexicon<UInt32> {
  /// Small words with the bits of their languages.
  static let functionWords: Lexicon<UInt32> = {
    var words = LexiconWords<UInt32>()
    for (bit, language) in SpacedLanguage.allCases.enumerated() {
      words.add(language.words, 1 << UInt32(bit), .asWritten)
    }
    return Lexicon<UInt32>(words) { $0 | $1 }
  }()
}

/// Common characters whose form tells the two Chinese scripts apart.
struct ChineseScript: Sendable {
  /// A bit for each character from U+4E00 to U+9FFF.
  private let bits: [UInt64]

  private init(_ characters: String) {
    var bits = [UInt64](repeating: 0, count: 328)
    for scalar in characters.unicodeScalars where (0x4E00...0x9FFF).contains(scalar.value) {
      let index = Int(scalar.value - 0x4E00)
      bits[index >> 6] |= 1 << UInt64(index & 63)
    }
    self.bits = bits
  }

  func contains(_ scalar: UInt32) -> Bool {
    guard (0x4E00...0x9FFF).contains(scalar) else { return false }
    let index = Int(scalar - 0x4E00)
    return bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  static let simplified = ChineseScript(
    """
    这国们时会发对个学过还为来说动种样东车长门问间关开见现观电话语论设计认让记许讲证识词译读谁调课谈请谢头买卖\
    业产务场报纪级给结经统续维网红约纳纸细组织终绍绝编绿缘缩缓线练总惯忆怀态恶护拥择击据损换挥扩扫扬抢担拟拨标样\
    树桥机权杂条极构检楼欢欧岁历归残毁毕气汇汉汤沟没泽洁测济浏涛润涨渐湾满滚灭灯灵灾炉点热爱尔状独献猎环画疗监盘盖\
    着矿码确础礼离积称稳穷竞笔简粮约级纯纲质贝负贡财责败货贩贫购贯贴贵贷贸费贺资赋赛赞输轮软转轻载较辆边达迁运近进远\
    连迟适选递逻遗邮邻释针钟钢钱铁银铜链销锁锋错键镇闭闻阅队阳阴阶际陆陈险随隐难雾静页项顺须预领频题颜额风飞饭饮馆马驱\
    验鱼鸟鸡齐龙
    """)

  static let traditional = ChineseScript(
    """
    這國們時會發對個學過還為來說動種樣東車長門問間關開見現觀電話語論設計認讓記許講證識詞譯讀誰調課談請謝頭買賣\
    業產務場報紀級給結經統續維網紅約納紙細組織終紹絕編綠緣縮緩線練總慣憶懷態惡護擁擇擊據損換揮擴掃揚搶擔擬撥標樣\
    樹橋機權雜條極構檢樓歡歐歲歷歸殘毀畢氣匯漢湯溝沒澤潔測濟瀏濤潤漲漸灣滿滾滅燈靈災爐點熱愛爾狀獨獻獵環畫療監盤蓋\
    著礦碼確礎禮離積稱穩窮競筆簡糧純綱質貝負貢財責敗貨販貧購貫貼貴貸貿費賀資賦賽贊輸輪軟轉輕載較輛邊達遷運進遠\
    連遲適選遞邏遺郵鄰釋針鐘鋼錢鐵銀銅鏈銷鎖鋒錯鍵鎮閉聞閱隊陽陰階際陸陳險隨隱難霧靜頁項順須預領頻題顏額風飛飯飲館馬驅\
    驗魚鳥雞齊龍
    """)
}
