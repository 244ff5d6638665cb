internal import GalleyModel

/// The blocks of a page.
func readHTML(_ decoded: Decoded) -> Blocks {
  readText(decoded)
}
