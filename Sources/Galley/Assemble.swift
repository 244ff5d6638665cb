internal import GalleyModel
internal import GalleyNormalize

/// Puts the record together: texts by their ranges, repairs by the source's bytes.
func assemble(
  _ outline: Outline, _ normalized: Normalized, _ cleaned: Cleaned, _ source: Source,
  _ profile: Profile
) -> Record {
  let claims = Claims(outline, in: cleaned.text)
  let places = EditPlaces(cleaned.edits)
  let edits = DropMerger.merge(claims.drops, into: places)
  let assembler = Assembler(cleaned: cleaned, places: places, edits: edits)
  let sections = assembler.sections(outline.items, normalized.sections, claims)
  let digest = sha256(source.bytes.span)
  let title = outline.title.map { assembler.passage($0) }
  let titleText = outline.title.map { assembler.string($0) } ?? normalized.headTitle
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
    preface: outline.preface.map { assembler.passage($0) },
    sections: sections,
    trailer: outline.trailer.map { assembler.passage($0) },
    repairs: edits.map { Record.Repair($0, of: cleaned.blocks) },
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

struct Assembler {
  let cleaned: Cleaned
  let places: EditPlaces
  /// With the drops among them.
  let edits: [Edit]

  func string(_ range: Range<Int>) -> String {
    String(decoding: cleaned.text[range], as: UTF8.self)
  }

  func source(of range: Range<Int>) -> Range<Int> {
    cleaned.blocks.source(of: places.origin(of: range))
  }

  func passage(_ range: Range<Int>) -> Record.Passage {
    let (read, edits) = places.trace(range)
    let repairs = repairs(of: edits)
    let source = cleaned.blocks.source(of: read)
    return Record.Passage(
      text: range, source: source, gaps: gaps(in: read, source, repairs), repairs: repairs)
  }

  /// The source bytes inside of a passage that `repairs` took out or replaced.
  private func gaps(
    in read: Range<Int>, _ source: Range<Int>, _ repairs: Range<Int>
  ) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    for edit in edits[repairs] where !edit.range.isEmpty {
      guard edit.range.lowerBound > read.lowerBound, edit.range.upperBound < read.upperBound else {
        continue
      }
      let gap = cleaned.blocks.source(of: edit.range)
      let end = gaps.last?.upperBound ?? source.lowerBound
      // The way back from a badly broken page is not always in order.
      guard gap.lowerBound >= end, gap.upperBound <= source.upperBound else { continue }
      if gap.lowerBound == end, let last = gaps.popLast() {
        gaps.append(last.lowerBound..<gap.upperBound)
      } else {
        gaps.append(gap)
      }
    }
    return gaps
  }

  /// The repairs that are left of some of the cleaner's edits when drops have swallowed others.
  private func repairs(of inside: Range<Int>) -> Range<Int> {
    if inside.isEmpty { return 0..<0 }
    let first = index(ofRepair: inside.lowerBound)
    return first
      .lowerBound..<max(first.lowerBound, index(ofRepair: inside.upperBound - 1).upperBound)
  }

  /// Where one of the cleaner's edits stands among the repairs. Moves insert several at one place:
  /// where drops have changed those, all of them stand for it.
  private func index(ofRepair index: Int) -> Range<Int> {
    let edit = places.edits[index]
    func key(_ edit: Edit) -> (Int, Int) { (edit.range.lowerBound, edit.range.upperBound) }
    func start(in edits: [Edit]) -> Int {
      edits.indices.partitioningIndex { key(edits[$0]) >= key(edit) }
    }
    let low = start(in: edits)
    let same = low + index - start(in: places.edits)
    if same < edits.count, edits[same] == edit { return same..<same + 1 }
    return low..<edits.indices.partitioningIndex { key(edits[$0]) > key(edit) }
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
    out.label = item.label.map { string($0) }
    out.title = item.title.map { string($0) }
    out.group = item.group.map { string($0) }
    out.groupSource = item.group.map { source(of: $0) }
    out.heading = heading.map { source(of: $0) }
    out.fields = zip(item.fields, fields).map { field($0, $1) }
    out.players = values.players
    out.availability = values.availability
    out.body = item.body.map { passage($0) }
    return out
  }

  private func field(_ field: Outline.Field, _ extent: Range<Int>?) -> Record.Field {
    Record.Field(
      key: field.key, label: field.label.map { string($0) },
      value: field.value.count == 1
        ? string(field.value[0]) : field.value.map { string($0) }.joined(separator: "; "),
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

extension Record.Repair {
  init(_ edit: Edit, of blocks: borrowing Blocks) {
    self.init(
      rule: edit.rule, range: blocks.source(of: edit.range),
      before: Array(blocks.text[edit.range]), after: edit.replacement)
  }
}
