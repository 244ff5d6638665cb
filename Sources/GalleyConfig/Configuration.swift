package import GalleyProfile

/// All settings, each with where it comes from. The environment overrides the file, and the file
/// the defaults.
package struct Configuration: Sendable {
  package enum Origin: Sendable, Equatable {
    case standard
    case file(String, Place)
    case variable(String)
  }

  package struct Value: Sendable, Equatable {
    /// As it was written; a path as `FilePath.text`.
    package var text: String?
    package var origin: Origin
  }

  private var values: [Setting: Value]

  /// `file` is the file's name and its bytes; `environment` gives a variable's value.
  package init(
    file: (name: String, bytes: [UInt8])? = nil, environment: (String) -> String? = { _ in nil }
  ) throws(ConfigurationError) {
    values = Dictionary(
      uniqueKeysWithValues: Setting.allCases.map {
        ($0, Value(text: $0.standard, origin: .standard))
      })
    var problems: [String] = []
    if let file { try read(file.bytes, name: file.name, &problems) }
    for setting in Setting.allCases {
      guard let text = environment(setting.variable), !text.isEmpty else { continue }
      values[setting] = Value(text: text, origin: .variable(setting.variable))
      if let flaw = setting.flaw(of: text) { problems.append("\(setting.variable): \(flaw)") }
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  /// The variable that each of `names` was most likely meant to be, for those that are none and look
  /// like one.
  package static func misspelt(_ names: [String]) -> [(name: String, meant: String)] {
    let known = Setting.allCases.map(\.variable) + ["GALLEY_CONFIG"]
    return names.filter { $0.hasPrefix("GALLEY_") && !known.contains($0) }.sorted()
      .compactMap { name in
        // Without the part that they all have: it would forgive too much.
        let words = known.map { String($0.dropFirst(7)) }
        return nearest(to: String(name.dropFirst(7)), among: words).map { (name, "GALLEY_" + $0) }
      }
  }

  private mutating func read(
    _ bytes: [UInt8], name: String, _ problems: inout [String]
  ) throws(ConfigurationError) {
    let file: FlatFile
    do {
      file = try FlatFile(bytes, name: name, keys: Setting.allCases.map(\.rawValue))
    } catch {
      throw .invalid([error.description])
    }
    for entry in file.entries {
      guard let setting = Setting(rawValue: entry.key), let text = entry.text else { continue }
      values[setting] = Value(text: text, origin: .file(name, entry.place))
      guard let flaw = setting.flaw(of: text) else { continue }
      let place = "\(name):\(entry.place.line):\(entry.place.column)"
      problems.append("\(place): \(entry.key): \(flaw)")
    }
  }

  package subscript(setting: Setting) -> Value {
    values[setting] ?? Value(text: setting.standard, origin: .standard)
  }

  /// The values have been checked: what is asked for in another kind than its own is 0.
  package func count(_ setting: Setting) -> Int { self[setting].text.flatMap { Int($0) } ?? 0 }
  package func seconds(_ setting: Setting) -> Double {
    self[setting].text.flatMap { Double($0) } ?? 0
  }
  package func truth(_ setting: Setting) -> Bool {
    self[setting].text.map { Setting.truths[$0] ?? false } ?? false
  }
}

extension Setting {
  fileprivate static let truths = ["yes": true, "true": true, "no": false, "false": false]

  /// What is wrong with a value, with the word that may have been meant.
  fileprivate func flaw(of text: String) -> String? {
    let isRight =
      switch kind {
      case .path: !text.isEmpty
      case .count(let range): Int(text).map { range.contains($0) } ?? false
      case .seconds(let range): Double(text).map { range.contains($0) } ?? false
      case .word(let words): words.contains(text)
      case .truth: Self.truths[text] != nil
      }
    if isRight { return nil }
    var hint = ""
    if case .word(let words) = kind, let word = nearest(to: text, among: words) {
      hint = "; did you mean '\(word)'?"
    }
    return "expected \(expected), found '\(text)'\(hint)"
  }
}

/// Why a configuration can't be used.
package enum ConfigurationError: Error, Equatable, CustomStringConvertible {
  case unreadable(String)
  /// A line for each mistake.
  case invalid([String])

  package var description: String {
    switch self {
    case .unreadable(let file): "\(file): can't be read; GALLEY_CONFIG names it"
    case .invalid(let problems): problems.joined(separator: "\n")
    }
  }
}
