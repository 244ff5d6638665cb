/// What a profile is chosen by: what the built-in rules know of a document.
package struct ProfileSubject: Sendable, Equatable {
  package var name: String
  package var title: String?
  package var publisher: String?

  package init(name: String, title: String?, publisher: String?) {
    self.name = name
    self.title = title
    self.publisher = publisher
  }

  package init(_ record: Record) {
    self.init(
      name: record.sourceName, title: record.title.map(record.string) ?? record.headTitle,
      publisher: record.publisher)
  }
}

/// How closely a profile's condition fits.
package struct ProfileFit: Sendable, Equatable, Comparable {
  /// Title, file name, publisher: how many of them it asks for.
  package var parts: Int
  /// Scalars of the patterns that are no wildcard.
  package var literals: Int

  package static func < (a: Self, b: Self) -> Bool {
    (a.parts, a.literals) < (b.parts, b.literals)
  }
}

package enum ProfileChoice: Sendable, Equatable {
  case none
  case one(Profile)
  /// Profiles that fit equally well, by name: none is taken.
  case several([Profile])
}

/// Which profile a document is processed with.
package enum ProfilePolicy: Sendable {
  case use(Profile)
  /// The one that fits; the built-in rules where none does.
  case choose([Profile])
}

/// The profile that fits best. One that extends another goes before it; then the condition with more
/// parts wins, then the one with more literal text. The order of `profiles` makes no difference.
package func choose(from profiles: [Profile], for subject: ProfileSubject) -> ProfileChoice {
  var fits = profiles.compactMap { profile in profile.fit(subject).map { (profile, $0) } }
  let ancestors = Set(fits.flatMap { $0.0.ancestors })
  fits.removeAll { ancestors.contains($0.0.name) }
  guard let best = fits.map(\.1).max() else { return .none }
  let winners = fits.filter { $0.1 == best }.map(\.0).sorted { $0.name < $1.name }
  return winners.count == 1 ? .one(winners[0]) : .several(winners)
}

extension Profile {
  /// The best fit of its conditions, or nil where none holds.
  package func fit(_ subject: ProfileSubject) -> ProfileFit? {
    match.compactMap { $0.fit(subject) }.max()
  }
}

extension Profile.Condition {
  package func fit(_ subject: ProfileSubject) -> ProfileFit? {
    var fit = ProfileFit(parts: 0, literals: 0)
    func holds(_ patterns: [LinePattern], _ matches: (LinePattern) -> Bool) -> Bool {
      if patterns.isEmpty { return true }
      guard let literals = patterns.filter(matches).map(\.literalCount).max() else { return false }
      fit.parts += 1
      fit.literals += literals
      return true
    }
    let last = subject.name.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" }
    let isFit =
      holds(title) { pattern in subject.title.map { pattern.match($0) != nil } ?? false }
      && holds(publisher) { pattern in subject.publisher.map { pattern.match($0) != nil } ?? false }
      && holds(filename) { pattern in
        let isPath = pattern.source.utf8.contains(UInt8(ascii: "/"))
        return pattern.match(isPath ? subject.name : last ?? "") != nil
      }
    return isFit && fit.parts > 0 ? fit : nil
  }
}
