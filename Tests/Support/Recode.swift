import Glibc

/// `bytes` from one encoding to another, by the names that iconv has for them; nil where a character
/// has no place in `target`.
package func recode(
  _ bytes: some Collection<UInt8>, fromIconv source: String, toIconv target: String
) -> [UInt8]? {
  guard let handle = unsafe iconv_open(target, source), Int(bitPattern: handle) != -1 else {
    return nil
  }
  defer { unsafe _ = iconv_close(handle) }
  var input = bytes.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4 + 16)
  let capacity = output.count
  // Both buffers outlive the calls; iconv writes at most `room` bytes.
  let written: Int? = unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      var from = input.baseAddress
      var left = input.count
      var to = output.baseAddress
      var room = capacity
      let failed = Int(bitPattern: UInt.max)
      guard unsafe iconv(handle, &from, &left, &to, &room) != failed,
        unsafe iconv(handle, nil, nil, &to, &room) != failed
      else { return nil }
      return capacity - room
    }
  }
  return written.map { output[..<$0].map { UInt8(bitPattern: $0) } }
}
