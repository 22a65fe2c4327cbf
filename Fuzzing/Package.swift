// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that nobody who builds the library builds what fuzzes it. The flags of
// the fuzzer stand in Scripts/fuzz: what is instrumented is the library, and a manifest cannot say
// that of what it depends on.
let package = Package(
  name: "DepGraphFuzzing",
  platforms: [.macOS("26.0")],
  dependencies: [.package(name: "DepGraph", path: "..")],
  targets: [
    .target(name: "FuzzerRuntime"),
    .executableTarget(
      name: "depgraph-fuzz",
      dependencies: ["FuzzerRuntime", .product(name: "DepGraph", package: "DepGraph")],
      path: "Sources/Fuzz",
      swiftSettings: strict),
    .executableTarget(
      name: "depgraph-differential",
      dependencies: [.product(name: "DepGraph", package: "DepGraph")],
      path: "Sources/Differential",
      swiftSettings: strict),
  ]
)
