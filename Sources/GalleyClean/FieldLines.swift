internal import GalleyModel

/// Lines that open with a label which three of them and more have: `成熟期：`, `【概要】`.
struct FieldLines {
  private(set) var lines: [Int] = []
  private var labels: [UInt64: ThirdTime] = [:]

  mutating func add(_ line: Line, at index: Int, of bytes: [UInt8]) {
    guard line.marker == .label || line.isBracketed, let key = key(of: line, bytes) else { return }
    labels[key, default: ThirdTime()].add(index, to: &lines)
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
