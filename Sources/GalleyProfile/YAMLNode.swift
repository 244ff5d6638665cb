internal import CYAML

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
    let bytes = Array(text.utf8)
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else {
      throw YAMLFlaw(message: "no memory", place: Place(line: 1, column: 1))
    }
    defer { unsafe yaml_parser_delete(&parser) }
    return unsafe try bytes.withUnsafeBufferPointer { buffer throws(YAMLFlaw) in
      // The parser reads `count` bytes from the buffer, which outlives it in this closure.
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      return unsafe try document(&parser)
    }
  }

  /// Deeper nesting is a mistake, or meant to exhaust the stack.
  private static let depthLimit = 32

  private static func document(_ parser: inout yaml_parser_t) throws(YAMLFlaw) -> YAMLNode? {
    unsafe _ = try next(&parser)
    guard case .documentStart = unsafe try next(&parser).kind else { return nil }
    let root = unsafe try node(&parser, unsafe try next(&parser), depth: 0)
    unsafe _ = try next(&parser)
    let end = unsafe try next(&parser)
    guard case .streamEnd = end.kind else {
      throw YAMLFlaw(message: "a second document begins here", place: end.place)
    }
    return root
  }

  private static func node(
    _ parser: inout yaml_parser_t, _ event: Event, depth: Int
  ) throws(YAMLFlaw) -> YAMLNode {
    guard depth < depthLimit else {
      throw YAMLFlaw(message: "nested too deep", place: event.place)
    }
    switch event.kind {
    case .scalar(let text, let isPlain):
      let isNull = isPlain && ["", "~", "null"].contains(text)
      return YAMLNode(value: isNull ? .null : .text(text), place: event.place)
    case .sequenceStart:
      var items: [YAMLNode] = []
      while true {
        let next = unsafe try next(&parser)
        if case .sequenceEnd = next.kind { break }
        items.append(unsafe try node(&parser, next, depth: depth + 1))
      }
      return YAMLNode(value: .list(items), place: event.place)
    case .mappingStart:
      return YAMLNode(
        value: .mapping(unsafe try entries(&parser, depth: depth + 1)), place: event.place)
    default:
      throw YAMLFlaw(message: "a value is missing", place: event.place)
    }
  }

  private static func entries(
    _ parser: inout yaml_parser_t, depth: Int
  ) throws(YAMLFlaw) -> [(key: String, place: Place, value: YAMLNode)] {
    var out: [(key: String, place: Place, value: YAMLNode)] = []
    while true {
      let next = unsafe try next(&parser)
      if case .mappingEnd = next.kind { return out }
      guard case .scalar(let key, _) = next.kind else {
        throw YAMLFlaw(message: "a key must be a text", place: next.place)
      }
      if out.contains(where: { $0.key == key }) {
        throw YAMLFlaw(message: "the key '\(key)' stands here twice", place: next.place)
      }
      out.append(
        (key, next.place, unsafe try node(&parser, unsafe try self.next(&parser), depth: depth)))
    }
  }

  // MARK: Events

  private struct Event {
    enum Kind {
      case documentStart
      case scalar(String, isPlain: Bool)
      case sequenceStart
      case sequenceEnd
      case mappingStart
      case mappingEnd
      case streamEnd
      case other
    }

    var kind: Kind
    var place: Place
  }

  private static func next(_ parser: inout yaml_parser_t) throws(YAMLFlaw) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
      // The problem is a string constant of the library.
      let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "can't be read"
      throw YAMLFlaw(message: problem, place: unsafe Place(parser.problem_mark))
    }
    defer { unsafe yaml_event_delete(&event) }
    let place = unsafe Place(event.start_mark)
    if unsafe event.anchor != nil || event.type == YAML_ALIAS_EVENT {
      // A copy of a copy of a copy makes a small file large.
      throw YAMLFlaw(message: "anchors and aliases are not taken", place: place)
    }
    return unsafe Event(kind: kind(event), place: place)
  }

  private static func kind(_ event: yaml_event_t) -> Event.Kind {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      // The value has `length` bytes of UTF-8 and lives as long as the event.
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return unsafe .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    default: return .other
    }
  }
}

extension yaml_event_t {
  fileprivate var anchor: UnsafeMutablePointer<yaml_char_t>? {
    switch unsafe type {
    case YAML_SCALAR_EVENT: unsafe data.scalar.anchor
    case YAML_SEQUENCE_START_EVENT: unsafe data.sequence_start.anchor
    case YAML_MAPPING_START_EVENT: unsafe data.mapping_start.anchor
    default: nil
    }
  }
}

extension Place {
  /// libyaml counts from 0.
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1) }
}
