// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds the library builds its benchmarks.
let package = Package(
  name: "DepGraphBenchmarks",
  platforms: [.macOS("26.0")],
  dependencies: [.package(name: "DepGraph", path: "..")],
  targets: [
    .executableTarget(
      name: "depgraph-jobs",
      dependencies: [.product(name: "DepGraph", package: "DepGraph")],
      path: "Sources/Jobs",
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
