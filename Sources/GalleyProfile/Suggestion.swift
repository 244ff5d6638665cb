/// The candidate that `word` is most likely a misspelling of: at most a third of it differs, or two
/// characters of a short word.
package func nearest(to word: String, among candidates: [String]) -> String? {
  let length = word.unicodeScalars.count
  let limit = length < 4 ? 1 : max(2, length / 3)
  return
    candidates
    .map { (distance: editDistance(word, $0, limit: limit), word: $0) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
}

/// How many scalars must be inserted, removed, replaced or swapped with their neighbour; something
/// above `limit` where it is more than that.
func editDistance(_ a: String, _ b: String, limit: Int) -> Int {
  let a = Array(a.unicodeScalars)
  let b = Array(b.unicodeScalars)
  if abs(a.count - b.count) > limit { return limit + 1 }
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    before = last
    last = row
  }
  return last[b.count]
}
