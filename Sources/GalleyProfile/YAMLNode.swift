internal import Yams

/// Where something stands in a file: line and column from 1.
package struct Place: Sendable, Equatable {
  package var line: Int
  package var column: Int
}

/// A node of a YAML document as a profile needs it: texts, with their places. What a text means is
/// the reader's to say, so `no` and `1.0` are texts too.
struct YAMLNode {
  enum Value {
    case text(String)
    case null
    case list([YAMLNode])
    /// In the file's order.
    case mapping([(key: String, place: Place, value: YAMLNode)])
  }

  var value: Value
  var place: Place

  var kind: String {
    switch value {
    case .text: "a text"
    case .null: "nothing"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// What YAML itself forbids, or a profile does not take.
struct YAMLFlaw: Error {
  var message: String
  var place: Place
}

extension YAMLNode {
  /// The one document of a file; nil for an empty one.
  static func compose(_ text: String) throws(YAMLFlaw) -> YAMLNode? {
    do {
      // No resolver: the default one costs 4 ms of regular expressions to tell types apart.
      let parser = try Parser(
        yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
      // A node knows its anchor as long as the parser lives.
      return try withExtendedLifetime(parser) { try parser.singleRoot().map { try YAMLNode($0) } }
    } catch let error as YamlError {
      throw YAMLFlaw(error)
    } catch let flaw as YAMLFlaw {
      throw flaw
    } catch {
      throw YAMLFlaw(message: "\(error)", place: Place(line: 1, column: 1))
    }
  }

  private init(_ node: Node) throws(YAMLFlaw) {
    place = node.mark.map(Place.init) ?? Place(line: 1, column: 1)
    // A copy of a copy of a copy makes a small file large.
    if node.anchor != nil {
      throw YAMLFlaw(message: "anchors and aliases are not taken", place: place)
    }
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      value = isNull ? .null : .text(scalar.string)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence { items.append(try YAMLNode(item)) }
      value = .list(items)
    case .mapping(let mapping):
      var entries: [(key: String, place: Place, value: YAMLNode)] = []
      for (key, value) in mapping {
        let place = key.mark.map(Place.init) ?? place
        guard case .scalar(let scalar) = key else {
          throw YAMLFlaw(message: "a key must be a text", place: place)
        }
        entries.append((scalar.string, place, try YAMLNode(value)))
      }
      value = .mapping(entries)
    case .alias:
      throw YAMLFlaw(message: "anchors and aliases are not taken", place: place)
    }
  }
}

extension Place {
  fileprivate init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension YAMLFlaw {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(message: problem, place: Place(mark))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().map { "'\($0)'" }.joined(separator: ", ")
      self.init(message: "the key \(keys) stands here twice", place: Place(context.mark))
    case .reader(let problem, _, _, _):
      self.init(message: problem, place: Place(line: 1, column: 1))
    default: self.init(message: "\(error)", place: Place(line: 1, column: 1))
    }
  }
}
