internal import GalleyModel

/// What a profile says of values: labels, names, repairs.
extension ProfileReader {
  static let labelKeys = ["significance", "players", "availability", "breakthrough", "summary"]

  mutating func labels(_ entry: Entry, into labels: inout [Profile.Label]) {
    for entry in entries(of: entry.value, at: entry.path) {
      guard Self.labelKeys.contains(entry.key) || isOwnKey(entry.key) else {
        unknown(
          "key", entry.key, among: Self.labelKeys + ["x_..."], at: entry.place, "labels")
        continue
      }
      labels.removeAll { $0.key == entry.key }
      labels += self.labels(entry)
    }
  }

  /// Keys that the record's schema does not know begin with `x_`.
  private func isOwnKey(_ key: String) -> Bool {
    key.hasPrefix("x_") && key.utf8.count > 2
      && key.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  /// A text, a mapping, or a list of both.
  private mutating func labels(_ entry: Entry) -> [Profile.Label] {
    var plain = Profile.Label(key: entry.key, names: [])
    var special: [Profile.Label] = []
    let items: [YAMLNode] =
      if case .list(let items) = entry.value.value { items } else { [entry.value] }
    for item in items {
      if case .mapping = item.value {
        if let label = label(item, entry) { special.append(label) }
      } else if let name = text(item, entry.path) {
        plain.names.append(name)
      }
    }
    return (plain.names.isEmpty ? [] : [plain]) + special
  }

  private mutating func label(_ node: YAMLNode, _ parent: Entry) -> Profile.Label? {
    var out = Profile.Label(key: parent.key, names: [])
    let known = parent.key == "players" ? ["names", "role", "split"] : ["names"]
    for entry in entries(of: node, at: parent.path, known: known) {
      switch entry.key {
      case "names": out.names = texts(entry).map(\.text)
      case "role":
        if let text = text(entry) {
          out.role = word(Record.Player.Role.self, text, at: entry.value.place, entry.path)
        }
      default: out.split = texts(entry).map(\.text).filter { !$0.isEmpty }
      }
    }
    if out.names.isEmpty { note("'names' is missing", at: node.place, parent.path) }
    return out.names.isEmpty ? nil : out
  }

  mutating func aliases(_ entry: Entry, into aliases: inout [String: String]) {
    for entry in entries(of: entry.value, at: entry.path) {
      if let name = text(entry) { aliases[entry.key] = name }
    }
  }

  /// Rules by name, or many at once with `*`. A full name counts for more, wherever it stands.
  mutating func repairs(_ entry: Entry, into repairs: inout [Rule: Profile.RepairSetting]) {
    let entries = entries(of: entry.value, at: entry.path)
    let isGlob = { (entry: Entry) in entry.key.utf8.contains(UInt8(ascii: "*")) }
    for entry in entries.filter(isGlob) + entries.filter({ !isGlob($0) }) {
      let rules = rules(named: entry.key)
      if rules.isEmpty {
        unknown("rule", entry.key, among: Rule.allCases.map(\.rawValue), at: entry.place, "repairs")
        continue
      }
      guard let setting = repairSetting(entry) else { continue }
      for rule in rules {
        if !rule.isRequired {
          repairs[rule] = setting
        } else if !isGlob(entry), setting != .on {
          note("is needed for every record and can't be switched off", at: entry.place, entry.path)
        }
      }
    }
  }

  func rules(named name: String) -> [Rule] {
    guard let pattern = try? LinePattern(name) else { return [] }
    return Rule.allCases.filter { pattern.match($0.rawValue) != nil }
  }

  private mutating func repairSetting(_ entry: Entry) -> Profile.RepairSetting? {
    if case .text(let text) = entry.value.value {
      switch text {
      case "on": return .on
      case "off": return .off
      default:
        if let floor = Double(text), (0...1).contains(floor) { return .floor(floor) }
      }
    }
    expect("on, off or the least confidence from 0 to 1", at: entry.value, entry.path)
    return nil
  }
}
