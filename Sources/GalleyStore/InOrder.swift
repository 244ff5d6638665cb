/// Works on items in parallel and takes the results in the items' order, so that what comes of them
/// does not depend on the number of workers.
///
/// `jobs` items are in work at a time, and what waits for a slow one before it is bounded too. An
/// error of `take` ends all.
package func inOrder<Work: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, work: @escaping @Sendable (Int) -> Work,
  take: (Int, Work) throws(Failure) -> Void
) async throws(Failure) {
  var failure: Failure?
  await withTaskGroup(of: (index: Int, work: Work).self) { group in
    var started = 0
    var due = 0
    var early: [Int: Work] = [:]
    while due < count {
      while started < min(count, due + 4 * jobs), started - due - early.count < jobs {
        let index = started
        group.addTask { (index, work(index)) }
        started += 1
      }
      guard let done = await group.next() else { break }
      early[done.index] = done.work
      while let work = early.removeValue(forKey: due) {
        do throws(Failure) {
          try take(due, work)
        } catch {
          failure = error
          return group.cancelAll()
        }
        due += 1
      }
    }
  }
  if let failure { throw failure }
}
