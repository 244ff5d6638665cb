internal import GalleyModel

/// Kinds of lines that are no part of the article.
enum Noise: UInt8, Sendable {
  case metadata
  case navigation
  case placeholder
  case caption
  case advertisement
  case related
  case share
  case disclaimer
  case tags
  case comments
  case notice
  case pager
  case runningHead
  case address
  case strayNumber
  case endMark
  case repeatedTitle
  case contents
  case groupHeading

  /// What may stand between a title and its deck.
  var standsOverDeck: Bool {
    switch self {
    case .metadata, .caption, .placeholder, .share, .repeatedTitle, .advertisement, .endMark: true
    default: false
    }
  }

  var rule: Rule {
    switch self {
    case .metadata: .metadata
    case .navigation: .furniture
    case .placeholder: .placeholder
    case .caption: .caption
    case .advertisement: .advertisement
    case .related: .related
    case .share: .sharePrompt
    case .disclaimer: .disclaimer
    case .tags: .tags
    case .comments: .comments
    case .notice: .notice
    case .pager: .pager
    case .runningHead: .runningHead
    case .address: .address
    case .strayNumber: .strayNumber
    case .endMark: .endMark
    case .repeatedTitle: .repeatedTitle
    case .contents: .contents
    case .groupHeading: .outerHeading
    }
  }
}

/// Where in a document a word speaks of noise.
struct Zone: OptionSet, Sendable {
  let rawValue: UInt8
  /// Over the text, before its first item.
  static let top = Zone(rawValue: 1)
  /// Among the items.
  static let middle = Zone(rawValue: 2)
  /// Below the last item.
  static let tail = Zone(rawValue: 4)
  static let around: Zone = [.top, .tail]
  static let anywhere: Zone = [.top, .middle, .tail]
}

/// What a word of the noise vocabulary says of a line.
struct NoiseWord: Sendable {
  enum Fit: UInt8, Sendable {
    /// The line begins with it.
    case start
    /// The line is it, but for digits and marks.
    case whole
    /// The line is it, and all below belongs to it too: a list of related stories, the comments.
    case region
  }

  var noise: Noise
  var zone: Zone
  var fit: Fit
}

/// The noise that a short line is by its words alone, anywhere in a text.
func noise(in text: [UInt8], _ line: Line) -> Noise? {
  if case .caption = line.kind { return .caption }
  let start = line.text.lowerBound
  if text.isDrawn(line.text, atLeast: drawnMarks) { return .navigation }
  if !isWordLead(text[start]) || line.opening.may(.noise, at: start),
    let word = noiseWord(in: text, line, zone: .middle)
  {
    return word.noise
  }
  return placeholder(in: text, line.text) ?? photoCredit(in: text, line)
}

/// Marks of the shortest line that is drawn with one: `---`, `___`, `===`.
let drawnMarks = 3

/// A sentence of the article may open with the words of furniture, and end with a stop as that
/// seldom does: `Together with partners in Kenya, it …`, `Don't miss …`, `Like every year, …`.
private func isSentence(
  _ text: [UInt8], _ line: Line, opening word: Range<Int>, _ noise: Noise
) -> Bool {
  guard line.ending == .stop else { return false }
  if opensHanSentence(text, line, word) { return true }
  switch noise {
  case .advertisement, .related:
    let next = scalar(behind: word.upperBound, in: text, line)
    let isMarked = isColon(next) || [0x2D, 0x2013, 0x2014, 0x7C, 0xFF5C, 0x4E28].contains(next)
    return isLetter(text.scalar(before: text.trimmed(word).upperBound).value) && !isMarked
  // `Updated in May 2025.`
  case .metadata where line.marks.contains(.digit): return false
  case .share, .navigation, .tags, .caption, .metadata: return opensSentence(text, line, word)
  default: return false
  }
}

/// Whether a line that ends with a stop opens with a single word and a small letter behind it.
/// Phrases of several words are furniture in sentences too.
func opensSentence(_ text: [UInt8], _ line: Line, _ word: Range<Int>) -> Bool {
  guard line.ending == .stop else { return false }
  let word = text.trimmed(word)
  let next = scalar(behind: word.upperBound, in: text, line)
  return isLetter(next) && fold(next) == next
    && isLetter(text.scalar(before: word.upperBound).value) && !holdsSpace(text, word)
}

/// Of any kind: the words of a line as it was printed may be divided by others than U+0020.
private func holdsSpace(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text.scalar(at: at)
    if Scalar.isSpace(scalar.value) { return true }
    at += scalar.length
  }
  return false
}

/// Bytes of two Chinese characters.
private let hanPair = 6

/// A word of two Chinese characters runs on into a sentence, `加入世贸组织的国家越来越多。`, that
/// speaks of nothing that a page's furniture does. 下载 opens the notes of a box for downloads.
private func opensHanSentence(_ text: [UInt8], _ line: Line, _ word: Range<Int>) -> Bool {
  word.count == hanPair && text.scalar(at: word.lowerBound).value != 0x4E0B
    && Scalar.isHan(text.scalar(at: word.lowerBound).value)
    && Scalar.isHan(text.scalar(at: word.upperBound).value)
    && !promptObjects.isAnywhere(in: text, word.upperBound..<endOfSentence(text, word, line))
}

private func endOfSentence(_ text: [UInt8], _ word: Range<Int>, _ line: Line) -> Int {
  var at = word.upperBound
  while at < line.text.upperBound, text.scalar(at: at).value != 0x3002 {
    at += text.scalar(at: at).length
  }
  return at
}

/// What prompts of furniture are about.
private let promptObjects = WordTable<Bool>([
  (
    true,
    [
      "我们", "我們", "公众号", "公眾號", "二维码", "二維碼", "本站", "本网", "本網", "本刊", "本号", "微信", "账号",
      "帳號", "链接", "連結", "按钮", "按鈕", "朋友圈", "转载", "轉載", "客户端", "频道", "頻道", "群", "下方", "上方", "下面",
      "右下", "左下", "原文", "点击", "點擊", "扫码", "留言", "订阅", "訂閱", "关注", "收藏", "分享", "版权", "版權", "会员",
      "會員", "作者", "来源", "來源", "app", "转发", "侵权", "侵權", "许可", "授权", "授權", "电子报", "電子報",
    ]
  )
])

/// The first scalar from `offset` on that is no white space.
private func scalar(behind offset: Int, in text: [UInt8], _ line: Line) -> UInt32 {
  text.scalar(at: skipSpaces(in: text, at: offset, end: line.text.upperBound)).value
}

/// The vocabulary's word for a line, in a zone.
func noiseWord(in text: [UInt8], _ line: Line, zone: Zone) -> NoiseWord? {
  let end = line.text.upperBound
  let start = skipOpeners(in: text, line.text)
  if line.opening.may(.noise, at: start) {
    let found = noiseWords.match(text, at: start, end: end) { word, stop in
      guard !word.zone.isDisjoint(with: zone) else { return false }
      return word.fit == .start
        ? !isSentence(text, line, opening: start..<stop, word.noise)
        : isRestBlank(in: text, stop..<end)
    }
    if let found { return found.value }
  }
  // 2 comments:
  guard zone.contains(.tail), Scalar.isDigit(text.scalar(at: start).value) else { return nil }
  var past = start
  while past < end, case let digit = text.scalar(at: past), Scalar.isDigit(digit.value) {
    past += digit.length
  }
  past = skipSpaces(in: text, at: past, end: end)
  guard line.opening.may(.noise, at: past) else { return nil }
  return noiseWords.match(text, at: past, end: end) { word, stop in
    word.fit == .region && isRestBlank(in: text, stop..<end)
  }?.value
}

/// Steps over bullets, arrows and opening brackets.
@inline(__always)
private func skipOpeners(in text: [UInt8], _ line: Range<Int>) -> Int {
  let past = skipBullet(in: text, line)
  if past < line.upperBound, isWordLead(text[past]) { return past }
  return skipOpeners(in: text, from: past, line)
}

private func skipOpeners(in text: [UInt8], from start: Int, _ line: Range<Int>) -> Int {
  var at = start
  while at < line.upperBound {
    let scalar = text.scalar(at: at)
    switch scalar.value {
    case 0x28, 0xFF08, 0x5B, 0x3010, 0x7C, 0x20, 0x2A, 0x2D, 0x5F, 0x2013, 0x2014, 0x2015, 0x2039,
      0xAB, 0x2190,
      0x25B2, 0x3C, 0x3E, 0xFF3B:
      at += scalar.length
    default: return at
    }
  }
  return at
}

/// Nothing but digits, marks and white space.
private func isRestBlank(in text: [UInt8], _ range: Range<Int>) -> Bool {
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text.scalar(at: at)
    let isMark =
      scalar.value < 0x30 || scalar.value < 0x80 && !isLetter(scalar.value)
      || (0x2000...0x2BFF).contains(scalar.value)
    guard
      isMark || Scalar.isSpace(scalar.value) || Scalar.isWidePunctuation(scalar.value)
        || Scalar.isDigit(scalar.value) || counts.contains(scalar.value)
    else { return false }
    at += scalar.length
  }
  return true
}

/// 次 条 个 件 개 건: what a count of clicks or comments ends with.
private let counts: [UInt32] = [0x6B21, 0x6761, 0x4E2A, 0x4EF6, 0xAC1C, 0xAC74]
