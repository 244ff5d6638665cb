/// One line of the changes feed: what happened to a document, in order.
///
/// The feed is the store's memory of names and revisions, and what other programs follow. It holds
/// no time and no host, so the same input gives the same feed.
package struct Change: Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// The document's first revision.
    case added
    /// Another source of a document that is known: its next revision.
    case revised
    /// The same source, read by other rules: the record is new, the revision is not.
    case reprocessed
    /// A known source under another name.
    case alias
    /// The document, its record and its sources, was taken out on a user's word.
    case forgotten
  }

  /// From 1, without gaps.
  package var sequence: Int
  package var kind: Kind
  /// The document's id.
  package var id: String
  /// From 1: how many sources the document has had.
  package var revision: Int
  /// SHA-256 of the source.
  package var source: String
  /// SHA-256 of the record's file.
  package var record: String
  /// `Source.name`: what the source was called.
  package var name: String
  /// The encoding that somebody told the source to be in: it stays so.
  package var encoding: String?
}
