internal import Glibc

/// The bytes in another encoding, strictly: nil where one cannot be converted.
func convert(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
  let converter = unsafe iconv_open(to, from)
  // iconv_open reports failure by the pointer -1.
  guard Int(bitPattern: converter) != -1 else { return nil }
  defer { unsafe iconv_close(converter) }
  var input = bytes.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
  var inputLeft = input.count
  var outputLeft = output.count
  // iconv reads at most `inputLeft` and writes at most `outputLeft` bytes of the two buffers, which
  // live through the call.
  let result = unsafe input.withUnsafeMutableBufferPointer { source in
    unsafe output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var into = target.baseAddress
      return unsafe iconv(converter, &from, &inputLeft, &into, &outputLeft)
    }
  }
  guard result != .max, inputLeft == 0 else { return nil }
  return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
}
