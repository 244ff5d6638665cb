extension Range<Int> {
  /// The first index of which `belongs` holds, where it holds of none before and of all after; the
  /// upper bound where it holds of none. By halves.
  @inlinable
  package func partitioningIndex(where belongs: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
