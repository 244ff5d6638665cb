internal import GalleyModel

extension Findings {
  /// A profile for the sample's series, as YAML with the counts as comments. What the built-in
  /// rules do already is left as a comment.
  ///
  /// `input` is the sample's path as seen from the profile's file.
  package func proposal(name: String, input: String) -> String {
    var out = ProposalText()
    out.line("# Proposed from \(input): \(record.sections.count) sections.")
    out.line("# What stands behind # is what the built-in rules do by themselves.")
    out.line("profile: 1")
    out.line("name: \(name)")
    match(&out)
    document(&out, name)
    headings(&out)
    labels(&out)
    page(&out)
    tests(&out, input)
    return out.text
  }

  private var title: String? { record.title.map(record.string) ?? record.headTitle }

  private func match(_ out: inout ProposalText) {
    guard let title else {
      out.line("# no title was found: say when the profile is to be chosen")
      out.line("match:")
      return out.line("  filename: [\(quoted("*\(record.sourceName)"))]")
    }
    var pattern = ""
    var isYear = false
    for scalar in LinePattern.escaped(title).unicodeScalars {
      let isDigit = Scalar.isDigit(scalar.value)
      if !isDigit { pattern.unicodeScalars.append(scalar) } else if !isYear { pattern += "*" }
      isYear = isDigit
    }
    out.line("match:")
    out.line("  title: [\(quoted(pattern))]")
    if let publisher = record.publisher {
      out.line("  # publisher: [\(quoted(LinePattern.escaped(publisher)))]")
    }
  }

  private func document(_ out: inout ProposalText, _ name: String) {
    out.line("document:")
    let token = record.year == nil ? "" : "-{year}"
    out.line("  key: \(quoted("\(name)\(token)-{lang}"))  # \(record.id) without a profile")
    out.line("  # language: \(record.language)")
    out.line(
      "  # year: [title, preface, date, filename]  # found: \(record.year.map(String.init) ?? "none")"
    )
    if record.sections.isEmpty {
      out.line("  # sections: 10  # no list was found: describe its headings below")
    } else {
      out.line("  sections: \(record.sections.count)")
    }
  }

  private func headings(_ out: inout ProposalText) {
    if record.sections.isEmpty {
      out.line("# headings:")
      return out.line("#   patterns: [\"{n} {title}\"]")
    }
    out.line("# headings:")
    out.line("#   patterns:")
    for form in headings {
      out.line("#     - \(quoted(form.text))  # \(form.count) of \(record.sections.count)")
    }
    if unnumbered > 0 { out.line("#     # without a number: \(unnumbered)") }
    let longest = record.sections.compactMap { $0.title?.unicodeScalars.count }.max() ?? 0
    out.line("#   longest_title: \(longest)  # the longest here")
  }

  private func labels(_ out: inout ProposalText) {
    let unknown = labels.filter { $0.key == nil }
    let known = labels.filter { $0.key != nil }
    if !unknown.isEmpty { out.line("labels:") }
    var keys: Set<String> = []
    for (index, label) in unknown.enumerated() {
      var key = ownKey(label.label, index)
      if !keys.insert(key).inserted { key += "_\(index + 1)" }
      out.line("  \(key): [\(quoted(label.label))]  # \(times(label.count))")
    }
    if !known.isEmpty, unknown.isEmpty { out.line("# labels:") }
    for key in ProfileReader.labelKeys {
      let labels = known.filter { $0.key == key }
      if labels.isEmpty { continue }
      let names = labels.map { quoted($0.label) }.joined(separator: ", ")
      let counts = labels.map { times($0.count) }.joined(separator: ", ")
      out.line("#   \(key): [\(names)]  # \(counts)")
    }
    let players = record.sections.reduce(0) { $0 + $1.players.count }
    if players > 0 { out.line("# aliases: {}  # \(players) players") }
  }

  private func page(_ out: inout ProposalText) {
    if !repeated.isEmpty {
      out.line("page:")
      out.line("  running_heads:")
      for line in repeated {
        out.line("    - \(quoted(line.text))  # \(times(line.count)), still in the text")
      }
    } else if !running.isEmpty {
      out.line("# page:")
      out.line("#   running_heads:")
    }
    for line in running {
      out.line("#     - \(quoted(line.text))  # \(times(line.count)), taken out")
    }
  }

  private func tests(_ out: inout ProposalText, _ input: String) {
    out.line("tests:")
    out.line("  - input: \(quoted(input))")
    out.line("    expect:")
    out.line("      sections: \(record.sections.count)")
    if !record.sections.isEmpty {
      out.line("      titles:")
      for section in record.sections { out.line("        - \(quoted(section.title ?? ""))") }
    }
    out.line("      fields: \(record.sections.reduce(0) { $0 + $1.fields.count })")
    out.line("      players: \(record.sections.reduce(0) { $0 + $1.players.count })")
  }

  /// A key for a label that records do not know: its ASCII letters, else its place.
  private func ownKey(_ label: String, _ index: Int) -> String {
    var key = "x_"
    for byte in label.lowercased().utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: key.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x20, 0x2D: key += "_"
      default: break
      }
    }
    return key == "x_" ? "x_label_\(index + 1)" : key
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\" + String(scalar)
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

private struct ProposalText {
  private(set) var text = ""
  mutating func line(_ line: String) { text += line + "\n" }
}
