/// Works on items in parallel and takes the results in the items' order, so that what comes of them
/// does not depend on the number of workers.
///
/// `jobs` items are in work at a time, and what waits for a slow one before it is bounded too. An
/// error of `take` ends all.
///
/// Where `size` tells what a result holds in memory, in bytes, and there are many items, a worker
/// takes a stretch of them at a time, so that it has work while `take` waits for a disk.
package func inOrder<Work: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, size: (@Sendable (Work) -> Int)? = nil,
  work: @escaping @Sendable (Int) -> Work, take: (Int, Work) async throws(Failure) -> Void
) async throws(Failure) {
  let stretch = size != nil && count > stretchItems * jobs ? stretchItems : 1
  var failure: Failure?
  await withTaskGroup(of: (range: Range<Int>, works: [Work]).self) { group in
    var started = 0
    var running = 0
    var due = 0
    var early: [Int: Work] = [:]
    func start(_ range: Range<Int>, in group: inout TaskGroup<(range: Range<Int>, works: [Work])>) {
      running += 1
      group.addTask { (range, works(on: range, size, work)) }
    }
    while due < count {
      while started < min(count, due + 4 * jobs * stretch), running < jobs {
        let end = min(count, started + stretch)
        start(started..<end, in: &group)
        started = end
      }
      guard let done = await group.next() else { break }
      running -= 1
      for (index, work) in zip(done.range, done.works) { early[index] = work }
      let rest = done.range.dropFirst(done.works.count)
      if !rest.isEmpty { start(rest, in: &group) }
      while let work = early.removeValue(forKey: due) {
        do throws(Failure) {
          try await take(due, work)
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

private let stretchItems = 32
/// A stretch ends sooner after so many bytes.
private let stretchBytes = 1 << 20

/// Works through a range, or through its beginning where that gave much.
private func works<Work>(
  on range: Range<Int>, _ size: ((Work) -> Int)?, _ work: (Int) -> Work
) -> [Work] {
  var works: [Work] = []
  var bytes = 0
  for index in range where bytes < stretchBytes {
    let work = work(index)
    bytes += size?(work) ?? 0
    works.append(work)
  }
  return works
}
