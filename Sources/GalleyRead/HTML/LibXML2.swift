internal import CLibXML2
internal import GalleyModel

/// The one file that talks to libxml2.

/// Runs before the first parse; libxml2 needs it once a process.
private let initialized: Void = xmlInitParser()

/// The longest page: the parser counts in `Int32`.
let maximumPageSize = Int(Int32.max) / 2

/// Parses a reduced page by libxml2's SAX events. No document is built: its tree takes 14 times the
/// page's memory and cuts long text and deep nesting.
func parse(_ page: ReducedPage) throws(ReadError) -> PageTree {
  _ = initialized
  var context = Context(page)
  let isParsed = unsafe withUnsafeMutablePointer(to: &context) { context in
    unsafe page.bytes.withUnsafeBytes { bytes in unsafe run(bytes, context) }
  }
  guard isParsed else { throw .parserUnavailable }
  return context.builder.finish()
}

/// What the event functions get from libxml2 as their raw pointer.
@safe private struct Context {
  var builder: PageTreeBuilder
  var parser: htmlParserCtxtPtr?

  init(_ page: ReducedPage) { builder = PageTreeBuilder(page) }

  /// Bytes read so far. With UTF-8 input that is the offset in the page.
  var offset: Int {
    guard let input = unsafe parser?.pointee.input?.pointee else { return 0 }
    return unsafe Int(input.consumed) + (input.cur - input.base)
  }
}

private func run(_ bytes: UnsafeRawBufferPointer, _ context: UnsafeMutablePointer<Context>) -> Bool
{
  // libxml2 copies the bytes, at most `count` of them from `base`.
  guard let base = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
    let parser = unsafe htmlCreateMemoryParserCtxt(base, Int32(bytes.count))
  else { return false }
  defer { unsafe htmlFreeParserCtxt(parser) }
  unsafe parser.pointee.sax.pointee = handler
  unsafe parser.pointee.userData = UnsafeMutableRawPointer(context)
  unsafe htmlCtxtUseOptions(parser, options)
  // Without it the bytes are read as Latin-1 until a declaration says otherwise.
  unsafe parser.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
  unsafe context.pointee.parser = unsafe parser
  unsafe htmlParseDocument(parser)
  unsafe context.pointee.parser = nil
  return true
}

/// No network, no messages, no encoding but ours.
private let options = Int32(
  HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    | HTML_PARSE_NODEFDTD.rawValue)

/// The events that are heard. libxml2 passes back the pointer that `run` set, which lives until the
/// parse ends.
private var handler: htmlSAXHandler {
  var sax = unsafe htmlSAXHandler()
  unsafe sax.startElement = { context, _, _ in
    guard let context = unsafe context?.assumingMemoryBound(to: Context.self) else { return }
    unsafe context.pointee.builder.start(at: context.pointee.offset)
  }
  unsafe sax.endElement = { context, _ in
    unsafe context?.assumingMemoryBound(to: Context.self).pointee.builder.end()
  }
  unsafe sax.characters = { context, text, count in
    guard let context = unsafe context?.assumingMemoryBound(to: Context.self) else { return }
    // libxml2 lends `count` bytes from `text` for the time of the call.
    let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(count))
    unsafe context.pointee.builder.characters(bytes, at: context.pointee.offset)
  }
  unsafe sax.ignorableWhitespace = unsafe sax.characters
  return unsafe sax
}

/// The code point of a named entity of HTML 4.
func entity(named name: ArraySlice<UInt8>) -> UInt32? {
  guard !name.isEmpty else { return nil }
  return unsafe (Array(name) + [0]).withUnsafeBufferPointer { name in
    // Zero-terminated, as the look-up needs it; the answer points into a constant table.
    unsafe htmlEntityLookup(name.baseAddress)?.pointee.value
  }
}
