internal import CUTF8Proc
internal import GalleyModel

/// Normalization Form C: decomposed accents, conjoining jamo, voiced kana marks, and characters
/// that are canonically another one (the Ohm sign, compatibility ideographs).
///
/// The run that is looked at begins at the last character before `place` that nothing composes
/// with from the left, and ends before the next such character.
func repairComposition(at place: Int, from start: Int, of text: [UInt8]) -> Edit? {
  var low = place
  var marks = 0
  while low > start, marks < longestRun, isJoining(text.scalar(at: low).value) {
    low -= text.scalar(before: low).length
    marks += 1
  }
  low = max(low, start)
  var high = place + text.scalar(at: place).length
  marks = 0
  while high < text.count, marks < longestRun {
    let next = text.scalar(at: high)
    guard isJoining(next.value) else { break }
    high += next.length
    marks += 1
  }
  let composed = normalized(text[low..<high], UTF8PROC_COMPOSE)
  guard !composed.isEmpty, composed[...] != text[low..<high] else { return nil }
  return Edit(.composition, low..<high, composed)
}

/// Marks on one character that are looked at: those of the Stream-Safe Text Format (UAX #15). More
/// are no writing, and looking at all of them from each would take the square of the time.
private let longestRun = 30

/// Whether the scalar may compose with what stands before it.
private func isJoining(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x1160...0x11FF: return true
  case 0..<0x300: return false
  default:
    // SAFETY: every UInt32 below 0x110000 is a code point; the property is a static table's row.
    return unsafe utf8proc_get_property(utf8proc_int32_t(scalar)).pointee.combining_class != 0
  }
}

/// The normal form of a part of a text: NFC with `UTF8PROC_COMPOSE` alone, NFKC with
/// `UTF8PROC_COMPAT` too. Empty where it cannot be had.
func normalized(_ part: ArraySlice<UInt8>, _ options: utf8proc_option_t...) -> [UInt8] {
  var mask = UTF8PROC_STABLE.rawValue
  for option in options { mask |= option.rawValue }
  return unsafe part.withUnsafeBufferPointer { input in
    var output: UnsafeMutablePointer<utf8proc_uint8_t>?
    // utf8proc reads `input.count` bytes and allocates the output, which is released below.
    let count = unsafe utf8proc_map(
      input.baseAddress, input.count, &output, utf8proc_option_t(rawValue: mask))
    defer { unsafe free(output) }
    guard count > 0, let output = unsafe output else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: output, count: count))
  }
}
