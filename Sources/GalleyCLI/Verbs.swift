internal import ArgumentParser
internal import GalleyProfile

extension ParsableCommand {
  /// Refuses a word that stands where a verb must and is none, and names the nearest.
  static func checkVerb(_ words: ArraySlice<String>) throws {
    let verbs = configuration.subcommands
    guard !verbs.isEmpty, let word = words.first, !word.hasPrefix("-"), word != "help" else {
      return
    }
    if let verb = verbs.first(where: { $0.configuration.commandName == word }) {
      return try verb.checkVerb(words.dropFirst())
    }
    let near = nearest(to: word, among: verbs.compactMap { $0.configuration.commandName })
    throw ValidationError(
      "No verb is called '\(word)'" + (near.map { "; did you mean '\($0)'?" } ?? "."))
  }
}
