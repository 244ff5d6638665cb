internal import GalleyModel

extension ProfileReader {
  /// The version of the format that is read here.
  static let version = 1

  static let keys = [
    "profile", "name", "extends", "description", "match", "document", "headings", "labels",
    "aliases", "page", "repairs", "html", "tests",
  ]

  /// Reads a file's entries over `profile`, which holds what the file extends. Mappings are merged;
  /// any other value takes the place of the one before.
  mutating func read(_ entries: [Entry], into profile: inout Profile) {
    for entry in entries {
      switch entry.key {
      case "match": profile.match = conditions(entry)
      case "document": document(entry, into: &profile.document)
      case "headings": headings(entry, into: &profile.headings)
      case "labels": labels(entry, into: &profile.labels)
      case "aliases": aliases(entry, into: &profile.aliases)
      case "page": page(entry, into: &profile.page)
      case "repairs": repairs(entry, into: &profile.repairs)
      case "html": html(entry, into: &profile)
      case "tests": profile.tests = tests(entry)
      case "description": _ = text(entry)
      // Read before: they say what this file is.
      default: break
      }
    }
  }

  private mutating func conditions(_ entry: Entry) -> [Profile.Condition] {
    guard case .list(let items) = entry.value.value else {
      return condition(entry.value, entry.path).map { [$0] } ?? []
    }
    return items.compactMap { condition($0, entry.path) }
  }

  private mutating func condition(_ node: YAMLNode, _ path: String) -> Profile.Condition? {
    var out = Profile.Condition()
    for entry in entries(of: node, at: path, known: ["title", "filename", "publisher"]) {
      let patterns = patterns(entry)
      switch entry.key {
      case "title": out.title = patterns
      case "filename": out.filename = patterns
      default: out.publisher = patterns
      }
    }
    return out == Profile.Condition() ? nil : out
  }

  private mutating func document(_ entry: Entry, into document: inout Profile.Document) {
    let known = ["key", "language", "title", "year", "sections"]
    for entry in entries(of: entry.value, at: entry.path, known: known) {
      switch entry.key {
      case "key": document.key = keyTemplate(entry) ?? document.key
      case "language": document.language = languageTag(entry) ?? document.language
      case "title":
        if let text = text(entry) {
          document.title =
            word(Profile.Document.TitleSource.self, text, at: entry.value.place, entry.path)
            ?? document.title
        }
      case "year":
        document.year = texts(entry).compactMap { text, place in
          word(Profile.Document.YearSource.self, text, at: place, entry.path)
        }
      default: document.sections = number(entry, in: 1...1000) ?? document.sections
      }
    }
  }

  private mutating func keyTemplate(_ entry: Entry) -> KeyTemplate? {
    guard let text = text(entry) else { return nil }
    do {
      return try KeyTemplate(text)
    } catch {
      let place = entry.value.place
      switch error {
      case .unknownToken(let token):
        unknown("token", token, among: KeyTemplate.tokens, at: place, entry.path)
      case .unclosed: note("'\(text)': a brace is not closed", at: place, entry.path)
      case .badScalar(let scalar):
        note(
          "'\(text)': '\(scalar)' can't stand in an id; it takes a-z 0-9 . _ -", at: place,
          entry.path)
      case .badLength:
        note(
          "'\(text)': an id begins with a letter or a digit and has 3 to 80 characters", at: place,
          entry.path)
      }
      return nil
    }
  }

  private mutating func languageTag(_ entry: Entry) -> String? {
    guard let text = text(entry) else { return nil }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { index, part in
      (index == 0 ? 2...8 : 1...8).contains(part.count)
        && part.allSatisfy { byte in
          (0x61...0x7A).contains(byte | 0x20) || index > 0 && (0x30...0x39).contains(byte)
        }
    }
    if isTag { return text }
    expect("a language tag such as en or zh-Hans", at: entry.value, entry.path)
    return nil
  }

  private mutating func headings(_ entry: Entry, into headings: inout Profile.Headings) {
    let known = ["patterns", "start", "longest_title"]
    for entry in entries(of: entry.value, at: entry.path, known: known) {
      switch entry.key {
      case "patterns":
        headings.patterns = patterns(entry) { pattern in
          let numerals = pattern.pieces.count {
            if case .numeral = $0 { true } else { false }
          }
          if numerals > 1 { return "a heading has one number" }
          return numerals == 0 && !pattern.hasTitle ? "a heading has a number or a {title}" : nil
        }
      case "start": headings.start = number(entry, in: 0...1000) ?? headings.start
      default: headings.longestTitle = number(entry, in: 1...1000) ?? headings.longestTitle
      }
    }
  }

  private mutating func page(_ entry: Entry, into page: inout Profile.Page) {
    for entry in entries(of: entry.value, at: entry.path, known: ["running_heads", "drop"]) {
      let patterns = patterns(entry) { pattern in
        if pattern.hasTitle { return "{title} belongs to headings; * stands for any text" }
        return pattern.pieces == [.any] ? "would drop every line" : nil
      }
      if entry.key == "drop" { page.drop = patterns } else { page.runningHeads = patterns }
    }
  }

  private mutating func html(_ entry: Entry, into profile: inout Profile) {
    for entry in entries(of: entry.value, at: entry.path, known: ["content"]) {
      profile.content = texts(entry).compactMap { text, place in
        if let hint = Profile.ElementHint(selector: text) { return hint }
        note("'\(text)': expected tag, #id or .class, as in div#main.text", at: place, entry.path)
        return nil
      }
    }
  }
}

extension Profile.ElementHint {
  /// Reads `tag#id.class.class`, every part of which may be missing, but not all.
  init?(selector: String) {
    self.init()
    var parts: [(mark: UInt8, name: [UInt8])] = [(0, [])]
    for byte in selector.utf8 {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "."): parts.append((byte, []))
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
        parts[parts.count - 1].name.append(byte)
      default: return nil
      }
    }
    for (mark, name) in parts {
      let text = String(decoding: name, as: UTF8.self)
      switch mark {
      case 0: tag = text.isEmpty ? nil : text.lowercased()
      case _ where text.isEmpty: return nil
      case UInt8(ascii: "#"): id = text
      default: classes.append(text)
      }
    }
    if tag == nil, id == nil, classes.isEmpty { return nil }
  }
}
