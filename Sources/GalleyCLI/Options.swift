internal import ArgumentParser
internal import GalleyProfile
internal import GalleyRead
internal import GalleyStore

/// Where the store is.
struct StoreOption: ParsableArguments {
  @Option(help: "The folder of records (GALLEY_STORE; else Store).")
  var store: String?

  var path: FilePath { store.map(FilePath.init(argument:)) ?? Settings.store }
}

/// Where the Inbox is.
struct InboxOption: ParsableArguments {
  @Option(help: "The folder of incoming documents (GALLEY_INBOX; else Inbox).")
  var inbox: String?

  var path: FilePath { inbox.map(FilePath.init(argument:)) ?? Settings.inbox }
}

/// The encoding of a verb's documents.
struct EncodingOption: ParsableArguments {
  @Option(help: "Their encoding, as windows-1252, where it is known (else it is found out).")
  var encoding: String?

  func validate() throws {
    guard let encoding, encodingLabel(encoding) == nil else { return }
    let near = nearest(to: encoding.lowercased(), among: encodingLabels)
    throw ValidationError(
      "No encoding is called '\(encoding)'"
        + (near.map { "; did you mean '\($0)'?" } ?? "; one is \(encodingLabels[0])."))
  }

  /// The WHATWG label.
  var label: String? { encoding.flatMap { encodingLabel($0) } }
}

/// `-j 2`, `-j2` and `--jobs 2`.
struct JobsOption: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long], parsing: .unconditional,
    help: "Documents in work at a time (else one a core).")
  var jobs: Int?

  var count: Int { jobs ?? Settings.jobs }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
  }
}
