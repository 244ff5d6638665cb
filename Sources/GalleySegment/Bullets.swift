internal import GalleyModel

/// Steps over a bullet and the white space behind it.
@inline(__always)
func skipBullet(in text: [UInt8], _ line: Range<Int>) -> Int {
  if line.isEmpty || isWordLead(text[line.lowerBound]) { return line.lowerBound }
  return skipOther(in: text, line)
}

private func skipOther(in text: [UInt8], _ line: Range<Int>) -> Int {
  let first = text.scalar(at: line.lowerBound)
  guard bullet(first.value) != 0 else { return line.lowerBound }
  var at = line.lowerBound + first.length
  while at < line.upperBound, case let next = text.scalar(at: at),
    next.value == first.value || isPictographPart(next.value)
  {
    at += next.length
    // What is joined is one picture.
    if next.value == 0x200D, at < line.upperBound { at += text.scalar(at: at).length }
  }
  let past = skipSpaces(in: text, at: at, end: line.upperBound)
  if past >= line.upperBound { return line.lowerBound }
  // A hyphen, and a letter like one, is a bullet only with a space behind it.
  let isHyphen = first.value == 0x2D || first.value == 0x2A || first.value == 0x3147
  return isHyphen && past == at ? line.lowerBound : past
}

/// Pictures among the characters, as lists on the web set them before their items; digits in
/// circles left out.
func isPictograph(_ scalar: UInt32) -> Bool {
  (0x1F300...0x1FAFF).contains(scalar)
    || (0x2600...0x27BF).contains(scalar) && !(0x2776...0x2793).contains(scalar)
}

/// What joins pictures to others, or chooses their form.
private func isPictographPart(_ scalar: UInt32) -> Bool {
  [0xFE0F, 0x200D].contains(scalar) || (0x1F3FB...0x1F3FF).contains(scalar)
}

/// The bullet itself, 0 for any other scalar.
func bullet(_ scalar: UInt32) -> UInt32 {
  if isPictograph(scalar) { return scalar }
  return switch scalar {
  case 0x2022, 0x2580...0x25FF, 0x2014, 0x2015, 0x2013, 0x2D, 0x2A, 0xB7, 0x30FB, 0x203B, 0x2192,
    0x2B50, 0x3147:
    scalar
  default: 0
  }
}
