// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room: one stage of the way of the data. Its dependencies are all that it may touch.
func room(_ name: String, _ needs: Target.Dependency...) -> Target {
  .target(name: name, dependencies: needs, swiftSettings: settings)
}

func tests(of room: String, _ needs: Target.Dependency...) -> Target {
  .testTarget(
    name: room + "Tests",
    dependencies: [.byName(name: room), "GalleyModel", "GalleyTestSupport"] + needs,
    swiftSettings: settings)
}

func tool(_ name: String, _ needs: Target.Dependency...) -> Target {
  .executableTarget(name: name, dependencies: needs, swiftSettings: settings)
}

let package = Package(
  name: "galley",
  products: [
    .library(name: "Galley", targets: ["Galley"]),
    .executable(name: "galley", targets: ["GalleyCLI"]),
    .executable(name: "galley-bench", targets: ["GalleyBench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
    // Not libcrypto: loading it costs 0.8 ms a start, hashing as fast (1,614 against 1,771 MB/s).
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    // No pkgConfig: its only flag is a macro that SwiftPM does not let through.
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    // Not Yams: it brings Foundation, 55 MB of program and 1.3 ms a start.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLinux"),

    room("GalleyModel", "CNettle", "CUTF8Proc"),
    room("GalleyRead", "GalleyModel", "CLibXML2", "CUchardet"),
    room("GalleyClean", "GalleyModel", "CUTF8Proc"),
    room("GalleySegment", "GalleyModel"),
    room("GalleyNormalize", "GalleyModel"),
    room("Galley", "GalleyModel", "GalleyRead", "GalleyClean", "GalleySegment", "GalleyNormalize"),
    room("GalleyProfile", "GalleyModel", "CYAML"),
    room("GalleyStore", "GalleyModel", "GalleyRead", "Galley", "CLinux"),
    room("GalleyConfig", "GalleyProfile"),
    tool(
      "GalleyCLI", "Galley", "GalleyConfig", "GalleyModel", "GalleyProfile", "GalleyRead",
      "GalleyStore", "CLinux",
      .product(name: "ArgumentParser", package: "swift-argument-parser")),
    tool(
      "GalleyBench", "Galley", "GalleyModel", "GalleyRead", "GalleyClean", "GalleySegment",
      "GalleyNormalize", "CLinux"),

    .target(name: "GalleyTestSupport", path: "Tests/Support", swiftSettings: settings),
    .testTarget(
      name: "GalleyModelTests", dependencies: ["GalleyModel", "GalleyTestSupport"],
      swiftSettings: settings),
    tests(of: "GalleyRead"),
    tests(of: "GalleyClean", "GalleyRead"),
    tests(of: "GalleySegment", "GalleyRead", "GalleyClean"),
    tests(of: "GalleyNormalize"),
    tests(of: "Galley", "GalleyRead", "GalleyClean"),
    tests(of: "GalleyProfile", "Galley"),
    tests(of: "GalleyStore", "Galley", "CLinux"),
    tests(of: "GalleyConfig", "GalleyProfile"),
  ]
)

// libFuzzer brings its own main, so this target links only where Scripts/fuzz asks for it.
if Context.environment["GALLEY_FUZZ"] != nil {
  package.targets.append(tool("GalleyFuzz", "Galley", "GalleyModel", "GalleyRead", "GalleyClean"))
  package.products.append(.executable(name: "galley-fuzz", targets: ["GalleyFuzz"]))
}

// The search program alone needs GRDB, and GRDB brings Foundation: 55 MB of program and 1.3 ms a start.
// Scripts/galley and Scripts/test ask for it; a plain `swift build` does not wait for it.
if Context.environment["GALLEY_SEARCH"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"))
  package.targets += [
    room(
      "GalleyIndex", "GalleyModel", "GalleyStore", "CUTF8Proc",
      .product(name: "GRDB", package: "GRDB.swift")),
    tool(
      "GalleySearch", "GalleyIndex", "GalleyModel", "GalleyStore",
      .product(name: "ArgumentParser", package: "swift-argument-parser")),
    tests(
      of: "GalleyIndex", "GalleyStore", .product(name: "GRDB", package: "GRDB.swift")),
  ]
  package.products.append(.executable(name: "galley-search", targets: ["GalleySearch"]))
}
