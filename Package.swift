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

let package = Package(
  name: "DepGraph",
  platforms: [.macOS("26.0")],
  products: [
    .library(name: "DepGraph", targets: ["DepGraph"]),
    .executable(name: "depgraph", targets: ["DepGraphCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
    .systemLibrary(
      name: "CRsvg", pkgConfig: "librsvg-2.0",
      providers: [.apt(["librsvg2-dev"]), .brew(["librsvg"])]),
    .systemLibrary(
      name: "CXlsxwriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "GraphvizShim", dependencies: ["CGraphviz"]),
    .target(name: "RsvgShim", dependencies: ["CRsvg"]),
    .target(
      name: "DepGraph",
      dependencies: [
        "GraphvizShim",
        "RsvgShim",
        "CXlsxwriter",
        "CZlib",
        .target(name: "CCrypto", condition: .when(platforms: [.linux])),
        .product(name: "BigInt", package: "BigInt"),
        .product(name: "BitCollections", package: "swift-collections"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "HeapModule", package: "swift-collections"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Yams", package: "Yams"),
      ],
      // The rooms, in the order in which they may use each other; Architecture/RoomTests holds it.
      sources: [
        "Diagnostics", "Graph", "Algorithms", "Propagation", "Logic", "Model", "Graphviz",
        "Validation", "Formats", "Compilation", "Analyses", "Diagrams", "Reports",
      ],
      // The explorer's page: real files for those who read them, inside the program for its users.
      resources: [
        .embedInCode("ExplorerPage/networks.js"),
        .embedInCode("ExplorerPage/propagation.js"),
        .embedInCode("ExplorerPage/blast.js"),
        .embedInCode("ExplorerPage/model.js"),
        .embedInCode("ExplorerPage/causes.js"),
        .embedInCode("ExplorerPage/words.js"),
        .embedInCode("ExplorerPage/dom.js"),
        .embedInCode("ExplorerPage/state.js"),
        .embedInCode("ExplorerPage/search.js"),
        .embedInCode("ExplorerPage/table.js"),
        .embedInCode("ExplorerPage/answer.js"),
        .embedInCode("ExplorerPage/picture.js"),
        .embedInCode("ExplorerPage/reports.js"),
        .embedInCode("ExplorerPage/main.js"),
        .embedInCode("ExplorerPage/explorer.css"),
        .embedInCode("ExplorerPage/page.html"),
      ],
      swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")]),
    .executableTarget(
      name: "DepGraphCommand",
      dependencies: [
        "DepGraph", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/depgraph",
      sources: ["Commands"],
      swiftSettings: strict),
    .testTarget(
      name: "DepGraphTests",
      dependencies: [
        "DepGraph", "DepGraphCommand", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "BigInt", package: "BigInt"), .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Golden", "Fixtures"],
      swiftSettings: strict),
  ]
)
