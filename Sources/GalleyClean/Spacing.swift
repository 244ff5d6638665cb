internal import GalleyModel

/// Whether two joined lines need a space between them.
struct Spacing {
  /// Between a character of the scripts without spaces and another script the document puts one.
  private let spacesMixed: Bool

  init(_ boundaries: Boundaries) {
    var spaced = 0
    var tight = 0
    for line in boundaries.lines where line.shape.wide > 0 && line.shape.letters > line.shape.wide {
      countMixed(line.text, boundaries.bytes, &spaced, &tight)
      if spaced + tight > 400 { break }
    }
    spacesMixed = spaced > tight
  }

  func isSpaced(_ before: Line, _ after: Line, _ bytes: [UInt8]) -> Bool {
    let left = bytes.scalar(before: before.text.upperBound).value
    let right = bytes.scalar(at: after.text.lowerBound).value
    let isLeftWide = Scalar.isUnspaced(left)
    let isRightWide = Scalar.isUnspaced(right)
    if isLeftWide, isRightWide { return false }
    if isLeftWide || isRightWide {
      if Scalar.isWidePunctuation(left) || Scalar.isWidePunctuation(right) { return false }
      if !isWordScalar(isLeftWide ? right : left) {
        return spacesMixed && !isTight(left, right)
      }
      return spacesMixed
    }
    if isInsideLink(before, after, bytes) { return false }
    return !isTight(left, right)
  }

  /// Dashes and slashes that stand between words without spaces, and what never stands alone.
  private func isTight(_ left: UInt32, _ right: UInt32) -> Bool {
    if Letters.isComma(right) || right == 0x2E || right == 0x29 || right == 0x5D { return true }
    if left == 0x28 || left == 0x5B { return true }
    return left == 0x2014
  }

  /// A long word with slashes, cut at one of its marks.
  private func isInsideLink(_ before: Line, _ after: Line, _ bytes: [UInt8]) -> Bool {
    guard before.ending == .link || before.ending == .hyphen || before.ending == .sentence else {
      return false
    }
    var start = before.text.upperBound
    var slashes = 0
    var isAddress = false
    while start > before.text.lowerBound {
      let byte = bytes[start - 1]
      if byte == UInt8(ascii: " ") { break }
      if byte == UInt8(ascii: "/") { slashes += 1 }
      if byte == UInt8(ascii: ":") && slashes >= 2 { isAddress = true }
      start -= 1
    }
    let length = before.text.upperBound - start
    if before.ending == .sentence { return isAddress && after.opening == .lower }
    return isAddress || (before.ending == .link && length > 1 && after.opening != .upper)
  }
}

/// Counts where an unspaced script meets another one: with a space between and without.
private func countMixed(
  _ range: Range<Int>, _ bytes: [UInt8], _ spaced: inout Int, _ tight: inout Int
) {
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
    let isMixed =
      (isWide(last) && isWordScalar(scalar.value)) || (isWordScalar(last) && isWide(scalar.value))
    if isMixed { if isAfterSpace { spaced += 1 } else { tight += 1 } }
    last = scalar.value
    isAfterSpace = false
  }
}

private func isWide(_ scalar: UInt32) -> Bool { Scalar.isHan(scalar) || Scalar.isKana(scalar) }
