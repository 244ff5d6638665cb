package import GalleyModel

/// Source to blocks: the whole of this room.
package func read(_ source: Source) throws(ReadError) -> Blocks {
  let decoded = try decode(source)
  return switch decoded.format {
  case .text: readText(decoded)
  case .html: try readHTML(decoded)
  }
}
