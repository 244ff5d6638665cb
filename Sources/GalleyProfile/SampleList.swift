internal import GalleyModel

/// A small list that Galley writes around a line, to see what becomes of the line in a whole
/// document: whether a line opens an item is decided by its neighbours too.
///
/// For a heading the line takes the place of the heading with its number. For any other line it
/// stands in the body of the last item, where its number could go on counting.
struct SampleList {
  private(set) var bytes: [UInt8] = []
  /// Where the line stands in `bytes`.
  private(set) var line = 0..<0

  /// The forms that are looked for where a profile gives none.
  private static let common = [
    "{n} {title}", "{n}. {title}", "{n}.{title}", "{n}) {title}", "{n}、{title}", "{zh_n}、{title}",
    "No.{n} {title}", "No. {n} {title}", "#{n} {title}", "{roman}. {title}", "{n}: {title}",
    "No. {n}: {title}", "{n}",
  ].compactMap { try? LinePattern($0) }

  /// nil where a heading has none of the profile's forms.
  init?(around line: String, isHeading: Bool, _ profile: Profile) {
    let own = profile.headings.patterns
    let forms = own.isEmpty ? Self.common : own
    let count = profile.document.sections ?? 10
    let start = profile.headings.start ?? 1
    let numbers =
      start == count && count > 1 ? Array((1...count).reversed()) : Array(start..<start + count)
    let form = forms.first { $0.match(line) != nil }
    guard let form = form ?? (isHeading ? nil : forms[0]) else { return nil }
    let place = Self.place(of: line, form, numbers)
    let words = SampleWords(isChinese: profile.document.language?.hasPrefix("zh") ?? false)
    append(words.title(count))
    append(words.preface)
    for (index, number) in numbers.enumerated() {
      if isHeading, index == place {
        append(tested: line)
        if !form.hasTitle { append(words.heading(index)) }
      } else {
        let heading = form.written(number, title: words.heading(index))
        append(heading)
        if !form.hasTitle { append(words.heading(index)) }
      }
      append(words.body)
      if !isHeading, index == numbers.count - 1 {
        append(tested: line)
        append(words.body)
      }
    }
  }

  /// The place of the line's number among the list's, or else the middle.
  private static func place(of line: String, _ form: LinePattern, _ numbers: [Int]) -> Int {
    let text = Array(line.utf8)
    guard let number = form.match(text, text.indices)?.number, let numeral = form.numeral else {
      return numbers.count / 2
    }
    let printed = String(decoding: text[number], as: UTF8.self).drop { $0 == "0" || $0 == "０" }
    return numbers.firstIndex { numeral.written($0) == printed.uppercased() } ?? numbers.count / 2
  }

  private mutating func append(_ paragraph: String) {
    bytes += Array((paragraph + "\n\n").utf8)
  }

  private mutating func append(tested paragraph: String) {
    let start = bytes.count
    append(paragraph)
    line = start..<bytes.count
  }
}

/// Words that mean little, in two languages.
private struct SampleWords {
  let isChinese: Bool

  func title(_ count: Int) -> String {
    isChinese ? "年度\(count)大技术" : "\(count) technologies of the year"
  }

  var preface: String {
    isChinese
      ? "每年秋天，我们都会问同一个问题：十年以后还有哪些东西仍然重要。下面是今年的答案。"
      : "Every autumn we ask which new things will still matter in ten years. These are the answers."
  }

  func heading(_ index: Int) -> String {
    let names =
      isChinese
      ? ["风筝发电", "储热砖", "纸电池", "苔藓墙", "会感觉的桥", "海底数据舱", "可食用包装", "静音风机", "潮汐钟", "会修补的路面"]
      : [
        "Kites for power", "Bricks for heat", "Paper batteries", "Moss walls", "Feeling bridges",
        "Seabed servers", "Edible wrapping", "Quiet fans", "Tidal clocks", "Mending roads",
      ]
    let round = index / names.count
    return names[index % names.count] + (round > 0 ? (isChinese ? "之\(round)" : " again") : "")
  }

  var body: String {
    isChinese
      ? "试验去年冬天就开始了。工程师说，他们从没有人值守的夜里学到的东西最多，而价格在两年里降了一半。"
      : "The trials ran through last winter, and the engineers learned most from the nights when nobody watched."
  }
}

extension LinePattern {
  /// The line that the pattern describes, for a number and a title.
  func written(_ number: Int, title: String) -> String {
    var out = ""
    for piece in pieces {
      switch piece {
      case .text(let scalars):
        out.unicodeScalars.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
      case .space: out += " "
      case .numeral(let numeral): out += numeral.written(number)
      case .title: out += title
      case .any: break
      }
    }
    return out
  }
}

extension LinePattern.Numeral {
  /// A number from 1 on; up to 99 in Chinese, 20 in circles.
  package func written(_ number: Int) -> String {
    switch self {
    case .decimal: return String(number)
    case .han:
      let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
      let tens = number / 10
      return (tens > 1 ? digits[tens % 10] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
    case .roman:
      let signs = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
      var rest = number
      return signs.reduce(into: "") { out, sign in
        while rest >= sign.0 {
          out += sign.1
          rest -= sign.0
        }
      }
    case .circled:
      return Unicode.Scalar(UInt32(0x2460 + (number - 1) % 20)).map { String($0) } ?? ""
    }
  }
}
