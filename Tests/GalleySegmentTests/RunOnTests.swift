import GalleyModel
import Testing

@testable import GalleySegment

/// Marks inside of paragraphs that count on.
@Suite struct RunOnTests {
  /// The values of the longest run in a paragraph with other text before it and behind.
  private func run(_ paragraph: String) -> [Int] {
    let text = document("The sea\n\(paragraph)\nAnd the land, with all that stands on it today.")
    return runOn(survey(text, with: .builtin), from: 0).map(\.value)
  }

  private static let english = "in the year 2019 the crew of 12 saw 30 rotors, and went on"
  private static let chinese = "海水流过工厂和道路，城市在2019年用去12个电网的能源，研究者测试新材料"

  /// Marks with words between them, each behind other text of all lengths, so that they stand at
  /// every place of the bytes that are looked at together.
  @Test(arguments: [
    ["1) Paper cells", "2) Quiet rotors", "3) Warm stones"],
    ["step 1: cells", "step 2: rotors", "step 3: stones"],
    ["Trend 1: Cells", "Trend 2: Rotors", "Trend 3: Stones"],
    ["One: Paper cells", "Two: Quiet rotors", "Three: Warm stones"],
    ["Первое место: Cells", "Второе место: Rotors", "Третье место: Stones"],
    ["I. Paper cells", "II. Quiet rotors", "III. Warm stones"],
    ["① Paper cells", "② Quiet rotors", "③ Warm stones"],
    ["(1) Paper cells", "(2) Quiet rotors", "(3) Warm stones"],
  ])
  func countsAmongWords(_ marks: [String]) {
    for padding in 0..<34 {
      let between = " " + String(repeating: "e", count: padding) + " " + Self.english + ". "
      #expect(run("Now" + between + marks.joined(separator: between) + ".") == [1, 2, 3])
    }
  }

  @Test(arguments: [
    ["一、纸电池", "二、静转子", "三、热石头"], ["（一）纸电池", "（二）静转子", "（三）热石头"],
    ["趋势一：纸电池", "趋势二：静转子", "趋势三：热石头"], ["第一条纸电池", "第二条静转子", "第三条热石头"],
    ["第一名：纸电池", "第二名：静转子", "第三名：热石头"], ["一章纸电池", "二章静转子", "三章热石头"],
    ["㈠纸电池", "㈡静转子", "㈢热石头"], ["１、纸电池", "２、静转子", "３、热石头"],
    ["१. 纸电池", "2. 静转子", "३. 热石头"],
  ])
  func countsAmongCharacters(_ marks: [String]) {
    for padding in 0..<12 {
      let between = "。" + String(repeating: "新", count: padding) + Self.chinese + "。"
      #expect(run(Self.chinese + between + marks.joined(separator: between) + "。") == [1, 2, 3])
    }
  }

  @Test(arguments: [
    english + ", and 2 of 3 of them turned. " + english + ".",
    chinese + "，新一代的城市。" + chinese + "，之三的能源。",
    "First, " + english + ". Second, " + english + ". Third, " + english + ".",
    "一是" + chinese + "。二是" + chinese + "。三是" + chinese + "。",
    "Two: " + english + ". Three: " + english + ".",
  ])
  func proseHasNoRun(_ paragraph: String) { #expect(run(paragraph).count < 2) }

  @Test func signsRepeat() {
    let parts = ["종이 전지", "조용한 회전자", "따뜻한 돌"].map { "△" + $0 }
    #expect(run("올해의 기술로 " + parts.joined(separator: " ") + " 등이 뽑혔다고 밝혔다.") == [0, 0, 0])
  }
}
