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
