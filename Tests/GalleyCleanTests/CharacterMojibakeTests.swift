import GalleyModel
import Testing

@testable import GalleyClean

/// Sound sentences, written for these tests, damaged in many ways and repaired.
@Suite struct CharacterMojibakeTests {
  /// Two paragraphs a language.
  static let texts: [String: String] = [
    "en":
      "The baker’s daughter — a “born” sailor — left at dawn.\n\nTickets cost €12; the café’s free.",
    "de":
      "Der Gärtner grüßte die müden Gäste und schloss die Tür.\n\n„Schön“, sagte Jürgen, „dass ihr könnt.“",
    "fr":
      "Le garçon a trouvé une clé près du château, derrière la forêt.\n\nÀ bientôt, répéta l’élève.",
    "es":
      "El pequeño pingüino nadó hasta la orilla más cercana.\n\n¿Dónde está la mañana? ¡Aquí, señor!",
    "pl":
      "Źrebię pobiegło przez łąkę, aż zniknęło za wzgórzem.\n\nCzęść ludzi wróciła późno w nocy.",
    "ru":
      "Старый рыбак вышел к реке, когда над водой ещё стоял туман.\n\nПотом он долго смотрел на мост.",
    "uk":
      "Старий рибалка вийшов до річки, коли над водою ще стояв туман.\n\nПотім він їхав додому.",
    "el": "Ο ψαράς βγήκε στο ποτάμι όταν η ομίχλη ήταν ακόμη πυκνή.\n\nΎστερα κοίταξε τη γέφυρα.",
    "zh": "老渔夫来到河边的时候，水面上还有一层薄雾。\n\n后来他在桥上站了很久，看着远处的山。",
    "zht": "老漁夫來到河邊的時候，水面上還有一層薄霧。\n\n後來他在橋上站了很久，看著遠處的山。",
    "ja": "年老いた漁師が川に着いたとき、水面にはまだ霧が残っていた。\n\nそれから橋の上で長いあいだ山を見ていた。",
    "ko": "늙은 어부가 강가에 왔을 때 물 위에는 아직 안개가 있었다.\n\n그는 다리 위에서 오랫동안 산을 바라보았다.",
    "vi":
      "Ông lão đánh cá ra bờ sông khi sương mù vẫn còn dày.\n\nSau đó ông đứng rất lâu trên cầu.",
    "sv":
      "Den gamle fiskaren gick ner till ån medan dimman låg tät.\n\nSedan såg han länge mot bron på höjden.",
  ]

  struct Damage: Sendable, CustomTestStringConvertible {
    let language: String
    let written: String
    let readAs: String
    var testDescription: String { "\(language): \(written) read as \(readAs)" }
  }

  static let damages: [Damage] = {
    var damages: [Damage] = []
    for language in texts.keys.sorted() {
      for page in ["CP1252", "ISO-8859-1", "CP1251", "CP1250"] {
        damages.append(Damage(language: language, written: "UTF-8", readAs: page))
      }
    }
    for page in ["CP1252", "ISO-8859-1"] {
      for (language, written) in [
        ("zh", "GB18030"), ("zht", "GB18030"), ("zht", "BIG5"), ("ja", "CP932"), ("ja", "EUC-JP"),
        ("ko", "CP949"), ("ru", "CP1251"), ("ru", "KOI8-R"),
      ] {
        damages.append(Damage(language: language, written: written, readAs: page))
      }
    }
    damages.append(Damage(language: "ru", written: "KOI8-R", readAs: "CP1251"))
    damages.append(Damage(language: "ru", written: "CP1251", readAs: "KOI8-R"))
    for language in ["fr", "es", "pl"] {
      damages.append(Damage(language: language, written: "UTF-8", readAs: "MACINTOSH"))
    }
    return damages
  }()

  @Test(arguments: damages) func isRepaired(_ damage: Damage) throws {
    let text = try #require(Self.texts[damage.language])
    let misread = try Self.misread(text, damage.written, damage.readAs)
    #expect(misread != text)
    #expect(repaired(misread) == text)
  }

  @Test(arguments: ["de", "fr", "es", "ru", "zh", "ja"]) func isRepairedTwice(_ language: String)
    throws
  {
    let text = try #require(Self.texts[language])
    let once = try Self.misread(text, "UTF-8", "CP1252")
    #expect(repaired(try Self.misread(once, "UTF-8", "CP1252")) == text)
  }

  /// UTF-8 read as GBK: what is left of it, where an even number of bytes stood together.
  @Test(arguments: [
    ("caf茅, na茂ve, r茅sum茅: d茅j脿 vu", "café, naïve, résumé: déjà vu"),
    ("浠婂ぉ澶╂皵锛屽緢濂斤紝鎴戜滑鍑哄幓銆�", "今天天气，很好，我们出去"),
  ]) func readAsGBK(_ misread: String, _ text: String) {
    #expect(repaired(misread).hasPrefix(text))
  }

  @Test(arguments: texts.keys.sorted()) func soundTextStays(_ language: String) throws {
    let text = try #require(Self.texts[language])
    #expect(repairCharacters(Array(text.utf8)).isEmpty)
    // Among the damage of another paragraph too.
    let misread = try Self.misread("Über die Brücke fährt heute früh kein Zug.", "UTF-8", "CP1252")
    #expect(
      repaired(misread + "\n\n" + text) == "Über die Brücke fährt heute früh kein Zug.\n\n" + text)
  }

  /// Signs and letters in combinations that are rare, and right.
  @Test(arguments: [
    "Nº 5, 2ª edição: AMANHÃ, NÃO, ÂNGULO", "CAFÉ™ und NESTLÉ® kosten 3 €… Ä… also gut",
    "Il a dit « été » et « café » ; voilà »", "3×¢5 = 15¢, ±2°, ¼ ½ ¾ µm",
    "Рівне, Сергій, «СССР», № 5, Сё", "Љубав и Њива, Ђорђе; Ѓорѓи, Ќе",
    "ЗАГОЛОВОК ИЗ ПРОПИСНЫХ БУКВ",
    "НомерВерсии и СПбГУ", "Jäääär, töööö, õõnsus, hyvää yötä", "┌─┐\n│é│\n├─┤\n└─┘",
    "λ = 2π·√(l/g)",
    "Linux和Windows的vendor和product", "縺れた糸", "銆 锛 are rare",
  ]) func rareButRight(_ text: String) {
    #expect(repairCharacters(Array(text.utf8)).isEmpty)
  }

  struct Unconvertible: Error {}

  /// `text` written in one encoding and read in another; codes that the other lacks as C1 controls.
  static func misread(_ text: String, _ written: String, _ readAs: String) throws -> String {
    guard let encoder = ByteConverter(from: "UTF-8", to: written),
      let decoder = ByteConverter(from: readAs, to: "UTF-8")
    else { throw Unconvertible() }
    var misread: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let bytes = encoder.convert(Array(String(scalar).utf8)) else { throw Unconvertible() }
      for byte in bytes {
        misread += decoder.convert([byte]) ?? Array(String(Unicode.Scalar(byte)).utf8)
      }
    }
    return String(decoding: misread, as: UTF8.self)
  }
}
