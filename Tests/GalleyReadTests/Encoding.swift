import GalleyTestSupport
import Testing

/// `text` in the encoding that iconv knows by `name`; nil where a character has no place in it.
func encode(_ text: String, as name: String) -> [UInt8]? {
  recode(text.utf8, fromIconv: "UTF-8", toIconv: name)
}

/// An encoding under test: its WHATWG label, iconv's name for it, and a text of its language.
struct Encoding: CustomTestStringConvertible, Sendable {
  var label: String
  var iconv: String
  var sentences: [String]
  var testDescription: String { iconv }

  static let all: [Encoding] = [
    Encoding(label: "gb18030", iconv: "GB18030", sentences: simplified),
    Encoding(label: "gb18030", iconv: "GBK", sentences: simplified),
    Encoding(label: "big5", iconv: "BIG5", sentences: traditional),
    Encoding(label: "shift_jis", iconv: "SHIFT_JIS", sentences: japanese),
    Encoding(label: "euc-jp", iconv: "EUC-JP", sentences: japanese),
    Encoding(label: "iso-2022-jp", iconv: "ISO-2022-JP", sentences: japanese),
    Encoding(label: "euc-kr", iconv: "EUC-KR", sentences: korean),
    Encoding(label: "utf-16le", iconv: "UTF-16LE", sentences: simplified),
    Encoding(label: "utf-16be", iconv: "UTF-16BE", sentences: japanese),
    Encoding(label: "utf-16le", iconv: "UTF-16", sentences: korean),
    Encoding(label: "utf-16be", iconv: "UTF-16BE", sentences: german),
    Encoding(label: "windows-1250", iconv: "CP1250", sentences: polish),
    Encoding(label: "windows-1251", iconv: "CP1251", sentences: russian),
    Encoding(label: "windows-1252", iconv: "CP1252", sentences: german),
    Encoding(label: "koi8-r", iconv: "KOI8-R", sentences: russian),
    Encoding(label: "utf-8", iconv: "UTF-8", sentences: simplified),
  ]

  /// Sentences in turn up to `bytes` bytes of the encoding.
  func sample(_ bytes: Int) -> (text: String, bytes: [UInt8])? {
    let sizes = sentences.compactMap { encode($0, as: iconv)?.count }
    guard sizes.count == sentences.count else { return nil }
    var text = ""
    var count = 0
    var index = 0
    repeat {
      text += sentences[index % sentences.count] + (index % 3 == 2 ? "\n" : "")
      count += sizes[index % sentences.count]
      // Sentences in another order each time around.
      index += index % sentences.count == 0 ? 2 : 1
    } while count + sizes[index % sentences.count] <= bytes
    return encode(text, as: iconv).map { (text, $0) }
  }

  private static let simplified = [
    "今年的名单里有会呼吸的外墙，也有能在海上过冬的牧场。", "研究者说，最难的不是把水变干净，而是让它一直干净。",
    "2024年，三座城市开始试用这种电池，每度电的成本下降了四成。", "“我们并不占卜，”编辑写道，“只是给正在发生的变化起个名字。”",
    "不过，真正的门槛是成本，而不是原理；人才的缺口比设备的缺口更大。", "潮汐电站每天转两次，村里再也没有人为灯付钱。",
  ]
  private static let traditional = [
    "今年的名單裡有會呼吸的外牆，也有能在海上過冬的牧場。", "研究者說，最難的不是把水變乾淨，而是讓它一直乾淨。",
    "2024年，三座城市開始試用這種電池，每度電的成本下降了四成。", "「我們並不占卜，」編輯寫道，「只是給正在發生的變化取個名字。」",
    "不過，真正的門檻是成本，而不是原理；人才的缺口比設備更大。", "潮汐電站每天轉兩次，村裡再也沒有人為燈付錢。",
  ]
  private static let japanese = [
    "潮の力で回る水車は一日に二度動き、村では明かりの代金を払う人がいなくなった。", "研究者は、水をきれいにすることより、きれいに保つことが難しいと話す。",
    "2024年には三つの都市で試験が始まり、費用は四割下がったという。", "「予言ではなく、起きている変化に名前を付けただけだ」と編集者は書いている。",
    "しかし、本当の壁は原理ではなく費用であり、人材の不足も深刻だ。", "壁に生える苔は騒音を吸い取り、夏の部屋を三度涼しくする。",
  ]
  private static let korean = [
    "조력 발전소는 하루에 두 번 돌고, 마을에서는 이제 아무도 전기 요금을 내지 않는다.", "연구자들은 물을 깨끗하게 하는 것보다 깨끗하게 지키는 일이 어렵다고 말한다.",
    "2024년에 세 도시가 시험을 시작했고 비용은 사십 퍼센트 줄었다고 한다.", "편집자는 예언이 아니라 일어나는 변화에 이름을 붙였을 뿐이라고 썼다.",
    "그러나 진짜 문턱은 원리가 아니라 비용이며 인력 부족도 심각하다.", "벽에 자라는 이끼는 소음을 빨아들이고 여름 방을 삼 도 시원하게 한다.",
  ]
  private static let russian = [
    "Приливная мельница вращается дважды в день, и в деревне больше никто не платит за свет. ",
    "Исследователи говорят, что труднее всего не очистить воду, а сохранить её чистой. ",
    "В 2024 году три города начали испытания, и стоимость снизилась на сорок процентов. ",
    "Мы не гадаем, пишет редактор, мы только даём имя тому, что уже происходит. ",
    "Однако настоящий порог - это цена, а не принцип; людей не хватает больше, чем машин. ",
  ]
  private static let polish = [
    "Młyn pływowy obraca się dwa razy dziennie i nikt we wsi nie płaci już za światło. ",
    "Badacze mówią, że najtrudniej jest nie oczyścić wodę, lecz utrzymać ją w czystości. ",
    "W 2024 roku trzy miasta zaczęły próby, a koszty spadły o czterdzieści procent. ",
    "Nie wróżymy, pisze redaktor, nadajemy tylko nazwę temu, co się już dzieje. ",
    "Prawdziwym progiem jest jednak cena, a nie zasada; brakuje ludzi, nie maszyn. ",
  ]
  private static let german = [
    "Die Gezeitenmühle dreht sich zweimal am Tag, und niemand im Dorf zahlt mehr für sein Licht. ",
    "Am schwierigsten sei es, sagen die Forscher, das Wasser auf Dauer rein zu halten. ",
    "Im Jahr 2024 begannen drei Städte mit Versuchen, die Kosten fielen um vierzig Prozent. ",
    "Wir prophezeien nicht, schreibt die Redaktion, wir geben dem Wandel nur einen Namen. ",
    "Die wahre Hürde sei der Preis, nicht das Prinzip; es fehlen Menschen, nicht Geräte. ",
  ]
}
