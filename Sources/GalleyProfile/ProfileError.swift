/// Something wrong in a profile's file.
package struct ProfileProblem: Sendable, Equatable, CustomStringConvertible {
  package var file: String
  package var place: Place
  /// The keys that lead to it, `document.year`; empty for the file as a whole.
  package var path: String
  package var message: String

  package var description: String {
    "\(file):\(place.line):\(place.column): \(path.isEmpty ? "" : path + ": ")\(message)"
  }
}

/// Why a profile can't be used: a mistake in the configuration, never in a document.
package enum ProfileError: Error, Equatable, CustomStringConvertible {
  /// A file that is not there, or can't be read.
  case unreadable(file: String)
  /// The folder of profiles that somebody named is not there, or can't be looked into.
  case noFolder(String)
  case invalid([ProfileProblem])
  /// No profile of this name in the folder; `nearest` has one like it.
  case unknown(name: String, nearest: String?)

  package var description: String {
    switch self {
    case .unreadable(let file): "\(file): can't be read"
    case .noFolder(let folder): "\(folder) is no folder of profiles that can be read"
    case .invalid(let problems): problems.map(\.description).joined(separator: "\n")
    case .unknown(let name, let nearest):
      "no profile '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
  }
}
