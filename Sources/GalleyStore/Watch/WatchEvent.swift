internal import Galley
internal import CLinux
internal import Glibc

/// A line of the watcher's log: one change of state.
package struct WatchEvent: Sendable {
  package enum Name: String, Sendable {
    case started, stopped, stored, unchanged, failed, waiting, retrying, mode, overflow
    case watchLimit = "watch_limit"
    case degraded, resumed, warning, reloaded
    case notReloaded = "not_reloaded"
    case rescan
  }

  package enum Level: String, Sendable { case info, warning, error }

  package enum Value: Sendable, Equatable {
    case text(String)
    case number(Int)
  }

  package var level: Level
  package var name: Name
  package var fields: [(key: StaticString, value: Value)]

  init(
    _ name: Name, _ level: Level = .info, _ fields: [(key: StaticString, value: Value)] = []
  ) {
    self.name = name
    self.level = level
    self.fields = fields
  }

  package subscript(key: String) -> Value? { fields.first { "\($0.key)" == key }?.value }

  /// A line of JSON with the time, in UTC.
  package var line: [UInt8] {
    JSONWriter.line { out in
      out.key("time")
      out.value(Self.time(Clock.wall))
      out.key("level")
      out.value(level.rawValue)
      out.key("event")
      out.value(name.rawValue)
      for field in fields {
        out.key(field.key)
        switch field.value {
        case .text(let text): out.value(text)
        case .number(let number): out.value(number)
        }
      }
    }
  }

  /// RFC 3339, with milliseconds.
  static func time(_ instant: Instant) -> String {
    var seconds = time_t(instant / 1_000_000_000)
    var found = unsafe tm()
    unsafe gmtime_r(&seconds, &found)
    let day = unsafe (found.tm_year + 1900, found.tm_mon + 1, found.tm_mday)
    let clock = unsafe (found.tm_hour, found.tm_min, found.tm_sec)
    func digits(_ number: Int32, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    let date = "\(digits(day.0, 4))-\(digits(day.1, 2))-\(digits(day.2, 2))"
    let time = "\(digits(clock.0, 2)):\(digits(clock.1, 2)):\(digits(clock.2, 2))"
    return "\(date)T\(time).\(digits(Int32(instant / 1_000_000 % 1000), 3))Z"
  }
}
