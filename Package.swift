// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "ESSIndicators",
  products: [
    .library(name: "ESSIndicators", targets: ["ESSIndicators"]),
    .executable(name: "indicators", targets: ["indicators-cli"]),
  ],
  targets: [
    // Outside libraries, each behind one target.
    .systemLibrary(
      name: "CBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CDigest", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CDistributions"),
    // Inner loops in C, compiled for several kinds of processor.
    .target(name: "CKernels"),
    // Files of statistics packages through ReadStat, which is opened when the first one is read.
    .target(name: "CSurveyFiles"),
    // The tables of Datasets/, compiled in.
    .target(name: "CDatasets"),

    .target(
      name: "ESSNumerics", dependencies: ["CBLAS", "CDistributions", "CKernels"],
      swiftSettings: strict),
    .target(
      name: "ESSData",
      dependencies: ["ESSNumerics", "CDigest", "CZlib", "CKernels", "CDatasets", "CSurveyFiles"],
      swiftSettings: strict),
    .target(
      name: "ESSIndicators", dependencies: ["ESSNumerics", "ESSData"], swiftSettings: strict),
    .target(name: "CommandLineKit", swiftSettings: strict),
    .executableTarget(
      name: "indicators-cli", dependencies: ["ESSIndicators", "CommandLineKit"],
      swiftSettings: strict),

    .testTarget(
      name: "ESSNumericsTests", dependencies: ["ESSNumerics"], swiftSettings: strict),
    .testTarget(
      name: "ESSDataTests", dependencies: ["ESSData", "CKernels"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "ESSIndicatorsTests", dependencies: ["ESSIndicators"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineKitTests", dependencies: ["CommandLineKit"], swiftSettings: strict),
    .testTarget(
      name: "ConformanceTests", dependencies: ["ESSIndicators"], swiftSettings: strict),
    .testTarget(
      name: "CLITests", dependencies: ["indicators-cli"], exclude: ["Cases", "record"],
      swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)
