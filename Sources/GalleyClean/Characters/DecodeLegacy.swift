/// The whole of `tokens` as `misreading` says it was written; nil where that is not possible.
/// A character that no byte was read as stays: it came into the text later.
func decodeLegacy(_ tokens: [Token], _ misreading: Misreading) -> [Token]? {
  guard let page = misreading.page else { return nil }
  if let written = misreading.writtenPage { return decode(tokens, page, written) }
  guard let encoding = misreading.writtenEncoding else { return nil }
  return decode(tokens, page, encoding)
}

private func decode(
  _ tokens: [Token], _ page: SingleByteEncoding, _ written: SingleByteEncoding
) -> [Token]? {
  var decoded = tokens
  for index in tokens.indices where tokens[index].scalar >= 0x80 {
    guard tokens[index].scalar != 0xFFFD, let byte = page.byte(tokens[index].scalar) else {
      continue
    }
    guard let scalar = written.scalar(byte) else { return nil }
    decoded[index].scalar = scalar
  }
  return decoded
}

private func decode(
  _ tokens: [Token], _ page: SingleByteEncoding, _ encoding: MultiByteEncoding
) -> [Token]? {
  guard let converter = ByteConverter(from: encoding.name, to: "UTF-8") else { return nil }
  var decoded: [Token] = []
  var at = 0
  while at < tokens.count {
    // The bytes up to the next character that was none.
    var bytes: [UInt8] = []
    let start = at
    while at < tokens.count, tokens[at].scalar != 0xFFFD, let byte = page.byte(tokens[at].scalar) {
      bytes.append(byte)
      at += 1
    }
    var done = 0
    while done < bytes.count {
      guard let length = encoding.length(at: done, of: bytes), done + length <= bytes.count
      else { return nil }
      let unit = tokens[start + done..<start + done + length]
      if bytes[done] < 0x80 {
        decoded += unit
      } else {
        guard let text = converter.convert(Array(bytes[done..<done + length])) else { return nil }
        append(text, unit, to: &decoded)
      }
      done += length
    }
    if at < tokens.count {
      decoded.append(tokens[at])
      at += 1
    }
  }
  return decoded
}

/// Adds the scalars of `text`, the first of which stands for all of the bytes of `unit`.
func append(
  _ scalars: some Sequence<UInt32>, _ unit: ArraySlice<Token>, to decoded: inout [Token]
) {
  guard let first = unit.first, let last = unit.last else { return }
  var range = first.range.lowerBound..<last.range.upperBound
  for scalar in scalars {
    decoded.append(Token(scalar: scalar, range: range))
    range = range.upperBound..<range.upperBound
  }
}

private func append(_ text: [UInt8], _ unit: ArraySlice<Token>, to decoded: inout [Token]) {
  append(String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value), unit, to: &decoded)
}
