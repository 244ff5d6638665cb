internal import CCrypto

/// SHA-256 in lower-case hexadecimal, by libcrypto.
package func sha256(_ bytes: Span<UInt8>) -> String {
  unsafe bytes.withUnsafeBufferPointer { input in
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(SHA256_DIGEST_LENGTH)) { digest in
      // libcrypto reads `count` bytes from `baseAddress` and writes SHA256_DIGEST_LENGTH bytes. It
      // takes a null input only with a count of 0.
      _ = unsafe SHA256(input.baseAddress, input.count, digest.baseAddress)
      return unsafe hexadecimal(digest)
    }
  }
}

private func hexadecimal(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return unsafe String(unsafeUninitializedCapacity: bytes.count * 2) { out in
    for i in bytes.indices {
      unsafe out[2 * i] = digits[Int(bytes[i] >> 4)]
      unsafe out[2 * i + 1] = digits[Int(bytes[i] & 15)]
    }
    return bytes.count * 2
  }
}
