internal import GalleyModel

/// Repairs of characters, as edits over the text. A text that needs none is only scanned.
///
/// Each pass works on what the one before made: mis-decoded text first, then entities, then single
/// characters.
func repairCharacters(_ text: [UInt8]) -> [Edit] {
  let suspects = scanCharacters(text.span)
  if suspects.isEmpty { return [] }
  var edits: [Edit] = []
  var current = text
  func run(_ pass: ([UInt8]) -> [Edit]) {
    let found = pass(current)
    if found.isEmpty { return }
    let after = apply(found, to: current).text
    edits = compose(edits, found, of: current)
    current = after
  }
  if suspects.contains(.mojibake) {
    run(repairLegacyLines)
    // Some text went through the mistake twice.
    for _ in 0..<2 { run(repairSequences) }
  }
  if suspects.contains(.entity) { run(decodeEntities) }
  run(repairScalars)
  return edits
}
