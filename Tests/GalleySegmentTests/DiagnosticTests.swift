import GalleyModel
import Testing

@testable import GalleySegment

/// Doubts that a list leaves, and why it was taken apart as it was.
@Suite struct DiagnosticTests {
  private func codes(_ source: String) -> [String] {
    segment(document(source)).diagnostics.map(\.code)
  }

  private let body =
    "It was held on the quay, in the rain, and nobody wanted to go home before the last train."

  @Test func namesAMissingNumber() {
    let outline = segment(
      document(
        """
        Things from the fair
        1. The flying boat
        \(body)
        2. The singing door
        \(body)
        4. The warm stone
        \(body)
        5. The long rope
        \(body)
        """))
    #expect(outline.items.map(\.number) == [1, 2, 4, 5])
    #expect(
      outline.diagnostics == [
        Diagnostic(.warning, "W201", "number 3 missing after line 4", section: 2)
      ])
  }

  @Test func comparesTheAnnouncedCount() {
    let source = """
      Four things from the fair
      1. The flying boat
      \(body)
      2. The singing door
      \(body)
      3. The warm stone
      \(body)
      """
    #expect(codes(source) == ["W202"])
    #expect(codes(source.replacing("Four", with: "Three")) == [])
  }

  @Test func namesLostHeadings() {
    let source = """
      三大突破性技术
      每年春天，编辑部都要为这份名单争论很久，今年也不例外，最后留下了下面三项。
      重大意义：墙壁会自己降温。
      涂料里的微粒把阳光送回天空，屋子里的温度能降低五度，空调可以少开一半。
      重大意义：河水可以直接喝。
      滤膜的孔比病毒还小，用手摇泵就能让水流过去，一家人一天的水只要十分钟。
      重大意义：轮胎不再磨损。
      橡胶在夜里自己长好，司机早上出门的时候，昨天的划痕已经看不见了。
      """
    #expect(codes(source) == ["W203", "W203", "W203"])
  }

  @Test func explainsTheWinnerByItsTerms() {
    let cleaned = document(
      """
      Three things from the fair
      1. The flying boat
      \(body)
      2. The singing door
      \(body)
      3. The warm stone
      \(body)
      """)
    let explanation = explainSegmentation(cleaned)
    let winner = explanation.winner
    #expect(winner?.numbers == [1, 2, 3])
    #expect((winner?.total ?? 0) >= explanation.threshold)
    let sum = winner?.terms.reduce(0) { $0 + $1.value } ?? 0
    #expect(abs(sum - (winner?.total ?? 1)) < 1e-9)
    #expect((explanation.runnerUp?.total ?? 0) <= (winner?.total ?? 0))
    #expect(segment(cleaned).items.map(\.number) == winner?.numbers)
  }

  @Test func explainsWhyThereIsNoList() {
    let explanation = explainSegmentation(document("A short note\n\(body)"))
    #expect(explanation.winner == nil)
  }

  /// Every line looks like a heading. Twice the lines may take twice the time, not four times.
  @Test(arguments: [
    "%. The flying boat", "The flying boat number %", "• The boat %", "Key players: boat %",
  ])
  func takesLinearTime(_ form: String) {
    func lines(_ count: Int) -> Cleaned {
      document((1...count).map { form.replacing("%", with: String($0)) }.joined(separator: "\n"))
    }
    func time(_ cleaned: Cleaned) -> Duration { ContinuousClock().measure { _ = segment(cleaned) } }
    let (small, large) = (lines(2_000), lines(16_000))
    _ = time(small)
    #expect(time(large) < time(small) * 40)
  }
}
