import Testing

@testable import Galley

@Suite struct IdentityTests {
  /// The short cuts for common scripts say what the Unicode Character Database says.
  @Test func lettersAreThoseOfTheDatabase() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isLetter = properties.isAlphabetic || properties.numericType != nil
      if isLetterOrNumber(scalar) != isLetter { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  /// The key of a title is that of its small letters and digits.
  @Test(arguments: ["Ten “Big” IDEAS, 2030", "《十大》ＡＢ技术 Ⅳ", "ΣΊΣΥΦΟΣ ÉİẞǅꙊ", "기술 10", "ﬁ ½"])
  func keyIsOfSmallLetters(title: String) {
    let letters = title.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    #expect(
      String(decoding: lettersOfKey(title), as: UTF8.self)
        == String(String.UnicodeScalarView(letters)))
  }
}
