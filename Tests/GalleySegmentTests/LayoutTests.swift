import Testing

@testable import GalleySegment

/// More layouts, each a line of headings over the same kind of body.
@Suite struct LayoutTests {
  struct Headings: Sendable, CustomTestStringConvertible {
    var printed: [String]
    var read: [String]
    var testDescription: String { printed[0] }
  }

  /// Headings over paragraphs, with a title that announces them.
  @Test(arguments: headings) func reads(_ sample: Headings) {
    let bodies = sample.printed.indices.map {
      "Paragraph \($0) goes on for long enough to be told from a heading, and it ends with a stop."
    }
    let lines = zip(sample.printed, bodies).flatMap { [$0, $1] }
    let source =
      ([
        "A list of things from this year's fair",
        "It was held on the quay, in the rain, and nobody wanted to go home before the last train.",
      ] + lines)
      .joined(separator: "\n")
    let cleaned = document(source)
    let items = render(segment(cleaned), of: cleaned).filter { !["T", "P"].contains($0.prefix(1)) }
    #expect(items == zip(sample.read, bodies).flatMap { [$0, "B " + $1] })
  }

  static let headings: [Headings] = [
    Headings(
      printed: ["TOP1 会飞的船", "TOP2 会跑的树", "TOP3 会唱的门"],
      read: ["1 TOP1 会飞的船", "2 TOP2 会跑的树", "3 TOP3 会唱的门"]),
    Headings(
      printed: ["NO. 01 会飞的船", "NO. 02 会跑的树", "NO. 03 会唱的门"],
      read: ["1 NO. 01 会飞的船", "2 NO. 02 会跑的树", "3 NO. 03 会唱的门"]),
    Headings(
      printed: ["事件一：会飞的船", "事件二：会跑的树", "事件三：会唱的门"],
      read: ["1 事件一 会飞的船", "2 事件二 会跑的树", "3 事件三 会唱的门"]),
    Headings(
      printed: ["【1】会飞的船", "【2】会跑的树", "【3】会唱的门"],
      read: ["1 【1】 会飞的船", "2 【2】 会跑的树", "3 【3】 会唱的门"]),
    Headings(
      printed: ["（一）会飞的船", "（二）会跑的树", "（三）会唱的门"],
      read: ["1 （一） 会飞的船", "2 （二） 会跑的树", "3 （三） 会唱的门"]),
    Headings(
      printed: ["3위. 하늘을 나는 배", "2위. 달리는 나무", "1위. 노래하는 문"],
      read: ["3 3위 하늘을 나는 배", "2 2위 달리는 나무", "1 1위 노래하는 문"]),
    Headings(
      printed: ["Тренд 1. Летающая лодка", "Тренд 2. Поющая дверь", "Тренд 3. Тёплый камень"],
      read: ["1 Тренд 1 Летающая лодка", "2 Тренд 2 Поющая дверь", "3 Тренд 3 Тёплый камень"]),
    Headings(
      printed: ["1.- La barca que vuela", "2.- La puerta que canta", "3.- La piedra tibia"],
      read: ["1 1 La barca que vuela", "2 2 La puerta que canta", "3 3 La piedra tibia"]),
    Headings(
      printed: [
        "1º lugar: O barco que voa", "2º lugar: A porta que canta", "3º lugar: A pedra morna",
      ],
      read: [
        "1 1º lugar O barco que voa", "2 2º lugar A porta que canta", "3 3º lugar A pedra morna",
      ]),
    Headings(
      printed: [
        "Tendance n° 1 : Le bateau volant", "Tendance n° 2 : La porte qui chante",
        "Tendance n° 3 : La pierre tiède",
      ],
      read: [
        "1 Tendance n° 1 Le bateau volant", "2 Tendance n° 2 La porte qui chante",
        "3 Tendance n° 3 La pierre tiède",
      ]),
    Headings(
      printed: ["#1: The flying boat", "#2: The singing door", "#3: The warm stone"],
      read: ["1 #1 The flying boat", "2 #2 The singing door", "3 #3 The warm stone"]),
    Headings(
      printed: ["## 1. The flying boat", "## 2. The singing door", "## 3. The warm stone"],
      read: ["1 1 The flying boat", "2 2 The singing door", "3 3 The warm stone"]),
    Headings(
      printed: ["1 — The flying boat", "2 — The singing door", "3 — The warm stone"],
      read: ["1 1 The flying boat", "2 2 The singing door", "3 3 The warm stone"]),
    Headings(
      printed: ["1 | The flying boat", "2 | The singing door", "3 | The warm stone"],
      read: ["1 1 The flying boat", "2 2 The singing door", "3 3 The warm stone"]),
    Headings(
      printed: ["10: The flying boat", "9: The singing door", "8: The warm stone"],
      read: ["10 10 The flying boat", "9 9 The singing door", "8 8 The warm stone"]),
    Headings(
      printed: [
        "A01:2021 – The flying boat", "A02:2021 – The singing door", "A03:2021 – The warm stone",
      ],
      read: [
        "1 A01:2021 The flying boat", "2 A02:2021 The singing door", "3 A03:2021 The warm stone",
      ]),
    Headings(
      printed: ["1、5G 的船", "2、3D 打印的门", "3、6轴机械臂"],
      read: ["1 1 5G 的船", "2 2 3D 打印的门", "3 3 6轴机械臂"]),
    Headings(
      printed: ["1️⃣ The flying boat", "2️⃣ The singing door", "3️⃣ The warm stone"],
      read: ["1 1️⃣ The flying boat", "2 2️⃣ The singing door", "3 3️⃣ The warm stone"]),
    Headings(
      printed: [
        "Platz 3: Das fliegende Boot", "Platz 2: Die singende Tür", "Platz 1: Der warme Stein",
      ],
      read: [
        "3 Platz 3 Das fliegende Boot", "2 Platz 2 Die singende Tür", "1 Platz 1 Der warme Stein",
      ]),
    Headings(
      printed: ["01/03 The flying boat", "02/03 The singing door", "03/03 The warm stone"],
      read: ["1 01/03 The flying boat", "2 02/03 The singing door", "3 03/03 The warm stone"]),
  ]
}
