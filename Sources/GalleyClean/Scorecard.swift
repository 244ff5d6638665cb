/// Points for and against joining, in hundredths of a natural logarithm of the odds.
enum Scorecard {
  static func score(_ reading: Reading) -> Int {
    scoreWithoutAdjacency(reading) + pointsOfAdjacency(reading)
  }

  /// The sum of all terms in which what stands side by side elsewhere has no part.
  static func scoreWithoutAdjacency(_ reading: Reading) -> Int {
    ScorecardTable.base + withoutAdjacency.points(reading)
  }

  /// The sum of the others.
  static func pointsOfAdjacency(_ reading: Reading) -> Int { withAdjacency.points(reading) }

  private static let withoutAdjacency = FlatTerms(ScorecardTable.terms.filter { !$0.isOfAdjacency })
  private static let withAdjacency = FlatTerms(ScorecardTable.terms.filter(\.isOfAdjacency))

  /// Several terms with their tables one after the other in a single array.
  private struct FlatTerms {
    private struct Term {
      var first: UInt8
      var second: UInt8
      /// Of the table.
      var columns: UInt8
      /// 1, or 0 where there is one signal alone: a product in place of a branch.
      var hasSecond: UInt8
      var start: Int32
    }

    private var terms: [Term] = []
    private var points: [Int16] = []

    init(_ terms: [Scorecard.Term]) {
      for term in terms {
        self.terms.append(
          Term(
            first: UInt8(term.first.rawValue), second: UInt8((term.second ?? term.first).rawValue),
            columns: UInt8(term.second?.size ?? 1), hasSecond: term.second == nil ? 0 : 1,
            start: Int32(points.count)))
        points += term.table
      }
    }

    func points(_ reading: Reading) -> Int {
      // As a span: an index into the inline array copies all of it.
      let reading = reading.span
      var sum = 0
      for term in terms {
        let row = Int(reading[Int(term.first)]) &* Int(term.columns)
        let column = Int(reading[Int(term.second)]) &* Int(term.hasSecond)
        sum &+= Int(points[Int(term.start) &+ row &+ column])
      }
      return sum
    }
  }

  /// Points by the bucket of one signal, or by those of two.
  struct Term {
    var first: Signal
    var second: Signal?
    /// A row for each bucket of `first`, in it a column for each of `second`.
    var table: [Int16]

    init(_ first: Signal, _ table: [Int16]) {
      self.first = first
      self.table = table
    }

    init(_ first: Signal, _ second: Signal, _ table: [Int16]) {
      self.first = first
      self.second = second
      self.table = table
    }

    var isOfAdjacency: Bool { first == .adjacent || second == .adjacent }

    func points(_ reading: Reading) -> Int {
      let row = Int(reading[first.rawValue])
      guard let second else { return Int(table[row]) }
      return Int(table[row * second.size + Int(reading[second.rawValue])])
    }
  }
}
