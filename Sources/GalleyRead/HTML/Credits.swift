internal import GalleyModel

/// Tells the words of a picture from the article's by how they credit their maker.
enum Credits {
  /// A longer paragraph is the article's, whatever it ends with.
  private static let longestCaption = 420

  static func isCaption(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let line = text.trimmed(range)
    guard line.count >= 4, line.count <= longestCaption else { return false }
    return openings[Int(lowercased(text[line.lowerBound]))].contains {
      text.hasSmall($0, at: line.lowerBound, before: line.upperBound)
    }
      || endings[Int(lowercased(text[line.upperBound - 1]))].contains {
        text.hasSmall(
          $0, at: max(line.upperBound - $0.count, line.lowerBound), before: line.upperBound)
      }
      || endsWithCredit(text, line)
  }

  /// A bracket at the end that names a picture or an agency: `(Image: GETTY)`, `（来源：甲）`.
  private static func endsWithCredit(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    for (open, close) in brackets where text[line].ends(with: close) {
      let end = line.upperBound - close.count
      guard let start = text[line.lowerBound..<end].lastIndex(of: open) else { continue }
      let inside = text[start..<end].map(lowercased)
      return inside.count < 160 && creditWords.contains { inside.contains($0) }
    }
    return false
  }

  private static let brackets: [(open: [UInt8], close: [UInt8])] = [
    ("(", ")"), ("[", "]"), ("（", "）"), ("［", "］"), ("【", "】"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// By their first byte.
  private static let openings = table(
    by: \.first,
    of:
      """
      photo: · photos: · photo by · photos by · photo credit · photograph: · photography: · file photo
      image: · images: · image credit · image by · image courtesy · picture: · pictures: · picture by
      credit: · (photo · (image: · (image credit · (picture · (credit · (foto · courtesy of · courtesy:
      illustration: · illustration by · graphic: · screenshot: · source: getty · foto: · fotos: · bild: · bilder:
      quelle: · crédit photo · crédits : · crédit : · photo : · imagen: · imagem: · crédito: · fotografía:
      (foto: · (bild: · фото: · фото · (фото · 图： · 图: · 图丨 · 图｜ · 图| · 图/ · 图／ · 图源 · 图注 · 图为 · 图片来源 · 图片说明
      图片： · 供图 · 圖： · 圖／ · 圖片來源 · 圖片提供 · 圖說 · ▲ 圖 · ▲图 · ▲圖 · 写真： · 写真= · 写真提供 · 画像： · 画像= · 出典：
      사진= · 사진: · 사진 = · 사진 : · [사진 · 출처=
      """)

  /// By their last byte.
  private static let endings = table(
    by: \.last,
    of:
      """
      getty images · /getty · via ap · ap photo · / afp · /afp · /reuters · / reuters · shutterstock
      courtesy photo · credit: epa · credit: getty · credit: reuters · /istock · istockphoto · imago images
      /dpa · / dpa · picture alliance · ©getty · © getty
      """)

  private static let creditWords = list(
    """
    image: · image credit · photo: · photo by · photo credit · photo/ · picture: · credit: · getty · ap photo
    via ap · shutterstock · istock · courtesy · foto: · foto/ · bild: · crédit · fotograf · фото · imagen: · 来源：
    供图 · 摄 · 图源 · 图片来源 · 圖／ · 來源： · 攝 · 写真 · 画像 · 사진
    """)

  private static func list(_ text: String) -> [[UInt8]] {
    text.split { $0 == "\n" || $0 == "·" }.map { part in
      var bytes = Array(part.utf8)
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      return Array(bytes.drop { $0 == UInt8(ascii: " ") })
    }
  }

  private static func table(
    by key: KeyPath<[UInt8], UInt8?>, of text: String
  ) -> [[[UInt8]]] {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for word in list(text) {
      if let byte = word[keyPath: key] { table[Int(byte)].append(word) }
    }
    return table
  }
}

extension [UInt8] {
  /// Has `word`, which is small, at a place, whatever the case of its ASCII letters here.
  func hasSmall(_ word: [UInt8], at start: Int, before end: Int) -> Bool {
    guard word.count <= end - start else { return false }
    return word.indices.allSatisfy { lowercased(self[start + $0]) == word[$0] }
  }

  func contains(_ part: [UInt8]) -> Bool { firstIndex(of: part, from: 0) != nil }

  func firstIndex(of part: [UInt8], from start: Int) -> Int? {
    guard let first = part.first else { return start }
    var at = start
    while let found = self[at...].firstIndex(of: first) {
      if self[found...].starts(with: part) { return found }
      at = found + 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }

  func lastIndex(of part: [UInt8]) -> Int? {
    var at = endIndex - part.count
    while at >= startIndex {
      if self[at...].starts(with: part) { return at }
      at -= 1
    }
    return nil
  }
}
