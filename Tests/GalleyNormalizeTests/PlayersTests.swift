import GalleyModel
import Testing

@testable import GalleyNormalize

private func read(_ lines: [String], label: String? = "Key players") -> [Record.Player] {
  var draft = Draft()
  draft.addField("players", label: label, lines)
  return draft.normalized.sections[0].players
}

@Suite struct PlayersTests {
  @Test(arguments: [
    ("谷歌、Meta、OpenAI", ["谷歌", "Meta", "OpenAI"]),
    ("谷歌，百度；清华大学", ["谷歌", "百度", "清华大学"]),
    ("谷歌、百度和清华大学", ["谷歌", "百度", "清华大学"]),
    ("清华大学与北京大学", ["清华大学", "北京大学"]),
    ("谷歌、百度以及微软等", ["谷歌", "百度", "微软"]),
    ("谷歌、百度等公司。", ["谷歌", "百度"]),
    ("中国科学技术大学、埃及大学", ["中国科学技术大学", "埃及大学"]),
    ("和铂医药", ["和铂医药"]),
    ("共和新材", ["共和新材"]),
    ("福泰制药（Vertex Pharmaceuticals, Inc.）、蓝鸟", ["福泰制药（Vertex Pharmaceuticals, Inc.）", "蓝鸟"]),
    ("Alpha | Beta ¦ Gamma", ["Alpha", "Beta", "Gamma"]),
    ("Alpha / Beta / Gamma", ["Alpha", "Beta", "Gamma"]),
    ("Alpha/Beta", ["Alpha", "Beta"]),
    ("阿尔法/贝塔", ["阿尔法", "贝塔"]),
    ("Alpha • Beta • Gamma", ["Alpha", "Beta", "Gamma"]),
    ("Alpha · Beta", ["Alpha", "Beta"]),
    ("Alpha, Beta, and Gamma", ["Alpha", "Beta", "Gamma"]),
    ("Alpha, Beta and Gamma", ["Alpha", "Beta", "Gamma"]),
    ("Alpha and Beta", ["Alpha", "Beta"]),
    ("Alpha, Beta, etc.", ["Alpha", "Beta"]),
    ("Alpha, Beta and others", ["Alpha", "Beta"]),
    ("Alpha, Beta…", ["Alpha", "Beta"]),
    ("Alpha, Inc., Beta Ltd., Gamma Co., Ltd.", ["Alpha, Inc.", "Beta Ltd.", "Gamma Co., Ltd."]),
    ("Alpha; University of Beta, Gamma; Delta", ["Alpha", "University of Beta, Gamma", "Delta"]),
    ("Johnson & Johnson", ["Johnson & Johnson"]),
    ("Alpha, Johnson & Johnson", ["Alpha", "Johnson & Johnson"]),
    ("Alpha, Beta & Gamma", ["Alpha", "Beta", "Gamma"]),
    (
      "Alpha, National Institute of Standards and Technology",
      [
        "Alpha", "National Institute of Standards and Technology",
      ]
    ),
    ("Alpha, Beta & Sons", ["Alpha", "Beta & Sons"]),
    ("Alpha, Beta and Gamma & Delta", ["Alpha", "Beta", "Gamma & Delta"]),
    ("AT&T, IBM", ["AT&T", "IBM"]),
    ("Alpha, Beta, Gamma.", ["Alpha", "Beta", "Gamma"]),
    ("Alpha (with Beta, Gamma), Delta", ["Alpha (with Beta, Gamma)", "Delta"]),
    ("Alpha, Beta und Gamma", ["Alpha", "Beta", "Gamma"]),
    ("Alpha, Beta u. a.", ["Alpha", "Beta"]),
    ("Alpha, Beta et Gamma", ["Alpha", "Beta", "Gamma"]),
    ("Alpha, Beta, entre autres", ["Alpha", "Beta"]),
    ("Alpha, Beta y Gamma", ["Alpha", "Beta", "Gamma"]),
    ("Alpha, Beta e Gamma", ["Alpha", "Beta", "Gamma"]),
    ("Альфа, Бета и Гамма", ["Альфа", "Бета", "Гамма"]),
    ("Альфа, Бета и др.", ["Альфа", "Бета"]),
    ("フォーム・エナジー、ベータなど", ["フォーム・エナジー", "ベータ"]),
    ("アルファとベータ", ["アルファ", "ベータ"]),
    ("구글, 애플 및 삼성", ["구글", "애플", "삼성"]),
    ("구글과 애플", ["구글", "애플"]),
    ("구글, 애플 등", ["구글", "애플"]),
    ("", []),
  ])
  func names(_ value: String, expected: [String]) {
    #expect(read([value]).map(\.text) == expected)
  }

  @Test(arguments: [
    (["Alpha", "Beta Inc."], ["Alpha", "Beta Inc."]),
    (["• Alpha", "• Beta"], ["Alpha", "Beta"]),
    (["- Alpha", "- University of Beta, Gamma"], ["Alpha", "University of Beta, Gamma"]),
    (["Alpha, Beta,", "Gamma"], ["Alpha", "Beta", "Gamma"]),
    (["甲公司、乙公司", "丙大学等"], ["甲公司", "乙公司", "丙大学"]),
  ])
  func lines(_ value: [String], expected: [String]) {
    #expect(read(value).map(\.text) == expected)
  }

  @Test func glosses() {
    let players = read(["福泰制药（Vertex Pharmaceuticals）、基因泰克（Genentech、GNE）、谷歌（）、(Alpha) Beta"])
    #expect(players.map(\.name) == ["福泰制药", "基因泰克", "谷歌", "(Alpha) Beta"])
    #expect(players.map(\.aliases) == [["Vertex Pharmaceuticals"], ["Genentech", "GNE"], [], []])
    #expect(players[0].text == "福泰制药（Vertex Pharmaceuticals）")
  }

  @Test(
    arguments: [
      ("主要参与者", .participant), ("主要研究者", .researcher), ("主要研究机构", .organization),
      ("Key researchers", .researcher), ("Ведущие компании", .organization), ("研究者", .researcher),
      ("Companies", .organization), ("Wichtige Akteure", .participant),
    ] as [(String, Record.Player.Role)])
  func roles(_ label: String, role: Record.Player.Role) {
    #expect(read(["Alpha"], label: label).map(\.role) == [role])
  }
}
