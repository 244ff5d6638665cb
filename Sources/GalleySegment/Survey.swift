internal import GalleyModel

/// All that the search for items works on.
struct Survey: Sendable {
  var text: [UInt8]
  var lines: [Line] = []
  var markers: [Marker] = []
  /// `markerLines[i]` is the line of `markers[i]`.
  var markerLines: [Int] = []
  var heads: [LabelHead] = []
  /// How many different labels `heads` has.
  var labelCount = 0
  var isPage: Bool
  var labels: LabelVocabulary

  func marker(of line: Int) -> Marker? {
    lines[line].marker < 0 ? nil : markers[lines[line].marker]
  }

  func head(of line: Int) -> LabelHead? {
    lines[line].head < 0 ? nil : heads[lines[line].head]
  }

  func isNoise(_ line: Int) -> Bool { lines[line].noise != nil }

  func isDrawn(_ line: Int) -> Bool { text.isDrawn(lines[line].text, atLeast: drawnMarks) }

  /// Title-like: short, and no sentence.
  func isTitleLike(_ line: Int, width: Int = 90) -> Bool {
    lines[line].width <= width && lines[line].ending == .none
  }

  /// A short line that ends with a question or an exclamation mark: a heading may.
  func isQuestion(_ line: Int) -> Bool {
    lines[line].width <= 90
      && [0x3F, 0x21, 0xFF1F, 0xFF01].contains(
        text.scalar(before: lines[line].text.upperBound).value)
  }

  /// Two speakers and more take turns: from the first `Name: text` to the last, three of four lines
  /// are such, and each name comes back.
  var isDialogue: Bool {
    guard let first = heads.first?.line, let last = heads.last?.line, heads.count >= 4,
      heads.count * 4 >= (last - first + 1) * 3
    else { return false }
    var turns: [UInt64: Int] = [:]
    for head in heads {
      if head.isKnown || head.form != .colon { return false }
      turns[head.hash, default: 0] += 1
    }
    return turns.count >= 2 && turns.count * 2 <= heads.count && turns.values.allSatisfy { $0 > 1 }
  }

  /// The next line that is no noise, or `lines.count`.
  func next(after line: Int) -> Int {
    var at = line + 1
    while at < lines.count, isNoise(at) { at += 1 }
    return at
  }

  /// The line before that is no noise, or -1.
  func previous(before line: Int) -> Int {
    var at = line - 1
    while at >= 0, isNoise(at) { at -= 1 }
    return at
  }
}

/// Reads every paragraph's beginning and end.
func survey(_ cleaned: Cleaned, with profile: Profile) -> Survey {
  var out = Survey(
    text: cleaned.text, isPage: cleaned.blocks.format == .html,
    labels: LabelVocabulary(profile.labels))
  var ownMarkers = ProfileMarkers(profile.headings)
  let text = cleaned.text
  let openings = Openings.all
  var hasPictures = false
  var seen = SeenLabels()
  var dashed = DashLabels()
  let count = cleaned.paragraphs.count
  out.lines.reserveCapacity(count)
  // About as many as lists have.
  out.heads.reserveCapacity(count / 3)
  out.markers.reserveCapacity(count / 8)
  out.markerLines.reserveCapacity(count / 8)
  for (index, paragraph) in cleaned.paragraphs.enumerated() {
    let opening = openings.opening(
      text, at: paragraph.text.lowerBound, end: paragraph.text.upperBound)
    var line = Line(
      text: paragraph.text, opening: opening, ending: ending(in: text, paragraph.text),
      kind: paragraph.kind, bold: paragraph.bold, width: paragraph.text.count)
    line.isMetadata =
      out.isPage
      && paragraph.blocks.allSatisfy { cleaned.blocks.items[$0].style.contains(.metadata) }
    line.isInItem =
      out.isPage && cleaned.blocks.items[paragraph.blocks.lowerBound].style.contains(.item)
    if line.isShort { measure(&line, in: text) }
    let first = text[line.text.lowerBound]
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "*"), line.isPlain {
      markDown(&line, text)
    }
    var found: Marker?
    if ownMarkers != nil {
      found = ownMarkers?.marker(in: text, line.text, blocks: paragraph.blocks.count)
    } else if var printed = marker(in: text, line.text, opening) ?? listMarker(line) {
      if line.isShort {
        cutCounter(&printed, in: text)
        if paragraph.blocks.count > 1 {
          skipPicture(&printed, in: text, line, paragraph.blocks.count, &hasPictures)
        }
      }
      found = printed
    } else if line.isShort {
      found = trailingCounter(in: text, line.text)
    }
    if let found {
      line.marker = out.markers.count
      out.markers.append(found)
      out.markerLines.append(index)
    }
    let chance = LabelChance(in: text, line, out.labels)
    if chance != .none,
      let head = labelHead(in: text, line, chance, index: index, words: out.labels, seen: &seen)
    {
      line.head = out.heads.count
      out.heads.append(head)
    } else if line.marker < 0 {
      dashed.add(line, index: index, in: text, words: out.labels, seen: &seen)
    }
    if line.isShort, ownMarkers == nil || line.marker < 0 {
      line.noise = noise(in: text, line)
    }
    out.lines.append(line)
  }
  dashed.adopt(into: &out)
  out.labelCount = seen.count
  if !out.isPage { markBoxes(&out) }
  return out
}

/// Lines of the longest box.
private let boxReach = 5

/// What stands between two drawn lines, the first of its own lines a mark of advertisement.
private func markBoxes(_ survey: inout Survey) {
  for line in survey.lines.indices.dropLast() where survey.isDrawn(line) {
    guard
      noiseWord(in: survey.text, survey.lines[line + 1], zone: .middle)?.noise == .advertisement,
      let end = (line + 2..<min(line + boxReach, survey.lines.count)).first(where: {
        survey.isDrawn($0)
      })
    else { continue }
    for inside in line + 1..<end {
      survey.lines[inside].noise = .advertisement
      survey.lines[inside].marker = -1
      survey.lines[inside].head = -1
    }
  }
}

/// A picture's placeholder or caption that stood on the line below a number: the number stands alone,
/// and the title comes after. Where three lines have become one, or in a text that has such lines,
/// a placeholder may be glued to a title as well.
private func skipPicture(
  _ marker: inout Marker, in text: [UInt8], _ line: Line, _ lines: Int, _ hasPictures: inout Bool
) {
  guard marker.title < marker.titleEnd else { return }
  let rest = line.part(marker.title..<marker.titleEnd)
  if let found = noise(in: text, rest), found == .placeholder || found == .caption {
    marker.titleEnd = marker.title
    hasPictures = true
  } else if hasPictures || lines > 2,
    let word = gluedPictures.match(text, at: marker.title, end: marker.titleEnd)
  {
    marker.title = word.end
    hasPictures = true
  }
}

let gluedPictures = WordTable<Bool>([(true, ["图片", "圖片", "配图", "配圖", "画像", "写真"])])

/// The number that a page's list draws.
private func listMarker(_ line: Line) -> Marker? {
  guard case .listItem(.some(let number)) = line.kind else { return nil }
  let start = line.text.lowerBound
  return Marker(
    system: .markup, value: Int(number), label: start..<start, title: start,
    titleEnd: line.text.upperBound)
}

/// A heading of mark-down: `## Title`, or a line in bold type: `**Title**`.
private func markDown(_ line: inout Line, _ text: [UInt8]) {
  let first = text[line.text.lowerBound]
  if first == UInt8(ascii: "*"), line.isShort, line.text.count > 4,
    text[line.text].starts(with: [first, first]),
    text[line.text].suffix(2).elementsEqual([first, first])
  {
    line.bold = line.text.count
  }
  guard first == UInt8(ascii: "#") else { return }
  let level = text[line.text].prefix { $0 == UInt8(ascii: "#") }.count
  guard level <= 6, line.text.count > level + 1, text[line.text.lowerBound + level] == 0x20 else {
    return
  }
  line.kind = .heading(Int8(level))
}
