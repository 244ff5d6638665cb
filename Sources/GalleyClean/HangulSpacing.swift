internal import GalleyModel

/// Whether a line end between two Hangul syllables stands for a space.
///
/// Some texts break their lines between words, some anywhere. Which it is, and where it is the
/// second, what stands at this break, the document says itself: by how often it sets a space
/// between these two syllables inside its lines.
struct HangulSpacing {
  private var pairs: [UInt32: Count] = [:]
  private var after: [UInt32: Count] = [:]
  private var before: [UInt32: Count] = [:]
  private var all = Count()
  private(set) var breaksWords = false

  private static let limit = 1 << 20

  private struct Count {
    var spaced: Float = 0
    var tight: Float = 0
    mutating func add(_ isSpaced: Bool) { if isSpaced { spaced += 1 } else { tight += 1 } }
    /// The share of spaces, drawn towards `prior` where little is known.
    func share(_ prior: Float, _ weight: Float) -> Float {
      (spaced + prior * weight) / (spaced + tight + weight)
    }
  }

  init(_ boundaries: Boundaries) {
    let wraps = boundaries.lines.indices.dropFirst().filter {
      boundaries.gaps[$0] == .soft && boundaries.lines[$0 - 1].ending == .hangul
        && boundaries.lines[$0].opening == .hangul
    }
    guard wraps.count > 3 else { return }
    var read = 0
    for line in boundaries.lines where read < Self.limit {
      count(line.text, boundaries.bytes)
      read += line.text.count
    }
    var sum: Float = 0
    for index in wraps {
      sum += probability(boundaries.lines[index - 1].last, boundaries.lines[index].first)
    }
    // Between words nearly every break would have a space; anywhere, about one in three.
    breaksWords = sum / Float(wraps.count) < 0.55
  }

  /// nil where it is not for Hangul to say.
  func isSpaced(_ left: UInt32, _ right: UInt32) -> Bool? {
    guard Scalar.isHangul(left) || Scalar.isHangul(right), let left = symbol(left),
      let right = symbol(right)
    else { return nil }
    return !breaksWords || probability(left, right) > 0.5
  }

  /// A syllable stands for itself, the letters and digits of other scripts for their class.
  private func symbol(_ scalar: UInt32) -> UInt32? {
    if Scalar.isHangul(scalar) { return scalar }
    if Scalar.isDigit(scalar) { return 2 }
    if Letters.isLetter(scalar) { return 1 }
    return Letters.isClosing(scalar) ? 3 : nil
  }

  private func probability(_ left: UInt32, _ right: UInt32) -> Float {
    let prior = all.share(0.3, 1)
    let byLeft = after[left, default: Count()].share(prior, 2)
    let byRight = before[right, default: Count()].share(prior, 2)
    let odds = byLeft / (1 - byLeft) * (byRight / (1 - byRight)) / (prior / (1 - prior))
    let single = odds / (1 + odds)
    return pairs[left << 16 ^ right, default: Count()].share(single, 2)
  }

  private mutating func count(_ range: Range<Int>, _ bytes: [UInt8]) {
    var at = range.lowerBound
    var last: UInt32 = 0
    var isAfterSpace = false
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      if scalar.value == 0x20 {
        isAfterSpace = true
        continue
      }
      let next = symbol(scalar.value) ?? 0
      if last != 0, next != 0, max(last, next) > 3 {
        pairs[last << 16 ^ next, default: Count()].add(isAfterSpace)
        after[last, default: Count()].add(isAfterSpace)
        before[next, default: Count()].add(isAfterSpace)
        all.add(isAfterSpace)
      }
      last = next
      isAfterSpace = false
    }
  }
}
