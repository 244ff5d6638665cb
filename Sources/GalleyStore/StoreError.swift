internal import Glibc

/// Why the store can't be used. These stop a run: no document is to blame.
package enum StoreError: Error, Equatable {
  case notAFolder(FilePath)
  case cannotOpen(SystemError)
  /// `holder` is the other process's id, where it could be read.
  case locked(FilePath, holder: String?)
  case full(SystemError)
  case failed(SystemError)

  /// Stable: a letter and three digits; see Docs/diagnostics.md.
  package var code: String {
    switch self {
    case .notAFolder: "E301"
    case .cannotOpen: "E302"
    case .locked: "E303"
    case .full: "E304"
    case .failed: "E305"
    }
  }

  init(_ error: SystemError) {
    self = [ENOSPC, EDQUOT].contains(error.number) ? .full(error) : .failed(error)
  }
}

extension StoreError: CustomStringConvertible {
  package var description: String { "\(code) \(reason)" }

  private var reason: String {
    switch self {
    case .notAFolder(let path):
      "the store \(path.text) is not a folder; name another with --store or GALLEY_STORE"
    case .cannotOpen(let error):
      "the store can't be opened: \(error); make its parent folder, or check its permissions"
    case .locked(let path, let holder):
      "another galley\(holder.map { " (process \($0))" } ?? "") works on \(path.text); "
        + "wait for it, or use another --store"
    case .full(let error):
      "no space left: \(error); free some and run again, what is stored stays"
    case .failed(let error):
      "\(error); check the disk and run again, what is stored stays"
    }
  }
}
