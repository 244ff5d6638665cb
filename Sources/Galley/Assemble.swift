internal import GalleyModel
internal import GalleyNormalize

/// Puts the record together: texts by their ranges, repairs by the source's bytes.
func assemble(
  _ outline: Outline, _ normalized: Normalized, _ cleaned: Cleaned, _ source: Source,
  _ profile: Profile
) -> Record {
  let claims = Claims(outline, in: cleaned.text)
  let edits = merge(claims.drops, into: cleaned.edits, by: cleaned.origin)
  let assembler = Assembler(cleaned: cleaned, edits: edits)
  let sections = assembler.sections(outline.items, normalized.sections, claims)
  let digest = sha256(source.bytes.span)
  let title = outline.title.map(assembler.passage)
  let titleText = outline.title.map(assembler.string) ?? normalized.headTitle
  let facts = DocumentFacts(
    title: titleText, year: normalized.year, language: normalized.language,
    sections: outline.items.count, digest: digest)
  return Record(
    id: documentID(facts, profile),
    title: title,
    headTitle: title == nil ? normalized.headTitle : nil,
    year: normalized.year,
    language: normalized.language,
    published: normalized.published,
    publisher: normalized.publisher,
    preface: outline.preface.map(assembler.passage),
    sections: sections,
    trailer: outline.trailer.map(assembler.passage),
    repairs: edits.map(assembler.repair),
    diagnostics: cleaned.blocks.diagnostics + cleaned.diagnostics + outline.diagnostics
      + normalized.diagnostics + claims.diagnostics + doubts(facts, profile),
    sourceName: source.name,
    sourceBytes: source.bytes.count,
    sourceSHA256: digest,
    mediaType: cleaned.blocks.format.mediaType,
    encoding: cleaned.blocks.encoding,
    address: cleaned.blocks.head.canonical,
    profile: profile.name,
    profileSHA256: profile.sha256,
    text: cleaned.text)
}

/// The cleaner's edits with the segmenter's drops among them. A drop swallows the edits inside it:
/// what was repaired and then left out is one change to the source.
func merge(_ drops: [Outline.Drop], into edits: [Edit], by origin: OffsetMap) -> [Edit] {
  if drops.isEmpty { return edits }
  var out: [Edit] = []
  out.reserveCapacity(edits.count + drops.count)
  var next = 0
  for drop in drops {
    let range = origin.origin(of: drop.range)
    while next < edits.count, edits[next].range.upperBound <= range.lowerBound {
      out.append(edits[next])
      next += 1
    }
    var swallowed = range
    while next < edits.count, edits[next].range.lowerBound < range.upperBound {
      let inner = edits[next].range
      swallowed =
        min(swallowed.lowerBound, inner.lowerBound)..<max(swallowed.upperBound, inner.upperBound)
      next += 1
    }
    out.append(Edit(drop.rule, swallowed))
  }
  out.append(contentsOf: edits[next...])
  return out
}

struct Assembler {
  let cleaned: Cleaned
  let edits: [Edit]

  func string(_ range: Range<Int>) -> String {
    String(decoding: cleaned.text[range], as: UTF8.self)
  }

  func source(of range: Range<Int>) -> Range<Int> {
    cleaned.blocks.source(of: cleaned.origin.origin(of: range))
  }

  func passage(_ range: Range<Int>) -> Record.Passage {
    let read = cleaned.origin.origin(of: range)
    let source = cleaned.blocks.source(of: read)
    return Record.Passage(
      text: range, source: source, gaps: gaps(in: range, of: source), repairs: repairs(inside: read)
    )
  }

  /// What was taken out of `source` to make `range`. A page whose elements overlap may be read in
  /// another order than it is written; a gap that lies elsewhere is none of this passage.
  private func gaps(in range: Range<Int>, of source: Range<Int>) -> [Range<Int>] {
    var end = source.lowerBound
    return cleaned.origin.gaps(in: range).compactMap { gap in
      let gap = cleaned.blocks.source(of: gap)
      guard !gap.isEmpty, gap.lowerBound >= end, gap.upperBound <= source.upperBound else {
        return nil
      }
      end = gap.upperBound
      return gap
    }
  }

  /// The edits that lie inside `range` of the blocks' text, by two binary searches. A passage that
  /// was moved has an empty range, where the edit that put it there is.
  func repairs(inside range: Range<Int>) -> Range<Int> {
    let first = edits.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = range.isEmpty ? range.upperBound + 1 : range.upperBound
    let last = edits.partitioningIndex { $0.range.lowerBound >= end }
    return first..<max(first, last)
  }

  func repair(_ edit: Edit) -> Record.Repair {
    Record.Repair(
      rule: edit.rule, range: cleaned.blocks.source(of: edit.range),
      before: Array(cleaned.blocks.text[edit.range]), after: edit.replacement)
  }

  func sections(
    _ items: [Outline.Item], _ values: [Normalized.Section], _ claims: Claims
  ) -> [Record.Section] {
    var slots = claims.widened[...]
    return zip(items, values).map { item, values in
      section(item, values, heading: slots.removeFirst(), fields: slots.take(item.fields.count))
    }
  }

  private func section(
    _ item: Outline.Item, _ values: Normalized.Section, heading: Range<Int>?,
    fields: ArraySlice<Range<Int>?>
  ) -> Record.Section {
    var out = Record.Section(number: item.number, source: source(of: item.extent))
    out.label = item.label.map(string)
    out.title = item.title.map(string)
    out.group = item.group.map(string)
    out.groupSource = item.group.map(source)
    out.heading = heading.map(source)
    out.fields = zip(item.fields, fields).map(field)
    out.players = values.players
    out.availability = values.availability
    out.body = item.body.map(passage)
    return out
  }

  private func field(_ field: Outline.Field, _ extent: Range<Int>?) -> Record.Field {
    Record.Field(
      key: field.key, label: field.label.map(string),
      value: field.value.map(string).joined(separator: "; "),
      source: source(of: extent ?? 0..<0))
  }
}

extension ArraySlice {
  /// The first `count` elements, which are removed.
  fileprivate mutating func take(_ count: Int) -> ArraySlice {
    defer { removeFirst(count) }
    return prefix(count)
  }
}

extension [Edit] {
  /// The first index whose element, and all after it, satisfy `isAfter`.
  func partitioningIndex(_ isAfter: (Edit) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
