import GalleyModel
import Testing

struct ProfileChoiceTests {
  private let subject = ProfileSubject(
    name: "2024/tr10.txt", title: "Ten Breakthrough Technologies 2024", publisher: "The Review")

  private func profile(
    _ name: String, title: String? = nil, filename: String? = nil, publisher: String? = nil,
    extends ancestors: [String] = []
  ) throws -> Profile {
    func patterns(_ text: String?) throws -> [LinePattern] {
      try text.map { [try LinePattern($0)] } ?? []
    }
    var condition = Profile.Condition()
    condition.title = try patterns(title)
    condition.filename = try patterns(filename)
    condition.publisher = try patterns(publisher)
    var profile = Profile(name: name)
    profile.match = [condition]
    profile.ancestors = ancestors
    return profile
  }

  private func chosen(_ profiles: [Profile]) -> [String] {
    let forward = choose(from: profiles, for: subject)
    // The order of the profiles must make no difference.
    #expect(forward == choose(from: profiles.reversed(), for: subject))
    return switch forward {
    case .none: []
    case .one(let profile): [profile.name]
    case .several(let profiles): profiles.map(\.name)
    }
  }

  @Test func takesTheOneThatFits() throws {
    let no = try profile("no", title: "*innovations*")
    let yes = try profile("yes", title: "*breakthrough*")
    #expect(chosen([no, yes]) == ["yes"])
    #expect(chosen([no]).isEmpty)
    #expect(chosen([Profile(name: "no-match")]).isEmpty)
  }

  @Test func everyPartOfAConditionMustHold() throws {
    #expect(chosen([try profile("a", title: "*breakthrough*", publisher: "Another")]).isEmpty)
    #expect(chosen([try profile("a", title: "*breakthrough*", publisher: "the review")]) == ["a"])
  }

  @Test func looksAtTheLastComponentUnlessThePatternIsAPath() throws {
    #expect(chosen([try profile("a", filename: "tr10.txt")]) == ["a"])
    #expect(chosen([try profile("a", filename: "2024*")]).isEmpty)
    #expect(chosen([try profile("a", filename: "2024/*")]) == ["a"])
  }

  @Test func moreSpecificGoesFirst() throws {
    let title = try profile("title", title: "*breakthrough technologies*")
    let longer = try profile("longer", title: "Ten breakthrough technologies*")
    let both = try profile("both", title: "*ten*", publisher: "*review*")
    #expect(chosen([title, longer]) == ["longer"])
    #expect(chosen([title, longer, both]) == ["both"])
  }

  @Test func aProfileGoesBeforeWhatItExtends() throws {
    let base = try profile("base", title: "Ten breakthrough technologies*", publisher: "The Review")
    let own = try profile("own", filename: "*tr10*", extends: ["base"])
    #expect(chosen([base, own]) == ["own"])
  }

  @Test func equalFitsAreTold() throws {
    let a = try profile("a", title: "*breakthrough*")
    let b = try profile("b", title: "*Breakthrough*")
    #expect(chosen([b, a]) == ["a", "b"])
  }
}
