internal import CUTF8Proc
internal import Glibc

/// The bytes in normal form C, or KC. What the library rejects comes back as it was.
func normalized(_ bytes: ArraySlice<UInt8>, compatibility: Bool) -> [UInt8] {
  let input = Array(bytes)
  let form = compatibility ? UTF8PROC_COMPAT.rawValue : 0
  let options = utf8proc_option_t(
    rawValue: UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | form)
  var result: UnsafeMutablePointer<UInt8>?
  // The library reads `input.count` bytes from the buffer, which holds as many, and allocates the
  // result itself, `length` bytes and a NUL; it is copied and freed here.
  let length = unsafe input.withUnsafeBufferPointer {
    unsafe utf8proc_map($0.baseAddress, input.count, &result, options)
  }
  guard length >= 0, let result = unsafe result else { return input }
  let out = unsafe Array(UnsafeBufferPointer(start: result, count: length))
  unsafe free(result)
  return out
}
