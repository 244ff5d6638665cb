import Foundation
import Galley
import GalleyModel
import GalleyProfile
import GalleyTestSupport
import Testing

/// The profiles in Config/profiles.
struct ShippedTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Config/profiles").standardized.path

  private func contents(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map(Array.init)
  }

  private func shipped(_ name: String) throws -> (file: String, profile: Profile) {
    let file = "\(Self.folder)/\(name).yaml"
    return (file, try ProfileLoader(contents: contents).load(file))
  }

  @Test(arguments: ["en-tr10", "zh-tr10"]) func passTheirTests(_ name: String) throws {
    let (file, profile) = try shipped(name)
    let trial = Trial(contents: contents) { try process($0, with: $1) }
    let results = trial.run(profile, file: file)
    #expect(results.count >= 5)
    for result in results { #expect(result.failures.isEmpty, "\(result)") }
  }

  @Test(
    arguments: [
      ("en-tr10", "10 Breakthrough Technologies 2031", nil),
      ("en-tr10", "The ten breakthrough technologies of 2031", nil),
      ("zh-tr10", "2031年“十大突破性技术”", "麻省理工科技评论"),
      ("zh-tr10", "盘点：10大突破性技术", "MIT Technology Review"),
      ("zh-tr10", "MIT 2031年十大突破性技术", nil),
    ] as [(String, String, String?)])
  func areChosen(_ name: String, _ title: String, _ publisher: String?) throws {
    let all = try ["en-tr10", "zh-tr10"].map { try shipped($0).profile }
    let subject = ProfileSubject(name: "x.txt", title: title, publisher: publisher)
    #expect(choose(from: all, for: subject) == .one(try shipped(name).profile))
  }

  /// Bytes changed, cut and doubled: each copy is read or refused, with a place.
  @Test(arguments: ["en-tr10", "zh-tr10"]) func damageIsToldNotSuffered(_ name: String) throws {
    let bytes = try #require(contents("\(Self.folder)/\(name).yaml"))
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<damaged.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: damaged[at] = UInt8.random(in: 0...255, using: &random)
        case 1: damaged.removeSubrange(at..<min(damaged.count, at + 40))
        default: damaged.insert(contentsOf: damaged[at..<min(damaged.count, at + 40)], at: at)
        }
      }
      let file = "\(name).yaml"
      do {
        _ = try ProfileLoader { $0 == file ? damaged : nil }.load(file)
      } catch {
        #expect(error.description.hasPrefix(file + ":"), "\(error)")
      }
    }
  }

  @Test(
    arguments: [
      ("2031年度十大科学进展", nil), ("Ten technologies that broke", nil), ("突破", nil),
      ("2031年十大突破性技术", nil), ("2031年十大突破性技术", "甲评论"),
    ] as [(String, String?)])
  func leaveOtherListsAlone(_ title: String, _ publisher: String?) throws {
    let all = try ["en-tr10", "zh-tr10"].map { try shipped($0).profile }
    let subject = ProfileSubject(name: "x.txt", title: title, publisher: publisher)
    #expect(choose(from: all, for: subject) == .none)
  }
}
