/// The encoding that a document declares: `<?xml encoding>`, `<meta charset>` or `<meta http-equiv>`.
/// Browsers look at the first 1,024 bytes; comments push the declaration further down in practice.
func declaredCharset(_ bytes: [UInt8]) -> Charset? {
  let head = bytes.prefix(8192)
  var at = 0
  while let open = head[at...].firstIndex(of: UInt8(ascii: "<")) {
    at = open + 1
    let isMeta = head.hasWord("meta", at: at)
    guard isMeta || head.hasWord("?xml", at: at) else { continue }
    let end = head[at...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
    let name = label(in: head[at..<end], after: isMeta ? "charset" : "encoding")
    if let name, let charset = Charset.named(name) { return charset }
    at = end
  }
  return nil
}

/// The word after `key=` in a tag, quoted or not.
private func label(in tag: ArraySlice<UInt8>, after key: String) -> ArraySlice<UInt8>? {
  var at = tag.startIndex
  while at < tag.endIndex {
    guard tag.hasWord(key, at: at) else {
      at += 1
      continue
    }
    at += key.utf8.count
    let rest = tag[at...].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { continue }
    let value = rest.dropFirst().drop {
      $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
    }
    return value.prefix { byte in
      byte > 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
        && byte != UInt8(ascii: ";") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }
  }
  return nil
}

extension ArraySlice<UInt8> {
  /// `word`, which is in lower case, stands at `offset` in any case.
  func hasWord(_ word: String, at offset: Int) -> Bool {
    guard offset + word.utf8.count <= endIndex else { return false }
    return zip(word.utf8, self[offset...]).allSatisfy { $0 == lowercased($1) }
  }
}
