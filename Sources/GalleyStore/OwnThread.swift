internal import Glibc

/// Runs work that waits for a disk on a thread of its own: the few threads that tasks share are for
/// work that computes.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    let errand = Errand { continuation.resume(returning: work()) }
    // The thread takes over the reference that is passed to it, or nobody does where there is none.
    let passed = unsafe Unmanaged.passRetained(errand)
    var thread = pthread_t()
    let result = unsafe pthread_create(
      &thread, nil,
      { argument in
        if let argument = unsafe argument {
          unsafe Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue().run()
        }
        return nil
      }, passed.toOpaque())
    if result == 0 {
      pthread_detach(thread)
    } else {
      unsafe passed.takeRetainedValue().run()
    }
  }
}

private final class Errand: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
