import Foundation
import Testing

@testable import GalleyConfig

/// `Config/galley.yaml` says what is so: each setting once, with the default.
@Suite struct ShippedTests {
  let text: String
  let configuration: Configuration

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bytes = Array(try Data(contentsOf: root.appendingPathComponent("Config/galley.yaml")))
    text = String(decoding: bytes, as: UTF8.self)
    configuration = try Configuration(file: ("Config/galley.yaml", bytes))
  }

  @Test(arguments: Setting.allCases)
  func hasTheDefault(_ setting: Setting) throws {
    #expect(configuration[setting].text == setting.standard)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(lines.firstIndex { $0.hasPrefix(setting.rawValue + ":") })
    // A comment stands above it, or above its neighbour.
    let above = lines[..<index].reversed().prefix { !$0.isEmpty }
    #expect(above.contains { $0.hasPrefix("#") })
  }
}
