/// How it stands with one file of the Inbox.
struct InboxFile {
  enum State: Equatable {
    /// The store has it.
    case known
    /// It was read and is no document; with another content it is looked at again.
    case refused
    /// Its writer may not be done.
    case settling(since: Instant)
    /// It could not be read, which may pass.
    case retrying(tries: Int)
    /// It waits for its turn.
    case ready
  }

  var key: FileKey
  var state: State
  /// It came under its name by a rename: whole, as its writer meant it.
  var isRenamed = false
  /// The code of the error that it was refused with last, as it is.
  var refusal: String?
  /// Since when a writer has been seen to have it open.
  var heldSince: Instant?

  var isPending: Bool { state != .known && state != .refused }
}

/// How long a file must have been left alone before it is taken.
struct Settling: Sendable {
  var quiet: Instant
  /// On file systems whose other users' writes are seen late.
  var remoteQuiet: Instant

  /// When to look at a file again that is as it is since `since`: at once where nobody has written
  /// for a while, as with a file that was moved in. `now` is steady, `wall` the clock of file times.
  func due(
    _ file: InboxFile, since: Instant, isRemote: Bool, now: Instant, wall: Instant
  ) -> Instant {
    // The other host's clock may differ from ours, so its times say nothing.
    if isRemote { return since + remoteQuiet }
    if file.isRenamed { return now }
    let age = wall &- file.key.modified
    // A time that is to come says nothing either.
    if age < 0 { return since + quiet }
    return age >= quiet ? now : now + quiet - age
  }
}

/// Delays between tries: from 1 s, doubled each time, to 10 min, a quarter more or less so that
/// what failed together is not tried together.
func retryDelay(after tries: Int) -> Instant {
  let base = min(Instant.seconds(600), .seconds(1) << Instant(min(tries, 10)))
  return base / 4 * 3 + Instant.random(in: 0...(base / 2))
}
