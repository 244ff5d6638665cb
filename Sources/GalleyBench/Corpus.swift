/// Generated list articles: the same bytes on every machine, in the shapes that Galley reads.
///
/// The sentences are made of words of the language at the lengths of real articles (a paragraph of
/// 60 to 130 Chinese characters, or 40 to 90 words); one paragraph in eight is cut by a page.
struct Corpus {
  /// The articles, each of about 25 kB of text.
  var articles: [[UInt8]] = []
  private var random = SplitMix(state: 20_240_101)

  init(megabytes: Int, pages: Bool) {
    var bytes = 0
    var number = 0
    while bytes < megabytes * 1_000_000 {
      let article = number % 2 == 0 ? chinese(number) : english(number)
      let document = pages ? page(article) : text(article)
      bytes += document.count
      articles.append(document)
      number += 1
    }
  }

  /// A paragraph and its element in a page.
  private typealias Line = (element: String, text: String)

  private mutating func chinese(_ number: Int) -> [Line] {
    let year = 1990 + number % 40
    var lines: [Line] = [("h1", "《远望技术评论》\(year) 年“十大未来技术”（第 \(number) 期）")]
    for _ in 0..<4 { lines.append(("p", hanParagraph())) }
    for item in 1...10 {
      lines.append(("h2", "\(item) \(hanWords(3))"))
      lines.append(("p", "重大意义：\(hanWords(8))。"))
      lines.append(("p", "主要参与者：\(hanWords(2))、\(hanWords(2))、\(hanWords(3))"))
      lines.append(("p", "成熟期：\(2 + item) 至 \(5 + item) 年"))
      for _ in 0..<8 { lines.append(("p", hanParagraph())) }
    }
    lines.append(("p", "（编辑：\(hanWords(1))）"))
    return lines
  }

  private mutating func english(_ number: Int) -> [Line] {
    let year = 1990 + number % 40
    var lines: [Line] = [("h1", "Ten Technologies to Watch in \(year), Volume \(number)")]
    for _ in 0..<4 { lines.append(("p", latinParagraph())) }
    for item in 1...10 {
      lines.append(("h2", "\(item). \(latinWords(3, capital: true))"))
      lines.append(("p", "Why it matters: \(latinWords(12, capital: true))."))
      lines.append(
        ("p", "Key players: \(latinWords(1, capital: true)), \(latinWords(1, capital: true))"))
      lines.append(("p", "Availability: \(2 + item) to \(5 + item) years"))
      for _ in 0..<6 { lines.append(("p", latinParagraph())) }
    }
    lines.append(("p", "Source: \(latinWords(2, capital: true))"))
    return lines
  }

  private mutating func hanParagraph() -> String {
    let sentences = (0..<3 + random.below(3)).map { _ in
      hanWords(6 + random.below(4)) + "，" + hanWords(5 + random.below(5)) + "。"
    }
    return sentences.joined()
  }

  private mutating func hanWords(_ count: Int) -> String {
    (0..<count).map { _ in Self.han[random.below(Self.han.count)] }.joined()
  }

  private mutating func latinParagraph() -> String {
    let sentences = (0..<3 + random.below(3)).map { _ in
      latinWords(12 + random.below(10), capital: true) + "."
    }
    return sentences.joined(separator: " ")
  }

  private mutating func latinWords(_ count: Int, capital: Bool) -> String {
    let words = (0..<count).map { _ in Self.latin[random.below(Self.latin.count)] }.joined(
      separator: " ")
    return capital ? words.prefix(1).uppercased() + words.dropFirst() : words
  }

  /// Plain text: an empty line between paragraphs, and a page cut in one of eight long ones.
  private mutating func text(_ lines: [Line]) -> [UInt8] {
    var out: [UInt8] = []
    for line in lines {
      let words = Array(line.text.unicodeScalars)
      if words.count > 60, random.below(8) == 0 {
        let middle = words.count / 2 + random.below(8)
        out.append(contentsOf: String(String.UnicodeScalarView(words[..<middle])).utf8)
        out.append(contentsOf: "\n\n\n".utf8)
        out.append(contentsOf: String(String.UnicodeScalarView(words[middle...])).utf8)
      } else {
        out.append(contentsOf: line.text.utf8)
      }
      out.append(contentsOf: "\n\n".utf8)
    }
    return out
  }

  /// A page with what real ones have around an article: of its bytes, more than a half is script and
  /// style, a quarter attributes, a tenth the text.
  private mutating func page(_ lines: [Line]) -> [UInt8] {
    var out = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(lines[0].text)</title>"
    for _ in 0..<12 {
      out += "<style>"
      for _ in 0..<170 {
        out += ".c\(random.below(999)){margin:0 auto;padding:\(random.below(40))px}"
      }
      out += "</style><script>window.q=window.q||[];q.push({id:\(random.below(99_999)),on:true});"
      out += String(repeating: "function f(a){return a.map(function(b){return b*2})};", count: 150)
      out += "</script>"
    }
    out += "</head><body><nav class=\"menu top\" id=\"nav\">" + links(500) + "</nav>"
    out += "<article class=\"post\" data-track=\"\(random.below(99_999))\">"
    for line in lines {
      out += "<\(line.element) class=\"block text-\(random.below(9))\" "
      out += "data-block=\"\(random.below(999_999))\">"
      out += "\(line.text)</\(line.element)>\n"
    }
    out += "</article><footer class=\"site-footer\">" + links(100) + "</footer></body></html>"
    return Array(out.utf8)
  }

  private mutating func links(_ count: Int) -> String {
    var out = "<ul>"
    for entry in 0..<count {
      out += "<li class=\"entry e\(entry)\" data-id=\"\(random.below(99_999))\" role=\"none\">"
      out += "<a class=\"link\" href=\"/section/\(entry)/\(random.below(99_999))\" "
      out += "data-ga=\"click-\(random.below(99_999))\" rel=\"bookmark\">"
      out += "\(latinWords(2, capital: true))</a></li>"
    }
    return out + "</ul>"
  }

  private static let han = [
    "技术", "研究者", "能源", "城市", "材料", "实验室", "模型", "工厂", "海水", "道路", "正在", "已经",
    "可以", "把", "更便宜的", "新一代", "去年", "用来", "测试", "城镇", "电网", "药物", "芯片", "桥梁",
  ]
  private static let latin = [
    "the", "battery", "of", "a", "new", "city", "engineers", "and", "has", "water", "cheaper",
    "than", "in", "laboratory", "materials", "they", "measured", "with", "bridges", "for", "it",
    "network", "tested", "medicine", "last", "year", "could", "power", "whole", "towns",
  ]
}

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
