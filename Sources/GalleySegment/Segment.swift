package import GalleyModel

/// Clean paragraphs to the parts of a list article.
package func segment(_ cleaned: Cleaned) -> Outline {
  var outline = Outline()
  outline.preface = cleaned.paragraphs.map(\.text)
  return outline
}
