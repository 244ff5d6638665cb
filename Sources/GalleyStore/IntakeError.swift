internal import CLinux
internal import Glibc

/// Why a file was not taken in. Each says what was found and what to do about it.
package enum IntakeError: Error, Equatable {
  case missing
  case forbidden
  case link
  case folder
  case special(kind: String)
  case tooLarge(bytes: Int, limit: Int)
  /// Its size or times were not the same after reading.
  case changing
  case noDocuments
  case tooDeep(limit: Int)
  case failed(SystemError)
  /// Galley died each time that it was at this document.
  case setAside(deaths: Int)

  /// Stable: a letter and three digits; see Docs/diagnostics.md.
  package var code: String {
    switch self {
    case .missing: "E201"
    case .forbidden: "E202"
    case .link: "E203"
    case .folder: "E204"
    case .special: "E205"
    case .tooLarge: "E206"
    case .changing: "E207"
    case .noDocuments: "E208"
    case .tooDeep: "E209"
    case .failed: "E210"
    case .setAside: "E211"
    }
  }

  /// What the kernel's refusal to open or read a file means.
  init(_ error: SystemError) {
    switch error.number {
    case ENOENT, ENOTDIR: self = .missing
    case EACCES, EPERM: self = .forbidden
    case ELOOP: self = .link
    case EISDIR: self = .folder
    case ENXIO: self = .special(kind: "a socket or a device")
    default: self = .failed(error)
    }
  }
}

extension IntakeError: CustomStringConvertible {
  package var description: String { "\(code) \(reason)" }

  private var reason: String {
    switch self {
    case .missing: "no such file; check the path"
    case .forbidden: "no permission to read it; chmod or chown it"
    case .link: "this is a symbolic link; name the file that it points to"
    case .folder: "this is a folder; name a file, or give the folder to `galley ingest`"
    case .special(let kind): "this is \(kind), not a regular file; save its content to a file"
    case .tooLarge(let bytes, let limit):
      "\(bytes) bytes are over the limit of \(limit); raise it with --max-bytes"
    case .changing: "it changed while it was read; try again when its writer is done"
    case .noDocuments: "no documents in this folder; put text or HTML files into it"
    case .tooDeep(let limit): "folders lie over \(limit) deep here; move the files up"
    case .setAside(let deaths):
      "set aside: galley died \(deaths) times while at it; report it, or try again with --retry"
    case .failed(let error): "\(error.call): \(error.reason); check the disk"
    }
  }
}
