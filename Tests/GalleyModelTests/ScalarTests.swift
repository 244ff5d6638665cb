import GalleyModel
import Testing

@Suite struct ScalarTests {
  @Test(arguments: ["a", "é", "中", "𠀀", "\u{FEFF}", "\u{0}"])
  func scalarsAreReadFromBothSides(_ text: String) {
    let bytes = Array("x".utf8) + Array(text.utf8) + Array("y".utf8)
    let scalar = text.unicodeScalars.first?.value
    #expect(bytes.scalar(at: 1).value == scalar)
    #expect(bytes.scalar(at: 1).length == text.utf8.count)
    #expect(bytes.scalar(before: bytes.count - 1).value == scalar)
    #expect(bytes.scalar(before: bytes.count - 1).length == text.utf8.count)
  }

  @Test func endsOfTextAreEmptyScalars() {
    let bytes = Array("a".utf8)
    #expect(bytes.scalar(at: 1).length == 0)
    #expect(bytes.scalar(before: 0).length == 0)
  }

  @Test(arguments: [
    ("  a b\t", "a b"), ("\u{3000}\u{A0}中\u{200B}", "中"), (" \n ", ""), ("", ""),
  ])
  func trimmingTakesAllWhiteSpace(text: String, trimmed: String) {
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[bytes.trimmed(0..<bytes.count)], as: UTF8.self) == trimmed)
  }

  /// The examples of FIPS 180-4's validation system.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func digestsAreThoseOfTheStandard(text: String, digest: String) {
    #expect(sha256(text.utf8Span.span) == digest)
  }
}
