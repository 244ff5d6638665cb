internal import GalleyClean
package import GalleyModel
internal import GalleyNormalize
package import GalleyRead
internal import GalleySegment

/// Source to record: the whole way of the data. Pure: no clock, no file system, no locale.
///
/// `stage` is told the name of each stage as it ends; the benchmark listens.
package func process(
  _ source: Source, stage: (String) -> Void = { _ in }
) throws(ReadError) -> Record {
  let blocks = try read(source)
  stage("read")
  let cleaned = clean(blocks)
  stage("clean")
  let outline = segment(cleaned)
  stage("segment")
  let normalized = normalize(outline, of: cleaned, name: source.name)
  stage("normalize")
  defer { stage("assemble") }
  return assemble(outline, normalized, cleaned, source)
}

/// The source's text after cleaning.
package func cleanedText(_ source: Source) throws(ReadError) -> [UInt8] {
  clean(try read(source)).text
}
