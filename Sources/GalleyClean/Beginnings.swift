/// Lines whose beginnings the document repeats: headings that it counts, and fields.
struct Beginnings {
  private var heads = CountedHeads()
  private var fields = FieldLines()

  var countedHeads: [Int] { heads.lines }
  var fieldLines: [Int] { fields.lines }

  /// Lines come in order.
  mutating func add(_ line: Line, at index: Int, of bytes: [UInt8]) {
    heads.add(line, at: index, of: bytes)
    fields.add(line, at: index, of: bytes)
  }
}

/// Lines that say something once there are three of them.
struct ThirdTime {
  private var count = 0
  private var first = 0
  private var second = 0

  var isEmpty: Bool { count == 0 }

  /// Adds the first three to `known` with the third, and every one after it.
  mutating func add(_ line: Int, to known: inout [Int]) {
    switch count {
    case 0: first = line
    case 1: second = line
    case 2: known += [first, second, line]
    default: known.append(line)
    }
    count += 1
  }
}
