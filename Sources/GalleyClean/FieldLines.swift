internal import GalleyModel

/// Lines that open with a label which three of them and more have: `成熟期：`, `【概要】`.
struct FieldLines {
  private var places: [(key: UInt64, line: Int)] = []

  private static let leastTimes = 3

  /// Label by label.
  var lines: [Int] {
    var out: [Int] = []
    let sorted = places.sorted { $0 < $1 }
    var first = 0
    for index in sorted.indices
    where index + 1 == sorted.count || sorted[index + 1].key != sorted[first].key {
      if index + 1 - first >= Self.leastTimes { out += sorted[first...index].map(\.line) }
      first = index + 1
    }
    return out
  }

  mutating func add(_ line: Line, at index: Int, of bytes: [UInt8]) {
    guard line.marker == .label || line.isBracketed, let key = key(of: line, bytes) else { return }
    places.append((key, index))
  }

  /// Of the label up to its colon or its closing bracket; nil for a line without one.
  private func key(of line: Line, _ bytes: [UInt8]) -> UInt64? {
    let isBracketed = line.isBracketed
    var hash = WordHash()
    var at = line.text.lowerBound
    let end = min(line.text.upperBound, line.text.lowerBound + 96)
    while at < end {
      let run = addPlainLetters(at..<end, bytes, &hash)
      at = run.end
      if at >= end { break }
      let scalar = bytes.scalar(at: at)
      if isBracketed ? scalar.value == 0x3011 : Letters.isColon(scalar.value) { return hash.value }
      hash.add(scalar.value)
      at += max(1, scalar.length)
    }
    return nil
  }
}

extension Line {
  /// 【 is the only mark that opens a label.
  fileprivate var isBracketed: Bool { first == 0x3010 }
}
