internal import GalleyModel

/// The best chain of numbers of each style, by dynamic programming over the markers.
///
/// A marker extends the best chain of its style that ends one number before (or after, for a
/// countdown), with a penalty for numbers left out or printed twice. Only the best chain for each
/// last number is kept, so the cost is linear in the markers.
func numberedChains(_ search: Search) -> [Chain] {
  var tracks: [Track] = []
  /// Where the track of a style stands.
  var places: [UInt64: Int] = [:]
  var last: (key: UInt64, place: Int)?
  for (index, marker) in search.survey.markers.enumerated() {
    let line = search.survey.markerLines[index]
    guard line >= search.first, !search.survey.isNoise(line), !search.opensRegion(line) else {
      continue
    }
    let key = styleKey(marker)
    // Most markers have the style of the one before.
    if last?.key != key {
      if places[key] == nil {
        guard tracks.count < maxTracks else { continue }
        places[key] = tracks.count
        tracks.append(Track(system: marker.system, atMost: search.survey.markers.count - index))
      }
      last = places[key].map { (key, $0) }
    }
    if let last { tracks[last.place].add(marker, index, line, search) }
    // 10 continues 09.
    if marker.value > 9, marker.system == .decimal, marker.minor == 0,
      let padded = places[key ^ paddedKey]
    {
      tracks[padded].add(marker, index, line, search)
    }
  }
  return places.sorted { $0.key < $1.key }.flatMap { tracks[$0.value].chains(search) }
}

/// Styles beyond these are words that happen to stand before numbers.
private let maxTracks = 512
private let paddedKey: UInt64 = 1 << 40
/// `Search.headingScore` of a title-like line with text or labels below it.
private let headingWithBody = 1.0

/// Markers of one style count together; careless hands mix `3.` and `3:` and `3、`.
private func styleKey(_ marker: Marker) -> UInt64 {
  if marker.keyword != 0 {
    return marker.keyword << 8 | UInt64(marker.shape == .clause ? 1 : 2)
  }
  let level: UInt64 = marker.minor > 0 ? 1 : 0
  let padded = marker.isPadded ? paddedKey : 0
  return 1 << 50 | padded | UInt64(marker.system.rawValue) << 16
    | UInt64(marker.shape.rawValue) << 8 | level
}

extension Marker {
  /// 07
  var isPadded: Bool {
    system == .decimal && shape == .plain && keyword == 0 && minor == 0 && value <= 9
      && label.count >= 2 && label.count != 3
  }
}

/// The best state of each number: nearly all are small.
private struct StateByNumber {
  private var small = [Int](repeating: -1, count: 32)
  private var others: [Int: Int] = [:]

  subscript(number: Int) -> Int? {
    get {
      guard (0..<1024).contains(number) else { return others[number] }
      return number < small.count && small[number] >= 0 ? small[number] : nil
    }
    set {
      guard (0..<1024).contains(number) else { return others[number] = newValue }
      while small.count <= number { small.append(-1) }
      small[number] = newValue ?? -1
    }
  }
}

/// The chains of one style.
private struct Track {
  struct State {
    var score: Double
    var previous: Int
    var marker: Int
    var number: Int
    var length: Int
  }

  let system: NumeralSystem
  private var states: [State] = []
  /// The best state of each last number, upward and downward.
  private var up = StateByNumber()
  private var down = StateByNumber()
  /// The chain that a list that counts from 1 again may go on.
  private var restart: Int?
  private var isClause = false

  init(system: NumeralSystem, atMost count: Int) {
    self.system = system
    // Most markers give a state upward and one downward.
    states.reserveCapacity(2 * min(count, 32))
  }

  mutating func add(_ marker: Marker, _ index: Int, _ line: Int, _ search: Search) {
    if marker.shape == .clause { isClause = true }
    let own = search.headingScore(line, marker)
    if marker.minor > 0 { return addDecimal(marker, index, own) }
    let number = marker.value
    var best = State(
      score: own - startPenalty(number), previous: -1, marker: index, number: number, length: 1)
    func offer(_ state: Int?, _ link: Double, as number: Int) {
      guard let state else { return }
      let style = search.survey.markers[states[state].marker].suffix == marker.suffix ? 0.2 : 0
      let score = states[state].score + own + link + style
      if score > best.score {
        best = State(
          score: score, previous: state, marker: index, number: number,
          length: states[state].length + 1)
      }
    }
    offer(up[number - 1], 1, as: number)
    offer(up[number - 2], -0.8, as: number)
    offer(up[number - 3], -1.6, as: number)
    // An excerpt takes what it likes.
    if search.isExcerpt, let last = states.indices.last, states[last].number < number {
      offer(last, -0.2, as: number)
    }
    let twin = up[number]
    if number == 1, search.followsGroupHeading(line) { offer(restart, -0.3, as: 1) }
    keepUp(best)
    if own >= headingWithBody { restart = states.count - 1 }
    // Printed twice: the second one stands for the next number.
    best = State(score: -.infinity, previous: -1, marker: index, number: number + 1, length: 1)
    offer(twin, -0.7, as: number + 1)
    if best.previous >= 0 { keepUp(best) }
    best = State(score: own, previous: -1, marker: index, number: number, length: 1)
    offer(down[number + 1], 1, as: number)
    offer(down[number + 2], -0.8, as: number)
    keepDown(best)
  }

  /// A list seldom begins in the middle.
  private func startPenalty(_ number: Int) -> Double {
    number <= 1 ? 0 : min(3, 0.5 * Double(number))
  }

  /// 1.1, 1.2, 2.1: numbers count through.
  private mutating func addDecimal(_ marker: Marker, _ index: Int, _ own: Double) {
    let key = marker.value * 100 + marker.minor
    var previous = up[key - 1]
    if marker.minor == 1 { previous = up[-(marker.value - 1)] }
    var state = State(score: own, previous: -1, marker: index, number: 1, length: 1)
    if let previous {
      state = State(
        score: states[previous].score + own + 1, previous: previous, marker: index,
        number: states[previous].number + 1, length: states[previous].length + 1)
    }
    states.append(state)
    up[key] = states.count - 1
    up[-marker.value] = states.count - 1
  }

  private mutating func keepUp(_ state: State) {
    states.append(state)
    if let old = up[state.number], states[old].score >= state.score { return }
    up[state.number] = states.count - 1
  }

  private mutating func keepDown(_ state: State) {
    states.append(state)
    if let old = down[state.number], states[old].score >= state.score { return }
    down[state.number] = states.count - 1
  }

  /// The best chain of this style.
  func chains(_ search: Search) -> [Chain] {
    guard let best = states.indices.max(by: { states[$0].score < states[$1].score }),
      states[best].length >= 2
    else { return [] }
    var nodes: [Node] = []
    nodes.reserveCapacity(states[best].length)
    var at = best
    while at >= 0 {
      let state = states[at]
      nodes.append(
        Node(
          line: search.survey.markerLines[state.marker], number: state.number, marker: state.marker)
      )
      at = state.previous
    }
    nodes.reverse()
    var chain = Chain(kind: .numbered(system), nodes: nodes)
    // A list that begins again and goes no further is something else.
    if chain.nodes.count > 2, chain.nodes.last?.number == 1, chain.nodes[0].number == 1 {
      chain.nodes.removeLast()
    }
    search.cutSideList(&chain)
    search.fillGaps(&chain)
    if isClause { chain.card.add(.clauses, Weights.veto) }
    return [chain]
  }
}
