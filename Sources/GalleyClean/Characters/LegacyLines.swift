internal import GalleyModel

/// Lines of other legacy encodings that were read as windows-1252, windows-1251 or GBK.
///
/// The characters of a line are turned back into bytes, and the bytes decoded strictly; the result
/// must be text of its script almost to the last character.
func repairLegacyLines(_ text: [UInt8]) -> [Edit] {
  if isKOI8(text) { return convertLetters(text) }
  let isFromGBK = countMarks(text) > 2
  var edits: [Edit] = []
  var start = 0
  while start < text.count {
    let end = text[start...].firstIndex { $0 < 0x20 && $0 != UInt8(ascii: "\t") } ?? text.count
    if let meant = isFromGBK ? fromGBK(text[start..<end]) : fromLatin(text[start..<end]) {
      edits.append(Edit(.mojibake, start..<end, meant))
    }
    start = end + 1
  }
  // One line may be chance; a text that was read wrongly has several, or is short.
  let isChance = edits.count == 1 && edits[0].range.count * 4 < text.count
  return isChance ? [] : edits
}

// MARK: - East Asian encodings

private func fromLatin(_ line: ArraySlice<UInt8>) -> [UInt8]? {
  guard line.count > 8, line.count(where: { $0 >= 0xC2 }) * 5 > line.count,
    let bytes = encode(line, .windows1252)
  else { return nil }
  // UTF-8 is not for this rule.
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  for (encoding, isRight) in candidates {
    if let decoded = convert(bytes, from: encoding, to: "UTF-8"), isRight(Census(decoded)) {
      return decoded
    }
  }
  return nil
}

/// Encodings with what their text must look like.
private let candidates: [(String, @Sendable (Census) -> Bool)] = [
  ("CP932", { $0.kana * 5 > $0.all && $0.kana + $0.han + $0.punctuation == $0.all && !$0.hasHalf }),
  ("EUC-JP", { $0.kana * 5 > $0.all && $0.kana + $0.han + $0.punctuation == $0.all }),
  ("CP949", { $0.hangul * 10 > $0.all * 8 }),
  ("GB18030", { $0.all > 3 && $0.common * 10 > $0.all * 6 && $0.han + $0.punctuation == $0.all }),
  ("BIG5", { $0.all > 3 && $0.common * 10 > $0.all * 6 && $0.han + $0.punctuation == $0.all }),
]

/// Counts over what is no ASCII.
private struct Census {
  var all = 0
  var han = 0
  /// Han characters in the block's crowded part.
  var common = 0
  var kana = 0
  var hangul = 0
  var punctuation = 0
  var hasHalf = false

  init(_ text: [UInt8]) {
    var at = 0
    while at < text.count {
      let scalar = text.scalar(at: at)
      at += max(1, scalar.length)
      guard scalar.value >= 0x80 else { continue }
      all += 1
      if (0xFF61...0xFF9F).contains(scalar.value) { hasHalf = true }
      if Scalar.isHan(scalar.value) {
        han += 1
        if (0x4E00...0x9FA5).contains(scalar.value) { common += 1 }
      } else if Scalar.isKana(scalar.value) {
        kana += 1
      } else if Scalar.isHangul(scalar.value) {
        hangul += 1
      } else if Scalar.isWidePunctuation(scalar.value) || (0x2000...0x2FFF).contains(scalar.value)
        || scalar.value >= 0xFF00
      {
        punctuation += 1
      }
    }
  }
}

private func encode(_ line: ArraySlice<UInt8>, _ page: CodePage) -> [UInt8]? {
  let text = Array(line)
  var bytes: [UInt8] = []
  var at = 0
  while at < text.count {
    let scalar = text.scalar(at: at)
    guard scalar.length > 0, let byte = page.byte(scalar.value) else { return nil }
    bytes.append(byte)
    at += scalar.length
  }
  return bytes
}

// MARK: - UTF-8 read as GBK

/// Characters that the punctuation of UTF-8 turns into: 锛, 銆, 鈥.
private func countMarks(_ text: [UInt8]) -> Int {
  var count = 0
  var at = 0
  while at + 2 < text.count {
    if text[at] == 0xE9 {
      let pair = UInt16(text[at + 1]) << 8 | UInt16(text[at + 2])
      if pair == 0x949B || pair == 0x8A86 || pair == 0x88A5 { count += 1 }
    }
    at += 1
  }
  return count
}

private func fromGBK(_ line: ArraySlice<UInt8>) -> [UInt8]? {
  guard line.contains(where: { $0 >= 0x80 }),
    let bytes = convert(Array(line), from: "UTF-8", to: "GB18030")
  else { return nil }
  return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
}

// MARK: - KOI8-R read as windows-1251

/// Lower case and capitals change places there, so nearly all letters are capitals, and words
/// begin with a small letter.
private func isKOI8(_ text: [UInt8]) -> Bool {
  var capitals = 0
  var small = 0
  var at = 0
  while at < text.count {
    if text[at] == 0xD0 || text[at] == 0xD1 {
      let scalar = text.scalar(at: at).value
      if (0x410...0x42F).contains(scalar) { capitals += 1 }
      if (0x430...0x44F).contains(scalar) { small += 1 }
      at += 2
    } else {
      at += 1
    }
  }
  guard capitals + small > 40, capitals > small * 4 else { return false }
  return isRussian(convertLetters(text), text)
}

/// The nine commonest letters of Russian make more than half of it, read rightly; read wrongly,
/// far less.
private func isRussian(_ edits: [Edit], _ text: [UInt8]) -> Bool {
  let after = apply(edits, to: text).text
  return share(after) > share(text) * 1.3 && share(after) > 0.45
}

private func share(_ text: [UInt8]) -> Double {
  let common: Set<UInt32> = [0x43E, 0x435, 0x430, 0x438, 0x43D, 0x442, 0x441, 0x440, 0x432]
  var all = 0
  var hits = 0
  var at = 0
  while at < text.count {
    let scalar = text.scalar(at: at)
    at += max(1, scalar.length)
    guard (0x410...0x44F).contains(scalar.value) else { continue }
    all += 1
    if common.contains(WordHash.fold(scalar.value)) { hits += 1 }
  }
  return all == 0 ? 0 : Double(hits) / Double(all)
}

private func convertLetters(_ text: [UInt8]) -> [Edit] {
  var edits: [Edit] = []
  var at = 0
  while at < text.count {
    var end = at
    var meant: [UInt8] = []
    while end < text.count, text[end] >= 0x80 {
      let scalar = text.scalar(at: end)
      guard let byte = CodePage.windows1251.byte(scalar.value),
        byte >= 0xC0 || byte == 0xA3 || byte == 0xB3
      else { break }
      meant += utf8(CodePage.koi8.scalar(byte))
      end += scalar.length
    }
    if end > at { edits.append(Edit(.mojibake, at..<end, meant)) }
    at = end > at ? end : at + max(1, text.scalar(at: at).length)
  }
  return edits
}
