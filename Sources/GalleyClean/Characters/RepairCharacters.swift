internal import GalleyModel

/// Repairs of single characters, as edits over the text: in order, disjoint, over valid UTF-8.
///
/// One look over the whole text finds the bytes at which a repair may be due; the rules
/// work there only. A sound text costs that look and nothing else.
func repairCharacters(_ text: [UInt8]) -> [Edit] {
  repairCharacters(text, at: findSuspects(in: text))
}

func repairCharacters(_ text: [UInt8], at suspects: Suspects) -> [Edit] {
  let misread = repairMojibake(at: suspects.misreadings, of: text)
  if misread.isEmpty { return repair(suspects.places, of: text) }
  return merge(misread.map(repairReplacement), over: repair(suspects.places, of: text))
}

/// The edits at the places where a rule may apply.
private func repair(_ places: [Int], of text: [UInt8]) -> [Edit] {
  var edits: [Edit] = []
  var end = 0
  for place in places where place >= end {
    guard let edit = repair(at: place, from: end, of: text) else { continue }
    end = edit.range.upperBound
    if let last = edits.last, last.range.upperBound == edit.range.lowerBound,
      last.rule == edit.rule,
      last.replacement.isEmpty, edit.replacement.isEmpty
    {
      // A run of them is one repair: there may be millions.
      edits[edits.count - 1].range = last.range.lowerBound..<end
    } else {
      edits.append(edit)
    }
  }
  return edits
}

/// The edit of the first rule that applies at `place`; it does not reach before `start`.
func repair(at place: Int, from start: Int, of text: [UInt8]) -> Edit? {
  let byte = text[place]
  if byte == UInt8(ascii: "&") { return repairEntity(at: place, of: text) }
  if byte < 0x80 { return repairControl(at: place, of: text) }
  return repairC1(at: place, of: text)
    ?? repairInvisible(at: place, of: text)
    ?? repairSpace(at: place, of: text)
    ?? repairLigature(at: place, of: text)
    ?? repairRadical(at: place, of: text)
    ?? repairHalfwidthKana(at: place, of: text)
    ?? repairComposition(at: place, from: start, of: text)
}

/// A text that was read in the wrong encoding may hold other damage below.
private func repairReplacement(_ edit: Edit) -> Edit {
  let places = findSuspects(in: edit.replacement).places
  if places.isEmpty { return edit }
  let replacement = apply(repair(places, of: edit.replacement), to: edit.replacement).text
  return Edit(edit.rule, edit.range, replacement)
}

/// Both lists as one; where they meet, `first` wins.
private func merge(_ first: [Edit], over second: [Edit]) -> [Edit] {
  var merged: [Edit] = []
  merged.reserveCapacity(first.count + second.count)
  var next = 0
  for edit in first {
    while next < second.count, second[next].range.lowerBound < edit.range.upperBound {
      if second[next].range.upperBound <= edit.range.lowerBound { merged.append(second[next]) }
      next += 1
    }
    merged.append(edit)
  }
  merged.append(contentsOf: second[next...])
  return merged
}
