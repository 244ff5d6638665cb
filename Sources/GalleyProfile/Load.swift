package import GalleyModel

/// Reads profiles, and the profiles that they extend.
package struct ProfileLoader {
  /// The bytes of a file, nil where it can't be read. All that a loader knows of files.
  package let contents: (String) -> [UInt8]?

  package init(contents: @escaping (String) -> [UInt8]?) { self.contents = contents }

  /// A profile's file. Everything that is wrong in it is told at once.
  package func load(_ file: String) throws(ProfileError) -> Profile {
    try load(file, below: []).profile
  }

  private struct Loaded {
    var profile: Profile
    /// The files that it was read from, the base first.
    var bytes: [UInt8]
  }

  private func load(_ file: String, below: [String]) throws(ProfileError) -> Loaded {
    guard let bytes = contents(file) else { throw .unreadable(file: file) }
    var reader = ProfileReader(file: file)
    let entries = try self.entries(of: bytes, &reader)
    checkVersion(entries, &reader)
    let name = name(entries, &reader)
    var base: Loaded?
    if let entry = entries.first(where: { $0.key == "extends" }) {
      base = try self.base(entry, below + [file], &reader)
    }
    var profile = base?.profile ?? Profile(name: name)
    profile.ancestors = base.map { [$0.profile.name] + $0.profile.ancestors } ?? []
    profile.name = name
    // What a profile is chosen by and what proves it are its own.
    profile.match = []
    profile.tests = []
    reader.read(entries, into: &profile)
    if !reader.problems.isEmpty { throw .invalid(reader.problems) }
    let all = (base?.bytes ?? []) + bytes
    profile.sha256 = sha256(all.span)
    return Loaded(profile: profile, bytes: all)
  }

  private func entries(
    of bytes: [UInt8], _ reader: inout ProfileReader
  ) throws(ProfileError) -> [ProfileReader.Entry] {
    let start = Place(line: 1, column: 1)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      reader.note("not UTF-8", at: start, "")
      throw .invalid(reader.problems)
    }
    let root: YAMLNode?
    do {
      root = try YAMLNode.compose(text)
    } catch {
      reader.note(error.message, at: error.place, "")
      throw .invalid(reader.problems)
    }
    if let root { return reader.entries(of: root, at: "", known: ProfileReader.keys) }
    reader.note("empty; a profile begins with 'profile: 1'", at: start, "")
    throw .invalid(reader.problems)
  }

  private func checkVersion(_ entries: [ProfileReader.Entry], _ reader: inout ProfileReader) {
    guard let entry = entries.first(where: { $0.key == "profile" }) else {
      return reader.note(
        "'profile: \(ProfileReader.version)' is missing: the version of the format",
        at: Place(line: 1, column: 1), "")
    }
    if case .text(String(ProfileReader.version)) = entry.value.value { return }
    reader.expect(
      "\(ProfileReader.version), the version of the format that this galley reads",
      at: entry.value, entry.path)
  }

  /// The profile's name, which is the file's too.
  private func name(
    _ entries: [ProfileReader.Entry], _ reader: inout ProfileReader
  ) -> String {
    guard let entry = entries.first(where: { $0.key == "name" }) else {
      reader.note("'name' is missing", at: Place(line: 1, column: 1), "")
      return ""
    }
    guard let name = reader.text(entry) else { return "" }
    if !ProfileName.isValid(name) {
      reader.expect(
        "a name of lower-case letters, digits and hyphens, other than 'builtin'", at: entry.value,
        entry.path)
    } else if ProfilePath.stem(reader.file) != name {
      reader.note(
        "'\(name)' is not the file's name, '\(ProfilePath.stem(reader.file))'",
        at: entry.value.place, entry.path)
    }
    return name
  }

  private func base(
    _ entry: ProfileReader.Entry, _ below: [String], _ reader: inout ProfileReader
  ) throws(ProfileError) -> Loaded? {
    guard let name = reader.text(entry), name != Profile.builtin.name else { return nil }
    let file = ProfilePath.file(name, besides: reader.file)
    if below.contains(file) {
      let chain = (below + [file]).joined(separator: " -> ")
      reader.note("extends itself: \(chain)", at: entry.value.place, entry.path)
      throw .invalid(reader.problems)
    }
    guard contents(file) != nil else {
      reader.note("there is no profile '\(name)' (\(file))", at: entry.value.place, entry.path)
      return nil
    }
    return try load(file, below: below)
  }
}

package enum ProfileName {
  package static func isValid(_ name: String) -> Bool {
    !name.isEmpty && name != Profile.builtin.name
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}

/// Paths of profiles, as texts with `/`.
package enum ProfilePath {
  package static func folder(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  /// The file's name without folder and ending.
  package static func stem(_ path: String) -> String {
    let name = path.dropFirst(folder(path).count)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return String(name) }
    return String(name[..<dot])
  }

  package static func isFile(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// A path that is written in `file`.
  package static func beside(_ file: String, _ path: String) -> String {
    path.hasPrefix("/") ? path : folder(file) + path
  }

  /// A path that is written in `file`, or the profile of this name beside it.
  package static func file(_ name: String, besides file: String) -> String {
    beside(file, isFile(name) ? name : name + ".yaml")
  }
}
