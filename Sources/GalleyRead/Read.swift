package import GalleyModel

/// Source to blocks: the whole of this room.
///
/// `content` tells which elements of a page may hold its article, the best first; without any that is
/// there, the reader finds it by itself.
package func read(
  _ source: Source, content: [Profile.ElementHint] = []
) throws(ReadError) -> Blocks {
  let decoded = try decode(source)
  return switch decoded.format {
  case .text: readText(decoded)
  case .html: try readHTML(decoded, hints: ElementHints(content))
  }
}
