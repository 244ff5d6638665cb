internal import GalleyModel

/// The labels of a document that came before. A list has the same few in each of its items, and what
/// they stand for is looked up once.
struct SeenLabels {
  struct Label {
    var text: Range<Int>
    /// Of the folded label.
    var hash: UInt64
    /// From 0, equal for equal hashes.
    var id: Int
    var word: LabelWord?
  }

  /// By their ids, the first of them.
  private var first: [UInt64] = []
  /// The ids of all others.
  private var others: [UInt64: Int] = [:]
  /// The latest different ones that stood before a colon.
  private var latest: [Label] = []
  /// The one of them that is given up next.
  private var oldest = 0

  /// As many labels as most lists have. More of them are names, which do not come back.
  private static let reach = 8

  /// How many different labels there are.
  var count: Int { first.count + others.count }

  mutating func id(of hash: UInt64) -> Int {
    if let id = first.firstIndex(of: hash) ?? others[hash] { return id }
    let id = count
    if first.isEmpty { first.reserveCapacity(SeenLabels.reach) }
    if first.count < SeenLabels.reach { first.append(hash) } else { others[hash] = id }
    return id
  }

  /// One that stood before a colon, with the same bytes.
  func find(_ label: Range<Int>, in text: [UInt8]) -> Label? {
    for seen in latest where seen.text.count == label.count {
      var length = 0
      let (a, b) = (seen.text.lowerBound, label.lowerBound)
      // The later one is the nearer to the text's end.
      while length + 8 <= label.count, b + length + 8 <= text.count,
        Word.load(text.span, a + length) == Word.load(text.span, b + length)
      {
        length += 8
      }
      while length < label.count, text[a + length] == text[b + length] { length += 1 }
      if length == label.count { return seen }
    }
    return nil
  }

  mutating func remember(_ label: Label) {
    if latest.isEmpty { latest.reserveCapacity(SeenLabels.reach) }
    if latest.count < SeenLabels.reach {
      latest.append(label)
    } else {
      latest[oldest] = label
      oldest = (oldest + 1) % SeenLabels.reach
    }
  }
}
