/// A bar on standard error for somebody who waits, and for nobody else.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private var done = 0
  private var drawn = -1

  private static let width = 30

  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown && total > 1
  }

  mutating func advance() {
    done += 1
    guard isShown else { return }
    // A thousand steps are as many as anybody sees.
    let step = done * 1000 / total
    guard step != drawn else { return }
    drawn = step
    let filled = done * Self.width / total
    let bar =
      String(repeating: "=", count: filled) + String(repeating: " ", count: Self.width - filled)
    writeError("\r[\(bar)] \(done) of \(total)\u{1B}[K")
  }

  /// Takes the bar away, for a line that comes in between or at the end.
  mutating func clear() {
    guard isShown, drawn >= 0 else { return }
    drawn = -1
    writeError("\r\u{1B}[K")
  }
}
