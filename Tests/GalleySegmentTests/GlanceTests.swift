import GalleyModel
import Testing

@testable import GalleySegment

/// Quick looks may say yes too often, and never no where a reader finds something.
@Suite struct GlanceTests {
  private static let openings = [
    "重大意义：墙会呼吸", "重大意義:", "成 熟 期：三年", "成　熟期", "Key players: A", "KEY  PLAYERS", "Ｋｅｙ ｐｌａｙｅｒｓ",
    "key", "ke", "Keyｗords: a", "keywordless", "key word", "Whoʼs", "成熟期：三年", "成熟 期", "研究者", "研究人员",
    "Ключевые игроки: А", "주요 기업", "キープレイヤー", "Verfügbarkeit", "Photo by A", "图",
    "图 3",
    "圖｜某某", "图片", "ad", "Ads", "AD] x", "3 comments", "12 条评论", "２ comments", "7", "first, the sea",
    "一是风", "en primer lugar, el mar", "Erstens: das Meer", "Dos: el mar", "Un: le vent", "两",
    "作者：某某",
    "by the sea", "Source : A", "出典", "글 홍길동", "前言", "序", "Conclusion", "heute", "today",
    "D’ici 2030",
    "à partir", "a", "年以内", "現在", "the sea", "", "é", "…", "😀",
  ]

  @Test(arguments: openings)
  func openingsMissNoWord(_ line: String) {
    // Before and behind the line stand others.
    let text = Array("x\n".utf8) + Array(line.utf8) + Array("\nthe next".utf8)
    let end = 2 + line.utf8.count
    let opening = Openings.all.opening(text, at: 2, end: end)
    var past = 2
    while past < end, (0x30...0x39).contains(text[past]) { past += 1 }
    for at in [2, skipSpaces(in: text, at: past, end: end)] {
      func found<Value>(_ table: WordTable<Value>) -> Bool {
        table.match(text, at: at, end: end) != nil
      }
      #expect(!found(ordinalWords) || opening.may(.ordinals, at: at))
      #expect(!found(numberWords) || opening.may(.numbers, at: at))
      #expect(!found(ones) || opening.may(.numbers, at: at))
      #expect(!found(labelWords) || opening.may(.labels, at: at))
      #expect(!found(noiseWords) || opening.may(.noise, at: at))
      #expect(!found(creditWords) || opening.may(.credits, at: at))
      #expect(!found(structuralWords) || opening.may(.structural, at: at))
      #expect(!found(timeWords) || opening.may(.times, at: at))
    }
    #expect(opening.may(.noise, at: end + 3), "nothing is known of other places")
  }

  @Test func mostLinesBeginLikeNoWord() {
    let text = Array("Grey water drives the mill".utf8)
    let opening = Openings.all.opening(text, at: 0, end: text.count)
    #expect(!opening.may([.ordinals, .numbers, .labels, .credits, .structural, .times], at: 0))
  }

  @Test(arguments: [
    ("能源城", true), ("能源", false), ("能源，", false), ("能源a的", false), ("a能源城", false), ("トレ能", false),
    ("能トレ", false), ("能源한", false), ("，能源", false), ("䀀鿿一", true), ("㿿能源", false), ("能能ꀀ", false),
  ])
  func threeChineseCharacters(_ text: String, _ isHan: Bool) {
    #expect(areHan((Array(text.utf8) + [0x0A]).span, 0) == isHan)
  }

  @Test(arguments: [
    ("能源城市材料实验模型工厂", false), ("能源城市材料实验模型工厂海", true), ("能源城市材料实验模型工厂，海", false),
    ("能源城市，材料实验模型工厂海水", false), ("能源城市材料实验模型工厂a海水", false), ("トレ城市材料实验模型工厂海水", false),
  ])
  func thirteenChineseCharacters(_ text: String, _ isRun: Bool) {
    #expect(isHanRun((Array(text.utf8) + [0x0A, 0x0A, 0x0A]).span, 0) == isRun)
  }

  /// With other text behind, and at the text's end.
  @Test(arguments: [
    ("", 0), ("a", 1), ("Key", 3), ("Key players", 3), ("abcdefg", 7), ("abcdefgh", 8),
    ("abcdefghijklmnopqrstuvwxyz", 26), ("ABCxyz@a", 6), ("abcé", 3), ("a1", 1), ("[a", 0),
    ("{", 0),
  ])
  func lettersOfASCII(_ line: String, _ count: Int) {
    for rest in ["", "1", "abc é 12345678"] {
      let text = Array("é ".utf8) + Array(line.utf8) + Array(rest.utf8)
      let end = 3 + line.utf8.count
      #expect(endOfASCIILetters(text, from: 3, to: end) == 3 + count)
      let letters = line.utf8.prefix(4).map { UInt32($0) }
      var expected = count < 3 ? 0 : (letters[0] | letters[1] << 8 | letters[2] << 16) | 0x20_2020
      if count > 3 { expected |= (letters[3] | 0x20) << 24 }
      if count == 3, letters.count > 3, letters[3] >= 0x80 { expected = 0 }
      #expect(firstLetters(text, 3, end: end) == expected)
    }
  }

  @Test func theNextOfTwoBytes() {
    for place in 0...20 {
      var text = [UInt8](repeating: 0x61, count: 21)
      #expect(next(0x20, or: 0x28, in: text, from: 0, to: 20) >= 20)
      text[place] = place % 2 == 0 ? 0x20 : 0x28
      #expect(next(0x20, or: 0x28, in: text, from: 0, to: 21) == place)
      #expect(next(0x20, or: 0x28, in: text, from: place + 1, to: 21) >= 21)
    }
  }

  /// Lines of all lengths up to the longest short one, with every mark at changing places.
  @Test(arguments: ["a", "é", "语", "😀", "a：é", "语:", "|", "12/3", "@\t", "﹕语，"])
  func measuresAsOneByOne(_ unit: String) {
    for times in [1, 7, 8, 10, 11, 16, 30, 31, 32, 33, 60] {
      let words = Array(String(repeating: unit, count: times).utf8)
      guard words.count <= Line.reach else { continue }
      for padding in [0, 40] {
        let text = Array("xy".utf8) + words + [UInt8](repeating: 0x3A, count: padding)
        let range = 2..<2 + words.count
        var line = Line(
          text: range, opening: Openings.all.opening(text, at: 2, end: range.upperBound),
          ending: .none, kind: .line, bold: 0, width: 0)
        measure(&line, in: text)
        let scalars = Array(String(repeating: unit, count: times).unicodeScalars)
        let width = scalars.reduce(0) { $0 + (0x3000...0xFFFF ~= $1.value ? 2 : 1) }
        let colons: Set<UInt32> = [0x3A, 0xFF1A, 0xFE55]
        let past = scalars.lastIndex { colons.contains($0.value) }
        let before = past.map { scalars[..<$0].reduce(0) { $0 + UTF8.width($1) } } ?? 0
        #expect(line.width == width)
        #expect(Int(line.lastColon) == before)
        #expect(line.marks.contains(.slash) == unit.contains("/"))
        #expect(line.marks.contains(.at) == unit.contains("@"))
        #expect(line.marks.contains(.digit) == unit.contains("1"))
        #expect(line.marks.contains(.bars) == (unit == "|" && times > 1))
      }
    }
  }

  @Test(arguments: [
    ("step 3: a", true), ("one two three 4", false), ("step (3", false), ("趋势三：", true),
    ("趋势三|", true),
    ("三趋势：", false), ("第三位", true), ("пункт №4", true), ("step ④", true),
    ("ideas that reach far beyond the hills 4", false), ("トレンド３", true),
  ])
  func wordsBeforeNumbers(_ line: String, _ mayBe: Bool) {
    let text = Array(line.utf8)
    #expect(mayHoldKeyword(text, 0..<text.count) == mayBe)
  }

  @Test func labelsWithTheSameLettersHaveOneNumber() {
    let text = Array("Key players:KEY PLAYERS:Key  players:Key people:".utf8)
    var seen = SeenLabels()
    let ranges = [0..<11, 12..<23, 24..<36, 37..<47]
    let ids = ranges.map { seen.id(of: foldedHash(text, $0)) }
    #expect(ids == [0, 0, 0, 1])
    #expect(seen.count == 2)
    seen.remember(SeenLabels.Label(text: ranges[0], hash: 1, id: 0, word: nil))
    #expect(seen.find(0..<11, in: text)?.hash == 1)
    #expect(seen.find(12..<23, in: text) == nil, "other bytes")
    #expect(seen.find(37..<47, in: text) == nil)
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}
