internal import CNettle

/// SHA-256 in lower-case hexadecimal, by nettle.
package func sha256(_ bytes: Span<UInt8>) -> String {
  var digest = SHA256()
  digest.update(bytes)
  return digest.finish()
}

/// A SHA-256 that is given its message piece by piece.
package struct SHA256: ~Copyable {
  private var context = sha256_ctx()

  package init() { unsafe nettle_sha256_init(&context) }

  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { input in
      guard let start = input.baseAddress else { return }
      // nettle reads `count` bytes from `start`.
      unsafe nettle_sha256_update(&context, input.count, start)
    }
  }

  package mutating func update(_ text: String) { update(text.utf8Span.span) }

  /// The digest in lower-case hexadecimal.
  package consuming func finish() -> String {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      // nettle writes the 32 bytes of the digest.
      unsafe nettle_sha256_digest(&context, 32, digest.baseAddress)
      return unsafe hexadecimal(digest)
    }
  }
}

private func hexadecimal(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> String {
  let digits: InlineArray<16, UInt8> = [
    0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66,
  ]
  return unsafe String(unsafeUninitializedCapacity: bytes.count * 2) { out in
    for i in bytes.indices {
      unsafe out[2 * i] = digits[Int(bytes[i] >> 4)]
      unsafe out[2 * i + 1] = digits[Int(bytes[i] & 15)]
    }
    return bytes.count * 2
  }
}
