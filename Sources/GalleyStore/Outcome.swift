package import GalleyModel

/// What became of one input.
package enum Outcome: Sendable {
  case taken(Summary, Decision)
  case failed(name: String, Failure)
  /// A person gave it up: it was not looked at.
  case dropped(name: String, reason: String)
}

/// An error that is one document's fault; others go on.
package struct Failure: Error, Sendable, Equatable {
  /// A letter and three digits.
  package var code: String
  package var message: String

  /// From an error of a room, which describes itself as code and message.
  /// From an error's description, which is its code and its message.
  package init(_ description: String) {
    let parts = description.split(separator: " ", maxSplits: 1).map { String($0) }
    code = parts.first ?? ""
    message = parts.last ?? ""
  }
}

/// What a person wants to know of a record at a glance.
package struct Summary: Sendable {
  package var name: String
  package var id: String
  package var sourceBytes: Int
  package var sections: Int
  package var fields: Int
  package var players: Int
  package var repairs: Int
  /// Of the repairs; 1 where there are none.
  package var lowestConfidence: Double
  /// What a person should look at: warnings and errors.
  package var doubts: [Diagnostic]

  package init(_ document: Document) {
    let record = document.record
    name = document.name
    id = record.id
    sourceBytes = document.source.count
    sections = record.sections.count
    fields = record.sections.reduce(0) { $0 + $1.fields.count }
    players = record.sections.reduce(0) { $0 + $1.players.count }
    repairs = record.repairs.count
    lowestConfidence = record.repairs.reduce(1) { min($0, $1.rule.confidence) }
    doubts = record.diagnostics.filter { $0.level != .info }
  }
}
