internal import GalleyClean
package import GalleyModel
internal import GalleyNormalize
package import GalleyRead
internal import GalleySegment

/// Source to record: the whole way of the data. Pure: no clock, no file system, no locale.
///
/// `stage` is told the name of each stage as it ends; the benchmark listens.
package func process(
  _ source: Source, with profile: Profile = .builtin, stage: (String) -> Void = { _ in }
) throws(ReadError) -> Record {
  let blocks = try read(source, content: profile.content)
  stage("read")
  return process(blocks, of: source, with: profile, stage: stage)
}

/// Source to record, with the profile that `policy` gives it.
package func process(
  _ source: Source, by policy: ProfilePolicy
) throws(ReadError) -> Record {
  switch policy {
  case .use(let profile): return try process(source, with: profile)
  case .choose(let profiles):
    let blocks = try read(source)
    var record = process(blocks, of: source, with: .builtin)
    switch choose(from: profiles, for: ProfileSubject(record)) {
    case .none: break
    case .one(let profile):
      let own = profile.content.isEmpty ? blocks : try read(source, content: profile.content)
      record = process(own, of: source, with: profile)
    case .several(let profiles): record.diagnostics.append(ambiguity(profiles))
    }
    return record
  }
}

/// The profile that `policy` gives a source.
func profile(for source: Source, by policy: ProfilePolicy) throws(ReadError) -> Profile {
  switch policy {
  case .use(let profile): return profile
  case .choose(let profiles):
    guard case .one(let profile) = choose(from: profiles, for: ProfileSubject(try process(source)))
    else { return .builtin }
    return profile
  }
}

private func process(
  _ blocks: Blocks, of source: Source, with profile: Profile, stage: (String) -> Void = { _ in }
) -> Record {
  let cleaned = clean(blocks, with: profile)
  stage("clean")
  let outline = segment(cleaned, with: profile)
  stage("segment")
  let normalized = normalize(outline, of: cleaned, name: source.name, with: profile)
  stage("normalize")
  defer { stage("assemble") }
  return assemble(outline, normalized, cleaned, source, profile)
}

/// How the built-in rules see a source: what a profile can be learnt from.
package func outline(
  _ source: Source
) throws(ReadError) -> (cleaned: Cleaned, outline: Outline, record: Record) {
  let cleaned = clean(try read(source))
  let outline = segment(cleaned)
  let normalized = normalize(outline, of: cleaned, name: source.name)
  return (cleaned, outline, assemble(outline, normalized, cleaned, source, .builtin))
}
