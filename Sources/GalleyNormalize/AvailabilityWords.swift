/// What a word of an availability statement means.
enum AvailabilityWord: Sendable {
  /// It can be had today.
  case now
  /// Today, where no other words follow: "currently in trials" is no date.
  case present
  /// Today, where no date follows: "available in 5 years".
  case available
  /// Takes the next `now` or `available` back.
  case not
  /// Between two numbers: to, or, and, a dash.
  case to
  /// Between two numbers `to`, else `within`.
  case upTo
  /// Before or after a number: at most.
  case within
  /// Before or after a number: at least.
  case orMore
  /// A unit in the plural, or with a number before it.
  case years
  case months
  case weeks
  case decades
  /// A unit that means one when no number stands before it: "in a year", "через год".
  case oneYear
  case oneMonth
  case oneDecade
  /// Six months in one word.
  case halfYear
  /// After a unit: and a half.
  case andHalf
  case thisYear
  case nextYear
  /// A number that is not said: some, several.
  case several
  /// Words around a quantity that change nothing: about, in, after.
  case filler
  /// The end of a statement.
  case stop
}

extension Lexicon<AvailabilityWord> {
  /// Small letters, plain spaces, dashes and apostrophes: see `folded`.
  static let availability = Lexicon<AvailabilityWord>([
    .now: """
    now|right now|already|today|available now|on the market|on sale|immediately|\
    现在|已上市|现已|已经|已实现|已可用|如今|即刻|今日|現在|現已|已經|已實現|\
    今すぐ|すでに|既に|実現済み|実用化済み|提供中|発売中|\
    지금|현재|이미|상용화됨|상용화 완료|출시됨|\
    jetzt|heute|bereits|sofort|schon jetzt|ab sofort|\
    maintenant|aujourd'hui|dès aujourd'hui|dès maintenant|déjà|immédiatement|immédiate|\
    ahora|ya|hoy|inmediata|inmediatamente|\
    agora|já|hoje|imediata|imediatamente|imediato|\
    уже|сейчас|сегодня|уже сейчас|в продаже|сразу|\
    ora|adesso|oggi|già|nu|reeds|już|teraz|już teraz|obecnie|dziś|şimdi|\
    bugün|hemen|الآن|متاح الآن|حاليا|अभी|अब|hiện nay|hiện tại|ngay bây giờ|đã có|sekarang|saat ini|sudah|ตอนนี้|ปัจจุบัน|\
    nu al|vandaag|già disponibile
    """,
    .present: """
    currently|current|at present|目前|当前|當前|现阶段|derzeit|actuellement|actualmente|\
    en la actualidad|atualmente|в настоящее время
    """,
    .available: """
    available|可用|可購買|利用可能|이용 가능|사용 가능|verfügbar|erhältlich|disponible|disponibles|\
    disponível|disponíveis|доступно|доступна|доступен|доступны|beschikbaar
    """,
    .not: """
    not|not yet|isn't|no|will be|尚未|还没|还未|未|尚不|还不|無法|尚無|还没有|まだ|未だ|아직|\
    nicht|noch nicht|kein|wird|werden|pas|pas encore|sera|seront|non|aún no|todavía no|será|serán|\
    ainda não|não|serão|не|ещё не|еще не|пока не|будет|будут
    """,
    .to: """
    -|--|~|to|or|and|至|到|或|から|または|乃至|ないし|에서|내지|또는|부터|bis|oder|und|à|ou|et|a|o|y|e|и|или|\
    of|tot|do|ile|veya|ila|إلى|أو|से|đến|hoặc|sampai|hingga|atau|ถึง|หรือ
    """,
    .upTo: "до|hasta|até|jusqu'à",
    .within: """
    within|less than|under|up to|at most|no more than|in less than|before|fewer than|<|≤|in the next|\
    over the next|the next|next|\
    不到|以内|之内|内|以下|最多|不超过|少于|未来|未來|今后|今後|以內|之內|內|未満|以下|最大|이내|내|안에|미만|향후|\
    앞으로|최대|\
    innerhalb|innerhalb von|binnen|weniger als|höchstens|bis zu|unter|maximal|in den nächsten|\
    d'ici|d'ici à|moins de|au plus|dans les|sous|en moins de|dans moins de|\
    dentro de los próximos|en menos de|menos de|como máximo|en los próximos|próximos|\
    em menos de|menos de|no máximo|nos próximos|dentro dos próximos|\
    в течение|менее|меньше|менее чем|не более|в ближайшие|максимум|\
    entro|meno di|fino a|binnen|w ciągu|mniej niż|poniżej|içinde|den az|\
    خلال|في غضون|أقل من|के भीतर|तक|trong vòng|trong|dưới|dalam|kurang dari|di bawah|ภายใน|ไม่เกิน
    """,
    .orMore: """
    +|more than|over|at least|>|≥|or more|or longer|and up|plus|beyond|and more|\
    以上|超过|超過|至少|大于|多于|之上|及以上|或更久|或更长|或更長|もしくはそれ以上|이상|넘게|최소|초과|\
    mehr als|mindestens|über|oder mehr|und mehr|oder länger|\
    plus de|au moins|ou plus|et plus|minimum|\
    más de|al menos|o más|por lo menos|como mínimo|\
    mais de|pelo menos|ou mais|no mínimo|\
    более|больше|не менее|более чем|и более|или более|свыше|минимум|как минимум|\
    più di|almeno|o più|minstens|of meer|ponad|powyżej|co najmniej|en az|den fazla|\
    أكثر من|على الأقل|से अधिक|से ज्यादा|hơn|trên|ít nhất|lebih dari|minimal|setidaknya|มากกว่า|อย่างน้อย
    """,
    .years: """
    years|yr|yrs|jahre|jahren|ans|années|année|años|anos|лет|годов|годах|годам|г.|гг.|anni|jaar|jaren|lat|lata|\
    yıl|yıla|سنوات|سنة|عاما|أعوام|साल|वर्ष|वर्षों|năm|tahun|ปี|\
    年|年間|年间|年|년|년간
    """,
    .months: """
    months|mo|mos|monate|monaten|mois|meses|месяца|месяцев|мес.|mesi|maanden|miesiące|miesięcy|\
    ay|aya|أشهر|شهرا|شهور|महीने|महीनों|tháng|bulan|เดือน|\
    个月|個月|か月|ヶ月|カ月|ヵ月|ケ月|箇月|개월
    """,
    .weeks: "week|weeks|wochen|semaines|semanas|недели|недель|周|週間|주",
    .decades: "decades|jahrzehnte|jahrzehnten|décennies|décadas|десятилетия|десятилетий",
    .oneYear: "year|jahr|jahres|an|año|ano|год|года|anno|rok|roku",
    .oneMonth: "month|monat|mes|mês|месяц|mese|maand",
    .oneDecade: "decade|jahrzehnt|décennie|década|десятилетие",
    .halfYear: "半年|half a year|halbes jahr|halben jahr|halbjahr|medio año|meio ano|полгода|반년",
    .andHalf: "半|and a half|et demi|et demie|y medio|e meio|с половиной|반",
    .thisYear: """
    this year|later this year|今年|本年|올해|연내|dieses jahr|in diesem jahr|cette année|este año|\
    este ano|в этом году|quest'anno|dit jaar
    """,
    .nextYear: """
    next year|明年|来年|來年|내년|nächstes jahr|im nächsten jahr|kommendes jahr|l'année prochaine|\
    l'an prochain|el próximo año|el año que viene|próximo ano|no próximo ano|в следующем году|l'anno prossimo|\
    volgend jaar|gelecek yıl|العام المقبل|अगले साल|năm sau|năm tới|tahun depan|ปีหน้า
    """,
    .several: """
    several|a few|few|some|many|couple|数|數|几|幾|若干|数十|몇|수|einige|einigen|mehrere|mehreren|wenige|\
    wenigen|quelques|plusieurs|algunos|varios|unos pocos|alguns|vários|poucos|несколько|нескольких|alcuni|enkele
    """,
    .filler: """
    in|about|around|approximately|roughly|after|the|circa|ca.|c.|some time in|another|from|between|\
    约|大约|大概|预计|还需|还要|需|需要|約|大約|預計|約|およそ|あと|약|대략|\
    etwa|rund|ungefähr|nach|in etwa|von|zwischen|circa|\
    dans|environ|près de|après|de|entre|vers|sous|\
    en|dentro de|unos|unas|cerca de|aproximadamente|tras|alrededor de|\
    em|daqui a|cerca de|após|dentro de|\
    через|около|примерно|в|приблизительно|от|спустя|где-то через|\
    fra|tra|over|ongeveer|na|za|około|po|yaklaşık|sonra|بعد|نحو|حوالي|من|लगभग|में|khoảng|sau|sekitar|setelah|ประมาณ|อีก
    """,
    .stop: ";|.|,|。|，|；|、|/|\n|but|但|aber|mais|pero|mas|но",
  ])
}
