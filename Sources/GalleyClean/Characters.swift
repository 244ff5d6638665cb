internal import GalleyModel

/// Repairs of single characters, as edits over the text.
func repairCharacters(_ text: [UInt8]) -> [Edit] {
  []
}
