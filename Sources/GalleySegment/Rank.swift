internal import GalleyModel

/// All chains with their evidence, best first. `chosen` is the index of the winner, nil where the
/// document is no list.
struct Ranking: Sendable {
  var chains: [Chain]
  var chosen: Int?
  /// Clauses of a law were found.
  var isLaw = false
}

/// Finds, scores and ranks the chains of a document. What the text announces is read up to where the
/// last of those begins whose number the title doesn't tell.
func rank(_ search: inout Search) -> Ranking {
  // Where a profile gives the headings' forms, their markers are all that may open an item.
  let unnumbered = search.headings.patterns.isEmpty ? unnumberedChains(search) : []
  let found = search.fitted(numberedChains(search)) + unnumbered
  let untold = found.filter { !search.announcedInTitle.contains($0.nodes.count) }
  if let last = untold.compactMap({ $0.nodes.first?.line }).max() {
    search.readAnnouncements(before: last)
  }
  var chains: [Chain] = []
  chains.reserveCapacity(found.count)
  for chain in found { chains.append(search.scored(chain)) }
  // Stable: of two chains with equal evidence the one found first wins.
  let order = chains.indices.sorted {
    chains[$0].card.total != chains[$1].card.total
      ? chains[$0].card.total > chains[$1].card.total : $0 < $1
  }
  chains = order.map { chains[$0] }
  if chains.contains(where: \.isLaw) { return Ranking(chains: chains, chosen: nil, isLaw: true) }
  guard let best = chains.first, best.card.total >= Weights.threshold else {
    return Ranking(chains: chains, chosen: nil)
  }
  return Ranking(chains: chains, chosen: numbered(chains, search.innermost(chains)))
}

extension Chain {
  /// Clauses of a law rule out a list, wherever lists stand between them.
  fileprivate var isLaw: Bool {
    nodes.count >= 3 && card.terms.contains { $0.term == .clauses }
  }
}

extension Search {
  /// Lines that hold something, from below the title of each node to the next node.
  func bodyCounts(_ chain: Chain) -> [Int] {
    chain.nodes.indices.map { index in
      let start =
        chain.nodes[index].isLost ? chain.nodes[index].line : titleLine(of: chain.nodes[index]) + 1
      let end = index + 1 < chain.nodes.count ? chain.nodes[index + 1].line : survey.lines.count
      var count = 0
      for line in start..<max(start, end) where !survey.isNoise(line) { count += 1 }
      return count
    }
  }

  /// Where the winner's headings stand right above the items of another good chain, those items
  /// are the sections and the headings are groups.
  fileprivate func innermost(_ chains: [Chain]) -> Int {
    var chosen = 0
    while let inner = chains.indices.first(where: { index in
      index != chosen && chains[index].nodes.count * 2 >= chains[chosen].nodes.count * 3
        && chains[index].kind != .plain && chains[index].kind != .labelled
        && chains[index].card.total >= Weights.threshold
        && heads(chains[chosen], chains[index])
    }) {
      chosen = inner
    }
    return chosen
  }

  /// Below every heading of `outer`, with no text between, stands a heading of `inner`.
  private func heads(_ outer: Chain, _ inner: Chain) -> Bool {
    let innerLines = Set(inner.nodes.map(\.line))
    return outer.nodes.allSatisfy { node in
      guard !innerLines.contains(node.line) else { return false }
      var line = survey.next(after: titleLine(of: node))
      // One more level of headings may stand between.
      if !innerLines.contains(line), line < survey.lines.count, survey.isTitleLike(line) {
        line = survey.next(after: line)
      }
      return innerLines.contains(line)
    }
  }

  fileprivate func scored(_ chain: Chain) -> Chain {
    var out = chain
    guard let first = chain.nodes.first, let last = chain.nodes.last else { return out }
    let count = chain.nodes.count
    let counts = bodyCounts(chain)
    out.card.reserve()
    scoreNumbers(&out)
    scoreHeadings(&out, counts)
    scoreAround(&out, counts, first: first.line, last: last.line)
    if count == 2, !isExcerpt || !chain.isNumbered { out.card.add(.short, Weights.pair) }
    return out
  }

  private func scoreNumbers(_ chain: inout Chain) {
    guard case .numbered = chain.kind else { return }
    let nodes = chain.nodes
    var consecutive = 0
    var faults = 0
    var alike = 0
    for (a, b) in zip(nodes, nodes.dropFirst()) {
      if abs(a.number - b.number) == 1 {
        consecutive += 1
      } else if b.number != 1 {
        // An excerpt leaves out what it likes.
        if !isExcerpt || b.number < a.number { faults += 1 }
      }
      if a.marker < 0 || b.marker < 0 {
        faults += 1
        continue
      }
      let one = survey.markers[a.marker]
      let other = survey.markers[b.marker]
      if one.value == other.value && one.minor == other.minor { faults += 1 }
      let sameKind = survey.lines[a.line].kind == survey.lines[b.line].kind || one.system == .markup
      if one.suffix == other.suffix, sameKind { alike += 1 }
    }
    chain.card.add(.consecutive, Weights.consecutive * Double(consecutive))
    chain.card.add(.faults, Weights.fault * Double(faults))
    chain.card.add(.style, Weights.style * Double(alike))
    if nodes.first?.number == 1 || nodes.last?.number == 1 {
      chain.card.add(.beginning, Weights.beginning)
    }
  }

  private func scoreHeadings(_ chain: inout Chain, _ counts: [Int]) {
    var titles = 0
    var labels = 0
    var bodies = 0
    var page = 0
    var sentences = 0
    var bare = 0
    var unknown: [Int: Int] = [:]
    let isOrdinal = chain.nodes.contains {
      $0.marker >= 0 && survey.markers[$0.marker].shape == .ordinal
    }
    let split = isOrdinal ? nil : separator(chain)
    for (node, count) in zip(chain.nodes, counts) {
      let title = titleLine(of: node)
      guard title < survey.lines.count else { continue }
      let line = survey.lines[title]
      if line.level > 0 || line.isAllBold || chain.kind == .terms { page += 1 }
      if let label = firstLabel(node.isLost ? title - 1 : title, count) {
        let head = survey.lines[label].head
        if survey.heads[head].word != nil {
          labels += 1
        } else {
          unknown[survey.heads[head].id, default: 0] += 1
        }
      }
      if node.isLost { continue }
      // The cells behind the title are its text.
      if isRowOfList(title) {
        titles += 1
        bodies += 1
        continue
      }
      let splits = split != nil && splitTitle(node, at: split) != nil
      if splits || line.width <= 110 && line.ending != .stop || line.level > 0
        || survey.isQuestion(title)
      {
        titles += 1
      } else if !isOrdinal, line.ending == .stop || line.ending == .comma {
        sentences += 1
      }
      if splits || count > 0 || isOrdinal { bodies += 1 } else { bare += 1 }
    }
    // A label outside of the vocabulary is one that half of the items have.
    if let most = unknown.values.max(), most * 2 >= chain.nodes.count { labels += most }
    chain.card.add(.titles, Weights.title * Double(titles))
    chain.card.add(.labels, Weights.label * Double(labels))
    chain.card.add(.bodies, Weights.body * Double(bodies))
    chain.card.add(.page, Weights.page * Double(page))
    chain.card.add(.sentences, Weights.sentence * Double(sentences))
    if bare * 2 > chain.nodes.count, !isAnnouncedHere(chain) {
      chain.card.add(.bare, Weights.bare * Double(bare))
    }
    scoreUnnumbered(&chain, labels: labels, counts)
  }

  /// Lines below a heading that are searched for labels.
  private static let labelLines = 8

  /// The line of the first label of an item, which has `count` lines below `title`.
  private func firstLabel(_ title: Int, _ count: Int) -> Int? {
    var line = survey.next(after: title)
    for _ in 0..<min(count, Search.labelLines) where line < survey.lines.count {
      if isLabel(line) { return line }
      line = survey.next(after: line)
    }
    return nil
  }

  /// A bare list counts where the title tells its length, or the line above it ends with a colon.
  private func isAnnouncedHere(_ chain: Chain) -> Bool {
    guard let first = chain.nodes.first else { return false }
    let above = survey.previous(before: first.line)
    if above >= first.line - 2, above >= 0, survey.lines[above].ending == .colon { return true }
    return announcedInTitle.contains(chain.nodes.count) && above == first.line - 1
  }

  /// Headings of a page stand for themselves; lines of text need the title or the deck to announce
  /// a list, or any line above them to tell their number.
  private func isAnnounced(_ announced: Announcement, _ chain: Chain) -> Bool {
    if announced.isEmpty { return false }
    switch chain.kind {
    case .headings, .bold, .rows, .terms: return true
    default: break
    }
    // An excerpt has fewer items than the title says; nothing has more.
    let isWithin = chain.nodes.count <= announced.title.max() ?? 0
    if isWithin || announced.says(chain.nodes.count) { return true }
    guard let deck = counts.first?.max(), survey.isTitleLike(first) else { return false }
    return chain.nodes.count <= deck
  }

  /// Awards announce themselves; other headings need a title, or a line above one of them, that
  /// speaks of a list.
  private func isNamedList(_ chain: Chain) -> Bool {
    if chain.kind == .awards { return true }
    guard chain.nodes.count >= 3 else { return false }
    if isTitleOfList { return true }
    return chain.nodes.contains { node in
      let above = survey.previous(before: node.line)
      return above > first && survey.isTitleLike(above, width: 40)
        && announcesList(survey.text, survey.lines[above].text)
    }
  }

  private func scoreUnnumbered(_ chain: inout Chain, labels: Int, _ counts: [Int]) {
    if case .numbered = chain.kind { return }
    let nodes = chain.nodes
    let announced = announcement(before: nodes[0].line)
    if !isAnnounced(announced, chain) && labels * 2 < nodes.count && !isNamedList(chain) {
      chain.card.add(.unnumbered, Weights.unnumbered * Double(nodes.count))
    }
    if chain.kind == .awards {
      chain.card.add(.awards, Weights.award * Double(nodes.count))
    }
    let copies = mayRepeat(nodes) ? nodes.count - distinctTitles(nodes) : 0
    if copies * 2 >= nodes.count { chain.card.add(.repeated, Weights.repeated * Double(copies)) }
    let inner = counts.dropLast()
    if let low = inner.min(), let high = inner.max(), low > 0 || chain.kind == .bullets,
      high <= low + 3
    {
      chain.card.add(.rhythm, Weights.rhythm * Double(nodes.count))
    }
    if chain.kind == .named || chain.kind == .labelled, speakersRepeat(nodes) {
      chain.card.add(.dialogue, Weights.veto)
    }
    if chain.kind == .named, counts.dropLast().contains(where: { $0 > 3 }), labels == 0 {
      chain.card.add(.unnumbered, Weights.unnumbered * Double(nodes.count))
    }
  }

  /// A quick look: whether half of the headings may be copies, as they begin like others.
  private func mayRepeat(_ nodes: [Node]) -> Bool {
    let firsts = nodes.map { node in
      node.isLost
        ? UInt32.max
        : fold(survey.text.scalar(at: survey.lines[titleLine(of: node)].text.lowerBound).value)
    }.sorted()
    let copies = firsts.indices.count { $0 > 0 && firsts[$0] == firsts[$0 - 1] }
    return copies * 2 >= nodes.count
  }

  /// "Impact", "Prevention": headings inside the items say the same in each of them.
  private func distinctTitles(_ nodes: [Node]) -> Int {
    let hashes = nodes.map { node in
      // Lost headings have nothing to compare.
      node.isLost
        ? UInt64(node.line) : foldedHash(survey.text, survey.lines[titleLine(of: node)].text)
    }.sorted()
    return hashes.indices.count { $0 == 0 || hashes[$0] != hashes[$0 - 1] }
  }

  /// The speakers of an interview come back; the names of a list do not.
  private func speakersRepeat(_ nodes: [Node]) -> Bool {
    let names = nodes.compactMap { $0.isLost ? nil : survey.head(of: $0.line)?.hash }
    return names.count * 2 > nodes.count && Set(names).count * 2 <= names.count
  }

  private func scoreAround(_ chain: inout Chain, _ counts: [Int], first: Int, last: Int) {
    let announced = announcement(before: first)
    if announced.says(chain.nodes.count) {
      chain.card.add(.count, Weights.count)
    } else if !announced.isEmpty {
      chain.card.add(.announced, Weights.announced)
    }
    let start = survey.lines[min(self.first, survey.lines.count - 1)].text.lowerBound
    let whole = max(1, survey.text.count - start)
    let covered = survey.lines[last].text.upperBound - survey.lines[first].text.lowerBound
    chain.card.add(.coverage, Weights.coverage * Double(covered) / Double(whole))
    if first > 0,
      let word = noiseWord(in: survey.text, survey.lines[first - 1], zone: .tail),
      word.fit == .region
    {
      chain.card.add(.sidebar, Weights.sidebar)
    }
    if let term = otherKind(of: chain, before: first) { chain.card.add(term, Weights.veto) }
  }
}
