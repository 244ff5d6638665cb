internal import GalleyModel

extension Page {
  /// Marks the lines that a profile names, and takes back marks of rules that are off.
  mutating func mark(with profile: Profile) {
    if profile.repairs.isEmpty, profile.page.isEmpty { return }
    isWhole = true
    for index in lines.indices {
      if let rule = lines[index].drop, !profile.allows(rule) { lines[index].drop = nil }
      if let rule = lines[index].drop ?? profile.furniture(text, lines[index].text) {
        drop(index, rule)
      }
    }
  }
}

/// What a profile changes for the cleaner.
extension Profile {
  /// The edits that it allows. They are independent: each one may be left out.
  func allowed(_ edits: [Edit]) -> [Edit] {
    repairs.isEmpty ? edits : edits.filter { allows($0.rule) }
  }

  fileprivate func furniture(_ bytes: [UInt8], _ line: Range<Int>) -> Rule? {
    if page.runningHeads.contains(where: { $0.match(bytes, line) != nil }) { return .runningHead }
    if page.drop.contains(where: { $0.match(bytes, line) != nil }) { return .profileDrop }
    return nil
  }

  /// The decisions without the rules that are off.
  func allowed(_ decisions: [Decision]) -> [Decision] {
    repairs.isEmpty ? decisions : decisions.map(allowed)
  }

  /// A hyphen that may not go stays in its word.
  private func allowed(_ decision: Decision) -> Decision {
    switch decision {
    case .keep: return .keep
    case .join(let rule, _): return allows(rule) ? decision : .keep
    case .joinWord:
      if allows(.joinHyphen) { return decision }
      return allows(.joinWrap) ? .join(.joinWrap, isSpaced: false) : .keep
    }
  }
}
