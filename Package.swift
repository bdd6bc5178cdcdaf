// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "banluu",
  products: [.executable(name: "banluu", targets: ["banluu"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CCurlSystem", path: "Sources/CCurl/system", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "CCurl", dependencies: ["CCurlSystem"], path: "Sources/CCurl/shim"),
    .target(name: "News", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: strict),
    .target(name: "Fetch", dependencies: ["News", "CCurl", "CCurlSystem"], swiftSettings: strict),
    .target(name: "Parse", dependencies: ["News", "CXML", "CZlib"], swiftSettings: strict),
    .target(name: "Detect", dependencies: ["News"], swiftSettings: strict),
    .target(
      name: "Prove", dependencies: ["News", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: strict),
    .target(
      name: "Archive",
      dependencies: [
        "News", "Detect", "Prove", "CZlib", "CDeflate", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Query",
      dependencies: ["News", "Detect", "Prove", "Archive", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "Poll",
      dependencies: [
        "News", "Fetch", "Parse", "Detect", "Archive", .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], swiftSettings: strict),
    .target(name: "Export", dependencies: ["News", "Query", "Prove"], swiftSettings: strict),
    .target(name: "Rehearse", swiftSettings: strict),
    .executableTarget(
      name: "banluu",
      dependencies: [
        "Rehearse", "Export", "News", "Fetch", "Parse", "Detect", "Prove", "Archive", "Query", "Poll",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(name: "fuzz", dependencies: ["News", "Parse"], swiftSettings: strict),
    .executableTarget(
      name: "feedread", dependencies: ["News", "Parse"], path: "Benchmarks/feedread", swiftSettings: strict),
    .executableTarget(
      name: "timetables", dependencies: ["Fetch", "News", "Poll"], path: "Benchmarks/timetable", swiftSettings: strict),
    .executableTarget(
      name: "lookups", dependencies: ["News", "Query"], path: "Benchmarks/lookup", swiftSettings: strict),
    .executableTarget(
      name: "poll-bench", dependencies: ["Archive", "Fetch", "News", "Poll", "TestKit"], path: "Benchmarks/poll",
      swiftSettings: strict),
    .executableTarget(
      name: "diff-bench", dependencies: ["Detect", "News"], path: "Benchmarks/diff", swiftSettings: strict),
    .testTarget(name: "NewsTests", dependencies: ["News"], swiftSettings: strict),
    .systemLibrary(
      name: "COpenSSL", path: "Tests/COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .target(name: "TestKit", dependencies: ["COpenSSL"], path: "Tests/TestKit", swiftSettings: strict),
    .testTarget(name: "FetchTests", dependencies: ["Fetch", "News", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "ParseTests", dependencies: ["Parse", "News"], exclude: ["Feeds/Fixtures"], swiftSettings: strict),
    .testTarget(name: "DetectTests", dependencies: ["Detect", "News"], swiftSettings: strict),
    .testTarget(name: "ProveTests", dependencies: ["Prove", "News"], swiftSettings: strict),
    .testTarget(
      name: "ArchiveTests",
      dependencies: ["Archive", "News", "Detect", "Prove", "TestKit", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "PollTests",
      dependencies: [
        "Poll", "Archive", "Fetch", "News", "Parse", "TestKit", .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ScenarioTests",
      dependencies: ["banluu", "Rehearse", "TestKit", "Archive", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Archives"], swiftSettings: strict),
    .testTarget(name: "ExportTests", dependencies: ["Export", "News"], swiftSettings: strict),
    .testTarget(name: "RehearseTests", dependencies: ["Rehearse"], swiftSettings: strict),
  ]
)
