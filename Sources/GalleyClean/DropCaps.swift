internal import GalleyModel

extension Boundaries {
  /// A capital alone on its line, set large in print, and the rest of its word on the next.
  func isDropCap(_ index: Int) -> Bool {
    let capital = lines[index - 1]
    let rest = lines[index]
    guard capital.width <= 2, rest.opening == .lower, rest.width > 20,
      capital.kind == .line, rest.kind == .line
    else { return false }
    let shape = capital.shape(in: bytes)
    guard shape.letters == 1, shape.capitals == 1, shape.digits == 0 else { return false }
    let letter = bytes.scalar(before: capital.text.upperBound)
    guard Letters.isUpper(letter.value),
      let word = nextWord(in: bytes, from: rest.text.lowerBound, to: rest.text.upperBound),
      word.start == rest.text.lowerBound
    else { return false }
    let start = capital.text.upperBound - letter.length
    let whole = hashOfWord([start..<capital.text.upperBound, word.start..<word.end], in: bytes)
    // "A" may be a word itself: then the next one is a word that the document knows.
    let vocabulary = evidence.vocabulary
    return vocabulary.count(whole) > 0 || vocabulary.count(word.hash) < 3
  }
}
