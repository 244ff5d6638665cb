internal import GalleyModel

/// What a user types, as the full-text index takes it: every word must occur, `"…"` is a phrase, a
/// final `*` matches the words that begin so. Nothing a user types is an error.
func matchExpression(_ query: String) -> String? {
  let text = Array(query.utf8)
  var parts: [String] = []
  for (index, quoted) in query.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
  {
    // Between the first and the second quotation mark, the third and the fourth: a phrase.
    let pieces =
      index % 2 == 1 ? [quoted] : quoted.split { $0.isWhitespace }
    parts += pieces.flatMap { terms(Array($0.utf8), isPhrase: index % 2 == 1) }
  }
  return text.isEmpty || parts.isEmpty ? nil : parts.joined(separator: " ")
}

/// A phrase of each stretch of a piece that is written in scripts of one kind.
private func terms(_ piece: [UInt8], isPhrase: Bool) -> [String] {
  if isPhrase { return phrase(piece[...], isPrefix: false).map { [$0] } ?? [] }
  var terms: [String] = []
  var at = 0
  while at < piece.count {
    let isUnspaced = isUnspaced(piece.scalar(at: at).value)
    let end = run(of: { GalleyIndex.isUnspaced($0) == isUnspaced }, in: piece, from: at)
    let isPrefix = !isUnspaced && end == piece.count && piece.last == UInt8(ascii: "*")
    if let term = phrase(piece[at..<end], isPrefix: isPrefix) { terms.append(term) }
    at = end
  }
  return terms
}

private func phrase(_ text: ArraySlice<UInt8>, isPrefix: Bool) -> String? {
  var tokens: [Token] = []
  forEachToken(in: Array(text)) { token in
    tokens.append(token)
    return true
  }
  // The last character alone is in every longer run as the end of a pair.
  let isUnspaced = tokens.last.map { GalleyIndex.isUnspaced($0.text.scalar(at: 0).value) } ?? false
  let isSingle = isUnspaced && tokens.count == 1
  if isUnspaced, !isSingle { tokens.removeLast() }
  if tokens.isEmpty { return nil }
  let words = tokens.map { "\"" + String(decoding: $0.text, as: UTF8.self) + "\"" }
  return words.joined(separator: " + ") + (isPrefix || isSingle ? " *" : "")
}
