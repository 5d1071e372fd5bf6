// swift-tools-version: 6.2
import PackageDescription

let checked: [SwiftSetting] = [
  .strictMemorySafety(), .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
]
/// Own functions that return a `Span` need the flag; every one of them lives in Records.
let records = checked + [.enableExperimentalFeature("Lifetimes")]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "hedui",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "hedui", targets: ["hedui"]),
    .executable(name: "hedui-dev", targets: ["hedui-dev"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C libraries, each used by one wrapper file.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),

    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),

    .systemLibrary(name: "CRename"),

    // The way of the data: imports point to the targets above only.
    .target(name: "Records", dependencies: ["CRename"], swiftSettings: records),
    .target(
      name: "Extracts", dependencies: ["Records", "CZlib", "CMinizip", "CXML2", crypto],
      swiftSettings: checked),
    .target(name: "References", dependencies: ["Records", crypto], swiftSettings: checked),
    .target(name: "Addresses", dependencies: ["Records", "References"], swiftSettings: checked),
    .target(
      name: "Registries", dependencies: ["Records", "References", "Addresses"],
      swiftSettings: checked),
    .target(name: "Findings", dependencies: ["Records"], swiftSettings: checked),
    .target(
      name: "Profiles",
      dependencies: ["Records", "Extracts", "References", "Addresses", "Findings"],
      swiftSettings: checked),
    .target(
      name: "Validators",
      dependencies: ["Records", "References", "Addresses", "Registries", "Findings"],
      swiftSettings: checked),
    .target(
      name: "LocalValidators", dependencies: ["Records", "Findings", "Validators"],
      swiftSettings: checked),
    .target(
      name: "ExternalValidators", dependencies: ["Records", "Findings"], swiftSettings: checked),
    .target(
      name: "RuleSets",
      dependencies: [
        "Records", "Extracts", "References", "Registries", "Findings", "Validators",
        "ExternalValidators", "CPCRE2", yams, crypto,
      ], swiftSettings: checked),
    .target(
      name: "Runs",
      dependencies: [
        "Records", "Extracts", "References", "Registries", "Findings", "Validators",
        "LocalValidators", "RuleSets", crypto,
      ], swiftSettings: checked),
    .target(
      name: "Worklists", dependencies: ["Records", "Findings", "CXLSXWriter"],
      swiftSettings: checked),
    .target(
      name: "Reports", dependencies: ["Records", "Addresses", "Findings", "Profiles"],
      swiftSettings: checked),

    .executableTarget(
      name: "hedui",
      dependencies: [
        "Records", "Extracts", "References", "Addresses", "Findings", "Profiles", "Validators",
        "LocalValidators", "RuleSets", "Runs", "Worklists", "Reports", argumentParser,
      ], swiftSettings: checked),
    .executableTarget(
      name: "hedui-dev",
      dependencies: [
        "Records", "Extracts", "References", "Addresses", "Registries", "Findings", "Validators",
        "LocalValidators", "RuleSets", "Worklists", argumentParser, crypto,
      ], swiftSettings: checked),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["Records", "References", "Registries", "Findings", "Validators"],
      path: "Tests/TestSupport", swiftSettings: checked),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "TestSupport"], swiftSettings: checked),
    .testTarget(
      name: "ReferencesTests", dependencies: ["Records", "References", "TestSupport"],
      swiftSettings: checked),
    .testTarget(
      name: "AddressesTests",
      dependencies: ["Records", "References", "Addresses", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: checked),
    .testTarget(
      name: "RegistriesTests",
      dependencies: [
        "Records", "References", "Addresses", "Registries", "Findings", "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: checked),
    .testTarget(
      name: "ExtractsTests", dependencies: ["Records", "Extracts", "Worklists", "TestSupport"],
      swiftSettings: checked),
    .testTarget(
      name: "ProfilesTests",
      dependencies: [
        "Records", "Extracts", "References", "Addresses", "Findings", "Profiles", "TestSupport",
      ], swiftSettings: checked),
    .testTarget(
      name: "ValidatorsTests",
      dependencies: [
        "Records", "References", "Addresses", "Registries", "Findings", "Validators",
        "TestSupport",
      ],
      swiftSettings: checked),
    .testTarget(
      name: "LocalValidatorsTests",
      dependencies: ["Findings", "Validators", "LocalValidators", "TestSupport"],
      swiftSettings: checked),
    .testTarget(
      name: "ExternalValidatorsTests",
      dependencies: ["Records", "Findings", "ExternalValidators", "TestSupport"],
      exclude: ["Programs"], swiftSettings: checked),
    .testTarget(
      name: "RuleSetsTests",
      dependencies: [
        "Records", "Extracts", "References", "Registries", "Findings", "Validators",
        "LocalValidators", "RuleSets", "TestSupport",
      ], swiftSettings: checked),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "hedui", "Records", "Extracts", "Findings", "Validators", "LocalValidators", "Worklists",
        "TestSupport",
      ],
      swiftSettings: checked),
    .testTarget(
      name: "WorklistsTests",
      dependencies: ["Records", "Extracts", "Findings", "Worklists", "TestSupport"],
      swiftSettings: checked),
    .testTarget(
      name: "FindingsTests", dependencies: ["Records", "Findings", "TestSupport"],
      swiftSettings: checked),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Records", "Findings", "Reports", "TestSupport"], swiftSettings: checked),
    .testTarget(
      name: "HeduiDevTests",
      dependencies: [
        "hedui-dev", "Records", "References", "Addresses", "Registries", "Extracts", "Findings",
        "Validators", "LocalValidators", "TestSupport",
      ],
      swiftSettings: checked),
  ],
  swiftLanguageModes: [.v6]
)
