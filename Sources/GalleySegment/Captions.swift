internal import GalleyModel

/// What stands for a picture, or tells who made it.

/// `![](x)`, `[image]`, a file name of a picture alone.
func placeholder(in text: [UInt8], _ line: Range<Int>) -> Noise? {
  guard line.count >= 4, line.count < 80 else { return nil }
  if text[line.lowerBound] == UInt8(ascii: "!"), text[line.lowerBound + 1] == UInt8(ascii: "[") {
    return .placeholder
  }
  // A quick look: no stop is among the last eight bytes.
  if line.upperBound >= 8,
    Word.equal(Word.load(text.span, line.upperBound - 8), UInt8(ascii: ".")) == 0
  {
    return nil
  }
  var extensionStart = line.upperBound - 1
  while extensionStart > line.lowerBound, line.upperBound - extensionStart < 6,
    text[extensionStart] != UInt8(ascii: ".")
  {
    extensionStart -= 1
  }
  guard text[extensionStart] == UInt8(ascii: "."),
    pictureTypes.match(text, at: extensionStart + 1, end: line.upperBound) != nil
  else { return nil }
  for at in line where text[at] == 0x20 { return nil }
  return .placeholder
}

private let pictureTypes = WordTable<Bool>([
  (true, ["jpg", "jpeg", "png", "gif", "webp", "svg", "bmp"])
])

/// A credit behind the name: `某某 摄`, `企业供图`, `N. O. / photograph`.
func photoCredit(in text: [UInt8], _ line: Line) -> Noise? {
  if line.lastColon > 0, hasInnerCredit(in: text, line) || namesSource(in: text, line) {
    return .caption
  }
  guard line.width <= 60, line.ending == .none else { return nil }
  if isPointedCaption(text, line.text) { return .caption }
  // Those that end with a byte of ASCII follow a slash.
  if text[line.text.upperBound - 1] < 0x80, !line.marks.contains(.slash) { return nil }
  return endsWithCredit(text, line.text) ? .caption : nil
}

/// `▲ 试验田（供图：江湾大学）`: a triangle points at the picture above, and brackets at the end hold
/// who made it.
private func isPointedCaption(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  guard opensWithTriangle(text, range) else { return false }
  let last = text.scalar(before: range.upperBound).value
  if last != 0x29, last != 0xFF09 { return pictureSources.isAnywhere(in: text, range) }
  return text[range].contains(UInt8(ascii: ":"))
    || range.contains { at in
      text[at] == 0xEF && isColon(text.scalar(at: at).value)
        || [0xE5, 0xE6].contains(text[at])
          && [0x56FE, 0x5716, 0x6444, 0x651D].contains(text.scalar(at: at).value)
    }
}

/// ▲ △ ▼ ▽, which point at the picture above or below.
func opensWithTriangle(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  // All of them begin with this byte.
  guard !range.isEmpty, text[range.lowerBound] == 0xE2 else { return false }
  return [0x25B2, 0x25B3, 0x25BC, 0x25BD].contains(text.scalar(at: range.lowerBound).value)
}

/// Words before the maker of a picture.
private let pictureSources = WordTable<Bool>([
  (
    true,
    [
      "图源", "图片来源", "图片提供", "圖片來源", "圖源", "供图", "供圖", "摄影", "攝影", "拍摄", "拍攝", "写真:", "撮影:",
      "出典:", "사진=", "사진:", "사진 제공", "photo:", "photo by",
    ]
  )
])

func endsWithCredit(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  guard range.count > 3 else { return false }
  // 摄 攝 图 圖 影 end the CJK ones; the others follow a slash.
  let last = text.scalar(before: range.upperBound).value
  let mayBe =
    last < 0x80
    ? text[range].contains(UInt8(ascii: "/"))
    : [0x6444, 0x651D, 0x56FE, 0x5716, 0x5F71].contains(last)
  guard mayBe else { return false }
  return photoCredits.contains { credit in
    range.count > credit.count
      && text[range.upperBound - credit.count..<range.upperBound]
        .elementsEqual(credit)
  }
}

private let photoCredits: [[UInt8]] = [
  " 摄", "　摄", "供图", "供圖", " 攝", "摄影", "/ photograph", "/photograph", "/ illustration",
  "/ photo", "/Getty Images", "/ Getty Images", "/iStockphoto", "/Reuters", "/AFP",
].map { Array($0.utf8) }

/// Columns of the longest caption with a credit behind it.
private let captionReach = 120

/// `Gedränge am Messestand. (Bild: ...)`: a caption that ends with its credit.
private func hasInnerCredit(in text: [UInt8], _ line: Line) -> Bool {
  guard line.width <= captionReach, line.level == 0 else { return false }
  let end = line.text.upperBound
  let colon = line.text.lowerBound + Int(line.lastColon)
  var at = line.text.lowerBound
  while true {
    at = 1 + next(0x20, or: UInt8(ascii: "("), in: text, from: at, to: colon)
    if at >= colon { return false }
    if text[at] >= UInt8(ascii: "A"), creditOpeners.mayBegin(text, at: at, end: end),
      let word = creditOpeners.match(text, at: at, end: end),
      isColon(text.scalar(at: skipSpaces(in: text, at: word.end, end: end)).value)
    {
      return true
    }
  }
}

/// `细胞图谱。图片来源：某网`: the last thing that a colon stands before.
private func namesSource(in text: [UInt8], _ line: Line) -> Bool {
  let colon = line.text.lowerBound + Int(line.lastColon)
  // All of the words end with 源.
  guard text[colon - 1] == 0x90, text.scalar(before: colon).value == 0x6E90,
    line.width <= captionReach, line.level == 0
  else { return false }
  return pictureSources.isAnywhere(in: text, max(line.text.lowerBound, colon - 12)..<colon)
}

private let creditOpeners = WordTable<Bool>([
  (
    true,
    [
      "photo", "photos", "image", "images", "picture", "pictures", "illustration", "photograph",
      "photo credit", "image credit", "bild", "bilder", "foto", "fotos", "grafik", "crédit photo",
      "crédit", "crédits", "imagen", "fotografía", "imagem", "фото", "иллюстрация", "изображение",
    ]
  )
])
