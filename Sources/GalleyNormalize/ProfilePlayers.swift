internal import GalleyModel

/// What a profile says of players: which label holds whom, what parts them, who is who.
extension Profile {
  /// The profile's label of a field, told by the words that are printed.
  func label(of field: Outline.Field, in text: [UInt8]) -> Label? {
    guard !labels.isEmpty, let printed = field.label else { return nil }
    let words = withoutSpaces(folded(text, printed))
    return labels.first { label in
      label.key == field.key
        && label.names.contains { name in
          let name = Array(name.utf8)
          return withoutSpaces(folded(name, name.indices)) == words
        }
    }
  }

  /// A player under the name that stands for it, with the printed spelling as an alias.
  func named(_ player: Record.Player) -> Record.Player {
    if aliases.isEmpty { return player }
    guard
      let name = aliases[player.name] ?? player.aliases.lazy.compactMap({ aliases[$0] }).first,
      name != player.name
    else { return player }
    var out = player
    out.name = name
    out.aliases = [player.name] + player.aliases.filter { $0 != name && $0 != player.name }
    return out
  }
}

private func withoutSpaces(_ text: [UInt8]) -> [UInt8] { text.filter { $0 != 0x20 } }

/// The names between the marks that a profile gives; brackets protect what they hold.
func playerNames(
  _ lines: [Range<Int>], splitAt marks: [String], in text: [UInt8]
) -> [Range<Int>] {
  let marks = marks.map { Array($0.utf8) }.sorted { $0.count > $1.count }
  var out: [Range<Int>] = []
  for line in lines {
    var start = line.lowerBound
    var at = start
    while at < line.upperBound {
      if let end = endOfBrackets(in: text, at: at, limit: line.upperBound) {
        at = end
      } else if let mark = marks.first(where: { text[at..<line.upperBound].starts(with: $0) }) {
        out.append(text.trimmed(start..<at))
        at += mark.count
        start = at
      } else {
        at += max(1, text.scalar(at: at).length)
      }
    }
    out.append(text.trimmed(start..<line.upperBound))
  }
  out.removeAll(where: \.isEmpty)
  // A last 等 or "etc." is no name, whatever parts the others.
  guard let last = out.popLast() else { return [] }
  let rest = withoutRemainder(last, in: text)
  return rest.isEmpty ? out : out + [rest]
}
