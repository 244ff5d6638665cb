// Written by Scripts/measure-rules.

extension Rule {
  /// How often the rule is right: its measured precision on the development corpora, the lower
  /// bound of the 95 % Wilson interval. White space is changed with certainty; rules that no corpus
  /// judges have a cautious figure.
  public var confidence: Double {
    switch self {
    case .control: 0.938
    case .entity: 0.931
    case .halfwidthKana: 0.978
    case .invisible: 0.992
    case .ligature: 0.701
    case .mojibake: 0.997
    case .composition: 0.998
    case .radical: 0.974
    case .space: 0.964
    case .pageNumber: 0.907
    case .runningHead: 0.950
    case .joinCut: 0.831
    case .dropCap: 0.566
    case .joinNumber: 0.865
    case .joinHyphen: 0.994
    case .joinWrap: 0.987
    case .lineEnd, .pageBreak, .blankLines, .indent, .trailingSpace: 1
    default: 0.9
    }
  }

  /// How many of the rule's edits the corpora could judge, and how many of them were right; nil for
  /// rules that none judges.
  public var judged: (right: Int, of: Int)? {
    switch self {
    case .control: (58, 58)
    case .entity: (52, 52)
    case .halfwidthKana: (167, 167)
    case .invisible: (466, 466)
    case .ligature: (9, 9)
    case .mojibake: (1481, 1481)
    case .composition: (1934, 1934)
    case .radical: (146, 146)
    case .space: (102, 102)
    case .pageNumber: (351, 375)
    case .runningHead: (597, 617)
    case .joinCut: (180, 204)
    case .dropCap: (5, 5)
    case .joinNumber: (121, 131)
    case .joinHyphen: (1431, 1434)
    case .joinWrap: (11664, 11796)
    default: nil
    }
  }
}
