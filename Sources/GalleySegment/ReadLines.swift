internal import GalleyModel

/// Reads every paragraph's beginning and end.
///
/// One pass for each question, so that the code that answers it stays near for all lines.
func survey(_ cleaned: Cleaned, with profile: Profile) -> Survey {
  var out = Survey(
    text: cleaned.text, isPage: cleaned.blocks.format == .html,
    labels: LabelVocabulary(profile.labels))
  let ownMarkers = ProfileMarkers(profile.headings)
  readLines(cleaned, into: &out)
  readMarkers(cleaned, ownMarkers, into: &out)
  readLabels(into: &out)
  readNoise(into: &out, hasOwnMarkers: ownMarkers != nil)
  if !out.isPage, out.markedLines.contains(where: out.isDrawn) { markBoxes(&out) }
  return out
}

private func readLines(_ cleaned: Cleaned, into survey: inout Survey) {
  let text = cleaned.text
  let openings = Openings.all
  let count = cleaned.paragraphs.count
  survey.lines.reserveCapacity(count)
  // About as many as lists have.
  survey.bareLines.reserveCapacity(count / 3)
  for (index, paragraph) in cleaned.paragraphs.enumerated() {
    let range = paragraph.text
    var line = Line(
      text: range, opening: openings.opening(text, at: range.lowerBound, end: range.upperBound),
      ending: ending(in: text, range), kind: paragraph.kind, bold: paragraph.bold,
      width: range.count)
    line.isMetadata =
      survey.isPage
      && paragraph.blocks.allSatisfy { cleaned.blocks.items[$0].style.contains(.metadata) }
    line.isInItem =
      survey.isPage && cleaned.blocks.items[paragraph.blocks.lowerBound].style.contains(.item)
    if line.isShort { measure(&line, in: text) }
    let first = text[range.lowerBound]
    if !isWordLead(first) || line.isBulleted {
      survey.markedLines.append(index)
      if first == UInt8(ascii: "#") || first == UInt8(ascii: "*"), line.isPlain {
        markDown(&line, text)
      }
    }
    if line.ending == .none, line.width <= Survey.headingReach { survey.bareLines.append(index) }
    if line.mayBeRow { survey.hasRows = true }
    survey.lines.append(line)
  }
}

private func readMarkers(
  _ cleaned: Cleaned, _ ownMarkers: ProfileMarkers?, into survey: inout Survey
) {
  let text = cleaned.text
  let count = survey.lines.count
  var ownMarkers = ownMarkers
  var hasPictures = false
  survey.markers.reserveCapacity(count / 8)
  survey.markerLines.reserveCapacity(count / 8)
  for index in 0..<count {
    let range = survey.lines[index].text
    var found: Marker?
    if ownMarkers != nil {
      found = ownMarkers?.marker(in: text, range, blocks: cleaned.paragraphs[index].blocks.count)
    } else if var printed = marker(in: text, range, survey.lines[index].opening)
      ?? listMarker(survey.lines[index])
    {
      let line = survey.lines[index]
      if line.isShort {
        cutCounter(&printed, in: text)
        let blocks = cleaned.paragraphs[index].blocks.count
        if blocks > 1 { skipPicture(&printed, in: text, line, blocks, &hasPictures) }
      }
      found = printed
    } else if survey.lines[index].isShort {
      found = trailingCounter(in: text, range)
    }
    guard let found else { continue }
    survey.lines[index].marker = survey.markers.count
    survey.markers.append(found)
    survey.markerLines.append(index)
  }
}

private func readLabels(into survey: inout Survey) {
  let text = survey.text
  let words = survey.labels
  var seen = SeenLabels()
  var dashed = DashLabels()
  survey.heads.reserveCapacity(survey.lines.count / 3)
  for index in survey.lines.indices {
    let chance = LabelChance(in: text, survey.lines[index], words)
    if chance != .none,
      let head = labelHead(
        in: text, survey.lines[index], chance, index: index, words: words, seen: &seen)
    {
      survey.lines[index].head = survey.heads.count
      survey.heads.append(head)
    } else if survey.lines[index].marker < 0 {
      dashed.add(survey.lines[index], index: index, in: text, words: words, seen: &seen)
    }
  }
  dashed.adopt(into: &survey)
  survey.labelCount = seen.count
}

/// What a profile's marker opens is no noise.
private func readNoise(into survey: inout Survey, hasOwnMarkers: Bool) {
  let text = survey.text
  for index in survey.lines.indices where survey.lines[index].isShort {
    if hasOwnMarkers, survey.lines[index].marker >= 0 { continue }
    if let noise = noise(in: text, survey.lines[index]) { survey.lines[index].noise = noise }
  }
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
