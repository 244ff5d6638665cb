internal import GalleyModel

/// The objects inside a record, each with its keys in the schema's order.
extension JSONWriter {
  package mutating func value(_ value: String?) {
    if let value { self.value(value) } else { null() }
  }

  package mutating func value(_ value: Int?) {
    if let value { self.value(value) } else { null() }
  }

  mutating func years(_ value: Double?) {
    if let value { self.value(value, digits: 3) } else { null() }
  }

  mutating func range(_ range: Range<Int>?) {
    if let range { value(range) } else { null() }
  }

  mutating func passages(_ passages: [Record.Passage], of record: Record) {
    array(passages) { out, passage, _ in
      out.object { out in
        out.key("text")
        out.value(record.text.span.extracting(passage.text))
        out.key("ranges")
        out.ranges(of: passage)
        out.key("repairs")
        out.array(passage.repairs) { $0.repairID($1) }
      }
    }
  }

  /// A passage's source bytes: its extent less the gaps.
  mutating func ranges(of passage: Record.Passage) {
    array(0...passage.gaps.count) { out, index in
      let start = index == 0 ? passage.source.lowerBound : passage.gaps[index - 1].upperBound
      let end =
        index == passage.gaps.count ? passage.source.upperBound : passage.gaps[index].lowerBound
      out.value(start..<end)
    }
  }

  /// `r` and the repair's place from 1, four digits or more.
  mutating func repairID(_ index: Int) {
    string { out in
      out.append("r")
      out.append(index + 1, width: 4)
    }
  }

  mutating func repair(_ repair: Record.Repair, _ index: Int) {
    object { out in
      out.key("id")
      out.repairID(index)
      out.key("rule")
      out.value(repair.rule.rawValue)
      out.key("range")
      out.range(repair.range)
      out.key("before")
      out.value(repair.before.span)
      out.key("after")
      out.value(repair.after.span)
      out.key("confidence")
      out.value(repair.rule.confidence, digits: 3)
      out.key("decision")
      out.value("auto")
    }
  }

  mutating func section(_ section: Record.Section, position: Int, of record: Record) {
    object { out in
      out.key("id")
      out.string { out in
        out.append(record.id)
        out.append("#")
        out.append(position)
      }
      out.key("position")
      out.value(position)
      out.key("number")
      out.value(section.number)
      out.key("label")
      out.value(section.label)
      out.key("title")
      out.value(section.title)
      out.key("group")
      out.value(section.group)
      out.key("significance")
      out.value(section.significance)
      out.key("players")
      out.array(section.players) { out, player, _ in out.player(player) }
      out.key("availability")
      out.availability(section.availability)
      out.key("fields")
      out.array(section.fields) { out, field, _ in out.field(field) }
      out.key("body")
      out.passages(section.body, of: record)
      out.key("range")
      out.range(section.source)
      out.key("heading_range")
      out.range(section.heading)
      out.key("group_range")
      out.range(section.groupSource)
      out.key("content_sha256")
      out.value(contentDigest(section, of: record))
    }
  }

  mutating func player(_ player: Record.Player) {
    object { out in
      out.key("name")
      out.value(player.name)
      out.key("aliases")
      out.array(player.aliases) { $0.value($1) }
      out.key("role")
      out.value(player.role.rawValue)
      out.key("text")
      out.value(player.text)
    }
  }

  mutating func availability(_ availability: Record.Availability?) {
    guard let availability else { return null() }
    object { out in
      out.key("text")
      out.value(availability.text)
      out.key("kind")
      out.value(availability.kind.rawValue)
      out.key("min_years")
      out.years(availability.minYears)
      out.key("max_years")
      out.years(availability.maxYears)
      out.key("year")
      out.value(availability.year)
      out.key("from_year")
      out.value(availability.fromYear)
      out.key("to_year")
      out.value(availability.toYear)
    }
  }

  mutating func field(_ field: Record.Field) {
    object { out in
      out.key("key")
      out.value(field.key)
      out.key("label")
      out.value(field.label)
      out.key("value")
      out.value(field.value)
      out.key("range")
      out.range(field.source)
    }
  }

  mutating func diagnostic(_ diagnostic: Diagnostic) {
    object { out in
      out.key("level")
      out.value(diagnostic.level.rawValue)
      out.key("code")
      out.value(diagnostic.code)
      out.key("message")
      out.value(diagnostic.message)
      out.key("section")
      out.value(diagnostic.section)
    }
  }

  mutating func source(of record: Record) {
    object { out in
      out.key("path")
      out.value(record.sourceName)
      out.key("url")
      out.value(record.address)
      out.key("media_type")
      out.value(record.mediaType)
      out.key("encoding")
      out.value(record.encoding)
      out.key("bytes")
      out.value(record.sourceBytes)
      out.key("sha256")
      out.value(record.sourceSHA256)
    }
  }

  mutating func generator(of record: Record) {
    object { out in
      out.key("name")
      out.value("galley")
      out.key("version")
      out.value(galleyVersion)
      out.key("profile")
      out.value(record.profile)
      out.key("profile_sha256")
      out.value(record.profileSHA256)
    }
  }
}
