import GalleyModel
import Testing

@testable import GalleySegment

/// Lines that are no part of the article, by their place: below the title, between the items, after
/// the last one.
@Suite struct NoiseTests {
  private static let items = [
    "1. The flying boat",
    "It leaves the water at thirty knots, and it comes down softly in the lee of the island.",
    "2. The singing door",
    "It tells by its tone who is coming, and it falls silent when a stranger tries the handle.",
    "3. The warm stone",
    "It lies in the sun all day and under the bench all night, and the cat has found it out.",
  ]

  private func parts(of lines: [String]) -> Outline {
    segment(document(lines.joined(separator: "\n")))
  }

  @Test(arguments: [
    "By Jane Doe", "By Jane Doe | March 3, 2021 | 5 min read", "Published: 3 March 2021",
    "作者 张三 2021-03-04 10:00:00 来源 某网", "来源：某某网　作者：张三　编辑：李四", "2021年5月3日 12:00",
    "阅读量：1234", "Par Jean Dupont - Publié le 3 mai 2021", "Von Hans Meier, 3. Mai 2021",
    "Por Ana García, 3 de mayo de 2021", "Автор: Иван Петров, 3 мая 2021",
    "입력 2021.05.03 10:00 수정 2021.05.03 11:00",
    "公開日：2021年5月3日　著者：山田", "文／Yamada Taro", "www.example.org", "12", "图片", "分享到：微信 微博",
    "Share this article",
    "Advertisement", "关注公众号",
  ])
  func dropsBelowTheTitle(_ line: String) {
    let outline = parts(
      of: [
        "Three things from the fair of 2021", line,
        "It was held on the quay, in the rain, and nobody wanted to go home before the last train.",
      ] + Self.items)
    #expect(outline.items.count == 3)
    #expect(outline.preface.count == 1)
    #expect(outline.drops.count == 1)
  }

  @Test(arguments: [
    "(Photo: A. Nobody)", "Foto: Agentur", "图丨会飞的船（来源：某网）", "圖｜會飛的船", "圖|會飛的船", "图片",
    "Advertisement", "广告",
    "Lire aussi : le vent",
    "Читайте также: о ветре", "【相关阅读】关于风的十件事", "17", "boat.jpg", "![](boat.png)",
    "Crédit photo : A. Personne",
    "写真：某通信社", "사진=연합", "[Image: from the maker's site]", "A boat at the quay. Photo: A. Nobody",
    "Anzeige", "Publicidad", "関連記事：風について", "The flying boat",
  ])
  func dropsAmongTheItems(_ line: String) {
    var lines = Self.items
    lines.insert(line, at: 1)
    let outline = parts(
      of: [
        "Three things from the fair of 2021",
        "It was held on the quay, in the rain, and nobody wanted to go home before the last train.",
      ] + lines)
    #expect(outline.items.map(\.body.count) == [1, 1, 1])
    #expect(outline.drops.count == 1)
  }

  @Test(arguments: [
    "分享到：微信 微博", "上一篇：关于风", "免责声明：本站内容来自网络。", "版权所有 © 某网", "Tags: boats, doors", "#boats #doors",
    "Share on Facebook", "All rights reserved.", "© 2021 Workshop Daily", "-End-", "阅读 321",
    "좋아요 12 공유하기",
    "Teilen Sie diesen Artikel", "Todos los derechos reservados", "Поделиться в соцсетях", "返回顶部",
    "https://example.org/a",
    "— 完 —", "Mots-clés : bateau, porte", "前の記事",
  ])
  func dropsAfterTheItems(_ line: String) {
    let outline = parts(
      of: [
        "Three things from the fair of 2021",
        "It was held on the quay, in the rain, and nobody wanted to go home before the last train.",
      ] + Self.items + [line])
    #expect(outline.items.map(\.body.count) == [1, 1, 1])
    #expect(outline.trailer.isEmpty)
    #expect(outline.drops.count == 1)
  }

  @Test(arguments: [
    "来源：某某日报", "（责任编辑：张三）", "编译：李四", "Source: the fair's own records", "Translated by J. D.",
    "Quelle: Messe",
    "Traduction : A. P.", "Fuente: la feria", "Fonte: a feira", "Перевод: А. С.", "출처 : 박람회",
    "出典：見本市",
    "【授权转载自某刊】", "(The list goes on next week)", "Which of these would you buy?",
    "Подготовила А. М.",
  ])
  func keepsAsTrailer(_ line: String) {
    let outline = parts(
      of: [
        "Three things from the fair of 2021",
        "It was held on the quay, in the rain, and nobody wanted to go home before the last train.",
      ] + Self.items + [line])
    #expect(outline.items.map(\.body.count) == [1, 1, 1])
    #expect(outline.trailer.count == 1)
    #expect(outline.drops.isEmpty)
  }

  @Test(arguments: ["Conclusion", "结语", "Fazit", "まとめ", "Заключение"])
  func endsTheItemsAtAClosingHeading(_ heading: String) {
    let outline = parts(
      of: [
        "Three things from the fair of 2021"
      ] + Self.items + [
        heading,
        "All of them will be at the next fair again, and so shall we, with a larger umbrella.",
      ])
    #expect(outline.items.map(\.body.count) == [1, 1, 1])
    #expect(outline.trailer.count == 1)
  }

  @Test func dropsTheCommentsAndAllBelow() {
    let outline = parts(
      of: ["Three things from the fair of 2021"] + Self.items + [
        "3 Comments", "gridnerd", "1. yes 2. no 3. maybe",
        "A guest wrote that the second one is the best of the three.",
      ])
    #expect(outline.items.count == 3)
    #expect(outline.trailer.isEmpty)
    #expect(outline.drops.count == 4)
  }
}
