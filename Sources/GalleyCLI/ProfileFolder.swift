internal import ArgumentParser
internal import GalleyModel
internal import GalleyProfile
internal import GalleyStore

/// The files of the profiles' folder.
struct ProfileFolder {
  /// As it was given.
  let path: String
  /// Whether somebody named it, so that it must be there.
  private let isNamed: Bool

  init(_ path: String? = nil) {
    self.path = path ?? Settings.profiles.text
    isNamed = path != nil || Settings.namesProfiles
  }

  /// The profiles' files, in the order of their names; none where the usual folder is not there.
  func files() throws(ProfileError) -> [String] {
    guard let folder = try? Folder(FilePath(text: path)) else {
      if isNamed { throw .noFolder(path) }
      return []
    }
    return Walk(folder).files.map(\.text)
      .filter { $0.hasSuffix(".yaml") && !$0.utf8.contains(UInt8(ascii: "/")) }
      .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
  }

  /// The file of a profile that is called by its name or by its path.
  func file(_ name: String) throws(ProfileError) -> String {
    if ProfilePath.isFile(name) { return name }
    let files = try files()
    if let file = files.first(where: { ProfilePath.stem($0) == name }) { return file }
    throw .unknown(name: name, nearest: nearest(to: name, among: files.map(ProfilePath.stem)))
  }

  static var loader: ProfileLoader { ProfileLoader(contents: contents) }

  /// The bytes of a file, nil where it can't be read.
  static func contents(_ path: String) -> [UInt8]? {
    // A profile of more than a few pages is there by mistake.
    let intake = Intake(limit: 64 << 20)
    return try? intake.read(Intake.Input(name: path, location: .path(FilePath(text: path)))).bytes
  }

  func load(_ name: String) throws(ProfileError) -> Profile {
    try Self.loader.load(try file(name))
  }

  func loadAll() throws(ProfileError) -> [Profile] {
    var out: [Profile] = []
    for file in try files() { out.append(try Self.loader.load(file)) }
    return out
  }
}

/// Which profile the documents of a verb are processed with.
struct ProfileOptions: ParsableArguments {
  @Option(
    help: """
      The profile: a name, a file, or builtin for none (else the one of the folder that fits).
      """)
  var profile: String?

  @Option(help: "The folder of profiles (GALLEY_PROFILES; else Config/profiles).")
  var profiles: String?

  /// Throws where a profile is not there or has mistakes: better no record than one by other rules.
  func policy() throws(ProfileError) -> ProfilePolicy {
    let folder = ProfileFolder(profiles)
    guard let profile else { return .choose(try folder.loadAll()) }
    return .use(profile == Profile.builtin.name ? .builtin : try folder.load(profile))
  }

  /// The profile that is named, the built-in rules else: for verbs that do not read a document as
  /// far as its title, which a profile is chosen by.
  func named() throws(ProfileError) -> Profile {
    guard let profile, profile != Profile.builtin.name else { return .builtin }
    return try ProfileFolder(profiles).load(profile)
  }
}
