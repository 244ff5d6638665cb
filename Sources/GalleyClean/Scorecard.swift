/// Points for and against joining, in hundredths of a natural logarithm of the odds.
enum Scorecard {
  static func score(_ reading: Reading) -> Int {
    var sum = ScorecardTable.base
    for term in ScorecardTable.terms { sum += term.points(reading) }
    return sum
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

    func points(_ reading: Reading) -> Int {
      let row = Int(reading[first.rawValue])
      guard let second else { return Int(table[row]) }
      return Int(table[row * second.size + Int(reading[second.rawValue])])
    }
  }
}
