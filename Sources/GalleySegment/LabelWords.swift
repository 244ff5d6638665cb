internal import GalleyModel

/// What a label stands for: one of the keys that records know, or a profile's own, whose name its
/// `LabelVocabulary` has. A number, as labels are copied with every line that has one.
struct FieldKey: Sendable, Equatable {
  fileprivate let index: UInt32
  static let significance = FieldKey(index: 0)
  static let players = FieldKey(index: 1)
  static let availability = FieldKey(index: 2)
  static let breakthrough = FieldKey(index: 3)
  static let summary = FieldKey(index: 4)
  fileprivate static let names = [
    "significance", "players", "availability", "breakthrough", "summary",
  ]
}

struct LabelWord: Sendable {
  var key: FieldKey
  /// A word of everyday prose: a label only where several items have it.
  var isWeak: Bool
}

/// The labels of a document: the vocabulary's, and before them those of its profile.
struct LabelVocabulary: Sendable {
  /// None or one.
  private let own: [WordTable<LabelWord>]
  /// One of its own holds a colon or a star, so that it may go on behind the colon of another.
  let mayGoOn: Bool
  /// By the index of their keys.
  private let names: [String]

  init(_ labels: [Profile.Label]) {
    names = FieldKey.names + labels.map(\.key)
    mayGoOn = labels.contains { label in
      label.names.contains { $0.unicodeScalars.contains { isColon($0.value) || $0 == "*" } }
    }
    own =
      labels.isEmpty
      ? []
      : [
        WordTable(
          labels.map { label in
            let index = FieldKey.names.firstIndex(of: label.key)
            // The first of several labels with one key names it.
            let key =
              index ?? FieldKey.names.count + (labels.firstIndex { $0.key == label.key } ?? 0)
            return (
              LabelWord(key: FieldKey(index: UInt32(key)), isWeak: false), label.names.map(folded)
            )
          })
      ]
  }

  /// As records have it.
  func name(of key: FieldKey) -> String { names[Int(key.index)] }

  /// False where no label begins as a line does at `start`.
  func mayBegin(_ opening: Opening, at start: Int) -> Bool {
    !own.isEmpty || opening.may(.labels, at: start)
  }

  /// The mark of a question behind a word belongs to the label.
  func match(_ text: [UInt8], at start: Int, end: Int) -> WordTable<LabelWord>.Match? {
    var best = labelWords.match(text, at: start, end: end)
    // Of equals the profile's own.
    if let found = own.first?.match(text, at: start, end: end), found.end >= best?.end ?? 0 {
      best = found
    }
    guard var out = best else { return nil }
    if out.end < end, case let mark = text.scalar(at: out.end),
      [0x3F, 0xFF1F, 0x61F].contains(mark.value)
    {
      out.end += mark.length
    }
    return out
  }

  /// The word that all of a label is.
  func word(_ label: Range<Int>, in text: [UInt8]) -> LabelWord? {
    let found = match(text, at: label.lowerBound, end: label.upperBound)
    return found?.end == label.upperBound ? found?.value : nil
  }
}

/// The labels that the yearly lists use, in twenty languages, and the keys that they stand for.
///
/// Matched at the beginning of a line; folded (see `WordTable`).
let labelWords = WordTable<LabelWord>([
  (
    LabelWord(key: .significance, isWeak: false),
    [
      "重大意义", "重要意义", "主要意义", "科学意义", "社会意义", "重要性", "为什么重要", "为何重要", "为何重大",
      "重大意義", "重要意義", "主要意義", "科學意義", "社會意義", "為什麼重要", "為何重要", "為什麽重要",
      "why it matters", "why this matters", "why it's important", "why it is important",
      "なぜ重要か", "なぜ重要なのか", "重要である理由", "重要な理由",
      "왜 중요한가", "왜 중요한가?", "중요한 이유", "왜 중요할까", "중요성",
      "warum das wichtig ist", "warum es wichtig ist", "warum ist das wichtig",
      "warum ist es wichtig", "warum wichtig", "darum ist es wichtig",
      "pourquoi c'est important", "pourquoi est-ce important", "pourquoi cela compte",
      "pourquoi ça compte",
      "por qué importa", "por qué es importante", "¿por qué importa?", "¿por qué es importante?",
      "por que importa", "por que isso importa", "por que é importante", "por que isto importa",
      "почему это важно", "чем это важно", "почему важно", "в чём важность",
      "perché conta", "perché è importante", "perché è importante?", "waarom het belangrijk is",
      "waarom is het belangrijk", "waarom belangrijk", "dlaczego to ważne",
      "dlaczego to jest ważne",
      "dlaczego jest to ważne", "neden önemli", "neden önemli?", "bu neden önemli", "önemi",
      "لماذا يهم", "لماذا يهم؟", "لماذا هذا مهم", "لماذا هو مهم", "الأهمية", "أهميته", "أهميتها",
      "क्यों महत्वपूर्ण है", "यह क्यों महत्वपूर्ण है", "क्यों अहम", "यह क्यों मायने रखता है", "महत्व",
      "vì sao quan trọng", "tại sao quan trọng", "ý nghĩa", "tầm quan trọng",
      "mengapa penting", "kenapa penting", "mengapa ini penting", "ทำไมจึงสำคัญ", "ทำไมถึงสำคัญ",
      "ความสำคัญ", "varför det är viktigt", "чому це важливо", "warum es zählt", "warum das zählt",
      "darum ist das wichtig", "why it counts", "why care", "почему это имеет значение",
      "なぜ大事か", "重要性", "選定理由と意義",
    ]
  ),
  (
    LabelWord(key: .significance, isWeak: true),
    [
      "意义", "意義", "影响", "影響", "significance", "importance", "impact", "의의", "bedeutung",
      "importance", "enjeu", "importancia", "relevancia", "importância", "relevância", "значение",
      "значимость",
    ]
  ),
  (
    LabelWord(key: .players, isWeak: false),
    [
      "主要参与者", "主要研究者", "主要参与机构", "主要研究机构", "关键玩家", "主要玩家", "关键参与者", "主要公司",
      "主要企业", "代表企业", "代表机构", "主要机构", "参与者", "关键公司", "核心玩家",
      "主要參與者", "主要參與機構", "關鍵玩家", "主要玩家", "關鍵參與者", "主要廠商", "主要企業", "代表廠商", "參與者",
      "key players", "key player", "main players", "major players", "leading players",
      "key companies", "who's working on it", "who is working on it", "who is behind it",
      "who makes it", "who's making it", "who is making it", "who made it", "who builds it",
      "who's building it",
      "キープレイヤー", "キープレーヤー", "キー・プレイヤー", "キー・プレーヤー", "主要プレイヤー", "主要プレーヤー", "主なプレイヤー",
      "主なプレーヤー", "主な企業", "主な参加者", "主要な企業",
      "주요 참여자", "주요 참가자", "핵심 플레이어", "주요 플레이어", "주요 기업", "핵심 기업", "주요 연구자", "주요 기관",
      "hauptakteure", "wichtige akteure", "schlüsselakteure", "wichtigste akteure",
      "wichtige unternehmen", "führende unternehmen",
      "acteurs clés", "acteurs-clés", "principaux acteurs", "acteurs principaux",
      "les principaux acteurs", "les acteurs",
      "actores clave", "principales actores", "actores principales", "protagonistas",
      "principales protagonistas", "empresas clave",
      "principais atores", "atores principais", "principais envolvidos", "principais nomes",
      "principais empresas", "quem está por trás", "principais participantes",
      "ключевые игроки", "основные игроки", "главные игроки", "основные участники",
      "ключевые участники", "ключевые компании", "основные разработчики", "разработчики",
      "кто делает", "кто разрабатывает", "開発元", "開発企業", "参画企業", "参加企業", "참여기관", "참여 기관",
      "참여기업", "참여 기업", "개발사", "개발 기관", "anbieter", "chi ci lavora", "attori chiave",
      "protagonisti", "principali attori", "aziende chiave", "belangrijkste spelers",
      "hoofdrolspelers", "sleutelspelers", "kluczowi gracze", "główni gracze", "kluczowe firmy",
      "kto za tym stoi", "kimler çalışıyor", "kim yapıyor", "kimler yapıyor", "ana oyuncular",
      "başlıca oyuncular", "önde gelen şirketler", "öne çıkan şirketler", "öne çıkan isimler",
      "arkasında kim var", "اللاعبون الرئيسيون",
      "أبرز اللاعبين", "الجهات الرئيسية", "أبرز الجهات", "من يقف وراءه", "प्रमुख खिलाड़ी",
      "मुख्य खिलाड़ी", "प्रमुख कंपनियां", "कौन कर रहा है", "đơn vị chủ chốt", "những người chơi chính",
      "các bên tham gia chính", "doanh nghiệp tiêu biểu", "pemain utama", "pelaku utama",
      "siapa di baliknya", "perusahaan utama", "ผู้เล่นหลัก", "ผู้เล่นสำคัญ", "nyckelaktörer",
      "viktiga aktörer", "ключові гравці", "wer steckt dahinter", "wer daran arbeitet",
      "wer arbeitet daran", "wer forscht daran", "wer macht es", "wer macht das", "who does it",
      "qui le fait", "quién lo hace", "chi lo fa", "누가 하나", "誰が取り組むか", "beteiligte",
      "who's behind it",
      "who's doing it", "qui est derrière", "qui y travaille", "les acteurs clés",
      "quién está detrás", "quiénes lo hacen", "quem faz", "chi c'è dietro", "wie zit erachter",
      "wie werkt eraan", "кто за этим стоит", "кто этим занимается", "주관기관", "주관 기관",
      "주요 플레이어들", "開発者", "主要プレイヤー企業", "研发单位", "研发机构", "主要单位", "参与单位", "参与机构",
      "研發單位", "主要單位", "參與單位",
    ]
  ),
  (
    LabelWord(key: .players, isWeak: true),
    ["players", "akteure", "acteurs", "actores", "atores", "участники", "игроки", "研究者", "参加者"]
  ),
  (
    LabelWord(key: .availability, isWeak: false),
    [
      "成熟期", "成熟时间", "可用时间", "可用性", "落地时间", "上市时间", "实现时间", "预计成熟期", "商用时间",
      "何时上市", "何時上市", "何时可用", "何時可用", "成熟時間", "可用時間", "落地時間", "上市時間", "實現時間", "預計成熟期",
      "availability", "time to market", "time to maturity", "expected availability",
      "実現時期", "実用化時期", "利用可能時期", "実用化の時期", "実用化予定", "提供時期", "普及時期",
      "상용화 시기", "실현 시기", "가용 시기", "이용 가능 시기", "성숙 시기", "상용화 시점", "도입 시기", "가용성",
      "verfügbarkeit", "verfügbar", "marktreife", "zeithorizont", "zeitrahmen",
      "disponibilité", "disponible", "maturité", "échéance", "horizon",
      "disponibilidad", "plazo", "madurez", "disponibilidade", "prazo", "maturidade",
      "доступность", "срок готовности", "когда появится", "когда ждать", "готовность",
      "сроки появления", "disponibilità", "beschikbaarheid", "beschikbaar", "dostępność",
      "kiedy dostępne", "ne zaman", "kullanılabilirlik", "erişilebilirlik", "ne zaman hazır",
      "متى يتوفر", "متى", "التوفر", "موعد التوفر", "कब तक", "उपलब्धता", "कब उपलब्ध", "khi nào",
      "thời điểm", "thời gian ứng dụng", "khả dụng", "kapan tersedia", "ketersediaan", "kapan",
      "เมื่อไร", "พร้อมใช้งาน", "tillgänglighet", "доступність", "marktreif", "serienreif",
      "verfügbar ab", "einsatzbereit", "ready", "ready by", "when it's coming", "when available",
      "prêt pour", "disponible dès", "arrivée prévue", "listo para", "cuándo llegará",
      "wann kommt es", "wann kommt das", "wann ist es so weit", "ab wann", "when will it arrive",
      "when can i buy it", "when can you buy it", "c'est pour quand", "pour quand", "para cuándo",
      "para quando", "いつ実現するか", "언제 나오나", "quando chega", "quando arriva", "pronto per",
      "wanneer beschikbaar", "когда будет",
      "готово к", "実用化", "いつ実用化", "商用化時期", "상용화", "商用化时间", "预计时间", "预计落地",
      "预计商用", "預計時間", "預計商用", "商用時間",
    ]
  ),
  (
    LabelWord(key: .availability, isWeak: true),
    [
      "maturity", "time frame", "timeframe", "when", "när", "hvornår", "når", "коли", "kdy", "срок",
      "сроки", "доступно", "cuándo", "quand",
      "quando",
      "wanneer", "kiedy", "when to expect it",
    ]
  ),
  (
    LabelWord(key: .breakthrough, isWeak: false),
    [
      "技术突破", "突破之处", "突破点", "核心突破", "技術突破", "突破之處", "突破點", "核心突破",
      "breakthrough", "the breakthrough", "key breakthrough", "ブレークスルー", "ブレイクスルー",
      "技術的ブレークスルー", "기술적 돌파구", "돌파구", "핵심 돌파구", "durchbruch", "der durchbruch",
      "percée", "la percée", "l'avancée", "avancée", "el avance", "avance", "avance clave",
      "o avanço", "avanço", "прорыв", "в чём прорыв", "в чем прорыв", "суть прорыва",
    ]
  ),
  (LabelWord(key: .breakthrough, isWeak: true), ["突破", "혁신", "innovation"]),
  (
    LabelWord(key: .summary, isWeak: false),
    [
      "趋势概要", "内容概要", "内容提要", "概要", "摘要", "一句话概括", "一句话", "趨勢概要", "內容概要",
      "in brief", "at a glance", "in a nutshell", "ひとこと", "要約", "한줄 요약", "한 줄 요약", "요약",
      "kurz gesagt", "in kürze", "auf einen blick", "en bref", "en résumé", "en resumen",
      "en síntesis", "em resumo", "em síntese", "в двух словах", "кратко", "коротко",
      "in breve", "in sintesi", "in het kort", "w skrócie", "kısaca", "özetle", "باختصار",
      "संक्षेप में", "tóm tắt", "tóm lại", "singkatnya", "ringkasan", "โดยย่อ", "สรุป",
    ]
  ),
  (
    LabelWord(key: .summary, isWeak: true),
    [
      "简介", "概述", "簡介", "summary", "overview", "in short", "概要", "개요", "zusammenfassung",
      "überblick", "résumé", "resumen", "resumo", "резюме", "суть", "описание",
    ]
  ),
])
