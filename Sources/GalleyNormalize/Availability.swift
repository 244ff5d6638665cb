internal import GalleyModel

/// When a technology can be had, from the printed value. Of several statements the first counts.
func availability(_ value: String, edition: Int?) -> Record.Availability {
  let bytes = Array(value.utf8)
  let statement = AvailabilityReader(folded(bytes, 0..<bytes.count)).firstStatement(
    edition: edition)
  return Record.Availability(text: value, statement, edition: edition)
}

/// What a value says, before it is set against the edition's year.
enum AvailabilityStatement: Equatable {
  case now
  /// Years from the edition; nil where open.
  case range(min: Double?, max: Double?)
  /// A calendar year, and the last one of a span of years.
  case year(Int, through: Int)
  case unknown
}

extension Record.Availability {
  init(text: String, _ statement: AvailabilityStatement, edition: Int?) {
    switch statement {
    case .now:
      self.init(text: text, kind: .now)
      fromYear = edition
      toYear = edition
    case .range(let low, let high):
      self.init(text: text, kind: .range)
      minYears = low
      maxYears = high
      if let edition {
        fromYear = low.map { edition + Int($0) }
        toYear = high.map { edition + Int($0) + (Double(Int($0)) < $0 ? 1 : 0) }
      }
    case .year(let first, let last):
      self.init(text: text, kind: .year)
      year = first
      fromYear = first
      toYear = last
    case .unknown:
      self.init(text: text, kind: .unknown)
    }
  }
}

/// Finds the first statement that a value's tokens make.
struct AvailabilityReader {
  private struct Quantity {
    var low: Double
    var high: Double
    /// Index of the token after it.
    var next: Int
  }

  private let tokens: [AvailabilityToken]

  /// `text` is folded.
  init(_ text: [UInt8]) { tokens = availabilityTokens(of: text) }

  func firstStatement(edition: Int?) -> AvailabilityStatement {
    var isNegated = false
    var isAvailable = false
    for index in tokens.indices {
      switch tokens[index] {
      case .word(.now):
        if !isNegated { return .now }
        isNegated = false
      case .word(.available):
        if !isNegated, index + 1 < tokens.count, tokens[index + 1] == .word(.stop) { return .now }
        isAvailable = !isNegated
        isNegated = false
      case .word(.not): isNegated = true
      case .word(.stop): isNegated = false
      case .word(.thisYear):
        return edition.map { .year($0, through: $0) } ?? .range(min: 0, max: 1)
      case .word(.nextYear):
        return edition.map { .year($0 + 1, through: $0 + 1) } ?? .range(min: 1, max: 1)
      case .number, .word(.halfYear), .word(.oneYear), .word(.oneMonth), .word(.oneDecade):
        if let year = calendarYear(at: index) { return year }
        if let statement = range(at: index) { return statement }
      default: break
      }
    }
    return isAvailable || isOnlyPresent ? .now : .unknown
  }

  private var isOnlyPresent: Bool {
    !tokens.isEmpty && tokens.allSatisfy { $0 == .word(.present) || $0 == .word(.stop) }
  }

  /// `2030`, `2025-2030`.
  private func calendarYear(at index: Int) -> AvailabilityStatement? {
    guard case .number(let number) = tokens[index], number.isYear else { return nil }
    let first = Int(number.value)
    var next = index + 1
    if next < tokens.count, tokens[next] == .word(.years) { next += 1 }
    if next + 1 < tokens.count, tokens[next] == .word(.to),
      case .number(let last) = tokens[next + 1],
      last.isYear, last.value >= number.value
    {
      return .year(first, through: Int(last.value))
    }
    return .year(first, through: first)
  }

  private func range(at index: Int) -> AvailabilityStatement? {
    guard let quantity = quantity(at: index) else { return nil }
    let bound = bound(before: index) ?? bound(after: quantity.next)
    guard quantity.low == quantity.high else {
      return .range(min: quantity.low, max: quantity.high)
    }
    return switch bound {
    case .within: .range(min: 0, max: quantity.high)
    case .orMore: .range(min: quantity.low, max: nil)
    default: .range(min: quantity.low, max: quantity.high)
    }
  }

  /// A number with its unit, or two with a sign between them; the unit may stand once.
  private func quantity(at index: Int) -> Quantity? {
    guard var first = amount(at: index) else { return nil }
    let second = second(after: first.next)
    guard let unit = first.unit ?? second?.unit ?? (isBare ? 1 : nil) else { return nil }
    if first.unit == nil, second == nil, !isBare { return nil }
    first.unit = unit
    guard let second else {
      return Quantity(low: first.value * unit, high: first.upper * unit, next: first.next)
    }
    let high = second.value * (second.unit ?? unit)
    let low = first.value * unit
    return Quantity(low: min(low, high), high: max(low, high), next: second.next)
  }

  private struct Amount {
    var value: Double
    var upper: Double
    /// Years in one of its unit; nil where none is printed.
    var unit: Double?
    var next: Int
  }

  private func amount(at index: Int) -> Amount? {
    guard index < tokens.count else { return nil }
    switch tokens[index] {
    case .word(.halfYear): return Amount(value: 0.5, upper: 0.5, unit: 1, next: index + 1)
    case .word(let word):
      guard let unit = word.unitOfOne, isAtStart(index) else { return nil }
      return withHalf(Amount(value: 1, upper: 1, unit: unit, next: index + 1))
    case .number(let number):
      let value = Amount(
        value: number.value, upper: number.upper ?? number.value, unit: nil, next: index + 1)
      return withHalf(withUnit(value))
    case .other: return nil
    }
  }

  private func second(after index: Int) -> Amount? {
    guard index < tokens.count, tokens[index] == .word(.to) || tokens[index] == .word(.upTo) else {
      return nil
    }
    guard index + 1 < tokens.count, case .number(let number) = tokens[index + 1], !number.isYear
    else {
      return nil
    }
    return amount(at: index + 1)
  }

  /// The unit after a number; one word that says nothing may stand between ("5 more years").
  private func withUnit(_ amount: Amount) -> Amount {
    var out = amount
    for next in amount.next...amount.next + 1 where next < tokens.count {
      if case .word(let word) = tokens[next], let unit = word.unit ?? word.unitOfOne {
        out.unit = unit
        out.next = next + 1
        return out
      }
      guard tokens[next] == .other || tokens[next] == .word(.orMore) else { break }
    }
    return out
  }

  private func withHalf(_ amount: Amount) -> Amount {
    guard amount.unit != nil, amount.next < tokens.count, tokens[amount.next] == .word(.andHalf)
    else { return amount }
    return Amount(
      value: amount.value + 0.5, upper: amount.upper + 0.5, unit: amount.unit, next: amount.next + 1
    )
  }

  /// A unit alone means one only where nothing but known small words stands before it.
  private func isAtStart(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch tokens[index - 1] {
    case .word(.filler), .word(.within), .word(.orMore), .word(.stop): return true
    default: return false
    }
  }

  private func bound(before index: Int) -> AvailabilityWord? {
    var at = index - 1
    while at >= 0 {
      guard case .word(let word) = tokens[at] else { return nil }
      switch word {
      case .within, .orMore: return word
      case .upTo: return .within
      // "bis zu", "a menos": short words that also stand between numbers.
      case .filler, .to: at -= 1
      default: return nil
      }
    }
    return nil
  }

  private func bound(after index: Int) -> AvailabilityWord? {
    // The plus of "10+ years" stands before the unit.
    if index >= 2, tokens[index - 2] == .word(.orMore) { return .orMore }
    for at in index..<min(index + 2, tokens.count) {
      guard case .word(let word) = tokens[at] else { return nil }
      if word == .within || word == .orMore { return word }
      guard word == .filler else { return nil }
    }
    return nil
  }

  /// Whether the value is nothing but numbers and signs: the unit stood in the label.
  private var isBare: Bool {
    tokens.allSatisfy { token in
      switch token {
      case .number: true
      case .word(let word): word == .to || word == .orMore || word == .within || word == .filler
      case .other: false
      }
    }
  }
}
