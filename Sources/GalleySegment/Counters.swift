internal import GalleyModel

/// Counters of slide shows: `(3 of 8)`, `3/8`, `（3 of 8）` behind a title.

/// A marker made of the counter behind the title, nil where there is none.
func trailingCounter(in text: [UInt8], _ line: Range<Int>) -> Marker? {
  guard let counter = counter(in: text, line), counter.outer.lowerBound > line.lowerBound else {
    return nil
  }
  let titleEnd = text.trimmed(line.lowerBound..<counter.outer.lowerBound).upperBound
  return Marker(
    system: .decimal, value: counter.value, shape: .counter, label: counter.inner,
    title: line.lowerBound, titleEnd: titleEnd)
}

/// Takes the counter off the title of a line that has a marker already.
func cutCounter(_ marker: inout Marker, in text: [UInt8]) {
  guard marker.shape != .counter, marker.title < marker.titleEnd,
    let counter = counter(in: text, marker.title..<marker.titleEnd),
    counter.value == marker.value, counter.outer.lowerBound > marker.title
  else { return }
  marker.titleEnd = text.trimmed(marker.title..<counter.outer.lowerBound).upperBound
}

private func counter(in text: [UInt8], _ line: Range<Int>) -> (
  value: Int, inner: Range<Int>, outer: Range<Int>
)? {
  var at = line.upperBound
  guard at > line.lowerBound, mayEndCounter(text[at - 1]) else { return nil }
  let last = text.scalar(before: at)
  let isBracketed = last.value == 0x29 || last.value == 0xFF09 || last.value == 0x5D
  if isBracketed { at -= last.length }
  let innerEnd = at
  guard let total = digitsBefore(&at, in: text, from: line.lowerBound) else { return nil }
  skipSpacesBefore(&at, in: text, from: line.lowerBound)
  if at - 2 > line.lowerBound, text[at - 1] == UInt8(ascii: "f"), text[at - 2] == UInt8(ascii: "o")
  {
    at -= 2
  } else if at - 1 > line.lowerBound, text[at - 1] == UInt8(ascii: "/") {
    at -= 1
  } else {
    return nil
  }
  skipSpacesBefore(&at, in: text, from: line.lowerBound)
  guard let value = digitsBefore(&at, in: text, from: line.lowerBound), value >= 1, value <= total,
    total <= 100
  else { return nil }
  let innerStart = at
  if isBracketed {
    let open = text.scalar(before: at)
    guard open.value == 0x28 || open.value == 0xFF08 || open.value == 0x5B else { return nil }
    at -= open.length
  } else if at > line.lowerBound, !Scalar.isSpace(text.scalar(before: at).value) {
    return nil
  }
  return (value, innerStart..<innerEnd, at..<line.upperBound)
}

/// A digit, `)`, `]`, or the last byte of `）`.
private func mayEndCounter(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10 || byte == 0x29 || byte == 0x5D || byte == 0x89
}

private func digitsBefore(_ at: inout Int, in text: [UInt8], from start: Int) -> Int? {
  var value = 0
  var scale = 1
  let end = at
  while at > start, end - at < 3, (0x30...0x39).contains(text[at - 1]) {
    value += scale * Int(text[at - 1] & 15)
    scale *= 10
    at -= 1
  }
  return at == end ? nil : value
}

private func skipSpacesBefore(_ at: inout Int, in text: [UInt8], from start: Int) {
  while at > start, text[at - 1] == 0x20 { at -= 1 }
}
