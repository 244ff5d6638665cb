import Glibc

/// `bytes` from one encoding to another by iconv, nil where a character has no place in `target`.
/// Names are WHATWG labels.
func recode(_ bytes: some Collection<UInt8>, from source: String, to target: String) -> [UInt8]? {
  guard let handle = unsafe iconv_open(iconvName(target), iconvName(source)),
    Int(bitPattern: handle) != -1
  else { return nil }
  defer { unsafe _ = iconv_close(handle) }
  var input = bytes.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4 + 16)
  let capacity = output.count
  // Both buffers outlive the call; iconv writes at most `room` bytes.
  let written: Int? = unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      var from = input.baseAddress
      var left = input.count
      var to = output.baseAddress
      var room = capacity
      let result = unsafe iconv(handle, &from, &left, &to, &room)
      return result == Int(bitPattern: UInt.max) ? nil : capacity - room
    }
  }
  return written.map { output[..<$0].map { UInt8(bitPattern: $0) } }
}

private func iconvName(_ label: String) -> String {
  switch label {
  case "shift_jis": "CP932"
  case "euc-kr": "UHC"
  case "big5": "BIG5-HKSCS"
  case "euc-jp": "EUC-JP-MS"
  default: label
  }
}
