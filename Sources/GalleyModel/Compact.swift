/// A count that is kept in the few bytes of `Storage` and used as an `Int`. A document has one of
/// them for each of its lines, and a walk over those costs what they take in memory.
///
/// What does not fit becomes the nearest value that does.
@propertyWrapper
@frozen
@usableFromInline
package struct Compact<Storage: FixedWidthInteger & Sendable>: Sendable, Equatable {
  @usableFromInline var stored: Storage

  @inlinable
  package init(wrappedValue: Int) { stored = Storage(clamping: wrappedValue) }

  @inlinable
  package var wrappedValue: Int {
    get { Int(stored) }
    set { stored = Storage(clamping: newValue) }
  }
}
