import Foundation

/// A JSON value that keeps the order of its keys, printed one value a line so that diffs read well.
indirect enum Tree {
  case null
  case string(String)
  case number(Double)
  case list([Tree])
  case object(KeyValuePairs<String, Tree>)

  static func optional(_ string: String?) -> Tree { string.map { .string($0) } ?? .null }
  static func optional(_ number: Int?) -> Tree { number.map { .number(Double($0)) } ?? .null }

  var lines: String { printed("") + "\n" }

  private func printed(_ indent: String) -> String {
    let inner = indent + "  "
    func block(_ open: String, _ parts: [String], _ close: String) -> String {
      if parts.isEmpty { return open + close }
      return open + "\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + close
    }
    return switch self {
    case .null: "null"
    case .string(let value): Self.quoted(value)
    case .number(let value): value == value.rounded() ? String(Int(value)) : String(value)
    case .list(let values): block("[", values.map { $0.printed(inner) }, "]")
    case .object(let pairs):
      block("{", pairs.map { Self.quoted($0.key) + ": " + $0.value.printed(inner) }, "}")
    }
  }

  private static func quoted(_ value: String) -> String {
    let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .withoutEscapingSlashes]
    let data = try? JSONSerialization.data(withJSONObject: value, options: options)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}

/// What is wrong in `text`: the lines that differ, with one line of context each.
func difference(of text: String, from expected: String) -> String {
  let (new, old) = (text.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
  let changes = new.difference(from: old)
  var removed: [Int: String] = [:]
  var inserted: [Int: String] = [:]
  for change in changes {
    switch change {
    case .remove(let offset, let line, _): removed[offset] = line
    case .insert(let offset, let line, _): inserted[offset] = line
    }
  }
  var out: [String] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if let line = removed[i], i < old.count {
      out.append("- " + line)
      i += 1
    } else if let line = inserted[j], j < new.count {
      out.append("+ " + line)
      j += 1
    } else {
      let isNear =
        removed[i - 1] != nil || inserted[j - 1] != nil || removed[i + 1] != nil
        || inserted[j + 1] != nil
      if isNear, i < old.count { out.append("  " + old[i]) }
      i += 1
      j += 1
    }
  }
  return out.joined(separator: "\n")
}
