internal import GalleyModel

/// A scalar, and the bytes of the text that it stands for.
struct Token: Equatable {
  var scalar: UInt32
  var range: Range<Int>
}

/// The scalars of a part of a text.
func readTokens(_ range: Range<Int>, of text: [UInt8]) -> [Token] {
  var tokens: [Token] = []
  tokens.reserveCapacity(range.count)
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text.scalar(at: at)
    tokens.append(Token(scalar: scalar.value, range: at..<at + scalar.length))
    at += scalar.length
  }
  return tokens
}

/// The edits that make the text what the tokens say. Tokens that changed side by side are one edit.
func edits(_ rule: Rule, from tokens: [Token], of text: [UInt8]) -> [Edit] {
  var edits: [Edit] = []
  var start: Int?
  var replacement: [UInt8] = []
  func close(at end: Int) {
    if let low = start { edits.append(Edit(rule, low..<end, replacement)) }
    start = nil
    replacement = []
  }
  for token in tokens {
    let scalar = text.scalar(at: token.range.lowerBound)
    let isSame = scalar.value == token.scalar && scalar.length == token.range.count
    if isSame {
      close(at: token.range.lowerBound)
    } else {
      if start == nil { start = token.range.lowerBound }
      replacement += utf8(token.scalar)
    }
  }
  if let last = tokens.last { close(at: last.range.upperBound) }
  return edits
}
