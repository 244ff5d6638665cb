internal import GRDB

/// What SQLite's full-text index asks for the words of a text.
final class GalleyTokenizer: FTS5CustomTokenizer {
  static let name = "galley"

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization,
    pText: UnsafePointer<CChar>?, nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let start = unsafe pText, nText > 0 else { return 0 }
    // SQLite lends `nText` bytes for the time of the call.
    let text = unsafe Array(UnsafeRawBufferPointer(start: start, count: Int(nText)))
    let isQuery = tokenization.contains(.query)
    var result: CInt = 0
    var end = 0
    forEachToken(in: text) { token in
      // The last character alone, after its pair: in a query it would ask for the end of a run.
      if isQuery, token.range.upperBound == end { return true }
      end = token.range.upperBound
      result = unsafe token.text.withUnsafeBytes { bytes in
        unsafe tokenCallback(
          context, 0, bytes.bindMemory(to: CChar.self).baseAddress, CInt(bytes.count),
          CInt(token.range.lowerBound), CInt(token.range.upperBound))
      }
      return result == 0
    }
    return result
  }
}
