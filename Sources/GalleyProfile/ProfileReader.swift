internal import GalleyModel

/// Reads the values of a profile's file and notes everything that is wrong with them.
struct ProfileReader {
  let file: String
  private(set) var problems: [ProfileProblem] = []

  init(file: String) { self.file = file }

  struct Entry {
    var key: String
    var place: Place
    var value: YAMLNode
    /// The keys that lead to it.
    var path: String
  }

  mutating func note(_ message: String, at place: Place, _ path: String) {
    problems.append(ProfileProblem(file: file, place: place, path: path, message: message))
  }

  /// Notes a value of the wrong kind.
  mutating func expect(_ expected: String, at node: YAMLNode, _ path: String) {
    let found: String =
      if case .text(let text) = node.value { "'\(text)'" } else { node.kind }
    note("expected \(expected), found \(found)", at: node.place, path)
  }

  /// Notes a word that is none of `known`.
  mutating func unknown(
    _ what: String, _ word: String, among known: [String], at place: Place, _ path: String
  ) {
    let hint =
      nearest(to: word, among: known).map { "did you mean '\($0)'?" }
      ?? "known: \(known.joined(separator: ", "))"
    note("unknown \(what) '\(word)'; \(hint)", at: place, path)
  }

  /// The entries of a mapping. Keys that are not in `known` are noted and left out.
  mutating func entries(
    of node: YAMLNode, at path: String, known: [String]? = nil
  ) -> [Entry] {
    guard case .mapping(let entries) = node.value else {
      expect("a mapping", at: node, path)
      return []
    }
    var out: [Entry] = []
    for (key, place, value) in entries {
      if let known, !known.contains(key) {
        unknown("key", key, among: known, at: place, path)
        continue
      }
      out.append(
        Entry(key: key, place: place, value: value, path: path.isEmpty ? key : path + "." + key))
    }
    return out
  }

  mutating func text(_ entry: Entry) -> String? { text(entry.value, entry.path) }

  mutating func text(_ node: YAMLNode, _ path: String) -> String? {
    guard case .text(let text) = node.value else {
      expect("a text", at: node, path)
      return nil
    }
    return text
  }

  /// A list of texts; one text counts as a list of one.
  mutating func texts(_ entry: Entry) -> [(text: String, place: Place)] {
    switch entry.value.value {
    case .text(let text): return [(text, entry.value.place)]
    case .list(let items):
      var out: [(text: String, place: Place)] = []
      for item in items {
        if let text = text(item, entry.path) { out.append((text, item.place)) }
      }
      return out
    case .null, .mapping:
      expect("a text or a list of texts", at: entry.value, entry.path)
      return []
    }
  }

  mutating func number(_ entry: Entry, in range: ClosedRange<Int>) -> Int? {
    guard case .text(let text) = entry.value.value, let number = Int(text), range.contains(number)
    else {
      expect(
        "a number from \(range.lowerBound) to \(range.upperBound)", at: entry.value, entry.path)
      return nil
    }
    return number
  }

  mutating func truth(_ entry: Entry) -> Bool? {
    switch entry.value.value {
    case .text("yes"), .text("true"): return true
    case .text("no"), .text("false"): return false
    default:
      expect("yes or no", at: entry.value, entry.path)
      return nil
    }
  }

  /// A word of an enumeration.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type, _ text: String, at place: Place, _ path: String
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    unknown("value", text, among: Word.allCases.map(\.rawValue), at: place, path)
    return nil
  }

  /// Line patterns; `check` says what is wrong with one for its use.
  mutating func patterns(
    _ entry: Entry, check: (LinePattern) -> String? = { _ in nil }
  ) -> [LinePattern] {
    var out: [LinePattern] = []
    for (text, place) in texts(entry) {
      do {
        let pattern = try LinePattern(text)
        if let flaw = check(pattern) {
          note("'\(text)': \(flaw)", at: place, entry.path)
        } else {
          out.append(pattern)
        }
      } catch LinePattern.Flaw.unknownToken(let token) {
        unknown("token", token, among: LinePattern.tokens, at: place, entry.path)
      } catch {
        note("'\(text)': \(describe(error))", at: place, entry.path)
      }
    }
    return out
  }

  private func describe(_ flaw: LinePattern.Flaw) -> String {
    switch flaw {
    case .empty: "an empty pattern"
    case .unclosed: "a brace or a backslash at the end has nothing after it"
    case .unknownToken(let token): "unknown token '\(token)'"
    case .repeatedToken(let token): "{\(token)} stands here twice"
    case .adjacent: "{title} and * need something between them"
    }
  }
}
