internal import GalleyModel

/// A line of buttons: nothing but names of networks to share on, `X　Facebook　LINE`.
func isNetworks(_ text: [UInt8], _ line: Line) -> Bool {
  guard line.width <= 80, line.ending == .none else { return false }
  let end = line.text.upperBound
  var at = line.text.lowerBound
  var names = 0
  while at < end {
    let scalar = text.scalar(at: at)
    if Scalar.isSpace(scalar.value) || isDivider(scalar.value)
      || [0xB7, 0x30FB, 0x2022].contains(scalar.value)
    {
      at += scalar.length
      continue
    }
    guard let name = networkNames.match(text, at: at, end: end) else { return false }
    names += 1
    at = name.end
  }
  // A single letter is a title as well.
  return names > 1 || names == 1 && line.text.count > 3
}

private let networkNames = WordTable<Bool>([
  (
    true,
    [
      "x", "facebook", "twitter", "line", "linkedin", "whatsapp", "telegram", "pinterest", "reddit",
      "instagram", "threads", "bluesky", "mastodon", "tumblr", "pocket", "xing", "viber", "email",
      "e-mail", "mail", "copy link", "copy url", "rss", "vk", "вконтакте", "одноклассники",
      "はてブ", "はてなブックマーク", "はてな", "リンクをコピー", "urlをコピー", "noteで書く", "微信", "微博", "新浪微博",
      "腾讯微博", "qq空间", "qq好友", "豆瓣", "知乎", "朋友圈", "复制链接", "複製連結", "臉書", "카카오톡", "카카오스토리",
      "페이스북", "트위터", "밴드", "네이버", "url 복사", "url복사", "프린트",
    ]
  )
])
