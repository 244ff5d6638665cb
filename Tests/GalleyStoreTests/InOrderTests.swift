import Testing

@testable import GalleyStore

@Suite struct InOrderTests {
  struct Stop: Error, Equatable { var at: Int }

  /// Sizes that end a stretch at once, in its middle and never.
  @Test(arguments: [0, 1 << 16, 1 << 22], [1, 3])
  func takesAllInOrder(_ size: Int, jobs: Int) async throws {
    for count in [0, 1, 31, 32, 33, 500] {
      var taken: [Int] = []
      await inOrder(count, jobs: jobs, size: { _ in size }, work: { $0 * 2 }) { index, work in
        #expect(work == index * 2)
        taken.append(index)
      }
      #expect(taken == Array(0..<count))
    }
  }

  @Test func anErrorEndsAll() async {
    var taken = 0
    await #expect(throws: Stop(at: 40)) {
      try await inOrder(500, jobs: 2, size: { _ in 1 }, work: { $0 }) { index, _ throws(Stop) in
        if index == 40 { throw Stop(at: index) }
        taken += 1
      }
    }
    #expect(taken == 40)
  }
}
