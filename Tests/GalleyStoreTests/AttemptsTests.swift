import GalleyModel
import GalleyTestSupport
import Testing

@testable import GalleyStore

@Suite struct AttemptsTests {
  let folder: TemporaryFolder
  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Title\n\nFine.\n", to: "Inbox/fine.txt")
    try folder.write("Title\n\nPoison.\n", to: "Inbox/poison.txt")
  }

  /// What the processes wrote that died at `names`, a process each.
  func die(at names: String...) throws {
    for name in names {
      let store = try Store(folder("Store"))
      let bytes = try folder.files(below: "Inbox")[name]?.count ?? 0
      store.attempts.begin(Attempts.key(name: name, bytes: bytes))
    }
  }

  func ingest(retries: Bool = false) async throws -> [String: String] {
    var inputs = Inputs(inbox: folder("Inbox"), current: FilePath("/"))
    try inputs.addInbox(folder("Inbox"))
    let store = try Store(folder("Store"))
    var outcomes: [String: String] = [:]
    try await Ingest(intake: Intake(), jobs: 2, retries: retries).run(
      inputs.all, into: store, knowing: store.catalogue
    ) { _, outcome in
      switch outcome {
      case .taken(let summary, _): outcomes[summary.name] = "taken"
      case .failed(let name, let failure): outcomes[name] = failure.code
      case .dropped(let name, let reason): outcomes[name] = reason
      }
    }
    try store.close()
    return outcomes
  }

  @Test func threeDeathsSetADocumentAside() async throws {
    try die(at: "poison.txt", "poison.txt", "poison.txt")
    #expect(try await ingest() == ["fine.txt": "taken", "poison.txt": "E211"])
    // It stays so over a clean end.
    #expect(try await ingest()["poison.txt"] == "E211")
    #expect(try await ingest(retries: true)["poison.txt"] == "taken")
    #expect(try await ingest()["poison.txt"] == "taken")
    #expect(try folder.files(below: "Store")["attempts"] == [])
  }

  @Test func aReleasedDocumentIsTriedAgain() async throws {
    try die(at: "poison.txt", "poison.txt", "poison.txt", "fine.txt")
    let poison = try StoreReader(folder("Store")).setAside
    #expect(poison.map(\.name) == ["poison.txt"])
    #expect(poison.map(\.deaths) == [3])
    let store = try Store(folder("Store"))
    #expect(try store.release(["fine.txt"]).isEmpty)
    #expect(try store.release(nil) == poison)
    try store.close()
    #expect(try StoreReader(folder("Store")).setAside.isEmpty)
    #expect(try await ingest()["poison.txt"] == "taken")
  }

  @Test func whatWasGivenUpIsLeftAlone() async throws {
    try die(at: "poison.txt", "poison.txt", "poison.txt")
    var store = try Store(folder("Store"))
    #expect(try store.drop(["fine.txt"], reason: "no").isEmpty)
    #expect(try store.drop(["poison.txt"], reason: "a \"video\"").count == 1)
    try store.close()
    #expect(try StoreReader(folder("Store")).setAside.map(\.reason) == ["a \"video\""])
    #expect(try await ingest() == ["fine.txt": "taken", "poison.txt": "a \"video\""])
    // Not for the asking: the word must be taken back.
    #expect(try await ingest(retries: true)["poison.txt"] == "a \"video\"")
    store = try Store(folder("Store"))
    #expect(try store.release(nil).map(\.name) == ["poison.txt"])
    try store.close()
    #expect(try StoreReader(folder("Store")).setAside.isEmpty)
    #expect(try await ingest()["poison.txt"] == "taken")
  }

  /// A second death takes nothing with it that another document needs.
  @Test func whatDiedOnceComesLastAndAlone() async throws {
    try folder.write("Title\n\nBefore.\n", to: "Inbox/a-poison.txt")
    try die(at: "a-poison.txt")
    var inputs = Inputs(inbox: folder("Inbox"), current: FilePath("/"))
    try inputs.addInbox(folder("Inbox"))
    let store = try Store(folder("Store"))
    var indices: [Int] = []
    try await Ingest(intake: Intake(), jobs: 2).run(
      inputs.all, into: store, knowing: store.catalogue
    ) { index, _ in
      // The others are durable before it is begun.
      if index == 0 { #expect((try? Catalogue(of: folder("Store")))?.documents.count == 3) }
      if index == 2 { #expect((try? Catalogue(of: folder("Store")))?.documents.count == 2) }
      indices.append(index)
    }
    #expect(indices == [1, 2, 0])
    try store.close()
  }

  /// Who died long ago and is no input any more does not make all others go alone.
  @Test func onlyADeathAtAnInputSlowsDown() throws {
    try die(at: "poison.txt")
    var inputs = Inputs(inbox: folder("Inbox"), current: FilePath("/"))
    try inputs.addInbox(folder("Inbox"))
    let attempts = try Store(folder("Store")).attempts
    let ingest = Ingest(intake: Intake(), jobs: 4)
    #expect(ingest.plan(inputs.all, attempts) == Ingest.Plan(order: [0, 1], blamed: 1, jobs: 1))
    try folder.remove("Inbox/poison.txt")
    let others = Array(inputs.all.prefix(1))
    #expect(ingest.plan(others, attempts) == Ingest.Plan(order: [0], blamed: 0, jobs: 4))
  }

  /// The count of a document that kills survives power cuts: from the start after its first death on
  /// nothing of it is lost, whatever is done to the file.
  @Test func theCountOutlivesPowerCuts() throws {
    let calls = Calls()
    let disk = Disk { calls.note($0) }
    let key = Attempts.key(name: "poison.txt", bytes: 15)
    for _ in 0..<3 {
      let store = try Store(folder("Store"), disk: disk)
      // So that there is something to compact.
      store.attempts.begin("1 fine.txt")
      store.attempts.end("1 fine.txt")
      store.attempts.begin(key)
    }
    let died = calls.count
    for _ in 0..<2 { try Store(folder("Store"), disk: disk).close() }
    #expect(calls.all[died...].contains { $0.call == .rename && $0.path.text == "attempts" })
    var powerCut = PowerCut([:])
    for (index, event) in calls.all.enumerated() {
      powerCut.apply(event)
      for seed in 0..<(index < died - 1 ? 0 : 20) {
        var random = SeededGenerator(seed: UInt64(seed))
        let bytes = powerCut.state(&random)["attempts"] ?? []
        #expect(Attempts.count(bytes)[key] == 3, "after call \(index), seed \(seed)")
      }
    }
  }

  /// Half a line is no part of the next one.
  @Test func aTornLineBlamesNobodyElse() throws {
    _ = try Store(folder("Store"))
    try folder.write("+15 poi", to: "Store/attempts")
    try die(at: "poison.txt")
    #expect(try Store(folder("Store")).attempts.deaths["15 poison.txt"] == 1)
  }

  /// Reading is what a process may die of: the attempt is counted before.
  @Test func whatCannotBeReadIsCountedAsTried() async throws {
    let store = try Store(folder("Store"))
    let input = Intake.Input(name: "fine.txt", location: .path(folder("Inbox/fine.txt")))
    try await Ingest(intake: Intake(limit: 3), jobs: 1).run(
      [input], into: store, knowing: store.catalogue
    ) { _, _ in }
    let log = try folder.files(below: "Store")["attempts"] ?? []
    #expect(String(decoding: log, as: UTF8.self) == "+13 fine.txt\n-13 fine.txt\n")
    try store.close()
  }

  @Test func aSuccessForgetsTheDeathsBefore() async throws {
    try die(at: "poison.txt", "poison.txt")
    #expect(try await ingest()["poison.txt"] == "taken")
    try die(at: "poison.txt", "poison.txt")
    #expect(try await ingest()["poison.txt"] == "taken")
  }

  @Test func anotherContentIsTriedAnew() async throws {
    try die(at: "poison.txt", "poison.txt", "poison.txt")
    try folder.write("Title\n\nNo poison any more.\n", to: "Inbox/poison.txt")
    #expect(try await ingest()["poison.txt"] == "taken")
  }
}
