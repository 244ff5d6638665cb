internal import Galley
internal import GalleyClean
internal import GalleyModel
internal import GalleyRead

/// One input of libFuzzer: the first byte chooses the name, the rest is the source.
///
/// A broken property traps, so that the fuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start = unsafe start, count > 0 else { return 0 }
  // libFuzzer gives `count` readable bytes from `start`.
  let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  let name = input[0] % 2 == 0 ? "input.txt" : "input.html"
  let source = Source(name: name, bytes: Array(input.dropFirst()))
  guard let blocks = try? read(source) else { return 0 }
  checkEdits(clean(blocks))
  guard let first = try? process(source), let second = try? process(source) else {
    fatalError("a source that can be read has no record")
  }
  precondition(json(first) == json(second), "two runs give two records")
  return 0
}

/// The cleaner's promises: edits in order, disjoint, and back again to the text as it was read.
private func checkEdits(_ cleaned: Cleaned) {
  var end = 0
  for edit in cleaned.edits {
    precondition(edit.range.lowerBound >= end, "edits overlap or are out of order")
    precondition(edit.range.upperBound <= cleaned.blocks.text.count, "an edit leaves the text")
    end = edit.range.upperBound
  }
  let edited = apply(cleaned.edits, to: cleaned.blocks.text)
  precondition(edited.text == cleaned.text, "the clean text is not the edits' text")
  let back = apply(inverse(of: cleaned.edits, on: cleaned.blocks.text), to: edited.text)
  precondition(back.text == cleaned.blocks.text, "the edits can't be taken back")
  precondition((try? UTF8Span(validating: cleaned.text.span)) != nil, "the clean text is not UTF-8")
}
