internal import GalleyModel

/// What a profile changes for the cleaner.
extension Profile {
  /// The edits that it allows. They are independent: each one may be left out.
  func allowed(_ edits: [Edit]) -> [Edit] {
    repairs.isEmpty ? edits : edits.filter { allows($0.rule) }
  }

  /// Marks the lines that it names, and takes back marks of rules that are off.
  func mark(_ lines: inout [Line], of bytes: [UInt8]) {
    if repairs.isEmpty, page.isEmpty { return }
    for index in lines.indices {
      if let rule = lines[index].drop, !allows(rule) { lines[index].drop = nil }
      if lines[index].drop == nil { lines[index].drop = furniture(bytes, lines[index].text) }
    }
  }

  private func furniture(_ bytes: [UInt8], _ line: Range<Int>) -> Rule? {
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
    var out = decision
    switch decision.outcome {
    case .keep: break
    case .join(let rule, _): if !allows(rule) { out.outcome = .keep }
    case .joinWord:
      if allows(.joinHyphen) { break }
      out.outcome = allows(.joinWrap) ? .join(.joinWrap, isSpaced: false) : .keep
    }
    return out
  }
}
