internal import GalleyModel

/// A block for each line of a plain text that is not blank.
func readText(_ decoded: Decoded) -> Blocks {
  let text = decoded.text
  var items: [Block] = []
  items.reserveCapacity(text.count / 64)
  var at = 0
  var blanks = 0
  while at < text.count {
    let end = text[at...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    let line = text.trimmed(at..<end)
    if line.isEmpty {
      blanks += 1
    } else {
      items.append(Block(kind: .line, text: line, blanksBefore: blanks))
      blanks = 0
    }
    at = end + 1
  }
  return Blocks(
    format: .text, encoding: decoded.encoding, text: text, items: items, origins: [decoded.origin],
    diagnostics: decoded.diagnostics)
}
