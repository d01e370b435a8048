// swift-tools-version: 6.2
import PackageDescription

// Programs that time the library from within; the suites call them beside the peers.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "ESSIndicators", path: "..")],
  targets: [
    .systemLibrary(name: "RawBLAS"),
    .executableTarget(
      name: "probe",
      dependencies: [.product(name: "ESSIndicators", package: "ESSIndicators"), "RawBLAS"],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
