package import GalleyModel

/// A source's bytes as valid UTF-8.
///
/// The encoding is the one that was told, or else the first of: a byte order mark; strict UTF-8; UTF-16 by its statistics; UTF-8
/// with a few wrong bytes; the declared label, where it decodes strictly; what the detector says.
package func decode(_ source: Source) throws(ReadError) -> Decoded {
  let bytes = source.bytes
  if bytes.isEmpty { throw .empty }
  guard bytes.contains(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) else { throw .blank }
  if let signature = Signature.find(in: bytes) {
    throw .container(format: signature.format, advice: signature.advice)
  }
  var decoded =
    if let label = source.encoding { try decode(bytes, toldToBe: label) } else {
      try decodeText(bytes)
    }
  guard !decoded.text.trimmed(0..<decoded.text.count).isEmpty else { throw .blank }
  decoded.format = format(of: decoded.text, named: source.name)
  return decoded
}

/// Nothing is found out: who tells an encoding has looked.
private func decode(_ bytes: [UInt8], toldToBe label: String) throws(ReadError) -> Decoded {
  guard let label = encodingLabel(label) else { throw .unknownEncoding(label) }
  var result: Decoded
  if let charset = Charset.named(label.utf8) {
    result = decoded(bytes, from: utf16Mark(bytes) == charset ? 2 : 0, as: charset)
  } else if validUTF8(bytes).validPrefix == bytes.count {
    result = Decoded(format: .text, encoding: label, text: bytes)
  } else {
    result = Decoded(repairedUTF8(bytes), encoding: label, of: bytes)
  }
  result.diagnostics.append(
    Diagnostic(.info, "I102", "the encoding \(label) was told, and not looked for"))
  return result
}

/// A piece of a source as UTF-8, by itself; nil where its bytes mean nothing in the encoding with this
/// label.
package func decode(_ piece: ArraySlice<UInt8>, strictlyAs label: String) -> [UInt8]? {
  let bytes = Array(piece)
  guard let charset = Charset.named(label.utf8) else {
    return validUTF8(bytes).validPrefix == bytes.count ? bytes : nil
  }
  return convert(bytes, from: 0, as: charset, limit: 0)?.text
}

private func decodeText(_ bytes: [UInt8]) throws(ReadError) -> Decoded {
  if let charset = utf16Mark(bytes) { return decoded(bytes, from: 2, as: charset) }
  // A mark stays in the text: the cleaner takes it out, with the rule that says so.
  let validity = validUTF8(bytes)
  let isValid = validity.validPrefix == bytes.count
  let hasNull =
    validity.hasNull
    || !isValid && bytes.span.offset(of: 0, from: validity.validPrefix) < bytes.count
  if hasNull, let charset = utf16ByStatistics(bytes) { return guessed(bytes, as: charset) }
  if isValid {
    if hasNull { try requireText(bytes) }
    if validity.isASCII, let converted = shifted(bytes) { return converted }
    return Decoded(format: .text, encoding: "utf-8", text: bytes)
  }
  if let charset = utf16ByStatistics(bytes) { return guessed(bytes, as: charset) }
  try requireText(bytes)
  if isMostlyUTF8(bytes) {
    return Decoded(repairedUTF8(bytes), encoding: "utf-8", of: bytes)
  }
  return decodeLegacy(bytes)
}

/// Text in an encoding that only a declaration or a detector can name.
private func decodeLegacy(_ bytes: [UInt8]) -> Decoded {
  let declared = declaredCharset(bytes)
  let detected = detectCharset(bytes)
  var candidates = [declared, detected].compactMap { $0 }
  // Servers and editors write Latin-1 and its kin without looking; a detector that sees pairs of
  // bytes which all have a meaning has looked.
  if let declared, let detected, declared.units == .single, detected.units != .single {
    candidates.reverse()
  }
  for charset in candidates {
    if let conversion = convert(bytes, from: 0, as: charset, limit: 0) {
      let decoded = Decoded(conversion, encoding: charset.label, of: bytes)
      return charset == declared ? decoded : decoded.asAGuess
    }
  }
  if detected == nil, let declared { return decoded(bytes, from: 0, as: declared) }
  return guessed(bytes, as: detected ?? .windows1252)
}

private func guessed(_ bytes: [UInt8], as charset: Charset) -> Decoded {
  decoded(bytes, from: 0, as: charset).asAGuess
}

private func decoded(_ bytes: [UInt8], from start: Int, as charset: Charset) -> Decoded {
  let conversion = convert(bytes, from: start, as: charset) ?? repairedUTF8(bytes)
  return Decoded(conversion, encoding: charset.label, of: bytes)
}

/// ISO-2022-JP is ASCII by its bytes and told by its escapes.
private func shifted(_ bytes: [UInt8]) -> Decoded? {
  let escape = bytes.span.offset(of: 0x1B, from: 0)
  guard escape + 2 < bytes.count,
    bytes[escape + 1] == UInt8(ascii: "$"),
    bytes[escape + 2] == UInt8(ascii: "B") || bytes[escape + 2] == UInt8(ascii: "@"),
    let conversion = convert(bytes, from: 0, as: .iso2022JP, limit: 0)
  else { return nil }
  return Decoded(conversion, encoding: Charset.iso2022JP.label, of: bytes)
}

extension Decoded {
  fileprivate init(_ conversion: Conversion, encoding: String, of source: [UInt8]) {
    self.init(
      format: .text, encoding: encoding, text: conversion.text, origin: conversion.origin)
    guard conversion.invalid > 0 else { return }
    diagnostics.append(
      Diagnostic(
        .warning, "W101",
        "\(conversion.invalid) places are not valid \(encoding); U+FFFD stands for their bytes"))
  }
}

extension Decoded {
  /// With the word that neither the document nor its bytes' form says which encoding it is in.
  fileprivate var asAGuess: Decoded {
    var decoded = self
    decoded.diagnostics.append(
      Diagnostic(
        .info, "I101",
        "the encoding \(encoding) is a guess; where words are wrong, tell the right one: --encoding"
      ))
    return decoded
  }
}

/// A name that says HTML, or a text that begins like a page.
private func format(of text: [UInt8], named name: String) -> Format {
  let suffix = name.utf8.suffix(6).map(lowercased)
  for ending in [".html", ".htm", ".xhtml", ".shtml"] where suffix.ends(with: ending.utf8) {
    return .html
  }
  return beginsLikeAPage(text) ? .html : .text
}

/// Markup that stands first in a page, after white space, comments and an XML declaration.
private func beginsLikeAPage(_ text: [UInt8]) -> Bool {
  var at = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let end = min(text.count, 4096)
  while at < end {
    while at < end, text[at] <= 0x20 { at += 1 }
    let rest = text[at..<end]
    if rest.starts(with: "<!--".utf8) || rest.starts(with: "<?".utf8) {
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      at = close + 1
      continue
    }
    let head = rest.prefix(14).map(lowercased)
    return ["<!doctype html", "<html", "<head", "<body", "<meta ", "<title>"].contains {
      head.starts(with: $0.utf8)
    }
  }
  return false
}

extension Array<UInt8> {
  fileprivate func ends(with other: String.UTF8View) -> Bool {
    suffix(other.count).elementsEqual(other)
  }
}
