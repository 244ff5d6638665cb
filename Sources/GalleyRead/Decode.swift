package import GalleyModel

/// A source's bytes as valid UTF-8.
package func decode(_ source: Source) throws(ReadError) -> Decoded {
  guard !source.bytes.isEmpty else { throw .empty }
  let isPage = source.name.hasSuffix(".html") || source.name.hasSuffix(".htm")
  return Decoded(
    format: isPage ? .html : .text, encoding: "utf-8",
    text: Array(String(decoding: source.bytes, as: UTF8.self).utf8))
}
