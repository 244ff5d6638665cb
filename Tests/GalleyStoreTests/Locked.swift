import Foundation

/// A value that threads share. The thread sanitizer knows this lock; that of `Mutex` it does not see
/// on Linux, and reports accesses that the mutex keeps apart.
///
/// Unchecked: the value is touched under the lock only.
final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: Value) { self.value = value }

  func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try lock.withLock { try body(&value) }
  }
}
