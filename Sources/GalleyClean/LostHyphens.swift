internal import GalleyModel

/// What some readers of PDF give for a hyphen at a line's end.
let lostHyphen: UInt32 = 0xFFFE

/// Repairs U+FFFE that stands for a hyphen: gone where it divided a
/// word, a hyphen where a capital or a digit follows. At a line's end the joins decide.
func repairLostHyphens(_ text: [UInt8]) -> [Edit] {
  var edits: [Edit] = []
  var at = 0
  while let start = text[at...].firstIndex(of: 0xEF) {
    at = start + 1
    guard start + 2 < text.count, text[start + 1] == 0xBF, text[start + 2] == 0xBE else { continue }
    let next = text.scalar(at: start + 3).value
    if next == 0 || Scalar.isSpace(next) { continue }
    let isHyphen = Letters.isUpper(next) || Scalar.isDigit(next)
    edits.append(
      Edit(.joinHyphen, start..<start + 3, isHyphen ? [UInt8(ascii: "-")] : []))
  }
  return edits
}
