internal import GalleyClean
package import GalleyModel
internal import GalleyNormalize
package import GalleyRead
internal import GalleySegment

/// Source to record: the whole way of the data. Pure: no clock, no file system, no locale.
package func process(_ source: Source) throws(ReadError) -> Record {
  let cleaned = clean(try read(source))
  let outline = segment(cleaned)
  let normalized = normalize(outline, of: cleaned, name: source.name)
  return assemble(outline, normalized, cleaned, source)
}

/// The source's text after cleaning.
package func cleanedText(_ source: Source) throws(ReadError) -> [UInt8] {
  clean(try read(source)).text
}
